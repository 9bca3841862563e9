import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { Application } from "./application.ts";
import { findDocument, type IssuedDocument, issueDocument, type NewDocument } from "./documents.ts";
import type { Notice } from "./lifecycle.ts";
import { postNotice } from "./notices.ts";

/** A letter ready to leave, and the mail that tells of it. */
export interface Leaving extends Omit<NewDocument, "applicationId" | "forApplicant"> {
  readonly notice: Notice;
  /** Paragraphs of this mail, after those of its notice. */
  readonly more?: readonly string[];
  /** What else stands with the letter, in the same transaction. */
  readonly also?: (tx: Tx, issued: IssuedDocument) => Promise<void>;
}

/** Issues a letter to the applicant of a file, then tells it by mail, the letter joined. Once, however often tried. */
export async function issueOnce(world: World, application: Application, leaving: Leaving): Promise<void> {
  const { notice, more = [], also, ...letter } = leaving;
  await inTransaction(world.db, "system", async (tx) => {
    if ((await findDocument(tx, application.id, letter.number)) !== null) return;
    await issueDocument(world, tx, { ...letter, applicationId: application.id, forApplicant: true });
    const issued = await findDocument(tx, application.id, letter.number);
    if (issued === null) throw new Error(`letter ${letter.number} was not kept`);
    await also?.(tx, issued);
    const joined = [{ fileId: issued.fileId, name: letter.name }];
    await postNotice(world, tx, notice, application, world.clock.now(), more, joined);
  });
}

import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { Application } from "./application.ts";
import { issueDocuments, issuedAmong, type NewDocument } from "./documents.ts";
import type { Notice } from "./lifecycle.ts";
import { postNotices } from "./notices.ts";

/** A letter ready to leave, and the mail that tells of it. */
export interface Leaving extends Omit<NewDocument, "applicationId" | "forApplicant"> {
  readonly notice: Notice;
  /** Paragraphs of this mail, after those of its notice. */
  readonly more?: readonly string[];
  /** What else stands with the letter, in the same transaction. */
  readonly also?: (tx: Tx, issued: { readonly id: string; readonly fileId: string }) => Promise<void>;
}

/** Issues a letter to the applicant of a file, then tells it by mail, the letter joined. Once, however often tried. */
export function issueOnce(world: World, application: Application, leaving: Leaving): Promise<void> {
  return issueAll(world, [{ application, leaving }]);
}

/** The same for the letters of several files, in one transaction: those that had left already stay as they are. */
export async function issueAll(
  world: World,
  all: readonly { readonly application: Application; readonly leaving: Leaving }[],
): Promise<void> {
  await inTransaction(world.db, "system", async (tx) => {
    const left = await issuedAmong(
      tx,
      all.map(({ leaving }) => leaving.number),
    );
    const leaving = all.filter((one) => !left.has(one.leaving.number));
    const issued = await issueDocuments(
      world,
      tx,
      leaving.map(({ application, leaving: { notice, more, also, ...letter } }) => ({
        ...letter,
        applicationId: application.id,
        forApplicant: true,
      })),
    );
    const notices = [];
    for (const [at, document] of issued.entries()) {
      const one = leaving[at];
      if (one === undefined) continue;
      const { notice, more = [], also, name } = one.leaving;
      await also?.(tx, document);
      const attachments = [{ fileId: document.fileId, name }];
      notices.push({ notice, application: one.application, more, attachments });
    }
    await postNotices(world, tx, world.clock.now(), notices);
  });
}

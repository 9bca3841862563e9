import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import {
  type Application,
  addAttachment,
  chainOf,
  findApplication,
  findAttachment,
  keyOf,
  latestRevision,
  lockApplication,
  mayEdit,
  mayRead,
  openCompletionRequest,
  readOpenApplication,
} from "#src/life/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { enqueue } from "#src/platform/jobs.ts";
import { record } from "#src/platform/journal.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { reopenedPapers } from "../completion/completion.ts";

export interface NewPaper {
  readonly document: string;
  readonly about: string;
  readonly received: ReceivedFile;
}

/** "not-asked": while answering a request for more, what it does not ask for stays as it was filed. */
export type PaperOutcome = "done" | "absent" | "forbidden" | "not-asked";

/** Joins a received file to its place in the request; the one that was there gives way. */
export function joinPaper(world: World, visitor: SignedVisitor, id: string, paper: NewPaper): Promise<PaperOutcome> {
  const { stored, name } = paper.received;
  return changePapers(world, visitor, id, async (tx, application) => {
    const at = world.clock.now();
    if (!(await isReopened(tx, application, keyOf(paper.document, paper.about), at))) return "not-asked";
    await replaced(tx, application, paper, at.toString());
    await keepFile(world, tx, paper.received, { by: visitor.person.id, at });
    await addAttachment(tx, { ...paper, applicationId: id, fileId: stored.id, addedBy: visitor.person.id }, at);
    return {
      act: "attachment-added",
      details: { document: paper.document, name, sha256: stored.sha256, size: stored.size },
    };
  });
}

/** Takes a paper away. A revision that holds it keeps it; the bytes of one that none holds are forgotten. */
export function removePaper(
  world: World,
  visitor: SignedVisitor,
  id: string,
  attachmentId: string,
): Promise<PaperOutcome> {
  return changePapers(world, visitor, id, async (tx, application) => {
    const attachment = await findAttachment(tx, id, attachmentId);
    if (attachment === null) return "absent";
    if (!(await isReopened(tx, application, attachment.key, world.clock.now()))) return "not-asked";
    await replaced(tx, application, { ...attachment, only: attachmentId }, world.clock.now().toString());
    return { act: "attachment-removed", details: { document: attachment.document, name: attachment.name } };
  });
}

/** Whether a paper may change now: any of a draft, only some of a file that answers a request for more. */
async function isReopened(tx: Tx, application: Application, key: string, at: Temporal.Instant): Promise<boolean> {
  if (application.state !== "completion-requested") return true;
  const request = await openCompletionRequest(tx, application.id);
  if (request === null) return false;
  const { reading, attachments } = await readOpenApplication(tx, application, at);
  const filed = (await latestRevision(tx, application.id))?.attachments ?? [];
  return reopenedPapers(request, reading, attachments, filed).has(key);
}

interface Place {
  readonly document: string;
  readonly about: string;
  readonly only?: string;
}

async function replaced(tx: Tx, application: Application, place: Place, at: string): Promise<void> {
  let query = tx
    .updateTable("attachment")
    .set({ removed_at: at })
    .where("application_id", "=", application.id)
    .where("document", "=", place.document)
    .where("about", "=", place.about)
    .where("removed_at", "is", null);
  if (place.only !== undefined) query = query.where("id", "=", place.only);
  const gone = await query.returning(["id", "file_id"]).execute();
  if (application.revision > 0) return;
  for (const one of gone) {
    await tx.deleteFrom("attachment").where("id", "=", one.id).execute();
    await enqueue(tx, "forget-file", { file: one.file_id });
  }
}

interface Fact {
  readonly act: string;
  readonly details: Readonly<Record<string, unknown>>;
}

async function changePapers(
  world: World,
  visitor: SignedVisitor,
  id: string,
  work: (tx: Tx, application: Application) => Promise<Fact | "absent" | "not-asked">,
): Promise<PaperOutcome> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const application = await lockApplication(tx, id);
    if (application === null) {
      const seen = await findApplication(tx, id);
      return seen !== null && mayRead(visitor, seen) ? "forbidden" : "absent";
    }
    if (!mayEdit(visitor, application)) return "forbidden";
    const fact = await work(tx, application);
    if (typeof fact === "string") return fact;
    const at = world.clock.now();
    await tx.updateTable("application").set({ updated_at: at }).where("id", "=", id).execute();
    await record(tx, {
      chain: chainOf(id),
      at,
      actor: visitor.person.id,
      organisation: application.organisationId,
      ...fact,
      framework: application.framework,
      visibleToApplicant: true,
    });
    return "done";
  });
}

const filePayload = z.object({ file: z.uuid() });

/** Lets go of bytes that nothing holds any more. */
export async function forgetFile(world: World, given: unknown): Promise<void> {
  const { file } = filePayload.parse(given);
  const gone = await inTransaction(world.db, "system", async (tx) => {
    const held = await tx.selectFrom("attachment").select("id").where("file_id", "=", file).executeTakeFirst();
    if (held !== undefined) return false;
    await tx.deleteFrom("file").where("id", "=", file).execute();
    return true;
  });
  if (gone) await world.files.remove(file);
}

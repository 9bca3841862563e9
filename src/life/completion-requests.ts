import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { json, type Tx } from "#src/platform/database/database.ts";

/** One thing that the funder asks for again: a field by its path, or a paper (`document:quote`), and why. */
export interface CompletionItem {
  readonly path: string;
  readonly message: string;
}

/** A request for more, with the day by which the applicant answers (CRPA L114-5). */
export interface CompletionRequest {
  readonly id: string;
  readonly items: readonly CompletionItem[];
  readonly note: string;
  readonly dueOn: string;
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

const items = z.array(z.object({ path: z.string(), message: z.string() }));

/** The requests of a file, last first. */
export async function listCompletionRequests(tx: Tx, applicationId: string): Promise<readonly CompletionRequest[]> {
  const rows = await tx
    .selectFrom("completion_request")
    .selectAll()
    .where("application_id", "=", applicationId)
    .orderBy("asked_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    items: items.parse(row.items),
    note: row.note,
    dueOn: row.due_on,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
  }));
}

/** The request that waits for an answer, or null. */
export async function openCompletionRequest(tx: Tx, applicationId: string): Promise<CompletionRequest | null> {
  const requests = await listCompletionRequests(tx, applicationId);
  return requests.find((one) => one.answeredAt === null && one.closedAt === null) ?? null;
}

export async function markAnswered(tx: Tx, requestId: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable("completion_request").set({ answered_at: at }).where("id", "=", requestId).execute();
}

/** What an agent asks again, with the day of the answer. */
export interface AskedAgain {
  readonly applicationId: string;
  readonly items: readonly CompletionItem[];
  readonly note: string;
  readonly dueOn: string;
  readonly askedBy: string;
}

/** Keeps a request for more; its id. */
export async function addCompletionRequest(tx: Tx, asked: AskedAgain, at: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto("completion_request")
    .values({
      application_id: asked.applicationId,
      items: json(asked.items),
      note: asked.note,
      due_on: asked.dueOn,
      asked_by: asked.askedBy,
      asked_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Closes the request that waits for an answer, where there is one. */
export async function closeCompletionRequest(tx: Tx, applicationId: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("completion_request")
    .set({ closed_at: at })
    .where("application_id", "=", applicationId)
    .where("answered_at", "is", null)
    .where("closed_at", "is", null)
    .execute();
}

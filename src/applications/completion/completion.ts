import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { ScanState } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

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

const DOCUMENT = "document:";

/** The paper that an item asks for, by its key; null for a field. */
export function paperAsked(item: CompletionItem): string | null {
  return item.path.startsWith(DOCUMENT) ? item.path.slice(DOCUMENT.length) : null;
}

/** Paths that the applicant may change while answering: those asked, and those missing or wrong as the answers stand. */
export function reopenedPaths(
  request: CompletionRequest,
  reading: { readonly gaps: readonly { readonly path: string }[]; readonly errors: ReadonlyMap<string, string> },
): ReadonlySet<string> {
  const fields = request.items.filter((item) => paperAsked(item) === null).map((item) => item.path);
  return new Set([...fields, ...reading.gaps.map((gap) => gap.path), ...reading.errors.keys()]);
}

/** Papers that the applicant may join, replace or take away while answering, by their keys. */
export interface ReopenedPapers {
  has(key: string): boolean;
}

/**
 * The papers asked, new ones of a kind that is asked, and those that an answer has made missing; then what was joined
 * since the last revision, and what the antivirus threw away since it was filed. The rest of what was filed stays.
 */
export function reopenedPapers(
  request: Pick<CompletionRequest, "items">,
  reading: { readonly gaps: readonly { readonly path: string }[] },
  held: readonly { readonly id: string; readonly key: string; readonly scan: ScanState }[],
  filed: readonly { readonly id: string }[],
): ReopenedPapers {
  const asked = request.items.flatMap((item) => paperAsked(item) ?? []);
  const kinds = new Set(asked.map(kindOf));
  const missing = new Set(reading.gaps.map((gap) => gap.path));
  const frozen = new Set(filed.map((one) => one.id));
  return {
    has(key) {
      if (asked.includes(key)) return true;
      const here = held.filter((one) => one.key === key);
      if (here.some((one) => one.scan === "infected")) return true;
      if (here.some((one) => frozen.has(one.id))) return false;
      return here.length > 0 || kinds.has(kindOf(key)) || missing.has(`documents.${key}`);
    },
  };
}

/** `cv` of `cv:provider.consultants.0`. */
function kindOf(key: string): string {
  return key.split(":", 1)[0] ?? key;
}

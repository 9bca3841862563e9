import type { Temporal } from "temporal-polyfill";
import {
  type Amendment,
  type Application,
  awaitsBeneficiary,
  type CompletionRequest,
  chainOf,
  findAmendments,
  isGivenUp,
  listApplications,
  type OpenApplication,
  openCompletionRequest,
  readOpenApplication,
} from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** One thing that waits for the applicant, the most pressing first. */
export type ToDo =
  | { readonly kind: "completion"; readonly application: Application; readonly request: CompletionRequest }
  | { readonly kind: "agreement"; readonly application: Application }
  | { readonly kind: "amendment"; readonly application: Application }
  | { readonly kind: "messages"; readonly application: Application; readonly count: number }
  | { readonly kind: "draft"; readonly application: Application; readonly file: OpenApplication };

export interface RecentDocument {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: string;
  readonly number: string;
  readonly issuedAt: Temporal.Instant;
  readonly applicationNumber: string | null;
}

/** All that the applicant's home tells. */
export interface Home {
  readonly todo: readonly ToDo[];
  readonly applications: readonly Application[];
  readonly documents: readonly RecentDocument[];
  /** When each request that was withdrawn or closed came to its end, by its id. */
  readonly endedAt: ReadonlyMap<string, Temporal.Instant>;
}

const MOST_DRAFTS = 5;

/** Reads the home of a person through the transaction's reader, for these organisations. */
export async function readHome(tx: Tx, organisationIds: readonly string[], now: Temporal.Instant): Promise<Home> {
  const applications = await listApplications(tx, organisationIds);
  const unread = await unreadMessages(
    tx,
    applications.map((one) => one.id),
  );
  const signed = applications.filter(({ state }) => state === "signed").map(({ id }) => id);
  const toSign = new Set(
    amendedLast(await findAmendments(tx, signed))
      .filter(awaitsBeneficiary)
      .map((one) => one.applicationId),
  );
  const todo: ToDo[] = [];
  for (const application of applications) {
    if (application.state === "completion-requested") {
      const request = await openCompletionRequest(tx, application.id);
      if (request !== null) todo.push({ kind: "completion", application, request });
    }
    if (application.state === "agreement-to-sign") todo.push({ kind: "agreement", application });
    if (toSign.has(application.id)) todo.push({ kind: "amendment", application });
    const count = unread.get(application.id) ?? 0;
    if (count > 0) todo.push({ kind: "messages", application, count });
  }
  for (const application of applications.filter((one) => one.state === "draft").slice(0, MOST_DRAFTS)) {
    todo.push({ kind: "draft", application, file: await readOpenApplication(tx, application, now) });
  }
  const ended = applications.filter((one) => isGivenUp(one.state)).map((one) => one.id);
  return {
    todo: todo.sort(byUrgency),
    applications,
    documents: await recentDocuments(tx, applications),
    endedAt: await endsOf(tx, ended),
  };
}

const order = ["completion", "agreement", "amendment", "messages", "draft"] as const;

function byUrgency(a: ToDo, b: ToDo): number {
  if (a.kind === "completion" && b.kind === "completion") return a.request.dueOn < b.request.dueOn ? -1 : 1;
  return order.indexOf(a.kind) - order.indexOf(b.kind);
}

/** The last amendment of each file. */
function amendedLast(amendments: readonly Amendment[]): readonly Amendment[] {
  return [...new Map(amendments.map((one) => [one.applicationId, one])).values()];
}

async function unreadMessages(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("message")
    .select((eb) => ["application_id", eb.fn.countAll<number>().as("count")])
    .where("application_id", "in", ids)
    .where("side", "=", "funder")
    .where("read_at", "is", null)
    .groupBy("application_id")
    .execute();
  return new Map(rows.map((row) => [row.application_id, Number(row.count)]));
}

/** The journal knows the day: a file is touched after its end too. */
async function endsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (ids.length === 0) return new Map();
  const chains = new Map(ids.map((id) => [chainOf(id), id]));
  const rows = await tx
    .selectFrom("journal")
    .select(["chain", "at"])
    .where("chain", "in", [...chains.keys()])
    .where("act", "in", ["application-withdrawn", "application-abandoned"])
    .execute();
  return new Map(rows.map((row) => [chains.get(row.chain) ?? "", row.at]));
}

async function recentDocuments(tx: Tx, applications: readonly Application[]): Promise<readonly RecentDocument[]> {
  if (applications.length === 0) return [];
  const rows = await tx
    .selectFrom("document")
    .select(["id", "application_id", "kind", "number", "issued_at"])
    .where(
      "application_id",
      "in",
      applications.map((one) => one.id),
    )
    .where("for_applicant", "=", true)
    .orderBy("issued_at", "desc")
    .limit(5)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id,
    kind: row.kind,
    number: row.number,
    issuedAt: row.issued_at,
    applicationNumber: applications.find((one) => one.id === row.application_id)?.number ?? null,
  }));
}

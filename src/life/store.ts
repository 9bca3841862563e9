import { type Selectable, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { TrackDecision } from "#policy/engine/grants/track.ts";
import type { Raw } from "#policy/engine/questions/raw.ts";
import type { Eligibility } from "#policy/engine/rules/eligibility.ts";
import type { CallOfApplication } from "#src/calls/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { Application as ApplicationRow } from "#src/platform/database/schema.ts";
import type { Application } from "./application.ts";
import { next, readState, type Step } from "./lifecycle.ts";

type Row = Omit<Selectable<ApplicationRow>, "department"> & {
  readonly organisation_name: string;
  readonly organisation_siren: string;
  readonly call_slug: string | null;
  readonly call_title: string | null;
  readonly call_version: number | null;
  readonly call_raw: unknown;
  readonly call_opens_at: Temporal.Instant | null;
  readonly call_closes_at: Temporal.Instant | null;
  readonly scheme_settings: unknown;
  readonly other_decision: TrackDecision | null;
  readonly retained_reason: string | null;
  readonly committee_decided_on: string | null;
};

/** The call that a request answers: it is published, since requests begin from its page. */
function callOf(row: Row): CallOfApplication | null {
  const { call_id: id, call_slug: slug, call_title: title, call_version: version, call_raw: raw } = row;
  const { call_opens_at: opensAt, call_closes_at: closesAt } = row;
  if (id === null || slug === null || title === null || version === null) return null;
  return opensAt === null || closesAt === null
    ? null
    : { id, slug, title, version, raw: raw as Raw, opensAt, closesAt };
}

/** What is confirmed of the file's scheme in its version of the text, in the order of its days. */
const settingsOfScheme = sql<unknown>`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('key', v.key, 'value', v.value, 'effectiveOn', v.effective_on)
    ORDER BY v.effective_on, v.confirmed_at, v.id), '[]'::jsonb)
  FROM setting_version v
  WHERE v.subject = application.framework || '/' || application.scheme AND v.confirmed_at IS NOT NULL)`;

/** What another funder decided of the file, once it is written down. */
const otherDecision = sql<TrackDecision | null>`(
  SELECT jsonb_build_object('selected', x.is_selected, 'decidedOn', x.decided_on, 'reference', x.reference,
    'retained', x.retained)
  FROM outside_selection x WHERE x.application_id = application.id)`;

/** Why the committee of its call kept less of it. */
const retainedReason = sql<string | null>`(
  SELECT s.retained_reason FROM selection s
  WHERE application.retained_costs IS NOT NULL AND s.application_id = application.id)`;

/** When the committee of its call decided of it, while the vote is awaited. */
const committeeDecidedOn = sql<string | null>`(
  SELECT (s.decided_at AT TIME ZONE ${LEGAL_TIME_ZONE})::date FROM selection s
  WHERE application.implicit_refusal_on IS NOT NULL AND s.application_id = application.id)`;

function query(tx: Tx) {
  return tx
    .selectFrom("application")
    .innerJoin("organisation", "organisation.id", "application.organisation_id")
    .leftJoin("call", "call.id", "application.call_id")
    .select([
      "application.id",
      "application.number",
      "application.scheme",
      "application.framework",
      "application.organisation_id",
      "application.state",
      "application.version",
      "application.created_by",
      "application.created_at",
      "application.updated_at",
      "application.raw",
      "application.raw_version",
      "application.raw_saved_at",
      "application.raw_saved_by",
      "application.title",
      "application.route",
      "application.commune",
      "application.revision",
      "application.eligibility",
      "application.requested_aid",
      "application.eligible_costs",
      "application.proposed_aid",
      "application.decided_aid",
      "application.retained_costs",
      "application.submitted_at",
      "application.assigned_to",
      "application.implicit_refusal_on",
      "application.suspended_on",
      "application.suspended_until",
      "organisation.name as organisation_name",
      "organisation.siren as organisation_siren",
      "call.id as call_id",
      "call.slug as call_slug",
      "call.title as call_title",
      "call.version as call_version",
      "call.raw as call_raw",
      "call.opens_at as call_opens_at",
      "call.closes_at as call_closes_at",
    ])
    .select([settingsOfScheme.as("scheme_settings"), otherDecision.as("other_decision")])
    .select([retainedReason.as("retained_reason"), committeeDecidedOn.as("committee_decided_on")]);
}

function read(row: Row): Application {
  return {
    id: row.id,
    number: row.number,
    scheme: row.scheme,
    framework: row.framework,
    call: callOf(row),
    schemeSettings: row.scheme_settings as Application["schemeSettings"],
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    organisationSiren: row.organisation_siren,
    state: readState(row.state),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    raw: row.raw as Raw,
    rawVersion: row.raw_version,
    rawSavedAt: row.raw_saved_at,
    rawSavedBy: row.raw_saved_by,
    title: row.title,
    route: row.route,
    commune: row.commune,
    revision: row.revision,
    eligibility: row.eligibility as Eligibility | null,
    requestedAid: row.requested_aid,
    eligibleCosts: row.eligible_costs,
    proposedAid: row.proposed_aid,
    decidedAid: row.decided_aid,
    retainedCosts: row.retained_costs,
    retainedReason: row.retained_reason ?? "",
    otherDecision: row.other_decision,
    submittedAt: row.submitted_at,
    assignedTo: row.assigned_to,
    implicitRefusalOn: row.implicit_refusal_on,
    suspendedOn: row.suspended_on,
    suspendedUntil: row.suspended_until,
    committeeDecidedOn: row.committee_decided_on,
  };
}

/** The file, when the transaction's reader may see it; null otherwise: not there and not yours are the same. */
export async function findApplication(tx: Tx, id: string): Promise<Application | null> {
  const row = await query(tx).modifyFront(plannedOnce).where("application.id", "=", id).executeTakeFirst();
  return row === undefined ? null : read(row);
}

/** Those of these files that the transaction's reader may see. */
export async function findApplications(tx: Tx, ids: readonly string[]): Promise<readonly Application[]> {
  const rows = await query(tx)
    .modifyFront(plannedOnce)
    .where("application.id", "=", sql<string>`ANY (${[...ids]}::uuid[])`)
    .orderBy("application.id")
    .execute();
  return rows.map(read);
}

/** The file, locked until the end of the transaction: acts on one file happen one after the other. */
export async function lockApplication(tx: Tx, id: string): Promise<Application | null> {
  // Locked first and read after: a reader that waited must see what the other one wrote.
  const locked = await sql`${plannedOnce} SELECT 1 FROM application WHERE id = ${id} FOR UPDATE`.execute(tx);
  return locked.rows.length === 0 ? null : findApplication(tx, id);
}

/** Those of these files that the reader may act on, locked in one order whoever asks: two batches never wait for each other. */
export async function lockApplications(tx: Tx, ids: readonly string[]): Promise<readonly Application[]> {
  const { rows } = await sql<{ id: string }>`${plannedOnce}
    SELECT id FROM application WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx);
  return findApplications(
    tx,
    rows.map(({ id }) => id),
  );
}

/** The files of organisations, last touched first. */
export async function listApplications(tx: Tx, organisationIds: readonly string[]): Promise<readonly Application[]> {
  if (organisationIds.length === 0) return [];
  const rows = await query(tx)
    .where("application.organisation_id", "in", organisationIds)
    .orderBy("application.updated_at", "desc")
    .limit(200)
    .execute();
  return rows.map(read);
}

/** Columns that an act writes beside the state. */
export interface StepColumns {
  readonly number?: string;
  readonly framework?: string;
  readonly title?: string;
  readonly route?: string | null;
  readonly commune?: string | null;
  readonly revision?: number;
  readonly eligibility?: Eligibility;
  readonly requestedAid?: number | null;
  readonly eligibleCosts?: number | null;
  readonly proposedAid?: number | null;
  readonly decidedAid?: number | null;
  readonly retainedCosts?: number | null;
  readonly submittedAt?: string;
  readonly assignedTo?: string | null;
  readonly implicitRefusalOn?: string | null;
  readonly suspendedOn?: string | null;
  readonly suspendedUntil?: string | null;
  readonly raw?: Raw;
}

/**
 * Moves the file along one step and writes what the act changed. "conflict" when the version is no longer the one
 * read, or the step cannot be taken from here: nothing is written then. `step` null keeps the state.
 */
export async function saveStep(
  tx: Tx,
  application: Application,
  step: Step | null,
  at: string,
  columns: StepColumns = {},
): Promise<"saved" | "conflict"> {
  const state = step === null ? application.state : next(application.state, step);
  if (state === null) return "conflict";
  const { raw, ...plain } = columns;
  const result = await tx
    .updateTable("application")
    .set((eb) => ({
      ...snakeCase(plain),
      ...(raw === undefined ? {} : { raw: json(raw), raw_version: eb("raw_version", "+", 1) }),
      state,
      version: application.version + 1,
      updated_at: at,
    }))
    .modifyEnd(plannedOnce)
    .where("id", "=", application.id)
    .where("version", "=", application.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? "saved" : "conflict";
}

function snakeCase(columns: Omit<StepColumns, "raw">): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/** The next number of a series, without holes: the row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const { value } = await tx
    .insertInto("counter")
    .values({ name: series, value: 1 })
    .onConflict((clash) => clash.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })))
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** Writes the words that the queue's search finds a file by. Text in French, accents aside. */
export async function saveSearch(tx: Tx, id: string, words: readonly string[]): Promise<void> {
  await sql`SELECT save_search(${id}::uuid, ${words.join(" ")})`.execute(tx);
}

import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { cents, type Money, type RemainingCostRule } from "#policy/index.ts";
import { LEGAL_TIME_ZONE } from "#src/platform/clock.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { nextNumber } from "../sessions/certificate.ts";
import type { AttendedSeat, SeatCost } from "./costs.ts";

export type CostState = "filed" | "checked" | "decided";

export interface CostRequest {
  readonly id: string;
  /** RAC-2026-00007. */
  readonly number: string;
  readonly year: number;
  readonly organisationId: string;
  readonly organisation: string;
  readonly state: CostState;
  readonly version: number;
  readonly rule: RemainingCostRule;
  readonly filedBy: string | null;
  readonly filedAt: Temporal.Instant;
  readonly checkNote: string;
  readonly decidedAmount: Money | null;
  readonly decisionReason: string;
  readonly decidedAt: Temporal.Instant | null;
}

export interface FiledLine extends SeatCost {
  readonly name: string;
  readonly session: string;
  readonly decided: Money | null;
}

/** Seats of an organisation's people that were attended in a closed session and asked for by nobody. As the service. */
export async function freeSeats(tx: Tx, organisationId: string): Promise<readonly AttendedSeat[]> {
  const { rows } = await sql<AttendedSeat>`
    SELECT r.id AS "registrationId", r.name, o.title AS session, c.year, coalesce(t.opco_pays, 'no') AS "opcoPays"
    FROM certificate k
    JOIN registration r ON r.id = k.registration_id
    JOIN occasion o ON o.id = r.occasion_id
    JOIN training_session s ON s.occasion_id = o.id
    JOIN course c ON c.id = s.course_id
    LEFT JOIN trainee t ON t.registration_id = r.id
    WHERE r.organisation_id = ${organisationId}
      AND NOT EXISTS (SELECT 1 FROM cost_line l WHERE l.registration_id = r.id)
    ORDER BY o.starts_at, r.name, r.id`.execute(tx);
  return rows;
}

export async function fileRequest(
  tx: Tx,
  at: Temporal.Instant,
  filed: {
    readonly year: number;
    readonly organisationId: string;
    readonly by: string;
    readonly rule: RemainingCostRule;
    readonly lines: readonly SeatCost[];
  },
): Promise<{ readonly id: string; readonly number: string }> {
  const year = at.toZonedDateTimeISO(LEGAL_TIME_ZONE).year;
  const number = `RAC-${year}-${String(await nextNumber(tx, `cost-request-${year}`)).padStart(5, "0")}`;
  const { id } = await tx
    .insertInto("cost_request")
    .values({
      number,
      year: filed.year,
      organisation_id: filed.organisationId,
      rule: json(filed.rule),
      filed_by: filed.by,
      filed_at: at.toString(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("cost_line")
    .values(
      filed.lines.map((line) => ({
        request_id: id,
        registration_id: line.registrationId,
        wages: line.seat.costs.wages,
        travel: line.seat.costs.travel,
        replacement: line.seat.costs.replacement,
        paid_by_others: line.seat.paidByOthers,
        computed: line.computed,
      })),
    )
    .execute();
  return { id, number };
}

const REQUEST = [
  "c.id",
  "c.number",
  "c.year",
  "c.organisation_id",
  "o.name as organisation",
  "c.state",
  "c.version",
  "c.rule",
  "c.filed_by",
  "c.filed_at",
  "c.check_note",
  "c.decided_amount",
  "c.decision_reason",
  "c.decided_at",
] as const;

function requests(tx: Tx) {
  return tx.selectFrom("cost_request as c").innerJoin("organisation as o", "o.id", "c.organisation_id").select(REQUEST);
}

function requestOf(row: Awaited<ReturnType<ReturnType<typeof requests>["executeTakeFirstOrThrow"]>>): CostRequest {
  return {
    id: row.id,
    number: row.number,
    year: row.year,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    state: row.state as CostState,
    version: row.version,
    rule: row.rule as RemainingCostRule,
    filedBy: row.filed_by,
    filedAt: row.filed_at,
    checkNote: row.check_note,
    decidedAmount: row.decided_amount === null ? null : cents(row.decided_amount),
    decisionReason: row.decision_reason,
    decidedAt: row.decided_at,
  };
}

export async function findRequest(tx: Tx, id: string): Promise<CostRequest | null> {
  const row = await requests(tx).where("c.id", "=", id).executeTakeFirst();
  return row === undefined ? null : requestOf(row);
}

/** Requests that the reader may see, the latest first. */
export async function listRequests(tx: Tx, organisationIds: readonly string[] | null): Promise<readonly CostRequest[]> {
  let query = requests(tx);
  if (organisationIds !== null) query = query.where("c.organisation_id", "in", [...organisationIds, NOBODY]);
  const rows = await query.orderBy("c.filed_at", "desc").orderBy("c.id").limit(500).execute();
  return rows.map(requestOf);
}

/** An empty list is no SQL. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The lines of a request, with the names that its organisation gave. As the service. */
export async function listLines(tx: Tx, requestId: string): Promise<readonly FiledLine[]> {
  const rows = await tx
    .selectFrom("cost_line as l")
    .innerJoin("registration as r", "r.id", "l.registration_id")
    .innerJoin("occasion as o", "o.id", "r.occasion_id")
    .select([
      "l.registration_id",
      "l.wages",
      "l.travel",
      "l.replacement",
      "l.paid_by_others",
      "l.computed",
      "l.decided",
      "r.name",
      "o.title",
    ])
    .where("l.request_id", "=", requestId)
    .orderBy("o.starts_at")
    .orderBy("r.name")
    .orderBy("l.registration_id")
    .execute();
  return rows.map((row) => ({
    registrationId: row.registration_id,
    name: row.name,
    session: row.title,
    seat: {
      costs: { wages: cents(row.wages), travel: cents(row.travel), replacement: cents(row.replacement) },
      paidByOthers: cents(row.paid_by_others),
    },
    computed: cents(row.computed),
    decided: row.decided === null ? null : cents(row.decided),
  }));
}

export async function saveCheck(tx: Tx, at: Temporal.Instant, id: string, note: string): Promise<void> {
  await tx
    .updateTable("cost_request")
    .set((eb) => ({ state: "checked", check_note: note, checked_at: at.toString(), version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function saveDecision(
  tx: Tx,
  at: Temporal.Instant,
  id: string,
  decision: { readonly lines: ReadonlyMap<string, Money>; readonly amount: Money; readonly reason: string },
): Promise<void> {
  for (const [registration, amount] of decision.lines) {
    await tx
      .updateTable("cost_line")
      .set({ decided: amount })
      .where("request_id", "=", id)
      .where("registration_id", "=", registration)
      .execute();
  }
  await tx
    .updateTable("cost_request")
    .set((eb) => ({
      state: "decided",
      decided_amount: decision.amount,
      decision_reason: decision.reason,
      decided_at: at.toString(),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

import { type Selectable, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { type Read, rowsOf } from "#src/platform/database/read.ts";
import type { Award as AwardRow } from "#src/platform/database/schema.ts";
import type { Ground } from "#src/reviews/index.ts";
import type { ToldLine } from "#src/selection/index.ts";
import type { Award, GrantedShare } from "./award.ts";
import type { Basis } from "./basis.ts";

/** A decision as it was recorded. */
export interface RecordedAward {
  readonly favourable: boolean;
  readonly aid: number;
  readonly eligibleCosts: number;
  readonly decidedOn: string;
  readonly deliberation: string;
  readonly grounds: readonly Ground[];
  readonly shares: readonly GrantedShare[];
  /** What the assessors found strong and weak, by criterion, where a committee did not retain the project. */
  readonly feedback: readonly ToldLine[];
  /** Why less was voted than the rules allow; empty where all was. */
  readonly reason: string;
  readonly basis: Basis;
  readonly ruleSetHash: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Temporal.Instant;
  readonly notifiedAt: Temporal.Instant | null;
}

interface Evidence extends Basis {
  readonly reason: string;
  readonly ruleSetHash: string;
  readonly grounds: readonly Ground[];
  readonly shares: readonly GrantedShare[];
  readonly feedback?: readonly ToldLine[];
}

export async function findAward(tx: Tx, applicationId: string): Promise<RecordedAward | null> {
  return (await findAwards(tx, [applicationId])).get(applicationId) ?? null;
}

/** The decision recorded on a file, to be read with other things. */
export function awardOf(applicationId: string): Read<RecordedAward | null> {
  return rowsOf(
    sql<Row>`
      SELECT w.favourable, w.aid, w.eligible_costs, w.decided_on, w.deliberation, w.evidence, w.recorded_at, w.notified_at,
        p.name
      FROM award w LEFT JOIN person p ON p.id = w.recorded_by WHERE w.application_id = ${applicationId}`,
    ([row]) => {
      if (row === undefined) return null;
      const { recorded_at: recorded, notified_at: notified } = row;
      const notified_at = notified === null ? null : Temporal.Instant.from(notified);
      return readAward({ ...row, recorded_at: Temporal.Instant.from(recorded), notified_at });
    },
  );
}

/** The decisions recorded on files, by file. */
export async function findAwards(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, RecordedAward>> {
  const rows = await tx
    .selectFrom("award")
    .leftJoin("person", "person.id", "award.recorded_by")
    .select([
      "award.application_id",
      "award.favourable",
      "award.aid",
      "award.eligible_costs",
      "award.decided_on",
      "award.deliberation",
      "award.evidence",
      "award.recorded_at",
      "award.notified_at",
      "person.name",
    ])
    .modifyFront(plannedOnce)
    .where("award.application_id", "=", sql<string>`ANY (${[...applicationIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.application_id, readAward(row)]));
}

type Row = Omit<Selectable<AwardRow>, "application_id" | "grounds" | "recorded_by"> & { readonly name: string | null };

function readAward(row: Row): RecordedAward {
  const evidence = row.evidence as Evidence;
  const { history, lines, below = [], structures, plan, assessment } = evidence;
  return {
    favourable: row.favourable,
    aid: row.aid,
    eligibleCosts: row.eligible_costs,
    decidedOn: row.decided_on,
    deliberation: row.deliberation,
    grounds: evidence.grounds,
    shares: evidence.shares,
    feedback: evidence.feedback ?? [],
    reason: evidence.reason,
    basis: { history, lines, below, structures, plan, assessment },
    ruleSetHash: evidence.ruleSetHash,
    recordedBy: row.name,
    recordedAt: row.recorded_at,
    notifiedAt: row.notified_at,
  };
}

/** A decision to record, with what it rests on. */
export interface NewAward {
  readonly applicationId: string;
  readonly award: Award;
  readonly evidence: Readonly<Record<string, unknown>>;
}

export async function addAwards(tx: Tx, all: readonly NewAward[], by: string, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto("award")
    .values(
      all.map(({ applicationId, award, evidence }) => ({
        application_id: applicationId,
        favourable: award.favourable,
        aid: award.aid,
        eligible_costs: award.eligibleCosts,
        decided_on: award.decidedOn,
        deliberation: award.deliberation,
        grounds: award.grounds.map((ground) => ground.key),
        evidence: json({ ...evidence, reason: award.reason, grounds: award.grounds, shares: award.shares }),
        recorded_by: by,
        recorded_at: at,
      })),
    )
    .execute();
}

/** The ledger of each structure then counts what was granted in place of what was asked. */
export async function grantShares(
  tx: Tx,
  applicationId: string,
  shares: readonly GrantedShare[],
  decidedOn: string,
): Promise<void> {
  for (const share of shares) {
    if (share.siren === null) continue;
    await tx
      .updateTable("party")
      .modifyEnd(plannedOnce)
      .set({ granted: json({ ...share.measures, aid: share.aid }), granted_on: decidedOn })
      .where("application_id", "=", applicationId)
      .where("siren", "=", share.siren)
      .where("funded", "=", true)
      .execute();
  }
}

export async function markNotified(tx: Tx, applicationIds: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("award")
    .modifyEnd(plannedOnce)
    .set({ notified_at: at })
    .where("application_id", "=", sql<string>`ANY (${[...applicationIds]}::uuid[])`)
    .execute();
}

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
  readonly basis: RecordedBasis;
  readonly ruleSetHash: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Temporal.Instant;
  readonly notifiedAt: Temporal.Instant | null;
}

/** What a vote rests on, as it is read: of the assessment, kept whole for whoever proves the vote, who pays alone. */
export interface RecordedBasis extends Omit<Basis, "assessment"> {
  readonly sources: Basis["assessment"]["funding"]["sources"];
}

/** Without most of its bytes, which nobody shows. */
const evidence = sql<unknown>`(award.evidence - ARRAY['assessment', 'findings'])
  || jsonb_build_object('sources', award.evidence #> '{assessment,funding,sources}')`;

interface Evidence extends RecordedBasis {
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
      SELECT award.favourable, award.aid, award.eligible_costs, award.decided_on, award.deliberation,
        ${evidence} AS evidence, award.recorded_at, award.notified_at, p.name
      FROM award LEFT JOIN person p ON p.id = award.recorded_by WHERE award.application_id = ${applicationId}`,
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
      "award.recorded_at",
      "award.notified_at",
      "person.name",
    ])
    .select(evidence.as("evidence"))
    .modifyFront(plannedOnce)
    .where("award.application_id", "=", sql<string>`ANY (${[...applicationIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.application_id, readAward(row)]));
}

type Row = Omit<Selectable<AwardRow>, "application_id" | "grounds" | "recorded_by"> & { readonly name: string | null };

function readAward(row: Row): RecordedAward {
  const { grounds, shares, feedback = [], reason, ruleSetHash, ...basis } = row.evidence as Evidence;
  const { history, lines, below = [], structures, plan, sources } = basis;
  return {
    favourable: row.favourable,
    aid: row.aid,
    eligibleCosts: row.eligible_costs,
    decidedOn: row.decided_on,
    deliberation: row.deliberation,
    grounds,
    shares,
    feedback,
    reason,
    basis: { history, lines, below, structures, plan, sources },
    ruleSetHash,
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

import type { Temporal } from "temporal-polyfill";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
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
  const row = await tx
    .selectFrom("award")
    .leftJoin("person", "person.id", "award.recorded_by")
    .select([
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
    .where("award.application_id", "=", applicationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const evidence = row.evidence as Evidence;
  const { history, lines, structures, plan, assessment } = evidence;
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
    basis: { history, lines, structures, plan, assessment },
    ruleSetHash: evidence.ruleSetHash,
    recordedBy: row.name,
    recordedAt: row.recorded_at,
    notifiedAt: row.notified_at,
  };
}

export async function addAward(
  tx: Tx,
  applicationId: string,
  award: Award,
  evidence: Readonly<Record<string, unknown>>,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("award")
    .modifyEnd(plannedOnce)
    .values({
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
    })
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

export async function markNotified(tx: Tx, applicationId: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("award")
    .modifyEnd(plannedOnce)
    .set({ notified_at: at })
    .where("application_id", "=", applicationId)
    .execute();
}

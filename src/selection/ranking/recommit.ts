import type { Tx } from "#src/platform/database/database.ts";
import type { ReviewedApplication } from "#src/reviews/index.ts";
import { rulesOfApplication } from "../rules.ts";
import { keepCommitted, reserve } from "./commit.ts";
import { reckonRetained } from "./retained.ts";

/**
 * What a file takes of the envelopes once its vote is corrected: less gives back the rest; more must still fit, since
 * what an earlier vote freed may be another's. What lacks, in words, or null.
 */
export async function commitAgain(
  tx: Tx,
  file: ReviewedApplication,
  aid: number,
  before: number,
): Promise<string | null> {
  const { application } = file;
  const { call, id } = application;
  const row = await tx
    .selectFrom("commitment")
    .select("application_id")
    .where("application_id", "=", id)
    .executeTakeFirst();
  if (call === null || row === undefined) return null;
  if (aid > before) {
    const under = { ...application, call };
    const { asks } = reckonRetained(file, application.retainedCosts);
    const lacks = await reserve(tx, under, rulesOfApplication(under), asks);
    if (lacks !== null) return lacks;
  }
  await keepCommitted(tx, new Map([[id, aid]]));
  return null;
}

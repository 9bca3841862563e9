import type { Application } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { feedbackOnAll } from "#src/selection/index.ts";
import { findAwards, type RecordedAward } from "./store.ts";

/** The decision as its letter tells it: the committee may word what it says of each criterion until the notification. */
export async function findTold(tx: Tx, application: Application): Promise<RecordedAward | null> {
  return (await findAllTold(tx, [application])).get(application.id) ?? null;
}

/** The decisions of files, as their letters tell them. */
export async function findAllTold(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, RecordedAward>> {
  const awards = await findAwards(
    tx,
    applications.map(({ id }) => id),
  );
  const rejected = applications.filter(({ id }) => awards.get(id)?.favourable === false);
  const feedback = await feedbackOnAll(tx, rejected);
  return new Map(
    [...awards].map(([id, award]) => [id, award.favourable ? award : { ...award, feedback: feedback.get(id) ?? [] }]),
  );
}

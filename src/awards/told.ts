import type { Application } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { feedbackOn } from "#src/selection/index.ts";
import { findAward, type RecordedAward } from "./store.ts";

/** The decision as its letter tells it: the committee may word what it says of each criterion until the notification. */
export async function findTold(tx: Tx, application: Application): Promise<RecordedAward | null> {
  const award = await findAward(tx, application.id);
  return award === null || award.favourable ? award : { ...award, feedback: await feedbackOn(tx, application) };
}

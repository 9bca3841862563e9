import { z } from "zod";
import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { confirmActors } from "./actors/jobs.ts";
import { closeListings } from "./exchanges/jobs.ts";
import { remindAssessments } from "./maturity/jobs.ts";
import { deliverIssue, SEND_NEWSLETTER } from "./newsletter/acts.ts";
import { remindUnanswered } from "./referrals/jobs.ts";
import { forgetCommunity } from "./retention.ts";

const NIGHT = "community-night";

/** Every morning before people come in: what the calendar alone asks for. */
export const COMMUNITY_CRONTAB = `40 5 * * * ${NIGHT} ?fill=1d`;

export function communityJobs(world: World): Jobs {
  return {
    [NIGHT]: () => keepCommunity(world),
    [SEND_NEWSLETTER]: (payload) => deliverIssue(world, z.object({ issue: z.uuid() }).parse(payload).issue),
  };
}

/** All that comes with time: reminders told, listings closed, profiles asleep, old data forgotten. */
export async function keepCommunity(world: World): Promise<void> {
  await remindAssessments(world);
  await remindUnanswered(world);
  await closeListings(world);
  await confirmActors(world);
  await forgetCommunity(world);
}

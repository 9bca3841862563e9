import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { forgetAround } from "./around/retention.ts";
import { issueCompletionLetter } from "./completion/completion-letter.ts";

const FORGET = "forget-around-files";

/** Every night. */
export const REVIEWS_CRONTAB = `15 3 * * * ${FORGET} ?fill=1d`;

/** The letters of the review, made after the act that asked for them, and what is forgotten in time. */
export function reviewJobs(world: World): Jobs {
  return {
    "issue-completion-request": (payload) => issueCompletionLetter(world, payload),
    [FORGET]: () => forgetAround(world),
  };
}

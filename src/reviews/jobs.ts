import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { issueCompletionLetter } from "./completion/completion-letter.ts";

/** The letters of the review, made after the act that asked for them. */
export function reviewJobs(world: World): Jobs {
  return { "issue-completion-request": (payload) => issueCompletionLetter(world, payload) };
}

import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { forgetFile } from "./papers.ts";
import { issueReceipt } from "./receipt.ts";

/** What this slice does in the background. */
export function applicationJobs(world: World): Jobs {
  return {
    "issue-receipt": (payload) => issueReceipt(world, payload),
    "forget-file": (payload) => forgetFile(world, payload),
  };
}

import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { issueReceipt } from "./filing/receipt.ts";
import { forgetFile } from "./papers/papers.ts";

/** What this slice does in the background. */
export function applicationJobs(world: World): Jobs {
  return {
    "issue-receipt": (payload) => issueReceipt(world, payload),
    "forget-file": (payload) => forgetFile(world, payload),
  };
}

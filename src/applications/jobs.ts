import type { Jobs } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { forgetPapers } from "./belonging/retention.ts";
import { issueReceipt } from "./filing/receipt.ts";
import { forgetFile } from "./papers/papers.ts";
import { PARTNERS_CRONTAB, partnerJobs } from "./partners/forget.ts";

const FORGET_PROOFS = "forget-belonging-papers";

/** Every night. */
export const APPLICATIONS_CRONTAB = [`50 2 * * * ${FORGET_PROOFS} ?fill=1d`, PARTNERS_CRONTAB].join("\n");

/** What this slice does in the background. */
export function applicationJobs(world: World): Jobs {
  return {
    ...partnerJobs(world),
    "issue-receipt": (payload) => issueReceipt(world, payload),
    "forget-file": (payload) => forgetFile(world, payload),
    [FORGET_PROOFS]: async () => void (await forgetPapers(world)),
  };
}

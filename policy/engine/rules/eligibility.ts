import type { CriterionResult } from "./criterion.ts";

export type Eligibility = "eligible" | "not-eligible" | "incomplete" | "to-assess";

/** Not met > unknown > to assess > met, over all the criteria. */
export function eligibilityOf(criteria: readonly { readonly status: CriterionResult["status"] }[]): Eligibility {
  const has = (status: CriterionResult["status"]) => criteria.some((criterion) => criterion.status === status);
  if (has("not-met")) return "not-eligible";
  if (has("unknown")) return "incomplete";
  return has("to-assess") ? "to-assess" : "eligible";
}

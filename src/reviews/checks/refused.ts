import type { Refusal } from "./finding.ts";

/** Reasons that lead to fields, as the acts of a file say them. */
export function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}

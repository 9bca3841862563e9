import type { Nature } from "../occasions/occasion.ts";

/**
 * How long what people typed to come is kept once it is over, in months; what they attended is then a number. What
 * proves a training is kept as long as those who pay for it may ask for it.
 */
export const RETENTION_MONTHS: Readonly<Record<Nature, number>> = { event: 12, session: 60 };

/** « 12 mois », « 5 ans ». */
export function sayRetention(nature: Nature): string {
  const months = RETENTION_MONTHS[nature];
  return months > 24 ? `${months / 12}\u00a0ans` : `${months}\u00a0mois`;
}

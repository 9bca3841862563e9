import { type Day, daysBetween } from "../values/day.ts";
import type { Money } from "../values/money.ts";

/** An aid that the answers list; what is not told yet is null. */
export interface DeclaredAid {
  readonly grantedOn: Day | null;
  readonly amount: Money | null;
  readonly funder: string | null;
}

/** An aid granted by the service itself under a regime, to the organisation or to one linked to it. */
export interface GrantedAid {
  /** The day on which the right to it is conferred: that of the decision. */
  readonly grantedOn: Day;
  readonly amount: Money;
  /** Where it is known from: « un dispositif, dossier 2026-0007 ». */
  readonly source: string;
}

/** An aid that a regime counts, once. */
export interface CountedAid {
  readonly grantedOn: Day;
  readonly amount: Money;
  readonly source: string;
  readonly by: "declared" | "service" | "both";
}

/** Who declares an aid writes the day of the decision, of its letter or of the agreement: they stand no further apart. */
const DAYS_APART = 62;
const EURO = 100;

/**
 * What was declared and what the service granted, each aid once: one declared for the same amount, to the euro, and about
 * the same day as one granted here is that one. An aid that is not wholly declared is left out.
 */
export function countedAids(declared: readonly DeclaredAid[], granted: readonly GrantedAid[]): readonly CountedAid[] {
  const left = declared.flatMap(({ grantedOn, amount, funder }) =>
    grantedOn === null || amount === null ? [] : [{ grantedOn, amount, source: funder ?? "" }],
  );
  const fromService = granted.map(({ grantedOn, amount, source }): CountedAid => {
    const at = left.findIndex(
      (one) => Math.abs(one.amount - amount) < EURO && apart(one.grantedOn, grantedOn) <= DAYS_APART,
    );
    if (at !== -1) left.splice(at, 1);
    return { grantedOn, amount, source, by: at === -1 ? "service" : "both" };
  });
  const others = left.map((one): CountedAid => ({ ...one, by: "declared" }));
  return [...fromService, ...others].sort((a, b) =>
    a.grantedOn < b.grantedOn ? -1 : a.grantedOn > b.grantedOn ? 1 : 0,
  );
}

function apart(a: Day, b: Day): number {
  return a < b ? daysBetween(a, b) : daysBetween(b, a);
}

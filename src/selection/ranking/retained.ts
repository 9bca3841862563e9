import type { Assessment } from "#policy/index.ts";
import { instructionOf, type ReviewFile, schemeOf } from "#src/reviews/index.ts";
import { asksOf } from "../rules.ts";
import type { Ask } from "./line.ts";

/** What a file comes to when no more than so much of its costs is retained: read again by every rule. Money in cents. */
export interface Reckoning {
  readonly eligibleCosts: number;
  /** The funder's own aid, at most. */
  readonly aid: number;
  readonly asks: readonly Ask[];
  /** Conditions that hold on what was asked, and no more on what is retained. */
  readonly broken: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

/** Reckons a file under what is retained of it; null for all that the rules allow. */
export function reckonRetained(file: ReviewFile, retained: number | null): Reckoning {
  const { accepted, asked, ceiling } = instructionOf({
    ...file,
    application: { ...file.application, retainedCosts: retained },
  });
  return {
    eligibleCosts: accepted.funding.eligibleCosts ?? 0,
    aid: ceiling ?? 0,
    asks: asksOf(schemeOf(file.application), accepted.funding.sources),
    broken: brokenBy(asked, accepted),
  };
}

/** Conditions met, or left to a person, on what was asked, and not met on what is kept. */
export function brokenBy(
  asked: Pick<Assessment, "criteria">,
  accepted: Pick<Assessment, "criteria">,
): Reckoning["broken"] {
  return accepted.criteria.flatMap(({ id, party, status, title, reason }) => {
    const before = asked.criteria.find((one) => one.id === id && one.party === party);
    return status === "not-met" && before?.status !== "not-met" ? [{ id, title, reason }] : [];
  });
}

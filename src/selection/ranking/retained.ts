import { type Assessment, linesIn } from "#policy/index.ts";
import { instructionOf, type ReviewedApplication, schemeOf } from "#src/reviews/index.ts";
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
export function reckonRetained(file: ReviewedApplication, retained: number | null): Reckoning {
  const { accepted, asked, ceiling } = instructionUnder(file, retained);
  const whole = retained === null ? accepted : instructionUnder(file, null).accepted;
  return {
    eligibleCosts: accepted.funding.eligibleCosts ?? 0,
    aid: ceiling ?? 0,
    asks: asksOf(schemeOf(file.application), accepted.funding.sources, investedIn(file, whole)),
    broken: brokenBy(asked, accepted),
  };
}

function instructionUnder(file: ReviewedApplication, retainedCosts: number | null) {
  return instructionOf({ ...file, application: { ...file.application, retainedCosts } });
}

/** Which share of the costs is for investments: a committee that retains less cuts both alike. */
function investedIn(file: ReviewedApplication, { costs, funding }: Pick<Assessment, "costs" | "funding">): number {
  const sheet = schemeOf(file.application).costs;
  const { investment } = sheet;
  if (investment === undefined || !funding.eligibleCosts) return 0;
  const lines = linesIn(sheet, file.answers).map(({ values }) => values[investment] === true);
  const invested = costs.reduce((sum, { index, eligible }) => (lines[index] === true ? sum + (eligible ?? 0) : sum), 0);
  return Math.min(1, invested / funding.eligibleCosts);
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

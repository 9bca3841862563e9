import { describe, expect, it } from "vitest";
import type { Funding } from "../../../engine/grants/assessment.ts";
import type { PartyFunding } from "../../../engine/grants/figures.ts";
import { cents } from "../../../engine/values/money.ts";
import { causeOfNothing } from "./nothing.ts";

function share(allowed: number): PartyFunding {
  const amounts = { realCost: cents(100), eligibleCosts: cents(100), aid: cents(0) };
  return { measures: { days: { asked: 1, kept: 1, refused: 0, allowed } }, ...amounts };
}

function funding(changes: Partial<Funding>): Funding {
  return {
    realCost: cents(200),
    eligibleCosts: cents(100),
    aid: cents(0),
    total: cents(0),
    otherPublicFunding: cents(0),
    ownContribution: cents(200),
    hasUnknown: false,
    isEstimate: false,
    parties: [share(5)],
    sources: [],
    steps: [],
    ...changes,
  };
}

describe("the cause of an aid of nothing", () => {
  it.each([
    ["an aid", { aid: cents(1) }, null],
    ["an aid that is not known", { aid: null }, null],
    ["no structure yet", { parties: [] }, null],
    ["no day left for any", { parties: [share(0), share(0)] }, "days-spent"],
    ["no day left for one of two", { parties: [share(0), share(5)] }, "aid-spent"],
    ["costs that are all left out", { eligibleCosts: cents(0) }, "no-eligible-cost"],
    ["costs that are not known", { eligibleCosts: null }, "no-eligible-cost"],
    ["others who pay all that is spent", { otherPublicFunding: cents(200) }, "paid-by-others"],
    ["others who pay a cent less", { otherPublicFunding: cents(199) }, "aid-spent"],
    ["others who pay as much as is eligible", { otherPublicFunding: cents(100) }, "aid-spent"],
    ["others, where what is spent is not known", { realCost: null, otherPublicFunding: cents(900) }, "aid-spent"],
    ["others who are not known", { otherPublicFunding: null }, "aid-spent"],
  ] as const)("%s", (_, changes, cause) => {
    expect(causeOfNothing(funding(changes))).toBe(cause);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../engine/values/day.ts";
import { cents } from "../../../engine/values/money.ts";
import type { ConsultingFacts } from "./facts.ts";
import { requests } from "./files.fixture.ts";
import { publicodesOn } from "./publicodes.fixture.ts";
import { evaluate } from "./reading.fixture.ts";
import { scalarOf } from "./scalar.fixture.ts";

const today = day("2026-03-02");

/** One structure, two phases and consultants at most, prices by ten euros: both engines then count without rounding. */
function scalarRequest(facts: ConsultingFacts): ConsultingFacts {
  const [structure] = facts.structures ?? [];
  const tens = (amount: number | null | undefined) =>
    amount == null ? null : cents(Math.round(amount / 1_000) * 1_000);
  const phases = structure?.phases
    ?.slice(0, 2)
    .map((phase) => ({ ...phase, phase: "diagnostic" as const, dailyCost: tens(phase.dailyCost) }));
  return {
    ...facts,
    structures: [{ ...structure, phases: phases ?? null }],
    provider: { ...facts.provider, consultants: facts.provider?.consultants?.slice(0, 2) ?? null },
    otherPublicFunding: tens(facts.otherPublicFunding),
  };
}

describe("the same scalar rules in publicodes", () => {
  const run = publicodesOn(today);

  it("give the same answer and the same amount on every known file", () => {
    fc.assert(
      fc.property(requests(false).map(scalarRequest), (facts) => {
        const scalar = scalarOf(facts);
        if (scalar === null) throw new Error("not scalar");
        const ours = evaluate(facts, { today });
        const theirs = run(scalar);
        expect(theirs.eligibility).toBe(ours.eligibility);
        expect(Math.round((theirs.region ?? -1) * 100)).toBe(ours.funding.aid);
      }),
      { numRuns: 250 },
    );
  });

  it("refuse and wait on the same files when facts are missing", () => {
    fc.assert(
      fc.property(requests(true).map(scalarRequest), (facts) => {
        const scalar = scalarOf(facts);
        if (scalar === null) throw new Error("not scalar");
        // An empty list of consultants has no scalar equivalent that says "unknown"; phases either.
        if (facts.provider?.consultants?.length === 0 || (facts.structures?.[0]?.phases?.length ?? 0) === 0) return;
        const ours = evaluate(facts, { today }).eligibility;
        expect(run(scalar).eligibility).toBe(ours);
      }),
      { numRuns: 150 },
    );
  });
});

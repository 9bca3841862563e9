import fc from "fast-check";
import { expect, it } from "vitest";
import { cents, day, frameworkByVersion, type OpenScheme, type Values } from "#policy/index.ts";
import { type Application, planOf, printedSources, retainedPlan } from "#src/life/index.ts";
import { instruct } from "../instruction/instruction.ts";
import { belowLines, printedBudget } from "./below-lines.ts";
import { fundingPlan, planLines } from "./funding-plan.ts";

const scheme = frameworkByVersion("2025-07-15")?.scheme("transitions") as OpenScheme;
const filedOn = day("2026-01-15");
const cost = (heading: string, amount: number) => ({ heading, amount, bornBy: "lead" });

const options = fc.constantFrom("key", "7-direct", "15-staff", "40-staff");
const amounts = fc.array(fc.integer({ min: 100_000, max: 9_000_000 }), { minLength: 1, maxLength: 5 });

/** A file of 2.c whose selection retained so much of its costs, and what its documents print. */
function printed(costs: readonly number[], costOption: string, share: number) {
  const answers = {
    costs: costs.map((amount, at) => cost(["external", "staff", "operating"][at % 3] ?? "external", amount)),
    costOption,
    requestedEsfRate: 0.6,
    otherPublicFunding: 0,
  } as unknown as Values;
  const read = { scheme, answers, filedOn, findings: [], accepted: [] };
  const { whole } = instruct(read);
  const retained = Math.max(1, Math.floor(((whole ?? 0) * share) / 100));
  const instruction = instruct({ ...read, retained });
  const application = {
    framework: "2025-07-15",
    scheme: "transitions",
    retainedCosts: retained < (whole ?? 0) ? retained : null,
    retainedReason: "",
    otherDecision: { selected: true, decidedOn: "2026-02-01", reference: "FSE-7", retained },
  } as Application;
  const lines = planLines(scheme, answers, [], instruction);
  const below = belowLines(application, lines, instruction);
  const aid = instruction.ceiling ?? 0;
  return { retained, whole, below, lines, plan: fundingPlan(application, instruction, aid), instruction, aid };
}

it("adds up, line by line and by who pays, to what a selection retained, whatever it retained (D-31, D-32)", () => {
  fc.assert(
    fc.property(amounts, options, fc.integer({ min: 1, max: 100 }), (costs, option, share) => {
      const { whole, retained, lines, below, plan, aid } = printed(costs, option, share);
      fc.pre((whole ?? 0) > 0);
      const budget = printedBudget(lines, below);
      expect(budget.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(retained);
      expect(budget.reduce((sum, { requested }) => sum + requested, 0)).toBe(plan.presented);
      expect(plan).toMatchObject({ eligible: retained, eligibleAs: "Total retenu (FSE+)" });
      expect(aid).toBe(Math.floor(retained / 5));
      const shared = retainedPlan(plan);
      if (shared === null) throw new Error("nothing beside the aid passes what is retained");
      const sources = printedSources(shared, "Région", "Association");
      expect(sources.reduce((sum, source) => sum + source.cents, 0)).toBe(retained);
      // What is not retained is left to who carries the project out.
      expect(shared.own + plan.presented - retained).toBe(plan.own);
    }),
    { numRuns: 80 },
  );
});

it("tells the cut once, with the other funder's decision, and nothing where all is retained", () => {
  const { below, retained, whole } = printed([10_000_000], "key", 80);
  expect(below).toEqual([
    {
      label: "Non retenu par la sélection au titre du FSE+",
      presented: 0,
      kept: retained - (whole ?? 0),
      why: "Décision FSE-7 du 1er février 2026.",
    },
  ]);
  expect(printed([10_000_000], "key", 100).below).toEqual([]);
});

it("shows a flat rate under the lines that it follows", () => {
  const { below } = printed([10_000_000], "7-direct", 100);
  expect(below).toEqual([{ label: "Coûts au taux forfaitaire", presented: 700_000, kept: 700_000, why: "" }]);
});

it("keeps the plan of all that was presented where what pays beside the aid passes what is retained", () => {
  const costs = { presented: 1000, eligible: 500, eligibleAs: "Total retenu", other: 450 };
  expect(retainedPlan(planOf(costs, cents(100)))).toBeNull();
});

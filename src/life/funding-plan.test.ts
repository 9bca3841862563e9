import { expect, it } from "vitest";
import { day, euros, frameworkOn } from "#policy/index.ts";
import { besideOf, planOf } from "./funding-plan.ts";
import { printedSources } from "./letters/sources.ts";

/** TR-5: the Region pays 20 % and the ESF+ 60 % of the same costs. */
it("leaves to the beneficiary what neither the Region nor another funder of the scheme pays", () => {
  const scheme = frameworkOn(day("2026-01-15")).scheme("transitions");
  if (scheme?.status !== "open") throw new Error("2.c is open to files");
  const read = scheme.parseFacts({
    requestedEsfRate: 0.6,
    otherPublicFunding: "1000.00",
    costs: [{ heading: "external", amount: "100000.00", bornBy: "lead", isMaintenanceOutsidePeriod: false }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { funding } = scheme.evaluate(read.facts, { today: day("2026-01-15") });
  expect(besideOf(funding)).toEqual({ beside: [{ label: "Aide du FSE+", cents: euros(60_000) }] });
  const costs = { presented: euros(100_000), eligible: euros(100_000), other: euros(1000), ...besideOf(funding) };
  const plan = planOf(costs, euros(20_000));
  expect(plan).toMatchObject({ own: euros(19_000), rate: 2000 });
  const printed = printedSources(plan, "Région", "Association");
  expect(printed.map(({ label }) => label)).toEqual([
    "Région",
    "Aide du FSE+",
    "Autres financements publics",
    "Association",
  ]);
  expect(printed.reduce((sum, { share }) => sum + share, 0)).toBe(10_000);
});

it("says nothing of a payer where the Region alone pays", () => {
  const plan = planOf({ presented: 1000, eligible: 1000, other: 0, ...besideOf({ sources: [] }) }, 700);
  expect(plan).toEqual({ presented: 1000, eligible: 1000, aid: 700, other: 0, own: 300, rate: 7000 });
});

import fc from "fast-check";
import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import { type CostFacts, type ModernisationFacts, natures, planSources } from "./facts.ts";
import type { ModernisationTerms } from "./terms.ts";

/** Files of every kind for the properties: near the bounds, with or without gaps. */

const gap = { freq: 5, nil: null };
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, gap);
const oneOf = <const T extends string>(...of: readonly T[]) => fc.constantFrom(...of);
const keys = <T extends object>(of: T) => fc.constantFrom(...(Object.keys(of) as (keyof T & string)[]));
const days = (...of: readonly string[]) => fc.constantFrom(...of.map(day));
const yes = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean());
const no = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean());

const communes = oneOf("14118", "27229", "50129", "61001", "76540", "75056", "35238");
const amounts = fc.oneof(
  fc.constantFrom(0, 1, 999_999, 1_000_000, 1_000_001).map(cents),
  fc.integer({ min: 0, max: 9_000_000 }).map(cents),
);
const payments = days("2025-12-31", "2026-01-01", "2026-06-30", "2027-12-31", "2028-01-01");

export const costs: fc.Arbitrary<CostFacts> = fc.record({
  nature: some(
    fc.oneof({ weight: 2, arbitrary: keys(natures) }, oneOf("website", "staff", "technical-platform", "development")),
  ),
  amount: fc.oneof({ weight: 12, arbitrary: amounts }, fc.constant(null)),
  vat: fc.option(amounts, { freq: 2, nil: null }),
  vatRecoverable: some(fc.boolean()),
  isInvestment: some(no),
  isPedagogical: some(no),
  ecoDesigned: some(yes),
  accessible: some(yes),
  paidElsewhere: some(no),
  paidOn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, payments),
});

const parts = fc.record({ source: some(keys(planSources)), amount: some(amounts) });
const phases = fc.record({
  startsOn: some(days("2026-09-01", "2026-09-02")),
  endsOn: some(days("2026-09-01", "2027-06-30")),
});

/** Projects with a few lines; any fact may be unknown. */
const loose: fc.Arbitrary<ModernisationFacts> = fc.record({
  project: fc.record({
    commune: some(communes),
    communes: fc.option(fc.array(communes, { maxLength: 2 }), { freq: 2, nil: null }),
    kinds: some(fc.uniqueArray(oneOf("service-offer", "communication", "process", "other"), { maxLength: 2 })),
    isPedagogical: some(no),
    changesOwnOrganisation: some(yes),
    transitions: some(fc.uniqueArray(oneOf("digital", "ecological"), { maxLength: 2 })),
    regionalAudience: some(fc.boolean()),
    transposable: some(fc.boolean()),
    improvesAnswer: some(yes),
    givesContext: some(yes),
    phases: some(fc.array(phases, { maxLength: 2 })),
    funding: some(fc.array(parts, { maxLength: 3 })),
  }),
  costs: some(fc.array(costs, { maxLength: 4 })),
  otherPublicFunding: some(fc.oneof(fc.constant(euros(0)), amounts)),
});

/** The same with a plan that makes the cost of the project, to a cent or so: rarely met by chance. */
const balanced: fc.Arbitrary<ModernisationFacts> = fc
  .tuple(loose, fc.constantFrom(0, 0, 0, -1, 1))
  .map(([facts, by]) => {
    let sum = 0;
    for (const { amount, vat, vatRecoverable } of facts.costs ?? []) {
      sum += (amount ?? 0) + (vatRecoverable === false ? (vat ?? 0) : 0);
    }
    const funding = [{ source: "own" as const, amount: cents(Math.max(0, sum + by)) }];
    return { ...facts, project: { ...facts.project, funding } };
  });

export const projects: fc.Arbitrary<ModernisationFacts> = fc.oneof(loose, balanced);

/** What a call may fix; each may be missing, as while it is prepared. */
export const calls: fc.Arbitrary<ModernisationTerms> = fc.record({
  rate: some(fc.constantFrom(0, 0.333333, 0.5, 1)),
  maxAid: some(fc.constantFrom(0, 1_000_000, 500_000_000).map(cents)),
  costsFrom: some(fc.constant(day("2026-01-01"))),
  costsUntil: some(fc.constant(day("2027-12-31"))),
  acceptsStaff: some(fc.boolean()),
  investment: some(oneOf("accepted", "refused", "judged")),
  countsVat: some(yes),
});

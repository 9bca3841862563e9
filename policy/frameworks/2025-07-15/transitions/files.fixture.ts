import fc from "fast-check";
import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import { type CostFacts, categories, headings, kinds, type TransitionFacts } from "./facts.ts";

/** Files of every kind for the properties: near the bounds, with or without gaps. */

const gap = { freq: 5, nil: null };
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, gap);
const oneOf = <const T extends string>(...of: readonly T[]) => fc.constantFrom(...of);
const keys = <T extends object>(of: T) => fc.constantFrom(...(Object.keys(of) as (keyof T & string)[]));
const days = (...of: readonly string[]) => fc.constantFrom(...of.map(day));
const yes = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean());

const payments = days("2024-12-31", "2025-01-01", "2026-05-01", "2027-12-31", "2028-01-01");
const services = days("2024-12-31", "2025-01-01", "2026-05-01", "2027-03-31", "2027-04-01", "2027-12-31", "2028-01-01");
const ends = days("2026-01-14", "2026-01-15", "2026-01-16", "2027-03-31", "2027-06-29", "2027-06-30", "2027-07-01");
const communes = oneOf("14118", "27229", "50129", "61001", "76540", "75056", "35238");
const amounts = fc.oneof(
  fc.constantFrom(0, 1, 2_499_999, 2_500_000, 2_500_001, 20_000_000).map(cents),
  fc.integer({ min: 0, max: 9_000_000 }).map(cents),
);
const persons = oneOf("A", "B");
const hours = fc.constantFrom(40, 80, 80.35, 80.36, 160.69, 160.7, 160.71, 803.5, 1_607);
const shares = fc.constantFrom(0, 0.05, 0.050001, 0.099999, 0.1, 0.100001, 0.5, 1);

export const costs: fc.Arbitrary<CostFacts> = fc.record({
  heading: some(
    fc.oneof({ weight: 2, arbitrary: keys(headings) }, fc.constantFrom("staff" as const, "operating" as const)),
  ),
  amount: fc.oneof({ weight: 12, arbitrary: amounts }, fc.constant(null)),
  paidOn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, payments),
  bornBy: some(oneOf("lead", "lead", "lead", "lead", "partner")),
  timeShare: some(shares),
  activity: some(
    oneOf("engineering", "engineering", "dissemination", "teaching", "steering", "evaluation", "administration"),
  ),
  isMaintenanceOutsidePeriod: some(fc.boolean()),
  isMissionOfStaffOutsideHeading: some(fc.boolean()),
  nature: some(oneOf("pedagogical", "pedagogical", "pedagogical", "furniture", "computer-hardware", "other")),
  ground: some(oneOf("necessary", "fully-depreciated", "most-economical")),
  servedFrom: fc.option(services, { freq: 3, nil: null }),
  servedTo: fc.option(services, { freq: 3, nil: null }),
  vat: fc.option(amounts, { freq: 2, nil: null }),
  vatRecoverable: some(fc.boolean()),
  hours: fc.option(hours, { freq: 2, nil: null }),
  ownHours: fc.option(fc.constantFrom(800, 1_607, 1_608), { freq: 3, nil: null }),
  person: fc.option(persons, { freq: 3, nil: null }),
  employer: some(oneOf("lead", "lead", "lead", "other")),
  isMaintenance: fc.option(fc.boolean(), { freq: 2, nil: null }),
  isWebsite: fc.option(fc.boolean(), { freq: 2, nil: null }),
  isEcoDesigned: some(fc.boolean()),
  missionOf: fc.option(persons, { freq: 3, nil: null }),
  depreciatedOn: some(services),
});

const partners = fc.record({
  role: some(oneOf("lead", "lead", "partner")),
  category: some(fc.oneof({ weight: 3, arbitrary: keys(categories) }, fc.constant("association" as const))),
  involvedWithJobSeekers: some(yes),
  canPrefinance: some(yes),
  agreementSignedOn: fc.option(days("2026-01-14", "2026-01-14", "2026-01-15", "2026-01-16"), { freq: 4, nil: null }),
});

/** Projects with a few lines; any fact may be unknown. */
export const projects: fc.Arbitrary<TransitionFacts> = fc.record({
  project: fc.record({
    commune: some(communes),
    communes: fc.option(fc.array(communes, { maxLength: 2 }), { freq: 2, nil: null }),
    places: fc.option(fc.array(fc.record({ commune: some(communes) }), { maxLength: 2 }), { freq: 2, nil: null }),
    kinds: some(fc.uniqueArray(keys(kinds), { maxLength: 2 })),
    transitions: some(fc.uniqueArray(oneOf("digital", "ecological"), { maxLength: 2 })),
    startsOn: fc.option(days("2024-06-01", "2025-01-01", "2026-06-01"), { freq: 2, nil: null }),
    endsOn: some(ends),
    free: some(yes),
    contributesToObjective45: some(yes),
    coherent: some(yes),
    complementary: some(yes),
  }),
  partners: some(fc.array(partners, { maxLength: 3 })),
  principles: fc.record({ equality: some(yes), nonDiscrimination: some(yes), sustainability: some(yes) }),
  partnershipAgreementOn: some(days("2026-01-14", "2026-01-15", "2026-01-16")),
  selectedForEsf: some(yes),
  requestedEsfRate: some(fc.constantFrom(0, 0.3, 0.333333, 0.5, 0.6, 0.6, 0.600001, 1)),
  costOption: fc.option(oneOf("key", "7-direct", "15-staff", "40-staff", "20-direct"), { freq: 2, nil: null }),
  costs: some(fc.array(costs, { maxLength: 5 })),
  otherPublicFunding: some(fc.oneof(fc.constant(euros(0)), amounts)),
});

const timed = { heading: "staff", amount: euros(10_000), bornBy: "lead", person: "A" } as const;

/** A person whose eligible time alone is a tenth of theirs, to the hundredth of an hour. */
const tenths: readonly TransitionFacts[] = [160.69, 160.7, 160.71].map((hours) => ({
  costs: [
    { ...timed, hours, ownHours: 1_607, activity: "engineering" },
    { ...timed, hours: 40, ownHours: 1_607, activity: "teaching" },
  ],
}));
const shared: readonly TransitionFacts[] = [0.099999, 0.1, 0.100001].map((timeShare) => ({
  costs: [
    { ...timed, timeShare, activity: "engineering" },
    { ...timed, timeShare: 0.05, activity: "teaching" },
  ],
}));

/** Two lines of one person on each side of a tenth of their time: rarely met by chance. */
const halves: readonly TransitionFacts[] = [40, 80.34, 80.35, 80.36].flatMap((hours) =>
  (["engineering", "teaching"] as const).flatMap((activity) =>
    [{ hours, ownHours: 1_607 }, { timeShare: hours === 80.35 ? 0.05 : hours > 80.35 ? 0.050001 : 0.049999 }].map(
      (time) => ({
        costs: [
          { ...timed, ...time, activity: "engineering" as const },
          { ...timed, ...time, activity },
        ],
      }),
    ),
  ),
);

/** Lines of one person near the bound of their time. */
export const pairs: readonly TransitionFacts[] = [...halves, ...tenths, ...shared];

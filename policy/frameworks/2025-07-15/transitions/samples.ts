import { day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { CostFacts, TransitionFacts } from "./facts.ts";

const work: CostFacts = {
  heading: "staff",
  amount: cents(4_000_003),
  paidOn: day("2026-09-30"),
  bornBy: "lead",
  timeShare: 0.5,
  activity: "engineering",
};
const service: CostFacts = {
  heading: "external",
  amount: cents(1_234_567),
  bornBy: "lead",
  isMaintenanceOutsidePeriod: false,
};
const inKind: CostFacts = { heading: "in-kind", amount: euros(9_000), bornBy: "lead" };

const sound: TransitionFacts = {
  project: {
    commune: "76540",
    kinds: ["module"],
    transitions: ["digital"],
    endsOn: day("2027-03-31"),
    free: true,
    contributesToObjective45: true,
    coherent: true,
    complementary: true,
  },
  partners: [{ role: "lead", category: "association", involvedWithJobSeekers: true, canPrefinance: true }],
  principles: { equality: true, nonDiscrimination: true, sustainability: true },
  selectedForEsf: true,
  requestedEsfRate: 0.6,
  costs: [work, service],
  otherPublicFunding: euros(0),
};

function costing(...costs: readonly CostFacts[]): TransitionFacts {
  return { ...sound, costs };
}

/** Files that meet each bound, each rounding and each doubt of an amount, alone and together. */
export const samples: readonly TransitionFacts[] = [
  {},
  sound,
  { ...sound, requestedEsfRate: 0.333333, otherPublicFunding: cents(2_500_001) },
  { ...sound, otherPublicFunding: euros(60_000) },
  costing(work, { ...work, amount: euros(5_000), timeShare: 0.1 }, { ...work, timeShare: 0.099999 }),
  costing(
    { ...work, person: "A", hours: 80, ownHours: 1_607, timeShare: null },
    { ...work, person: "A", hours: 80.71, ownHours: 1_607, timeShare: null, activity: "teaching" },
    { heading: "operating", amount: euros(300), bornBy: "lead", missionOf: "A" },
    { heading: "operating", amount: euros(300), bornBy: "lead", missionOf: "B" },
  ),
  costing(work, inKind, { ...inKind, amount: euros(90_000), bornBy: "partner" }),
  costing(work, {
    ...service,
    isMaintenance: true,
    servedFrom: day("2026-12-01"),
    servedTo: day("2027-11-30"),
    isMaintenanceOutsidePeriod: null,
  }),
  costing(work, { ...service, vat: euros(2_469), vatRecoverable: false, servedTo: day("2027-06-01") }),
  costing(
    work,
    { heading: "equipment", amount: euros(7_000), bornBy: "lead", nature: "pedagogical", ground: "necessary" },
    { heading: "equipment", amount: euros(7_000), bornBy: "partner", nature: "vehicle", ground: "necessary" },
    {
      heading: "operating",
      amount: euros(900),
      bornBy: "lead",
      nature: "computer-hardware",
      isMissionOfStaffOutsideHeading: false,
    },
  ),
  ...(["key", "7-direct", "15-staff", "40-staff", "20-direct"] as const).map((costOption) => ({
    ...costing(work, service, { heading: "indirect", amount: euros(4_000), bornBy: "lead" }),
    costOption,
  })),
  costing(
    { ...work, hours: 200, ownHours: 1_607, yearlyCost: euros(45_000), timeShare: null },
    { ...work, paidElsewhere: true },
  ),
  ...([59_999, 60_000, 216_000] as const).flatMap((total) =>
    (["none", "adapted", "formal"] as const).map((procedure): TransitionFacts & Values => ({
      ...costing(
        work,
        { ...service, amount: euros(total - 10_000), need: "Films", procedure, consultedOn: day("2026-04-01") },
        { ...service, amount: euros(10_000), need: " films ", procedure },
      ),
      procurement: { isBuyer: true },
    })),
  ),
  { ...sound, costs: [{ ...work, activity: "steering" }, { amount: euros(3_000) }, { ...service, amount: null }] },
];

import { evaluate as evaluateWith } from "../../../engine/grants/evaluate.ts";
import type { ClosedDoubts } from "../../../engine/rules/criterion.ts";
import { day } from "../../../engine/values/day.ts";
import { euros } from "../../../engine/values/money.ts";
import type { CostFacts, TransitionFacts } from "./facts.ts";
import { declared } from "./scheme.ts";

/** The rules of 2.c as they are, or others tried on the same files. */
type Rules = typeof declared;
export const today = day("2026-01-15");

export function assess(facts: TransitionFacts, closedDoubts: ClosedDoubts = {}, inHand: Rules = declared) {
  return evaluateWith(inHand, facts, { today, closedDoubts });
}

/** A line that passes every rule of its heading. */
export const lines = {
  staff: { heading: "staff", amount: euros(80_000), bornBy: "lead", timeShare: 0.5, activity: "engineering" },
  external: { heading: "external", amount: euros(20_000), bornBy: "lead", isMaintenanceOutsidePeriod: false },
  operating: { heading: "operating", amount: euros(4_000), bornBy: "lead", isMissionOfStaffOutsideHeading: false },
  equipment: {
    heading: "equipment",
    amount: euros(6_000),
    bornBy: "lead",
    nature: "pedagogical",
    ground: "necessary",
  },
  indirect: { heading: "indirect", amount: euros(3_000), bornBy: "lead" },
  inKind: { heading: "in-kind", amount: euros(5_000), bornBy: "lead" },
} as const satisfies Record<string, CostFacts>;

const lead = { role: "lead", category: "association", involvedWithJobSeekers: true, canPrefinance: true } as const;
const other = { role: "partner", category: "company", involvedWithJobSeekers: true } as const;

/** A project that meets every condition. */
export const sound = {
  project: {
    commune: "76540",
    kinds: ["module"],
    transitions: ["digital", "ecological"],
    endsOn: day("2027-03-31"),
    free: true,
    contributesToObjective45: true,
    coherent: true,
    complementary: true,
  },
  partners: [lead],
  principles: { equality: true, nonDiscrimination: true, sustainability: true },
  selectedForEsf: true,
  requestedEsfRate: 0.6,
  costs: [lines.staff, lines.external],
  otherPublicFunding: euros(0),
} as const satisfies TransitionFacts;

export function costing(...costs: readonly CostFacts[]): TransitionFacts {
  return { ...sound, costs };
}

export function withProject(change: NonNullable<TransitionFacts["project"]>): TransitionFacts {
  return { ...sound, project: { ...sound.project, ...change } };
}

/** A common project, its agreement in force since that day. */
export function common(agreement: string, partner: object = {}): TransitionFacts {
  return { ...sound, partners: [lead, { ...other, ...partner }], partnershipAgreementOn: day(agreement) };
}

export const statusOf = (facts: TransitionFacts, id: string, closed: ClosedDoubts = {}) =>
  assess(facts, closed).criteria.find((one) => one.id === id)?.status;

export const lineOf = (line: CostFacts, facts: TransitionFacts = sound, closed: ClosedDoubts = {}) =>
  assess({ ...facts, costs: [lines.staff, line] }, closed).costs[1];

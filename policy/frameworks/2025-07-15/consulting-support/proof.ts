import type { ClosedDoubts } from "../../../engine/criterion.ts";
import { day } from "../../../engine/day.ts";
import type { Assessment } from "../../../engine/grants/assessment.ts";
import { canonicalJson, sha256 } from "../../../engine/hash.ts";
import { cents, euros } from "../../../engine/money.ts";
import { evaluateWith } from "./evaluate.ts";
import { type ConsultingFacts, facts, type StructureFacts } from "./facts.ts";
import type { Rules } from "./rules.ts";

/**
 * The proof of what a file was judged with: the rules as data, both readings of each doubt in their words, and what
 * the computation answers on chosen files in every reading. A change of the arithmetic alone changes it too; a
 * corrected spelling elsewhere does not.
 */
export function ruleSetHashOf(rules: Rules, assess: typeof evaluateWith = evaluateWith): string {
  const decisive = {
    scheme: "appui-conseil",
    framework: "2025-07-15",
    facts: withoutWords(facts),
    criteria: rules.criteria.map(({ id, each, expression, alternatives }) =>
      withoutWords({ id, each, expression, alternatives }),
    ),
    doubts: rules.doubts.map(({ precisely, ...doubt }) => ({ ...doubt, precisely: withoutWords(precisely ?? []) })),
    funding: rules.funding,
    answers: answersOf(rules, assess),
  };
  return sha256(canonicalJson(decisive));
}

function withoutWords(rule: unknown): unknown {
  if (Array.isArray(rule)) return rule.map(withoutWords);
  if (typeof rule !== "object" || rule === null) return rule;
  const kept = Object.entries(rule).filter(([key, value]) => key !== "name" || typeof value !== "string");
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === "options" ? Object.keys(value).sort() : withoutWords(value)]),
  );
}

/** What the rules answer on each chosen file, in the text's own reading and with each doubt closed the other way. */
function answersOf(rules: Rules, assess: typeof evaluateWith): readonly unknown[] {
  const closings: readonly ClosedDoubts[] = [{}, ...rules.doubts.map(({ id }) => ({ [id]: "alternative" as const }))];
  return chosen.flatMap((file) =>
    closings.map((closedDoubts) => answered(assess(rules, file, { today: day("2026-03-02"), closedDoubts }))),
  );
}

/** An assessment without its words. */
function answered({ eligibility, criteria, missing, costs, funding, doubts }: Assessment): unknown {
  const { steps: _, sources, ...amounts } = funding;
  return {
    eligibility,
    criteria: criteria.map(({ id, status, party }) => ({ id, status, party })),
    missing,
    costs: costs.map(({ status, cost, eligible, kept }) => ({ status, cost, eligible, kept })),
    amounts: { ...amounts, sources: sources.map(({ source, kind, amount }) => ({ source, kind, amount })) },
    doubts: doubts.map(({ id, party, effect }) => ({ id, party, effect })),
  };
}

const structure: StructureFacts = {
  commune: "14118",
  mainActivityIsTraining: true,
  headcount: 12,
  servesJobSeekers: true,
  daysAlreadyFunded: 0,
  phases: [
    { phase: "diagnostic", days: 5.5, dailyCost: cents(120_033) },
    { phase: "accompagnement", days: 12, dailyCost: cents(80_001) },
  ],
};

const sound: ConsultingFacts = {
  route: "individual",
  structures: [structure],
  otherPublicFunding: euros(0),
  provider: {
    createdOn: day("2015-01-01"),
    consultants: [{ yearsOfExperience: 2 }],
    hasCapacity: true,
    fields: ["digitalisation"],
    subcontracts: false,
    partnerBody: "none",
    joinsMonitoringCommittees: true,
    providesDeliverables: true,
  },
};

function one(change: StructureFacts): ConsultingFacts {
  return { ...sound, structures: [{ ...structure, ...change }] };
}

/** Files that meet each ceiling, each rounding and each doubt of an amount, alone and together. */
const chosen: readonly ConsultingFacts[] = [
  {},
  sound,
  one({ phases: [{ phase: "accompagnement", days: 30, dailyCost: euros(1_500) }] }),
  one({
    daysAlreadyFunded: 18,
    aidAlreadyGranted: euros(15_000),
    daysFundedThisYear: 4,
    aidGrantedThisYear: euros(900),
  }),
  one({ daysAlreadyFunded: 24.5, daysFundedSince2020: 25 }),
  one({ headcount: 6, headcountFte: 5, headOfficeCommune: "75056", trainingKinds: ["continuing"] }),
  { ...sound, otherPublicFunding: cents(1_000_001) },
  {
    ...one({ phases: [{ phase: "diagnostic", days: 20, dailyCost: euros(1_200) }] }),
    otherPublicFunding: euros(20_000),
  },
  {
    ...sound,
    route: "collective",
    daysAreShared: true,
    otherPublicFunding: cents(2_000_003),
    structures: [
      { ...structure, daysAttended: 30 },
      { ...structure, headcount: 4, daysAttended: 17.5, daysAlreadyFunded: 10 },
      { ...structure, commune: "75056", daysAttended: 40 },
    ],
  },
  { ...sound, route: "opco", structures: [structure, { ...structure, phases: [{ phase: "diagnostic", days: 3 }] }] },
];

import { evaluate } from "feelin";
import { type ScalarApplication, scalarOf } from "#policy/frameworks/2025-07-15/consulting-support/scalar.fixture.ts";
import type { BenchEngine } from "../engine.ts";

/** The same rules in FEEL, the expression language of DMN: thirteen expressions a file. */
const criteria: readonly string[] = [
  'if route = null then null else list contains(["individual", "collective", "opco"], route)',
  'if department = null then null else list contains(["14", "27", "50", "61", "76"], department)',
  "mainActivityIsTraining",
  "headcount > 5",
  "servesJobSeekers or plansToServeJobSeekers",
  'if createdOn = null then null else date(createdOn) + duration("P3Y") <= date("2026-03-02")',
  "years1 >= 2 and years2 >= 2",
  "hasCapacity",
  "fieldCount > 0",
  'if subcontracts = true or partnerBody = "uncontracted" then false else if subcontracts = null or partnerBody = null then null else true',
  "joinsMonitoringCommittees",
  "providesDeliverables",
  "if (days1 = 0 or (days1 != null and cost1 != null)) and (days2 = 0 or (days2 != null and cost2 != null)) and daysAlreadyFunded != null and otherPublicFunding != null then true else null",
];

const region = [
  "{",
  "p1: min(cost1, 1000), p2: min(cost2, 1000), first: p1 >= p2,",
  "allowance: max(0, 25 - (if daysAlreadyFunded = null then 0 else daysAlreadyFunded)),",
  "k1: min(if first then days1 else days2, allowance),",
  "k2: min(if first then days2 else days1, allowance - k1),",
  "cost: k1 * (if first then p1 else p2) + k2 * (if first then p2 else p1),",
  "rest: max(0, days1 * cost1 + days2 * cost2 - (if otherPublicFunding = null then 0 else otherPublicFunding)),",
  "aid: min(floor(cost * 70 + 0.000001), floor(rest * 100 + 0.000001))",
  "}.aid",
].join(" ");

export const feelEngine: BenchEngine<Record<string, unknown>> = {
  name: "FEEL (feelin)",
  sample: 300,
  passes: 2,
  prepare: (facts) => {
    const file: ScalarApplication | null = scalarOf(facts);
    return file === null ? null : { ...file };
  },
  run: (file) => {
    const values = criteria.map((expression) => evaluate(expression, file).value);
    const aid = evaluate(region, file).value;
    const eligibility = values.includes(false)
      ? "not-eligible"
      : values.every((value) => value === true)
        ? "eligible"
        : "incomplete";
    return { eligibility, region: typeof aid === "number" ? aid : null };
  },
};

import { Engine, type RuleProperties } from "json-rules-engine";
import { type ScalarApplication, scalarOf } from "#policy/frameworks/2025-07-15/consulting-support/scalar.fixture.ts";
import type { BenchEngine } from "../engine.ts";

/** The same rules as json-rules-engine takes them. It computes no amount itself: a fact given as a function does. */

const engine = new Engine([], { allowUndefinedFacts: true });

function rule(event: string, conditions: RuleProperties["conditions"]): void {
  engine.addRule({ event: { type: event }, conditions });
}

const condition = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const departments = condition("department", "in", ["14", "27", "50", "61", "76"]);
const serves = [condition("servesJobSeekers", "equal", true), condition("plansToServeJobSeekers", "equal", true)];
const partner = condition("partnerBody", "in", ["none", "contracted"]);

rule("CS-6", { all: [condition("route", "in", ["individual", "collective", "opco"])] });
rule("CS-2", { all: [departments] });
rule("CS-3", { all: [condition("mainActivityIsTraining", "equal", true)] });
rule("CS-4", { all: [condition("headcount", "greaterThan", 5)] });
rule("CS-5", { any: serves });
rule("CS-11", { all: [condition("createdOn", "notLaterThan", "2023-03-02")] });
rule("CS-12", {
  all: [condition("years1", "greaterThanInclusive", 2), condition("years2", "greaterThanInclusive", 2)],
});
rule("CS-13", { all: [condition("hasCapacity", "equal", true)] });
rule("CS-14", { all: [condition("fieldCount", "greaterThan", 0)] });
rule("CS-15", { all: [condition("subcontracts", "equal", false), partner] });
rule("CS-16", { all: [condition("joinsMonitoringCommittees", "equal", true)] });
rule("CS-17", { all: [condition("providesDeliverables", "equal", true)] });
rule("region", { all: [condition("region", "greaterThanInclusive", 0)] });

engine.addOperator("notLaterThan", (fact: string, value: string) => typeof fact === "string" && fact <= value);
engine.addFact("region", async (_, almanac) => {
  const read = async (name: string) => (await almanac.factValue<number | undefined>(name)) ?? 0;
  const [days1, days2, cost1, cost2] = [
    await read("days1"),
    await read("days2"),
    await read("cost1"),
    await read("cost2"),
  ];
  const counted = [
    { days: days1, price: Math.min(1_000, cost1) },
    { days: days2, price: Math.min(1_000, cost2) },
  ].sort((a, b) => b.price - a.price);
  let room = Math.max(0, 25 - (await read("daysAlreadyFunded")));
  let cost = 0;
  for (const { days, price } of counted) {
    const taken = Math.min(room, days);
    room -= taken;
    cost += taken * price;
  }
  const rest = days1 * cost1 + days2 * cost2 - (await read("otherPublicFunding"));
  return Math.min(Math.floor(Math.floor(cost * 100 + 1e-6) * 0.7 + 1e-6), Math.max(0, Math.floor(rest * 100 + 1e-6)));
});

const expected = 13;

export const jsonRulesEngine: BenchEngine<Record<string, unknown>> = {
  name: "json-rules-engine",
  sample: 3_000,
  passes: 2,
  prepare: (facts) => {
    const file: ScalarApplication | null = scalarOf(facts);
    return file === null ? null : Object.fromEntries(Object.entries(file).filter(([, value]) => value !== null));
  },
  run: async (file) => {
    const { events, almanac } = await engine.run(file);
    const region = await almanac.factValue<number>("region");
    return { eligibility: events.length === expected ? "eligible" : "not-eligible", region };
  },
};

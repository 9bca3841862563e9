import type { Derived } from "../../../engine/grants/costs.ts";
import { thresholdsOn } from "../../../engine/law/procurement.ts";
import { type ClosedDoubts, testOf } from "../../../engine/rules/criterion.ts";
import { nothing } from "../../../engine/rules/scope.ts";
import { both, type Code, MET, NOT_MET, UNKNOWN } from "../../../engine/rules/truth.ts";
import { type Day, daysBetween, earlierOf, laterOf } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { cents, type Money } from "../../../engine/values/money.ts";
import { costRules } from "./cost-rules.ts";
import type { CostFacts, TransitionFacts } from "./facts.ts";
import type { TransitionTerms } from "./terms.ts";

/** What follows for a line from the other lines and from the project: the time of a person, days served, who travels. */
export function derive(facts: TransitionFacts, terms: TransitionTerms, today: Day, closed: ClosedDoubts): Derived {
  const costs = facts.costs ?? [];
  const found: (Values | undefined)[] = [];
  for (const [index, line] of costs.entries()) {
    if (line.isMaintenance === true) found[index] = daysOf(line, facts, terms) ?? undefined;
  }
  for (const [index, time] of sharedTimes(costs)) found[index] = { ...found[index], ...time };
  for (const [index, line] of costs.entries()) {
    if (line.heading === "indirect") found[index] = { realCost: sumOf(costs) };
    const staffCost = staffCostOf(line);
    if (staffCost !== null) found[index] = { ...found[index], staffCost };
  }
  for (const [index, need] of needsOf(costs, today)) found[index] = { ...found[index], ...need };
  const travellers = new Map<string, string | null>();
  for (const [index, line] of costs.entries()) {
    const person = line.missionOf;
    if (line.heading !== "operating" || person == null) continue;
    let traveller = travellers.get(person);
    if (traveller === undefined) {
      traveller = travellerOf(person, facts, found, { terms, today, closed });
      travellers.set(person, traveller);
    }
    found[index] = { ...found[index], traveller };
  }
  return found.length === 0 ? undefined : found;
}

/** TR-9, D-39: days of maintenance, and those of them inside the operation, both ends counted. */
function daysOf(line: CostFacts, { project }: TransitionFacts, { costsFrom }: TransitionTerms): Values | null {
  const { servedFrom, servedTo } = line;
  const endsOn = project?.endsOn;
  if (servedFrom == null || servedTo == null || endsOn == null || servedTo < servedFrom) return null;
  const startsOn = project?.startsOn;
  const from = laterOf(servedFrom, laterOf(startsOn ?? costsFrom, costsFrom));
  const to = earlierOf(servedTo, endsOn);
  return { daysInside: from > to ? 0 : daysBetween(from, to) + 1, daysServed: daysBetween(servedFrom, servedTo) + 1 };
}

/** TR-12, D-41: what the whole project costs; null where a line has no amount. */
function sumOf(costs: readonly CostFacts[]): number | null {
  let sum = 0;
  for (const { amount } of costs) {
    if (amount == null) return null;
    sum += amount;
  }
  return sum;
}

/**
 * TR-8: what the hours of a person on the project cost: their cost over a period, by their own hours of work over the
 * same one, truncated to the cent. Null where an answer is missing.
 */
export function staffCostOf({ heading, hours, ownHours, yearlyCost }: CostFacts): Money | null {
  if (heading !== "staff" || hours == null || yearlyCost == null || ownHours == null || ownHours === 0) return null;
  // Whole millionths of hours, in integers without bound: the product leaves what a float holds.
  return cents(Number((BigInt(yearlyCost) * BigInt(exactly(hours))) / BigInt(exactly(ownHours))));
}

const bought = ["external", "operating", "equipment"];

/** AX2C-28: lines of one need are one purchase, held to the thresholds of the day on which its consultation starts. */
function needsOf(costs: readonly CostFacts[], today: Day): ReadonlyMap<number, Values> {
  const groups = new Map<string, number[]>();
  for (const [index, { heading, need }] of costs.entries()) {
    if (need == null || heading == null || !bought.includes(heading)) continue;
    const name = need.trim().toLocaleLowerCase("fr");
    groups.set(name, [...(groups.get(name) ?? []), index]);
  }
  const found = new Map<number, Values>();
  for (const group of groups.values()) {
    const lines = group.map((index) => costs[index] ?? {});
    const starts = lines.flatMap(({ consultedOn }) => (consultedOn == null ? [] : [consultedOn]));
    const thresholds = thresholdsOn(starts.length === 0 ? today : starts.reduce(earlierOf));
    const needTotal = sumOf(lines);
    if (thresholds === null || needTotal === null) continue;
    const { competedFrom, formalFrom } = thresholds;
    for (const index of group) found.set(index, { needTotal, competedFrom, formalFrom });
  }
  return found;
}

/** Millionths of an hour or of a share: sums of decimals stay exact. */
const exactly = (value: number) => Math.round(value * 1_000_000);
const isEligible = ({ activity }: CostFacts) => activity === "engineering" || activity === "dissemination";

/**
 * TR-8, D-37: a person with several lines gives the time of all of them. Lines are of one person over one period where
 * they name the same person and, counted in hours, the same hours of work.
 */
function sharedTimes(costs: readonly CostFacts[]): ReadonlyMap<number, Values> {
  const groups = new Map<string, number[]>();
  for (const [index, line] of costs.entries()) {
    if (line.heading !== "staff" || line.person == null) continue;
    const isInHours = line.hours != null && line.ownHours != null;
    if (!isInHours && line.timeShare == null) continue;
    const key = `${line.person}\u0000${isInHours ? line.ownHours : "share"}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  const times = new Map<number, Values>();
  for (const [key, group] of groups) {
    if (group.length < 2) continue;
    const isInHours = !key.endsWith("\u0000share");
    let all = 0;
    let eligible = 0;
    for (const index of group) {
      const line = costs[index] ?? {};
      const time = exactly((isInHours ? line.hours : line.timeShare) ?? 0);
      all += time;
      if (isEligible(line)) eligible += time;
    }
    const [whole, own] = [all / 1_000_000, eligible / 1_000_000];
    const time = isInHours ? { hours: whole, eligibleHours: own } : { share: whole, eligibleShare: own };
    for (const index of group) times.set(index, time);
  }
  return times;
}

interface Reading {
  readonly terms: TransitionTerms;
  readonly today: Day;
  readonly closed: ClosedDoubts;
}

/** TR-10: whether the one who travels is kept in the staff heading, by the rules on their lines. Null: not known yet. */
function travellerOf(person: string, facts: TransitionFacts, found: readonly (Values | undefined)[], by: Reading) {
  const read = { ...facts, terms: by.terms } as Values;
  let best: Code = NOT_MET;
  for (const [index, line] of (facts.costs ?? []).entries()) {
    if (line.heading !== "staff" || line.person !== person) continue;
    const time = found[index];
    const here = (time === undefined ? line : { ...line, derived: time }) as Values;
    let code: Code = MET;
    for (const rule of staffRules) {
      code = both(code, testOf(rule, by.closed)(read, here, nothing, by.today));
      if (code === NOT_MET) break;
    }
    if (code < best) best = code;
  }
  if (best === UNKNOWN) return null;
  return best === MET ? "kept" : best === NOT_MET ? "refused" : "doubtful";
}

const staffRules = costRules.filter(({ headings }) => headings?.includes("staff") ?? true);

import type { Test } from "../rules/compile.ts";
import { type ClosedDoubts, type CriterionResult, judgeItem, testOf } from "../rules/criterion.ts";
import type { Path } from "../rules/expression.ts";
import { nothing, type Place } from "../rules/scope.ts";
import { type Code, MET, NOT_MET, TO_ASSESS, UNKNOWN } from "../rules/truth.ts";
import type { Day } from "../values/day.ts";
import type { Value, Values } from "../values/field.ts";
import type { CostRule, CostSheet, Line, LineResult, LineStatus, ToldLine } from "./costs.ts";

/** The lines of a file as they stand, before any rule. */
export interface Stood {
  readonly place: readonly number[];
  readonly values: Values;
}

/** The lines of a file in order, whichever list holds them. */
export function linesIn({ each }: Pick<CostSheet, "each">, facts: Values): readonly Stood[] {
  const found: Stood[] = [];
  gatherIn(facts, each, 0, root, found);
  return found;
}

const root: readonly number[] = [];

/** Follows the path from one of its steps on, into each item of the lists on its way. */
function gatherIn(from: Values, each: Path, step: number, place: readonly number[], found: Stood[]): void {
  let value: Value | null | undefined = from;
  let next = step;
  for (; next < each.length && each[next] !== "*"; next++) value = at(value, each[next] ?? "");
  if (!Array.isArray(value)) return;
  const items = value as readonly Values[];
  for (let index = 0; index < items.length; index++) {
    const item = items[index] ?? nothing;
    const here = place.length === 0 ? [index] : [...place, index];
    if (next === each.length) found.push({ place: here, values: item });
    else gatherIn(item, each, next + 1, here, found);
  }
}

function at(value: Value | null | undefined, name: string): Value | null | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values)[name] : undefined;
}

/** Facts whose lines hold what follows from others; the same where the sheet derives nothing. */
export function withDerived<F extends Values, T extends Values>(
  sheet: CostSheet<F, T>,
  facts: F,
  terms: T,
  today: Day,
  closed: ClosedDoubts,
): Values {
  const derived = sheet.derive?.(facts, terms, today, closed);
  const [name = "", ...deeper] = sheet.each;
  if (derived === undefined || deeper.length > 0) return facts;
  const items = facts[name];
  if (!Array.isArray(items)) return facts;
  return {
    ...facts,
    [name]: (items as readonly Values[]).map((item, index) => {
      const found = derived[index];
      return found === undefined ? item : { ...item, derived: found };
    }),
  };
}

/** Every line with the worst answer of its rules: without a word, for portfolios. */
export function judgeLines(sheet: CostSheet, facts: Values, today: Day, closed: ClosedDoubts): readonly Line[] {
  const stood = linesIn(sheet, facts);
  if (sheet.rules.length === 0) return stood.map(({ place, values }, index) => ({ index, place, values, code: MET }));
  const testsFor = testsOf(sheet, closed);
  return stood.map(({ place, values }, index) => {
    let code: Code = MET;
    for (const test of testsFor(values[sheet.heading])) {
      const answer = test(facts, values, nothing, today);
      if (answer > code) code = answer;
      if (code === NOT_MET) break;
    }
    return { index, place, values, code };
  });
}

function concerns({ headings }: CostRule, heading: Value | null | undefined): boolean {
  return headings === undefined || (typeof heading === "string" && headings.includes(heading));
}

type TestsFor = (heading: Value | null | undefined) => readonly Test[];
const testsBySheet = new WeakMap<readonly CostRule[], WeakMap<ClosedDoubts, TestsFor>>();

/** The tests that the lines of a heading must pass, found once for all the files of a portfolio. */
function testsOf({ rules }: CostSheet, closed: ClosedDoubts): TestsFor {
  const made = testsBySheet.get(rules) ?? new WeakMap<ClosedDoubts, TestsFor>();
  testsBySheet.set(rules, made);
  let testsFor = made.get(closed);
  if (testsFor === undefined) {
    const found = new Map<Value | null | undefined, readonly Test[]>();
    testsFor = (heading) => {
      let tests = found.get(heading);
      if (tests === undefined) {
        tests = rules.filter((rule) => concerns(rule, heading)).map((rule) => testOf(rule, closed));
        if (typeof heading !== "object") found.set(heading, tests);
      }
      return tests;
    };
    made.set(closed, testsFor);
  }
  return testsFor;
}

/** The answers of the rules on each line, by position; none for a line that meets them all: nothing is said of it. */
export function explainLines(
  sheet: CostSheet,
  place: Place,
  closed: ClosedDoubts,
  judged: readonly Pick<Line, "values" | "code">[],
): readonly (readonly CriterionResult[])[] {
  return judged.map(({ values, code }, index) => {
    if (code === MET) return none;
    return sheet.rules
      .filter((rule) => concerns(rule, values[sheet.heading]))
      .map((rule) => judgeItem(rule, place, closed, values, index));
  });
}

const none: readonly CriterionResult[] = [];

/** A line with its words: what the arithmetic says of it first, else the rule that decides. */
export function tellLine(sheet: CostSheet, line: Line, told: ToldLine, rules: readonly CriterionResult[]): LineResult {
  const deciding =
    rules.find(({ status }) => status === "not-met") ?? rules.find(({ status }) => status === "to-assess");
  const unknown = rules.find(({ status }) => status === "unknown");
  const named = line.values[sheet.heading];
  return {
    ...told,
    index: line.index,
    path: pathOfLine(sheet.each, line.place),
    party: line.place.length > 1 ? (line.place[0] ?? 0) : 0,
    heading: typeof named === "string" ? named : null,
    status: told.status ?? statuses[line.code],
    reason: told.reason ?? deciding?.reason ?? unknown?.reason ?? "",
    provision: told.provision ?? deciding?.provision ?? unknown?.provision ?? "",
    rules: rules.filter(({ status }) => status === "not-met" || status === "to-assess").map(({ id }) => id),
  };
}

const statuses: Readonly<Record<Code, LineStatus>> = {
  [MET]: "eligible",
  // What is not known yet is asked for, not refused: the line counts, as an estimate.
  [UNKNOWN]: "to-assess",
  [TO_ASSESS]: "to-assess",
  [NOT_MET]: "not-eligible",
};

/** The dotted path of a line: `parties.0.lines.1`. */
export function pathOfLine(each: Path, place: readonly number[]): string {
  let depth = 0;
  return [...each.map((step) => (step === "*" ? String(place[depth++] ?? 0) : step)), place.at(-1) ?? 0].join(".");
}

/** Facts with each cost line changed, its dotted path beside it. */
export function withLines(
  { each }: Pick<CostSheet, "each">,
  facts: Values,
  change: (line: Values, path: string) => Values,
): Values {
  const walk = (values: Values, steps: readonly string[], path: readonly (string | number)[]): Values => {
    const [name = "", ...rest] = steps;
    const list = values[name];
    if (!Array.isArray(list)) return values;
    const inside = rest[0] === "*" ? rest.slice(1) : rest;
    const items = (list as readonly Values[]).map((item, index) => {
      const here = [...path, name, index];
      return inside.length === 0 ? change(item, here.join(".")) : walk(item, inside, here);
    });
    return { ...values, [name]: items };
  };
  return walk(facts, each, []);
}

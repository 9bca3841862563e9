import { compile, type Test } from "../compile.ts";
import { type ClosedDoubts, type Criterion, testOf } from "../criterion.ts";
import type { Doubt, OpenDoubt } from "../doubt.ts";
import type { Values } from "../field.ts";
import { cents, type Money } from "../money.ts";
import { itemsAt, nothing, type Place } from "../scope.ts";
import { MET, NOT_MET } from "../truth.ts";
import type { DeclaredScheme } from "./declared.ts";
import type { Figures } from "./figures.ts";
import { type EvaluationContext, reckon } from "./reckon.ts";

/** The doubts that a file meets, each with both readings and, where it can be told, its effect in euros. */
export function raisedDoubts<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  place: Place,
  facts: F,
  context: EvaluationContext,
): readonly OpenDoubt[] {
  return scheme.doubts.flatMap((doubt) => {
    const met = placesOf(doubt as Doubt, place);
    if (met.length === 0) return [];
    const effect = effectOf(scheme, doubt as Doubt, facts, context);
    // Where only the amount is in doubt, two readings that give one amount raise no question.
    if (doubt.moves !== undefined && effect !== null && effect.default === effect.alternative) return [];
    const closed = context.closedDoubts?.[doubt.id];
    const { id, provision, question, defaultReading, alternative = null } = doubt;
    return met.map((party) => ({
      ...{ id, provision, question, defaultReading, alternative, effect },
      ...(party === null ? null : { party }),
      ...(closed === undefined ? null : { closed }),
    }));
  });
}

/** Where a doubt is met: the items of its list, or the file itself (`null`). */
function placesOf(doubt: Doubt, { facts, today }: Place): readonly (number | null)[] {
  const test = raisedTest(doubt);
  if (test === null) return [];
  if (doubt.each === undefined) return test(facts, nothing, nothing, today) === MET ? [null] : [];
  return itemsAt(doubt.each, facts, []).flatMap((item, index) => {
    return test(facts, item, nothing, today) === MET ? [index] : [];
  });
}

const tests = new WeakMap<Doubt, Test | null>();

/** When a doubt is met, compiled once; null for one that the default reading settles for every file. */
function raisedTest(doubt: Doubt): Test | null {
  let test = tests.get(doubt);
  if (test === undefined) {
    test = doubt.raisedWhen === undefined ? null : compile(doubt.raisedWhen);
    tests.set(doubt, test);
  }
  return test;
}

/** What would be paid under each reading: the same figures that closing the doubt then gives. */
function effectOf<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  { id, moves, refuses }: Doubt,
  facts: F,
  context: EvaluationContext,
): OpenDoubt["effect"] {
  const isTold = moves !== undefined || refuses === true || scheme.criteria.some((one) => readsDoubt(one, id));
  if (!isTold) return null;
  const under = (reading: "default" | "alternative") =>
    payable(scheme, facts, { ...context, closedDoubts: { ...context.closedDoubts, [id]: reading } });
  const byDefault = under("default");
  const otherwise = refuses === true ? cents(0) : under("alternative");
  return byDefault === null || otherwise === null ? null : { default: byDefault, alternative: otherwise };
}

function readsDoubt({ alternatives = {} }: Criterion, id: string): boolean {
  return Object.keys(alternatives).some((reading) => reading.split("+").includes(id));
}

/** The aid that could be paid under closed doubts: nothing where a condition of the file is not met. */
function payable<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  facts: F,
  context: EvaluationContext,
): Money | null {
  const { figures, read } = reckon(scheme, facts, context);
  return isRefused(scheme.criteria, read, context.today, context.closedDoubts ?? {}) ? cents(0) : figures.aid;
}

function isRefused(
  criteria: readonly Criterion[],
  facts: Values,
  today: Place["today"],
  closed: ClosedDoubts,
): boolean {
  return criteria.some((criterion) => {
    const test = testOf(criterion, closed);
    if (criterion.each === undefined) return test(facts, nothing, nothing, today) === NOT_MET;
    return itemsAt(criterion.each, facts, []).some((item) => test(facts, item, nothing, today) === NOT_MET);
  });
}

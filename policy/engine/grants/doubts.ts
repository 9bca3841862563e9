import { compile, type Test } from "../rules/compile.ts";
import { type ClosedDoubts, oneOfCases, testOf } from "../rules/criterion.ts";
import type { Doubt, OpenDoubt } from "../rules/doubt.ts";
import { itemsAt, nothing, type Place, type Scope } from "../rules/scope.ts";
import { MET, NOT_MET, UNKNOWN } from "../rules/truth.ts";
import type { Values } from "../values/field.ts";
import { cents, type Money } from "../values/money.ts";
import type { DeclaredScheme } from "./declared.ts";
import type { Figures } from "./figures.ts";
import { type EvaluationContext, reckon } from "./reckon.ts";

/** The doubts that a file meets, each with both readings and, where it can be told, its effect in euros. */
export function raisedDoubts<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  { facts: read, today }: Place,
  facts: F,
  context: EvaluationContext,
  /** What the file has under the readings in force. */
  aid: Money | null,
): readonly OpenDoubt[] {
  const found: OpenDoubt[] = [];
  for (const doubt of scheme.doubts as readonly Doubt[]) {
    if (doubt.raisedWhen === undefined) continue;
    const test = conditionTest(doubt.raisedWhen);
    const isOne = doubt.each === undefined;
    const items = doubt.each === undefined ? alone : itemsAt(doubt.each, read, root);
    let effect: OpenDoubt["effect"] | undefined;
    for (let index = 0; index < items.length; index++) {
      const outer = items[index] ?? nothing;
      if (test(read, outer, nothing, today) !== MET) continue;
      effect ??= effectOf(scheme, doubt, read, facts, context, aid);
      if (doubt.onlyIfDiffers === true && effect !== null && effect.default === effect.alternative) continue;
      const scope: Scope = { facts: read, today, at: isOne ? [] : [index], outer, inner: nothing };
      found.push(opened(doubt, scope, effect, context.closedDoubts?.[doubt.id], isOne ? undefined : index));
    }
  }
  return found;
}

const root: readonly number[] = [];
/** A doubt about the whole file is met once. */
const alone: readonly Values[] = [nothing];
const tests = new WeakMap<object, Test>();

/** A condition of a doubt, compiled once. */
function conditionTest(condition: NonNullable<Doubt["raisedWhen"]>): Test {
  let test = tests.get(condition);
  if (test === undefined) {
    test = compile(condition);
    tests.set(condition, test);
  }
  return test;
}

function opened(
  { id, provision, question, defaultReading, alternative, precisely = [] }: Doubt,
  scope: Scope,
  effect: OpenDoubt["effect"],
  reading: OpenDoubt["closed"],
  party: number | undefined,
): OpenDoubt {
  const precise = oneOfCases(precisely)(scope);
  return {
    id,
    provision,
    question,
    defaultReading,
    alternative: precise === "" ? (alternative ?? null) : precise,
    effect,
    ...(party === undefined ? null : { party }),
    ...(reading === undefined ? null : { closed: reading }),
  };
}

/**
 * What closing the doubt each way then gives: the aid computed under other terms, or, where the doubt bears on a
 * condition, what can be paid to those who meet every condition.
 */
function effectOf<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  { id, moves, reads, needs }: Doubt,
  read: Values,
  facts: F,
  context: EvaluationContext,
  aid: Money | null,
): OpenDoubt["effect"] {
  if (needs !== undefined && conditionTest(needs)(read, nothing, nothing, context.today) !== MET) return null;
  const inForce = context.closedDoubts?.[id] ?? "default";
  const under = (reading: "default" | "alternative"): Money | null => {
    // The file has just been reckoned under the reading in force.
    if (moves !== undefined && reading === inForce) return aid;
    const chosen = { ...context, closedDoubts: { ...context.closedDoubts, [id]: reading } };
    if (moves !== undefined) return reckon(scheme, facts, chosen).figures.aid;
    return reads === undefined ? null : payable(scheme, facts, chosen, Object.keys(reads));
  };
  const byDefault = under("default");
  const otherwise = under("alternative");
  return byDefault === null || otherwise === null ? null : { default: byDefault, alternative: otherwise };
}

/**
 * What the file can be paid as it stands: nothing where it fails a condition, nothing for a party judged apart that
 * fails one of its own. Null where the amount is unknown, or where one of the criteria `asked` about, or one of the
 * rules on its lines, cannot be answered yet.
 */
function payable<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  facts: F,
  context: EvaluationContext,
  asked: readonly string[],
): Money | null {
  const { read, figures } = reckon(scheme, facts, context);
  const failing = failingIn(scheme, read, context.today, context.closedDoubts ?? {}, asked);
  if (failing === "unknown") return null;
  if (failing === "file") return cents(0);
  const list = scheme.apart?.[0];
  if (failing.size === 0 || list === undefined) return figures.aid;
  const admitted = itemsAt(scheme.apart ?? [], facts, []).filter((_, index) => !failing.has(index));
  if (admitted.length === 0) return cents(0);
  return reckon(scheme, { ...facts, [list]: admitted }, context).figures.aid;
}

/** Who fails: the whole file, or the parties judged apart, by position. */
function failingIn(
  { criteria, apart }: Pick<DeclaredScheme, "criteria" | "apart">,
  read: Values,
  today: Place["today"],
  closed: ClosedDoubts,
  asked: readonly string[],
): "unknown" | "file" | ReadonlySet<number> {
  const failing = new Set<number>();
  for (const criterion of criteria) {
    const test = testOf(criterion, closed);
    const items = criterion.each === undefined ? [nothing] : itemsAt(criterion.each, read, []);
    const isApart = criterion.each !== undefined && apart?.join(".") === criterion.each.join(".");
    for (const [index, item] of items.entries()) {
      const code = test(read, item, nothing, today);
      if (code === UNKNOWN && asked.includes(criterion.id)) return "unknown";
      if (code !== NOT_MET) continue;
      if (!isApart) return "file";
      failing.add(index);
    }
  }
  return failing;
}

import { compile, type Test } from "../../../engine/compile.ts";
import { type ClosedDoubts, oneOfCases } from "../../../engine/criterion.ts";
import type { Doubt, OpenDoubt } from "../../../engine/doubt.ts";
import { itemsAt, nothing, type Place, type Scope } from "../../../engine/scope.ts";
import { MET } from "../../../engine/truth.ts";
import { computeFunding } from "./funding.ts";
import { payableOf } from "./payable.ts";
import { figuresInForce, type Rules } from "./rules.ts";

/** The doubts that a file meets, each with both readings and, where it can be told, its effect in euros. */
export function raisedDoubts(rules: Rules, { facts, today }: Place, closed: ClosedDoubts): readonly OpenDoubt[] {
  const found: OpenDoubt[] = [];
  for (const doubt of rules.doubts) {
    if (doubt.raisedWhen === undefined) continue;
    const test = testOf(doubt.raisedWhen);
    const isOne = doubt.each === undefined;
    const items = doubt.each === undefined ? [nothing] : itemsAt(doubt.each, facts, []);
    let effect: OpenDoubt["effect"] | undefined;
    for (const [index, outer] of items.entries()) {
      if (test(facts, outer, nothing, today) !== MET) continue;
      effect ??= effectOf(doubt, rules, { facts, today, at: [] }, closed);
      if (doubt.onlyIfDiffers === true && effect !== null && effect.default === effect.alternative) continue;
      const scope: Scope = { facts, today, at: isOne ? [] : [index], outer, inner: nothing };
      found.push(opened(doubt, scope, effect, closed, isOne ? undefined : index));
    }
  }
  return found;
}

const tests = new WeakMap<object, Test>();

/** A condition of a doubt, compiled once. */
function testOf(condition: NonNullable<Doubt["raisedWhen"]>): Test {
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
  closed: ClosedDoubts,
  structure: number | undefined,
): OpenDoubt {
  const reading = closed[id];
  const precise = oneOfCases(precisely)(scope);
  return {
    id,
    provision,
    question,
    defaultReading,
    alternative: precise === "" ? (alternative ?? null) : precise,
    effect,
    ...(structure === undefined ? null : { party: structure }),
    ...(reading === undefined ? null : { closed: reading }),
  };
}

const readings = ["default", "alternative"] as const;

/**
 * What closing the doubt each way then gives: the aid computed under other terms, or, where the doubt bears on a
 * condition, what the structures that meet every condition can be paid.
 */
function effectOf(doubt: Doubt, rules: Rules, place: Place, closed: ClosedDoubts): OpenDoubt["effect"] {
  const { id, moves, reads, needs } = doubt;
  const { facts, today } = place;
  if (needs !== undefined && testOf(needs)(facts, nothing, nothing, today) !== MET) return null;
  const [byDefault, otherwise] = readings.map((reading) => {
    const chosen = { ...closed, [id]: reading };
    if (moves !== undefined) return computeFunding(facts, figuresInForce(rules, chosen)).region;
    return reads === undefined ? null : payableOf(rules, place, chosen, Object.keys(reads));
  });
  return byDefault == null || otherwise == null ? null : { default: byDefault, alternative: otherwise };
}

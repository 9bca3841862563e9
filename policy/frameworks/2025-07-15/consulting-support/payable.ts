import type { ClosedDoubts } from "../../../engine/criterion.ts";
import { testOf } from "../../../engine/criterion.ts";
import { cents, type Money } from "../../../engine/money.ts";
import { nothing, type Place } from "../../../engine/scope.ts";
import { NOT_MET, UNKNOWN } from "../../../engine/truth.ts";
import type { ConsultingFacts, StructureFacts } from "./facts.ts";
import { computeFunding } from "./funding.ts";
import { figuresInForce, type Rules } from "./rules.ts";

/**
 * What the request can be paid as it stands: nothing where it fails a condition, nothing for a structure that fails one
 * of its own. Null where the amount is unknown, or where one of the criteria `asked` about cannot be answered yet.
 */
export function payableOf(
  rules: Rules,
  { facts, today }: { readonly facts: ConsultingFacts; readonly today: Place["today"] },
  closed: ClosedDoubts,
  asked: readonly string[],
): Money | null {
  const structures = facts.structures ?? [];
  const failing = new Set<StructureFacts>();
  for (const criterion of rules.criteria) {
    const test = testOf(criterion, closed);
    const isAsked = asked.includes(criterion.id);
    for (const one of criterion.each === undefined ? [nothing] : structures) {
      const code = test(facts, one, nothing, today);
      if (code === UNKNOWN && isAsked) return null;
      if (code !== NOT_MET) continue;
      if (criterion.each === undefined) return cents(0);
      failing.add(one);
    }
  }
  const admitted = structures.filter((one) => !failing.has(one));
  if (admitted.length === 0 && structures.length > 0) return cents(0);
  return computeFunding({ ...facts, structures: admitted }, figuresInForce(rules, closed)).region;
}

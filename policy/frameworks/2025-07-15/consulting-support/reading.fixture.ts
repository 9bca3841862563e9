import { evaluate as evaluateWith } from "../../../engine/grants/evaluate.ts";
import { compileScheme } from "../../../engine/grants/portfolio.ts";
import type { EvaluationContext } from "../../../engine/grants/reckon.ts";
import type { ClosedDoubts } from "../../../engine/rules/criterion.ts";
import type { Day } from "../../../engine/values/day.ts";
import type { ConsultingFacts } from "./facts.ts";
import { declared } from "./scheme.ts";

/** The rules of consulting support as they are, or others tried on the same files. */
export type Rules = typeof declared;
export const rules: Rules = declared;
export { evaluateWith };

export function evaluate(facts: ConsultingFacts, context: EvaluationContext) {
  return evaluateWith(declared, facts, context);
}

export function compile(today: Day, closed: ClosedDoubts = {}, inHand: Rules = declared) {
  return compileScheme(inHand, today, closed);
}

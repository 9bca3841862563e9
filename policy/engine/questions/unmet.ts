import type { CriterionResult } from "../rules/criterion.ts";
import type { Trace } from "../rules/explain.ts";
import type { AskedHere } from "./answers.ts";
import { pathOf } from "./raw.ts";

/** A condition that the answers do not meet, and where a form asks for what would change it. */
export interface UnmetHere {
  readonly criterion: CriterionResult;
  /** The questions that carry it, the items of a list one by one; empty where the form asks none of them. */
  readonly asked: readonly AskedHere[];
}

/** The conditions not met, each at the questions shown that it rests on. */
export function unmetIn(criteria: readonly CriterionResult[], shown: readonly AskedHere[]): readonly UnmetHere[] {
  return criteria
    .filter((criterion) => criterion.status === "not-met")
    .map((criterion) => ({ criterion, asked: carriersOf(criterion, shown) }));
}

function carriersOf(criterion: CriterionResult, shown: readonly AskedHere[]): readonly AskedHere[] {
  const at = (pointers: readonly string[]) => {
    const paths = new Set(pointers.map(pathOf));
    return shown.filter((one) => paths.has(one.path));
  };
  const blamed = at(blamedFacts(criterion));
  const found = blamed.length > 0 ? blamed : at(criterion.facts);
  // A question that follows another says the last word: it is shown because of what the first was answered.
  const carrier = found.findLast(({ question }) => question.visible !== undefined) ?? found[0];
  return found.filter(({ question }) => question === carrier?.question);
}

/** JSON Pointers of the facts by which a condition is not met, in the order of the rule; empty for any other. */
export function blamedFacts(result: CriterionResult): readonly string[] {
  return result.status === "not-met" ? [...new Set(leavesOf(result.trace))] : [];
}

/** The parts that are not met carry the refusal; under a negation none is, and all of them do. */
function leavesOf(trace: Trace): readonly string[] {
  const parts = trace.parts ?? [];
  if (parts.length === 0) return trace.pointer === undefined ? [] : [trace.pointer];
  const failed = parts.filter((part) => part.status === "not-met");
  return (failed.length > 0 ? failed : parts).flatMap(leavesOf);
}

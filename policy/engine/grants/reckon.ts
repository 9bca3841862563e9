import type { GrantedAid } from "../law/counted-aids.ts";
import type { ClosedDoubts } from "../rules/criterion.ts";
import type { Day } from "../values/day.ts";
import type { Values } from "../values/field.ts";
import type { Money } from "../values/money.ts";
import type { CostSheet, Line } from "./costs.ts";
import type { DeclaredScheme, Terms } from "./declared.ts";
import type { Figures } from "./figures.ts";
import { judgeLines, withDerived } from "./lines.ts";
import { termsInForce } from "./terms.ts";

export interface EvaluationContext {
  /** The day of filing: "today" for the rules. */
  readonly today: Day;
  readonly closedDoubts?: ClosedDoubts;
  /** What the call of the file fixes. */
  readonly terms?: Terms;
  /** The regime of State aid that the call chose: a name of `aidRegimes`, or another one, which bounds nothing here. */
  readonly aidRegime?: string;
  /** What the service granted under it to the organisation and to those linked to it, whether or not they declare it. */
  readonly grantedAids?: readonly GrantedAid[];
  /** No more eligible costs than that: what a selection retained. Whole cents. */
  readonly retained?: Money | undefined;
  /** The doubts that the file meets are not asked for: what answers at each key shows none, and they are half of the work. */
  readonly withoutDoubts?: true;
}

/** A file once its lines are judged and its money reckoned: what criteria then read. */
export interface Reckoned<T extends Values, G extends Figures> {
  readonly terms: T;
  readonly lines: readonly Line[];
  readonly figures: G;
  /** The facts, with what is derived, the terms and the figures beside them. */
  readonly read: Values;
}

/** Facts with the terms beside them, then the figures: one record for a file, filled as it is read. */
type Read = Values & { figures: Values | null };

const none: ClosedDoubts = {};

/** The order that every reading of a file follows: terms, lines, money. */
export function reckon<F extends Values, T extends Values, G extends Figures>(
  scheme: DeclaredScheme<F, T, G>,
  facts: F,
  { today, closedDoubts = none, terms: ofCall, retained }: EvaluationContext,
): Reckoned<T, G> {
  const terms = termsInForce(scheme, ofCall, closedDoubts);
  const read: Read = { ...withDerived(scheme.costs, facts, terms, today, closedDoubts), terms, figures: null };
  const lines = judgeLines(scheme.costs as CostSheet, read, today, closedDoubts);
  const figures = scheme.fund(facts, lines, terms, retained);
  // Figures are read by criteria as facts are: by name. No rule on a line has read them before.
  read.figures = figures as unknown as Values;
  return { terms, lines, figures, read };
}

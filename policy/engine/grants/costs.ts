import type { ClosedDoubts, Criterion } from "../rules/criterion.ts";
import type { Path } from "../rules/expression.ts";
import type { Code } from "../rules/truth.ts";
import type { Day } from "../values/day.ts";
import type { Values } from "../values/field.ts";
import type { Money } from "../values/money.ts";

/** A column of the budget. What an officer accepts of a line is kept by column. */
export interface CostColumn {
  /** Name of the field in the line. */
  readonly id: string;
  readonly label: string;
  readonly kind: "days" | "money" | "share" | "day" | "text";
  /** True where an officer may accept less than was asked. */
  readonly cuttable: boolean;
  /** What follows the value in a sentence: « par jour ». */
  readonly per?: string;
}

/**
 * A column of the table in which people write their lines. It shows one question of the line, which may depend on the
 * line's heading: the task of a person, the phase of a purchase. What no column shows is asked on the line's own page.
 */
export interface TableColumn {
  readonly label: string;
  readonly cells: readonly TableCell[];
  /** How much room it takes: the name of a line the most, a figure the least. */
  readonly width: "name" | "words" | "figure";
}

export interface TableCell {
  /** Name of the field in the line. */
  readonly id: string;
  /** The headings whose lines show it; absent: all of them. */
  readonly headings?: readonly string[];
}

/** A field of a line that names an item of another list of the file: the phase that a cost belongs to. */
export interface Naming {
  readonly field: string;
  /** The list, and in it the field that names each item. */
  readonly list: Path;
  readonly by: string;
  /** What one is called, with its article: « une phase ». */
  readonly word: string;
}

/** An amount that follows from other answers of its line, and is written for who left it empty. */
export interface Reckoned {
  readonly field: string;
  /** Null where an answer that it takes is missing. */
  from(line: Values): Money | null;
}

/** The cost lines of a scheme: where they stand, what they hold, and the rules that each must pass. */
export interface CostSheet<F extends Values = Values, T extends Values = Values> {
  /** The list of lines: `["costs"]`, or `["structures", "*", "phases"]` where each party has its own. */
  readonly each: Path;
  /** What a line is called where its heading is not known: « Phase ». */
  readonly word: string;
  /** The field of a line that names its heading. */
  readonly heading: string;
  readonly headings: Readonly<Record<string, string>>;
  readonly columns: readonly CostColumn[];
  /** The field of a line that says that it is an investment: a call may give those an envelope of their own. */
  readonly investment?: string;
  /** What is costed under the lines, in words, where a flat rate adds to them. */
  readonly flat?: string;
  /** Where lines are the file's own, the table that they are written in. */
  readonly table?: readonly TableColumn[];
  /** Fields that name an item of another list. */
  readonly naming?: readonly Naming[];
  readonly reckoned?: readonly Reckoned[];
  /**
   * Rules on each line of a list of the file itself: not met, the line is refused; to assess, a person judges it and it
   * counts for nothing meanwhile; unknown, it counts, as an estimate.
   */
  readonly rules: readonly CostRule[];
  /** Where parties share quantities: how an agent sees and shares them out. */
  readonly shared?: SharedQuantity;
  /**
   * What rules read of a line that follows from other facts: found under `derived` in each line that has some, in the
   * order of the lines.
   */
  derive?(facts: F, terms: T, today: Day, closed: ClosedDoubts): Derived;
}

/** A quantity that lines of several parties have in common: each holds its share, the sum is what was bought. */
export interface SharedQuantity {
  /** The column of a line that holds the share. */
  readonly column: string;
  /** The answer of the file that says that some is shared. */
  readonly when: Path;
  /** What the party follows whole, within its answers. */
  readonly whole: Path;
  /** The doubt whose other reading counts it whole. */
  readonly doubt: string;
}

/** By line; absent where nothing is derived, all of them or one. */
export type Derived = readonly (Values | undefined)[] | undefined;

/** A rule on each line, or on the lines of some headings alone. */
export interface CostRule extends Criterion {
  readonly headings?: readonly string[];
}

/** A line as the arithmetic takes it. */
export interface Line {
  /** Position over the whole file. */
  readonly index: number;
  /** Positions in the lists around it, the last its own. */
  readonly place: readonly number[];
  readonly values: Values;
  /** The worst answer of the rules on it. */
  readonly code: Code;
}

/** What a scheme says of a line, in words, once its money is reckoned. */
export interface ToldLine {
  readonly cost: Money | null;
  readonly eligible: Money | null;
  /** Quantities of the line that the rules may cut, as asked and as kept, by column. */
  readonly kept?: Readonly<Record<string, { readonly asked: number | null; readonly kept: number | null }>>;
  /** Takes the place of the answer of the rules, where the arithmetic itself cuts the line. */
  readonly status?: LineStatus;
  /** Takes the place of the reason of the rules. */
  readonly reason?: string;
  readonly provision?: string;
}

export type LineStatus = "eligible" | "not-eligible" | "to-assess";

/** A cost asked for, and what of it is funded. Amounts in cents. */
export interface LineResult extends ToldLine {
  readonly index: number;
  /** Where its answers are: `parties.0.lines.1`. */
  readonly path: string;
  /** The party it is for, by position: the first where lines are the file's own. */
  readonly party: number;
  readonly heading: string | null;
  readonly status: LineStatus;
  readonly reason: string;
  readonly provision: string;
  /** Ids of the rules that are not met, or that a person must judge. */
  readonly rules: readonly string[];
}

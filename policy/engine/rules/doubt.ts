import type { Values } from "../values/field.ts";
import type { Money } from "../values/money.ts";
import type { Case, Criterion } from "./criterion.ts";
import type { Condition, Path } from "./expression.ts";

/** A place where the text can be read in two ways: the reading applied, the other one, and when a file meets it. */
export interface Doubt<T extends Values = Values> {
  /** `Y-2`. */
  readonly id: string;
  readonly provision: string;
  readonly question: string;
  readonly defaultReading: string;
  /** The other reading; absent where there is none: the doubt is then a reminder, that a person takes note of. */
  readonly alternative?: string;
  /** The other reading in the words of the file, where they say more. */
  readonly precisely?: readonly Case[];
  /** The criteria under the other reading, by their ids. */
  readonly reads?: Readonly<Record<string, Condition>>;
  /** The figure and the bound that those criteria then compare, by their ids. */
  readonly figures?: Readonly<Record<string, readonly Case[]>>;
  /** What must be known for the other reading to be reckoned, where it is more than the computation tells. */
  readonly needs?: Condition;
  /** True where the doubt is none as long as both readings pay the same. */
  readonly onlyIfDiffers?: true;
  /** True for a file that meets the doubt; absent for one settled for every file by the default reading. */
  readonly raisedWhen?: Condition;
  /** The list whose items meet it one by one. */
  readonly each?: Path;
  /** Terms as the other reading has them. */
  readonly moves?: Partial<T>;
}

/** A doubt that this file meets. */
export interface OpenDoubt {
  readonly id: string;
  readonly provision: string;
  readonly question: string;
  readonly defaultReading: string;
  /** Null where the doubt is a reminder, without another reading. */
  readonly alternative: string | null;
  /** The Region's aid that closing the doubt either way gives, in cents; null where that is not known or not moved. */
  readonly effect: { readonly default: Money; readonly alternative: Money } | null;
  readonly party?: number;
  /** The reading a person has chosen; absent while open. */
  readonly closed?: "default" | "alternative";
}

/** What the other readings of these doubts make of one rule: nothing where none of them bears on it. */
export function readingsFrom(
  doubts: readonly Pick<Doubt, "id" | "reads" | "figures">[],
  rule: string,
): Pick<Criterion, "alternatives" | "otherFigures"> {
  const alternatives: Record<string, Condition> = {};
  const otherFigures: Record<string, readonly Case[]> = {};
  for (const { id, reads, figures } of doubts) {
    if (reads?.[rule] !== undefined) alternatives[id] = reads[rule];
    if (figures?.[rule] !== undefined) otherFigures[id] = figures[rule];
  }
  return Object.keys(alternatives).length === 0 ? {} : { alternatives, otherFigures };
}

import type { Condition, Path } from "./expression.ts";
import type { Values } from "./field.ts";
import type { Money } from "./money.ts";

/** A place where the text can be read in two ways: the reading applied, the other one, and when a file meets it. */
export interface Doubt<T extends Values = Values> {
  /** `D-18`. */
  readonly id: string;
  readonly provision: string;
  readonly question: string;
  readonly defaultReading: string;
  readonly alternative: string;
  /** True for a file that meets the doubt; absent for one settled for every file by the default reading. */
  readonly raisedWhen?: Condition;
  /** The list whose items meet it one by one. */
  readonly each?: Path;
  /** Terms as the other reading has them. */
  readonly moves?: Partial<T>;
  /** True where the other reading refuses the file. */
  readonly refuses?: true;
}

/** A doubt that this file meets. */
export interface OpenDoubt {
  readonly id: string;
  readonly provision: string;
  readonly question: string;
  readonly defaultReading: string;
  readonly alternative: string;
  /** The Region's aid under each reading, in cents; null where the doubt does not change an amount by itself. */
  readonly effect: { readonly default: Money; readonly alternative: Money } | null;
  readonly structure?: number;
  /** The reading a person has chosen; absent while open. */
  readonly closed?: "default" | "alternative";
}

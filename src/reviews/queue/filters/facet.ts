import { type RawBuilder, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

/** Who reads the queue, and on which day: all that a condition may look at beside its values. */
export interface QueueReader {
  /** The agent who asks, for « moi ». */
  readonly me: string;
  readonly today: Temporal.PlainDate;
}

export interface FacetOption {
  readonly value: string;
  readonly label: string;
}

/** One thing that the queue is narrowed by. Several of its values at once mean any of them. */
export interface Facet {
  /** Name of its parameter in addresses, in French as the pages are. */
  readonly name: string;
  readonly label: string;
  /** Whether a text could be a value of it. */
  readonly knows: (value: string) => boolean;
  /** What is told of a text that could not: « n’est pas un état de dossier. » */
  readonly unread: string;
  /** Its values, with their words, in the order of the panel. */
  readonly options: (tx: Tx) => Promise<readonly FacetOption[]> | readonly FacetOption[];
  /** The words of a value that is no option: a commune where the options are departments. */
  readonly words?: (value: string) => string | null;
  /** Which files have one of these values; `a` is the file, `o` its organisation. */
  readonly condition: (values: readonly string[], reader: QueueReader) => RawBuilder<unknown>;
  /** The one value that each file has, where it has exactly one and it can be counted beforehand. */
  readonly counted?: () => RawBuilder<unknown>;
  /** Kept off the panel: only links lead to it. */
  readonly hidden?: true;
}

/** `column` is one of these values: an equality where there is one, which indexes answer in the order of the list. */
export function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} IN (${sql.join(values)})`;
}

/** True where one of these is. */
export function anyOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : sql`(${sql.join(conditions, sql` OR `)})`;
}

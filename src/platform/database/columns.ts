import type { ColumnType } from "kysely";
import type { Temporal } from "temporal-polyfill";

/** timestamptz: read as an instant, written as one or as ISO text. */
export type Moment = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>;

/** jsonb: read as parsed, its reader says what it is; written by `json(value)`. */
export type Json = ColumnType<unknown, unknown, unknown>;

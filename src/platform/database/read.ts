import { type Expression, type RawBuilder, sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "./database.ts";
import { plannedOnce } from "./planned-once.ts";

/**
 * Something to read: the SQL of one JSON value, and what it means. Reads of several slices join in one statement
 * (`allOf`), since a page that asks each by itself pays for its round trips more than for its rows.
 */
export interface Read<T> {
  readonly json: RawBuilder<unknown>;
  readonly of: (told: unknown) => T;
}

/** A row as JSON tells it: instants are texts, the rest is as the driver gives it. */
export type Told<Row> = { readonly [Name in keyof Row]: InstantAsText<Row[Name]> };
type InstantAsText<Value> = Value extends Temporal.Instant ? string : Value;

/** The rows of a query. It names its columns: its plan is kept. */
export function rowsOf<Row, T>(query: Expression<Row>, of: (rows: readonly Told<Row>[]) => T): Read<T> {
  return {
    json: sql`(SELECT coalesce(json_agg(r), '[]'::json) FROM (${query}) r)`,
    of: (told) => of(told as readonly Told<Row>[]),
  };
}

/** One value that a query builds by itself. */
export function oneOf<T>(json: RawBuilder<T>): Read<T> {
  return { json, of: (told) => told as T };
}

/** What is known without asking. */
export function known<T>(value: T): Read<T> {
  return { json: sql`NULL`, of: () => value };
}

export function andThen<A, B>(read: Read<A>, of: (found: A) => B): Read<B> {
  return { json: read.json, of: (told) => of(read.of(told)) };
}

type Found<Reads> = { readonly [Name in keyof Reads]: Reads[Name] extends Read<infer T> ? T : never };

/** Several reads as one. */
export function allOf<Reads extends Readonly<Record<string, Read<unknown>>>>(reads: Reads): Read<Found<Reads>> {
  const entries = Object.entries(reads);
  return {
    json: sql`json_build_object(${sql.join(entries.flatMap(([name, { json }]) => [sql.lit(name), json]))})`,
    of: (told) =>
      Object.fromEntries(
        entries.map(([name, read]) => [name, read.of((told as Readonly<Record<string, unknown>>)[name])]),
      ) as Found<Reads>,
  };
}

/** Asks in one statement, whose plan is kept. */
export async function ask<T>(tx: Tx, read: Read<T>): Promise<T> {
  const { rows } = await sql<{ told: unknown }>`${plannedOnce} SELECT ${read.json} AS told`.execute(tx);
  return read.of(rows[0]?.told);
}

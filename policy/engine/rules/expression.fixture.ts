import { expect } from "vitest";
import { day } from "../values/day.ts";
import {
  calendarDay,
  choice,
  choices,
  communes,
  integer,
  listOf,
  money,
  record,
  text,
  type ValueOf,
  yesNo,
} from "../values/field.ts";
import { euros } from "../values/money.ts";
import { compile } from "./compile.ts";
import { explain } from "./explain.ts";
import { type Condition, refs } from "./expression.ts";
import { scopeOf } from "./scope.ts";
import { statusOf } from "./truth.ts";

export const declared = record({
  flag: yesNo("drapeau"),
  other: yesNo("autre"),
  size: integer("taille", { min: 0, max: 99 }),
  price: money("prix", euros(100), "€"),
  on: calendarDay("jour"),
  town: text("text", "ville", 9),
  towns: communes("villes", 9),
  twin: text("text", "jumelle", 9),
  kind: choice("sorte", { a: "Sorte A", b: "Sorte B" }),
  tags: choices("marques", { x: "Marque X", y: "Marque Y" }),
  inner: record({ size: integer("taille intérieure", { min: 0, max: 9 }) }),
  items: listOf(
    "éléments",
    record({
      size: integer("taille", { min: 0, max: 9 }),
      inner: record({ flag: yesNo("drapeau intérieur") }),
      parts: listOf(
        "parts",
        record({
          size: integer("taille", { min: 0, max: 9 }),
          inner: record({ size: integer("fond", { min: 0, max: 9 }) }),
        }),
        9,
      ),
    }),
    9,
  ),
});
export type Facts = ValueOf<typeof declared>;
export const f = refs(declared);
export const now = day("2026-03-02");

/** What both readings say, which must be one; made afresh each time. */
export function answer(rule: Condition, facts: Facts, at: readonly number[] = []): string {
  const place = { facts, today: now, at };
  const { outer, inner } = scopeOf(rule, place);
  const code = compile(rule)(facts, outer, inner, now);
  expect(explain(rule, place).code).toBe(code);
  return statusOf(code);
}

export function missing(rule: Condition, facts: Facts, at: readonly number[] = []): readonly string[] {
  return explain(rule, { facts, today: now, at }).missing;
}

import type { Comparison, Expression, Literal } from "./expression.ts";

/** A rule with one thing wrong, and what was done to it. */
export interface Mutant {
  readonly what: string;
  readonly of: Expression;
}

const flips: Readonly<Record<Comparison, readonly Comparison[]>> = {
  "more-than": ["at-least", "at-most"],
  "at-least": ["more-than", "less-than"],
  "less-than": ["at-most", "at-least"],
  "at-most": ["less-than", "more-than"],
  equals: ["more-than", "less-than"],
};

/** Every way to get one thing wrong in a rule: flip a comparison, move a bound by one, drop or force a condition. */
export function mutantsOf(expression: Expression): readonly Mutant[] {
  return [...constants(expression), ...inside(expression)];
}

function constants(expression: Expression): readonly Mutant[] {
  if (["value", "today", "years-after", "start", "count", "total"].includes(expression.op)) return [];
  return [true, false].map((value) => ({
    what: `${expression.op} always ${value}`,
    of: { op: "value", kind: "yes-no", value },
  }));
}

function inside(expression: Expression): readonly Mutant[] {
  switch (expression.op) {
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      return [
        ...flips[expression.op].map((op) => ({ what: `${expression.op} → ${op}`, of: { ...expression, op } })),
        ...bounds(expression.left).map(({ what, of }) => ({ what, of: { ...expression, left: of } })),
        ...bounds(expression.right).map(({ what, of }) => ({ what, of: { ...expression, right: of } })),
      ];
    case "one-of":
      return without(expression.values).map((values) => ({ what: "one value less", of: { ...expression, values } }));
    case "begins-with":
      return without(expression.prefixes).map((prefixes) => ({
        what: "one prefix less",
        of: { ...expression, prefixes },
      }));
    case "all":
    case "any":
      return [
        {
          what: `${expression.op} swapped`,
          of: { ...expression, op: expression.op === "all" ? ("any" as const) : ("all" as const) },
        },
        ...without(expression.of).map((of) => ({ what: "one condition dropped", of: { ...expression, of } })),
        ...expression.of.flatMap((part, index) =>
          mutantsOf(part).map(({ what, of }) => ({ what, of: { ...expression, of: expression.of.with(index, of) } })),
        ),
      ];
    case "every":
    case "some":
      return [
        {
          what: `${expression.op} swapped`,
          of: { ...expression, op: expression.op === "every" ? ("some" as const) : ("every" as const) },
        },
        ...mutantsOf(expression.of).map(({ what, of }) => ({ what, of: { ...expression, of } })),
      ];
    case "not":
    case "if-known":
    case "doubtful":
    case "awaited":
      return [
        { what: `${expression.op} dropped`, of: expression.of },
        ...mutantsOf(expression.of).map(({ what, of }) => ({ what, of: { ...expression, of } })),
      ];
    case "choose":
      return [
        { what: "the first arm always", of: expression.met },
        { what: "the second arm always", of: expression.otherwise },
        ...(["test", "met", "otherwise"] as const).flatMap((arm) =>
          mutantsOf(expression[arm]).map(({ what, of }) => ({
            what: `${arm}: ${what}`,
            of: { ...expression, [arm]: of },
          })),
        ),
      ];
    default:
      return [];
  }
}

function bounds(term: Expression): readonly Mutant[] {
  if (term.op === "years-after") {
    return [-1, 1].map((step) => ({ what: `${step} year`, of: { ...term, years: term.years + step } }));
  }
  if (term.op !== "value" || typeof term.value !== "number") return [];
  const bound = term.value;
  const step = term.kind === "decimal" ? 0.1 : term.kind === "days" ? 0.5 : 1;
  return [-step, step].map((by) => ({ what: `bound ${bound} moved by ${by}`, of: { ...term, value: bound + by } }));
}

function without<T extends Literal | Expression>(list: readonly T[]): readonly (readonly T[])[] {
  return list.length < 2 ? [] : list.map((_, index) => list.toSpliced(index, 1));
}

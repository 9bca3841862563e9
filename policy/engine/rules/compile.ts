import { addYears, type Day } from "../values/day.ts";
import type { Value, Values } from "../values/field.ts";
import type { Comparison, Expression, Literal, Path } from "./expression.ts";
import { nothing } from "./scope.ts";
import { both, type Code, either, MET, NOT_MET, negate, TO_ASSESS, UNKNOWN } from "./truth.ts";

/** A compiled condition: the facts, the item in hand of the outer list, that of the inner list, and the day. */
export type Test = (facts: Values, outer: Values, inner: Values, today: Day) => Code;
type Read = (facts: Values, outer: Values, inner: Values, today: Day) => Value | null;

/** First reading: an expression becomes closures, for portfolios of files and for the explanation's own answers. */
export function compile(expression: Expression): Test {
  switch (expression.op) {
    case "all":
      return worstOf(expression.of.map(compile));
    case "any":
      return bestOf(expression.of.map(compile));
    case "not": {
      const of = compile(expression.of);
      return (f, a, b, t) => negate(of(f, a, b, t));
    }
    case "every":
      return overItems(expression.list, compile(expression.of), true);
    case "some":
      return overItems(expression.list, compile(expression.of), false);
    case "if-known": {
      const of = compile(expression.of);
      return (f, a, b, t) => {
        const code = of(f, a, b, t);
        return code === UNKNOWN ? MET : code;
      };
    }
    case "doubtful": {
      const of = compile(expression.of);
      return (f, a, b, t) => {
        const code = of(f, a, b, t);
        return code === NOT_MET ? TO_ASSESS : code;
      };
    }
    case "awaited": {
      const of = compile(expression.of);
      return (f, a, b, t) => {
        const code = of(f, a, b, t);
        return code === NOT_MET ? UNKNOWN : code;
      };
    }
    case "choose": {
      const test = compile(expression.test);
      const met = compile(expression.met);
      const otherwise = compile(expression.otherwise);
      return (f, a, b, t) => (test(f, a, b, t) === MET ? met(f, a, b, t) : otherwise(f, a, b, t));
    }
    case "known": {
      const of = reader(expression.of);
      return (f, a, b, t) => (of(f, a, b, t) === null ? UNKNOWN : MET);
    }
    case "filled":
      return where(reader(expression.of), (value) => Array.isArray(value) && value.length > 0);
    case "includes": {
      const { value: wanted } = expression;
      return where(reader(expression.of), (value) => Array.isArray(value) && value.includes(wanted));
    }
    case "one-of": {
      const { values } = expression;
      return where(reader(expression.of), (value) => values.includes(value as Literal));
    }
    case "begins-with": {
      const { prefixes, every = false } = expression;
      return where(reader(expression.of), (value) => {
        if (typeof value === "string") return beginsWithOne(value, prefixes);
        return Array.isArray(value) && value.length > 0 && textsBegin(value as readonly string[], prefixes, every);
      });
    }
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      return comparison(expression.op, reader(expression.left), reader(expression.right));
    case "fact":
    case "value": {
      const of = reader(expression);
      return (f, a, b, t) => {
        const value = of(f, a, b, t);
        return value === null ? UNKNOWN : value === true ? MET : NOT_MET;
      };
    }
    case "today":
    case "years-after":
    case "times":
    case "start":
    case "count":
    case "total":
      throw new TypeError(`${expression.op} is no condition`);
  }
}

/** Conditions that must all hold: the worst answer decides. */
function worstOf(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (first !== undefined && second !== undefined && tests.length === 2) {
    return (f, a, b, t) => {
      const x = first(f, a, b, t);
      if (x === NOT_MET) return x;
      return both(x, second(f, a, b, t));
    };
  }
  return (f, a, b, t) => {
    let worst: Code = MET;
    for (const test of tests) {
      const code = test(f, a, b, t);
      if (code > worst) worst = code;
    }
    return worst;
  };
}

/** Conditions of which one is enough. */
function bestOf(tests: readonly Test[]): Test {
  return (f, a, b, t) => {
    let best: Code = NOT_MET;
    for (const test of tests) {
      best = either(best, test(f, a, b, t));
      if (best === MET) return MET;
    }
    return best;
  };
}

function overItems(list: Path, of: Test, isEvery: boolean): Test {
  const items = readPath(list);
  const isOuter = !list.includes("*");
  return (f, a, b, t) => {
    const found = items(f, a, b, t);
    if (!Array.isArray(found) || found.length === 0) return UNKNOWN;
    let joined: Code = isEvery ? MET : NOT_MET;
    for (const item of found) {
      const code = isOuter ? of(f, item, nothing, t) : of(f, a, item, t);
      joined = isEvery ? both(joined, code) : either(joined, code);
    }
    return joined;
  };
}

function where(read: Read, holds: (value: Value) => boolean): Test {
  return (f, a, b, t) => {
    const value = read(f, a, b, t);
    return value === null ? UNKNOWN : holds(value) ? MET : NOT_MET;
  };
}

/** Numbers by their size, days by their text: ISO days sort as they follow each other. */
function comparison(op: Comparison, left: Read, right: Read): Test {
  switch (op) {
    case "more-than":
      return (f, a, b, t) => {
        const x = left(f, a, b, t);
        const y = right(f, a, b, t);
        return x === null || y === null ? UNKNOWN : x > y ? MET : NOT_MET;
      };
    case "at-least":
      return (f, a, b, t) => {
        const x = left(f, a, b, t);
        const y = right(f, a, b, t);
        return x === null || y === null ? UNKNOWN : x >= y ? MET : NOT_MET;
      };
    case "less-than":
      return (f, a, b, t) => {
        const x = left(f, a, b, t);
        const y = right(f, a, b, t);
        return x === null || y === null ? UNKNOWN : x < y ? MET : NOT_MET;
      };
    case "at-most":
      return (f, a, b, t) => {
        const x = left(f, a, b, t);
        const y = right(f, a, b, t);
        return x === null || y === null ? UNKNOWN : x <= y ? MET : NOT_MET;
      };
    case "equals":
      return (f, a, b, t) => {
        const x = left(f, a, b, t);
        const y = right(f, a, b, t);
        return x === null || y === null ? UNKNOWN : x === y ? MET : NOT_MET;
      };
  }
}

function textsBegin(texts: readonly string[], prefixes: readonly string[], every: boolean): boolean {
  const begins = (text: string) => beginsWithOne(text, prefixes);
  return every ? texts.every(begins) : texts.some(begins);
}

function beginsWithOne(text: string, prefixes: readonly string[]): boolean {
  for (const prefix of prefixes) if (text.startsWith(prefix)) return true;
  return false;
}

/** Compiles what has a value rather than an answer: a fact, a literal, a count, a day. */
export function reader(expression: Expression): Read {
  switch (expression.op) {
    case "fact":
      return readPath(expression.path);
    case "value": {
      const { value } = expression;
      return () => value;
    }
    case "today":
      return (_f, _a, _b, t) => t;
    case "years-after": {
      const of = reader(expression.of);
      const { years } = expression;
      return (f, a, b, t) => {
        const from = of(f, a, b, t);
        return from === null ? null : addYears(from as Day, years);
      };
    }
    case "start": {
      const of = reader(expression.of);
      const { length } = expression;
      return (f, a, b, t) => {
        const text = of(f, a, b, t);
        return typeof text === "string" ? text.slice(0, length) : null;
      };
    }
    case "times": {
      const of = reader(expression.of);
      const { factor } = expression;
      return (f, a, b, t) => {
        const value = of(f, a, b, t);
        return typeof value === "number" ? timesExactly(value, factor) : null;
      };
    }
    case "count": {
      const items = readPath(expression.list);
      const holds = expression.of === undefined ? null : compile(expression.of);
      return (f, a, b, t) => {
        const found = items(f, a, b, t);
        if (!Array.isArray(found) || found.length === 0) return null;
        return holds === null ? found.length : found.filter((item) => holds(f, item, nothing, t) === MET).length;
      };
    }
    case "total": {
      const items = readPath(expression.list);
      const of = reader(expression.of);
      return (f, a, b, t) => {
        const found = items(f, a, b, t);
        if (!Array.isArray(found) || found.length === 0) return null;
        let sum = 0;
        for (const item of found) {
          const value = of(f, item, nothing, t);
          if (typeof value !== "number") return null;
          sum += value;
        }
        return sum;
      };
    }
    default:
      throw new TypeError(`${expression.op} has no value`);
  }
}

/** The product as the decimal that it is, however its factors are kept: 160,7 × 10 is 1 607. */
export function timesExactly(value: number, factor: number): number {
  return Number.isInteger(value) ? value * factor : (Math.round(value * 1_000_000) * factor) / 1_000_000;
}

function readPath(path: Path): Read {
  const depth = path.filter((step) => step === "*").length;
  const keys = path.slice(path.lastIndexOf("*") + 1);
  const [first = "", second, ...deeper] = keys;
  if (depth > 2) throw new TypeError(`too deep: ${path.join(".")}`);
  if (second === undefined) {
    if (depth === 0) return (f) => f[first] ?? null;
    return depth === 1 ? (_f, a) => a[first] ?? null : (_f, _a, b) => b[first] ?? null;
  }
  const below = deeper.reduce<(value: Value | null) => Value | null>(
    (read, key) => (value) => ((read(value) as Values | null)?.[key] ?? null) as Value | null,
    (value) => value,
  );
  return (f, a, b) => {
    const record = (depth === 0 ? f : depth === 1 ? a : b)[first] as Values | null | undefined;
    return below(record?.[second] ?? null);
  };
}

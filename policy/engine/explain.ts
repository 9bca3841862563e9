import { compile, reader } from "./compile.ts";
import type { Day } from "./day.ts";
import type { Expression, Literal, Path } from "./expression.ts";
import type { Value, Values } from "./field.ts";
import { say } from "./french.ts";
import { both, type Code, either, MET, NOT_MET, negate, type Status, statusOf, TO_ASSESS, UNKNOWN } from "./truth.ts";

/** One line of the reasoning and the lines it rests on: what was asked, what was read, what follows. */
export interface Trace {
  readonly said: string;
  readonly status?: Status;
  /** What was read, in French. */
  readonly value?: string;
  /** JSON Pointer of the fact read. */
  readonly pointer?: string;
  readonly parts?: readonly Trace[];
}

/** Where a rule is read: the facts, the day, and the index of the item in hand of each list around it. */
export interface Place {
  readonly facts: Values;
  readonly today: Day;
  readonly at: readonly number[];
}

export interface Explanation {
  readonly code: Code;
  readonly trace: Trace;
  /** JSON Pointers of all the facts read. */
  readonly read: readonly string[];
  /** JSON Pointers of those whose absence decides: empty unless the answer is "unknown". */
  readonly missing: readonly string[];
}

/** Second reading: the same expression, as the reasoning that a person reads. */
export function explain(expression: Expression, place: Place): Explanation {
  switch (expression.op) {
    case "all":
    case "any": {
      const join = expression.op === "all" ? both : either;
      const start = expression.op === "all" ? MET : NOT_MET;
      return joined(
        expression.op === "all" ? "toutes ces conditions" : "l’une de ces conditions au moins",
        expression.of.map((of) => explain(of, place)),
        join,
        start,
      );
    }
    case "every":
    case "some": {
      const join = expression.op === "every" ? both : either;
      const start = expression.op === "every" ? MET : NOT_MET;
      const said = `${expression.op === "every" ? "pour chacun" : "pour l’un au moins"} (${expression.name})`;
      const pointer = pointerAt(expression.list, place.at);
      const items = itemsAt(expression.list, place);
      if (items.length === 0) return absent(said, pointer);
      return joined(
        said,
        items.map((_, index) => explain(expression.of, { ...place, at: [...place.at, index] })),
        join,
        start,
      );
    }
    case "not":
      return rewritten(explain(expression.of, place), "le contraire de", negate);
    case "if-known":
      return rewritten(explain(expression.of, place), "si l’information est donnée", (code) =>
        code === UNKNOWN ? MET : code,
      );
    case "doubtful":
      return rewritten(explain(expression.of, place), "à apprécier sinon", (code) =>
        code === NOT_MET ? TO_ASSESS : code,
      );
    case "choose": {
      const test = explain(expression.test, place);
      const taken = explain(test.code === MET ? expression.met : expression.otherwise, place);
      return { ...taken, read: [...test.read, ...taken.read] };
    }
    default:
      return leaf(expression, place);
  }
}

function joined(said: string, of: readonly Explanation[], join: (a: Code, b: Code) => Code, start: Code): Explanation {
  let code = start;
  for (const part of of) code = join(code, part.code);
  return {
    code,
    trace: { said, status: statusOf(code), parts: of.map((part) => part.trace) },
    read: of.flatMap((part) => part.read),
    missing: code === UNKNOWN ? of.flatMap((part) => part.missing) : [],
  };
}

function rewritten(of: Explanation, said: string, by: (code: Code) => Code): Explanation {
  const code = by(of.code);
  const trace = { said, status: statusOf(code), parts: [of.trace] };
  return { code, trace, read: of.read, missing: code === UNKNOWN ? of.missing : [] };
}

function absent(said: string, pointer: string): Explanation {
  return { code: UNKNOWN, trace: { said, status: "unknown", pointer }, read: [pointer], missing: [pointer] };
}

function leaf(expression: Expression, place: Place): Explanation {
  const [outer, inner] = itemsInHand(place, operandsOf(expression));
  const code = testOf(expression)(place.facts, outer, inner, place.today);
  const read: string[] = [];
  const missing: string[] = [];
  for (const operand of operandsOf(expression)) {
    const isMissing = code === UNKNOWN && valueAt(operand, place) === null;
    for (const { pointer, isAbsent } of factsRead(operand, place)) {
      read.push(pointer);
      if (isMissing && isAbsent) missing.push(pointer);
    }
  }
  return { code, trace: traceOf(expression, place, code, read[0]), read, missing };
}

/** The facts an operand reads, one by one, and whether each is absent. */
function factsRead(operand: Expression, place: Place): readonly { pointer: string; isAbsent: boolean }[] {
  if (operand.op === "fact") {
    return [{ pointer: pointerAt(operand.path, place.at), isAbsent: valueAt(operand, place) === null }];
  }
  if (operand.op !== "count" && operand.op !== "total") return [];
  const { list } = operand;
  const items = itemsAt(list, place);
  if (operand.op === "count" || items.length === 0)
    return [{ pointer: pointerAt(list, place.at), isAbsent: items.length === 0 }];
  return items.flatMap((_, index) => factsRead(operand.of, { ...place, at: [index] }));
}

function traceOf(expression: Expression, place: Place, code: Code, pointer: string | undefined): Trace {
  const subject = operandsOf(expression)[0];
  const value = subject === undefined ? null : { value: sayTerm(subject, place) };
  return {
    said: sentence(expression, place),
    status: statusOf(code),
    ...value,
    ...(pointer === undefined ? null : { pointer }),
  };
}

const verbs = {
  "more-than": "est supérieur à",
  "at-least": "est au moins",
  "less-than": "est inférieur à",
  "at-most": "est au plus",
  equals: "est égal à",
} as const;

function sentence(expression: Expression, place: Place): string {
  switch (expression.op) {
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      return `${nameOf(expression.left)} ${verbs[expression.op]} ${
        expression.right.op === "value" ? sayTerm(expression.right, place) : nameOf(expression.right)
      }`;
    case "one-of":
      return `${nameOf(expression.of)} est : ${expression.values.map((value) => wordFor(expression.of, value)).join(", ou ")}`;
    case "begins-with":
      return `${nameOf(expression.of)} commence par : ${expression.prefixes.join(", ")}`;
    case "includes":
      return `${nameOf(expression.of)} comprend : ${wordFor(expression.of, expression.value)}`;
    case "filled":
    case "known":
      return `${nameOf(expression.of)} est indiqué`;
    default:
      return nameOf(expression);
  }
}

function wordFor(of: Expression, value: Literal): string {
  return (of.op === "fact" ? of.options?.[String(value)] : undefined) ?? String(value);
}

function nameOf(expression: Expression): string {
  switch (expression.op) {
    case "fact":
    case "count":
    case "total":
      return expression.name;
    case "today":
      return "le jour du dépôt";
    case "years-after":
      return `${nameOf(expression.of)} plus ${expression.years} ans`;
    default:
      return "la valeur";
  }
}

/** The term's value in French, where it is read. */
export function sayTerm(term: Expression, place: Place): string {
  const value = valueAt(term, place);
  if (term.op === "fact" || term.op === "value")
    return say(term.kind, value, term.op === "fact" ? term.options : undefined);
  if (term.op === "total") return say(term.of.op === "fact" ? term.of.kind : "integer", value);
  return say(term.op === "count" ? "integer" : "day", value);
}

function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case "more-than":
    case "at-least":
    case "less-than":
    case "at-most":
    case "equals":
      return [...operandsOf(expression.left), ...operandsOf(expression.right)];
    case "one-of":
    case "begins-with":
    case "includes":
    case "filled":
    case "known":
    case "years-after":
      return operandsOf(expression.of);
    case "fact":
    case "count":
    case "total":
      return [expression];
    default:
      return [];
  }
}

const tests = new WeakMap<Expression, ReturnType<typeof compile>>();
const readers = new WeakMap<Expression, ReturnType<typeof reader>>();

function testOf(expression: Expression) {
  let test = tests.get(expression);
  if (test === undefined) {
    test = compile(expression);
    tests.set(expression, test);
  }
  return test;
}

/** The term's value where it is read; null where unknown. */
export function valueAt(term: Expression, place: Place): Value | null {
  let read = readers.get(term);
  if (read === undefined) {
    read = reader(term);
    readers.set(term, read);
  }
  const [outer, inner] = itemsInHand(place, operandsOf(term));
  return read(place.facts, outer, inner, place.today);
}

/** The JSON Pointer of a path, its stars replaced by the indexes in hand. */
export function pointerAt(path: Path, at: readonly number[]): string {
  let star = 0;
  return path.map((step) => `/${step === "*" ? (at[star++] ?? 0) : step}`).join("");
}

/** The items of a list where it is read; empty where absent. */
export function itemsAt(list: Path, place: Place): readonly Values[] {
  let value: Value | null | undefined = place.facts;
  let star = 0;
  for (const step of list) {
    if (Array.isArray(value)) value = value[place.at[star++] ?? 0] as Values | undefined;
    else value = (value as Values | null | undefined)?.[step];
  }
  return Array.isArray(value) ? (value as readonly Values[]) : [];
}

const nothing: Values = {};

function itemsInHand(place: Place, operands: readonly Expression[]): readonly [Values, Values] {
  if (place.at.length === 0) return [nothing, nothing];
  let deepest: Path = [];
  for (const operand of operands) {
    const path = operand.op === "fact" ? operand.path : operand.op === "count" ? operand.list : [];
    if (path.lastIndexOf("*") > deepest.lastIndexOf("*")) deepest = path;
  }
  const first = deepest.indexOf("*");
  if (first === -1) return [nothing, nothing];
  const outer = itemsAt(deepest.slice(0, first), place)[place.at[0] ?? 0] ?? nothing;
  const last = deepest.lastIndexOf("*");
  if (last === first) return [outer, nothing];
  return [outer, itemsAt(deepest.slice(0, last), place)[place.at[1] ?? 0] ?? nothing];
}

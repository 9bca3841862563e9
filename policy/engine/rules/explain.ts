import { say } from "../values/french.ts";
import { compile, reader } from "./compile.ts";
import { type Expression, kindOf, type Path } from "./expression.ts";
import { itemsAt, nothing, type Place, pointerAt, type Scope, scopeOf } from "./scope.ts";
import { both, type Code, either, MET, NOT_MET, negate, type Status, statusOf, TO_ASSESS, UNKNOWN } from "./truth.ts";
import { sentenceOf } from "./words.ts";

/** One line of the reasoning and the lines it rests on: what was asked, what was read, what follows. */
export interface Trace {
  readonly said: string;
  readonly status: Status;
  /** What was read, in French. */
  readonly value?: string;
  /** JSON Pointer of the fact read. */
  readonly pointer?: string;
  readonly parts?: readonly Trace[];
}

export interface Explanation {
  readonly code: Code;
  readonly trace: Trace;
  /** JSON Pointers of all the facts read. */
  readonly read: readonly string[];
  /** JSON Pointers of those whose absence decides: empty unless the answer is "unknown". */
  readonly missing: readonly string[];
}

/** What an explainer gives back; the facts read are gathered, each once, in the array it is handed. */
export interface Line {
  readonly code: Code;
  readonly trace: Trace;
  readonly missing: readonly string[];
}
export type Explainer = (scope: Scope, read: string[]) => Line;

const none: readonly string[] = [];
const explainers = new WeakMap<Expression, Explainer>();

/** Second reading: the same expression, as the reasoning that a person reads. */
export function explain(expression: Expression, place: Place): Explanation {
  const read: string[] = [];
  const line = explainer(expression)(scopeOf(expression, place), read);
  return { code: line.code, trace: line.trace, missing: line.missing, read };
}

/** The explanation of a rule, prepared once and then read in many files. */
export function explainer(expression: Expression): Explainer {
  let made = explainers.get(expression);
  if (made === undefined) {
    made = makeExplainer(expression);
    explainers.set(expression, made);
  }
  return made;
}

function makeExplainer(expression: Expression): Explainer {
  const said = sentenceOf(expression);
  switch (expression.op) {
    case "all":
      return gather(said, expression.of.map(explainer), both, MET);
    case "any":
      return gather(said, expression.of.map(explainer), either, NOT_MET);
    case "every":
      return gatherItems(said, expression.list, explainer(expression.of), both, MET);
    case "some":
      return gatherItems(said, expression.list, explainer(expression.of), either, NOT_MET);
    case "not":
      return rewrite(said, explainer(expression.of), negate);
    case "if-known":
      return rewrite(said, explainer(expression.of), (code) => (code === UNKNOWN ? MET : code));
    case "doubtful":
      return rewrite(said, explainer(expression.of), (code) => (code === NOT_MET ? TO_ASSESS : code));
    case "awaited":
      return awaits(said, explainer(expression.of));
    case "choose": {
      const test = explainer(expression.test);
      const met = explainer(expression.met);
      const otherwise = explainer(expression.otherwise);
      return (scope, read) => (test(scope, read).code === MET ? met(scope, read) : otherwise(scope, read));
    }
    default:
      return leaf(said, expression);
  }
}

function join(said: string, lines: readonly Line[], by: (a: Code, b: Code) => Code, start: Code): Line {
  let code = start;
  const parts: Trace[] = [];
  for (const line of lines) {
    code = by(code, line.code);
    parts.push(line.trace);
  }
  const trace: Trace = { said, status: statusOf(code), parts };
  return { code, trace, missing: code === UNKNOWN ? allMissing(lines) : none };
}

function allMissing(lines: readonly Line[]): readonly string[] {
  const missing: string[] = [];
  for (const line of lines) for (const pointer of line.missing) note(missing, pointer);
  return missing;
}

/** A rule that reads a fact twice names it once; the lists are short. */
function note(pointers: string[], pointer: string): void {
  if (!pointers.includes(pointer)) pointers.push(pointer);
}

function gather(said: string, of: readonly Explainer[], by: (a: Code, b: Code) => Code, start: Code): Explainer {
  return (scope, read) => {
    const lines: Line[] = [];
    for (const one of of) lines.push(one(scope, read));
    return join(said, lines, by, start);
  };
}

function gatherItems(said: string, list: Path, of: Explainer, by: (a: Code, b: Code) => Code, start: Code): Explainer {
  const isOuter = !list.includes("*");
  return (scope, read) => {
    const items = itemsAt(list, scope.facts, scope.at);
    if (items.length === 0) {
      const pointer = pointerAt(list, scope.at);
      note(read, pointer);
      return { code: UNKNOWN, trace: { said, status: "unknown", pointer }, missing: [pointer] };
    }
    const { facts, today, outer } = scope;
    const [around = 0] = scope.at;
    const lines = items.map((item, index) => {
      const inHand: Scope = isOuter
        ? { facts, today, at: [index], outer: item, inner: nothing }
        : { facts, today, at: [around, index], outer, inner: item };
      return of(inHand, read);
    });
    return join(said, lines, by, start);
  };
}

function rewrite(said: string, of: Explainer, by: (code: Code) => Code): Explainer {
  return (scope, read) => {
    const line = of(scope, read);
    const code = by(line.code);
    const trace: Trace = { said, status: statusOf(code), parts: [line.trace] };
    return { code, trace, missing: code === UNKNOWN ? line.missing : none };
  };
}

/** What fails is still to be answered: the facts it read are those that are missing. */
function awaits(said: string, of: Explainer): Explainer {
  return (scope, read) => {
    const own: string[] = [];
    const line = of(scope, own);
    for (const pointer of own) note(read, pointer);
    if (line.code !== NOT_MET) return { ...line, trace: { said, status: statusOf(line.code), parts: [line.trace] } };
    return { code: UNKNOWN, trace: { said, status: "unknown", parts: [line.trace] }, missing: own };
  };
}

/** A condition that reads facts itself: a comparison, a yes or no. The first fact is the one shown. */
function leaf(said: string, expression: Expression): Explainer {
  const test = compile(expression);
  const operands = operandsOf(expression).map(operandReader);
  const [subject, ...others] = operands;
  return (scope, read) => {
    const code = test(scope.facts, scope.outer, scope.inner, scope.today);
    const status = statusOf(code);
    if (subject === undefined) return { code, trace: { said, status }, missing: none };
    const pointer = subject.note(scope, read);
    for (const other of others) other.note(scope, read);
    const trace: Trace = { said, status, value: subject.say(scope), pointer };
    if (code !== UNKNOWN) return { code, trace, missing: none };
    const missing: string[] = [];
    for (const operand of operands) operand.noteAbsent(scope, missing);
    return { code, trace, missing };
  };
}

interface OperandReader {
  /** Notes the facts read; gives the pointer that stands for them. */
  note(scope: Scope, read: string[]): string;
  /** Notes those of them that are absent. */
  noteAbsent(scope: Scope, missing: string[]): void;
  say(scope: Scope): string;
}

function operandReader(operand: Operand): OperandReader {
  if (operand.op === "total") return totalReader(operand);
  const value = reader(operand);
  const pointer = pointerMaker(operand.op === "fact" ? operand.path : operand.list);
  return {
    say: sayer(operand),
    note: (scope, read) => {
      const at = pointer(scope.at);
      note(read, at);
      return at;
    },
    noteAbsent: (scope, missing) => {
      const isAbsent = value(scope.facts, scope.outer, scope.inner, scope.today) === null;
      if (isAbsent) note(missing, pointer(scope.at));
    },
  };
}

function totalReader(operand: Extract<Expression, { readonly op: "total" }>): OperandReader {
  const item = operandReader(operandOf(operand.of));
  const { list } = operand;
  return {
    say: sayer(operand),
    note: ({ facts, today }, read) => {
      const items = itemsAt(list, facts, []);
      items.forEach((outer, index) => {
        item.note({ facts, today, at: [index], outer, inner: nothing }, read);
      });
      const pointer = pointerAt(list, []);
      if (items.length === 0) note(read, pointer);
      return pointer;
    },
    noteAbsent: ({ facts, today }, missing) => {
      const items = itemsAt(list, facts, []);
      items.forEach((outer, index) => {
        item.noteAbsent({ facts, today, at: [index], outer, inner: nothing }, missing);
      });
      if (items.length === 0) note(missing, pointerAt(list, []));
    },
  };
}

/** The pointer of a path, each written once: lists are bounded, and texts that are one are quickly told the same. */
function pointerMaker(path: Path): (at: readonly number[]) => string {
  const stars = path.filter((step) => step === "*").length;
  if (stars === 0) {
    const fixed = pointerAt(path, []);
    return () => fixed;
  }
  const written: string[][] = [];
  return (at) => {
    const [outer = 0, last = 0] = at;
    const inner = stars === 1 ? 0 : last;
    let row = written[outer];
    if (row === undefined) {
      row = [];
      written[outer] = row;
    }
    let pointer = row[inner];
    if (pointer === undefined) {
      pointer = pointerAt(path, at);
      row[inner] = pointer;
    }
    return pointer;
  };
}

type Operand = Extract<Expression, { readonly op: "fact" | "count" | "total" }>;

function operandOf(expression: Expression): Operand {
  if (expression.op === "fact" || expression.op === "count" || expression.op === "total") return expression;
  throw new TypeError(`${expression.op} is no fact`);
}

function operandsOf(expression: Expression): readonly Operand[] {
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
    case "times":
    case "start":
      return operandsOf(expression.of);
    case "fact":
    case "count":
    case "total":
      return [expression];
    default:
      return [];
  }
}

/** The words for a term's value where it is read: « 12 », « 3 mars 2026 ». */
export function sayer(term: Expression): (scope: Scope) => string {
  const value = reader(term);
  const kind = kindOf(term);
  const options = term.op === "fact" ? term.options : undefined;
  return ({ facts, outer, inner, today }) => say(kind, value(facts, outer, inner, today), options);
}

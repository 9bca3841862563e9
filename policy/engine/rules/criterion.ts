import type { Values } from "../values/field.ts";
import { compile, type Test } from "./compile.ts";
import { type Explainer, explainer, sayer, type Trace } from "./explain.ts";
import type { Condition, Expression, ListRef, Path, Refs } from "./expression.ts";
import { itemsAt, nothing, type Place, pointerAt, type Scope } from "./scope.ts";
import { MET, type Status, statusOf } from "./truth.ts";

/** Words with facts in them: what a person reads, the numbers filled in. */
export type Sentence = readonly (string | Expression)[];

/** say`La structure compte ${s.headcount} salariés.` */
export function say(words: TemplateStringsArray, ...terms: readonly (Expression | string | number)[]): Sentence {
  const parts: (string | Expression)[] = [];
  for (const [index, word] of words.entries()) {
    for (const given of [word, terms[index] ?? ""]) {
      const part = typeof given === "number" ? String(given) : given;
      const last = parts.at(-1);
      if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
  }
  return parts;
}

/** The first case whose condition is met speaks; the last has none. */
export interface Case {
  readonly when?: Condition;
  readonly say: Sentence;
}
export type Reason = Sentence | readonly Case[];

/** How an answer is reached: computed from facts, or declared and then checked on evidence. */
export type Nature = "computed" | "declared";

export interface Criterion {
  readonly id: string;
  readonly title: string;
  /** Where the text says it, in its own numbering: « 1.b, public visé ». */
  readonly provision: string;
  /** The lines of the text that say it: « 237 », « 238 à 240 ». */
  readonly lines?: string;
  /** What is applied beyond the condition itself, in plain words: a ceiling, what stands in for an absent fact. */
  readonly applied?: readonly string[];
  readonly question: string;
  readonly nature: Nature;
  /** The list whose items are judged one by one. */
  readonly each?: Path;
  readonly expression: Condition;
  /**
   * Other readings of the same provision, by doubt: taken when a person has closed the doubt that way. A reading that
   * follows from several doubts closed together is under their ids in order, joined by `+`.
   */
  readonly alternatives?: Readonly<Record<string, Condition>>;
  /** The figure and the bound of an other reading, under the same keys: said after the answer. */
  readonly otherFigures?: Readonly<Record<string, readonly Case[]>>;
  readonly reasons: Readonly<Record<Status, Reason>>;
  /**
   * What a person can do so that a condition not met comes to be met: told beside the refusal, never a dead end. One
   * that depends on why it is not met is told where its case is.
   */
  readonly waysOut?: readonly WayOut[];
}

export type WayOut = string | Case;

export interface CriterionResult {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /** Index of the item judged, where the criterion is about each item of a list: of the parties, or of the lines. */
  readonly party?: number;
  readonly reason: string;
  readonly provision: string;
  readonly question: string;
  readonly nature: Nature;
  /** JSON Pointers of the facts read. */
  readonly facts: readonly string[];
  /** JSON Pointers of the facts whose absence leaves the answer unknown. */
  readonly missing: readonly string[];
  readonly trace: Trace;
  /** The doubt closed by a person whose other reading was applied; several joined by `+`. */
  readonly closedDoubt?: string;
  /** Only where the condition is not met. */
  readonly waysOut?: readonly string[];
}

/** Criteria about each item of a list, their expressions and reasons written with references to the item. */
export function forEach<I>(
  list: ListRef<I>,
  of: (item: Refs<I>) => readonly Omit<Criterion, "each">[],
): readonly Criterion[] {
  return of(list.item).map((criterion) => ({ ...criterion, each: list.list }));
}

export type ClosedDoubts = Readonly<Record<string, "default" | "alternative">>;

/** One reading of a criterion, made ready to test and to explain. */
interface Reading {
  readonly test: Test;
  readonly explain: Explainer;
  readonly speak: Readonly<Record<Status, Speaker>>;
  /** Each says nothing where it does not help. */
  readonly waysOut: readonly Speaker[];
  /** The doubt whose other reading this is; null for the text's own. */
  readonly doubt: string | null;
  /** The doubts that lead to it when they are all closed that way. */
  readonly together: readonly string[];
}

interface Readings {
  readonly own: Reading;
  /** That which the most doubts lead to first. */
  readonly others: readonly Reading[];
}

const readings = new WeakMap<Criterion, Readings>();

function readingsOf(criterion: Criterion): Readings {
  let made = readings.get(criterion);
  if (made === undefined) {
    const own = ownReading(criterion);
    const others = Object.entries(criterion.alternatives ?? {}).map(([doubt, of]) => ({
      ...otherReading(doubt, of, criterion.otherFigures?.[doubt] ?? []),
      waysOut: own.waysOut,
    }));
    others.sort((a, b) => b.together.length - a.together.length);
    made = { own, others };
    readings.set(criterion, made);
  }
  return made;
}

function ownReading({ expression, reasons, waysOut = [] }: Criterion): Reading {
  const speak = {
    met: speakerOf(reasons.met),
    "to-assess": speakerOf(reasons["to-assess"]),
    unknown: speakerOf(reasons.unknown),
    "not-met": speakerOf(reasons["not-met"]),
  };
  const ways = waysOut.map((way) => (typeof way === "string" ? () => way : oneOfCases([way])));
  return { test: compile(expression), explain: explainer(expression), speak, waysOut: ways, doubt: null, together: [] };
}

function otherReading(doubt: string, expression: Condition, figures: readonly Case[]): Omit<Reading, "waysOut"> {
  const together = doubt.split("+");
  const figure = oneOfCases(figures);
  const speaker = (status: Status) => (scope: Scope) => {
    const said = figure(scope);
    return `${otherwise[status]} (${together.join(", ")})${said === "" ? "." : `\u00a0: ${said}`}`;
  };
  const speak = {
    met: speaker("met"),
    "to-assess": speaker("to-assess"),
    unknown: speaker("unknown"),
    "not-met": speaker("not-met"),
  };
  return { test: compile(expression), explain: explainer(expression), speak, doubt, together };
}

/** The reading in force once doubts are closed. */
function readingOf(criterion: Criterion, closed: ClosedDoubts): Reading {
  const { own, others } = readingsOf(criterion);
  for (const other of others) {
    if (other.together.every((doubt) => closed[doubt] === "alternative")) return other;
  }
  return own;
}

/** Judges one criterion: one result, or one for each item of its list (one alone, unknown, where the list is absent). */
export function judge(criterion: Criterion, { facts, today }: Place, closed: ClosedDoubts): readonly CriterionResult[] {
  const { each } = criterion;
  const reading = readingOf(criterion, closed);
  if (each === undefined) {
    return [judgeHere(criterion, reading, { facts, today, at: root, outer: nothing, inner: nothing }, undefined)];
  }
  const items = itemsAt(each, facts, root);
  if (items.length > 0) {
    return items.map((outer, index) => {
      return judgeHere(criterion, reading, { facts, today, at: [index], outer, inner: nothing }, index);
    });
  }
  const { id, title, provision, question, nature } = criterion;
  const pointer = pointerAt(each, root);
  const trace: Trace = { said: question, status: "unknown", pointer };
  const reason = "Rien n’est encore indiqué ici\u00a0: répondez pour chaque organisme concerné.";
  return [
    { id, title, provision, question, nature, status: "unknown", reason, facts: [pointer], missing: [pointer], trace },
  ];
}

/** Judges a criterion on one item of its list. */
export function judgeItem(
  criterion: Criterion,
  { facts, today }: Place,
  closed: ClosedDoubts,
  outer: Values,
  index: number,
): CriterionResult {
  const scope: Scope = { facts, today, at: [index], outer, inner: nothing };
  return judgeHere(criterion, readingOf(criterion, closed), scope, index);
}

const root: readonly number[] = [];

const otherwise: Readonly<Record<Status, string>> = {
  met: "Condition remplie, selon l’autre lecture du texte que le service a retenue",
  "not-met": "Condition non remplie, selon l’autre lecture du texte que le service a retenue",
  unknown: "Il manque une information, selon l’autre lecture du texte que le service a retenue",
  "to-assess": "À apprécier, selon l’autre lecture du texte que le service a retenue",
};

/** A result while it is made: what some criteria alone say is set where there is some. */
type Written<T> = { -readonly [K in keyof T]: T[K] };

function judgeHere(
  { id, title, provision, question, nature }: Criterion,
  { explain, speak, waysOut, doubt }: Reading,
  scope: Scope,
  party: number | undefined,
): CriterionResult {
  const facts: string[] = [];
  const { code, trace, missing } = explain(scope, facts);
  const status = statusOf(code);
  const reason = speak[status](scope);
  const result: Written<CriterionResult> = {
    id,
    title,
    status,
    reason,
    provision,
    question,
    nature,
    facts,
    missing,
    trace,
  };
  if (party !== undefined) result.party = party;
  if (doubt !== null) result.closedDoubt = doubt;
  if (status === "not-met" && waysOut.length > 0) {
    const ways = waysOut.map((say) => say(scope)).filter((way) => way !== "");
    if (ways.length > 0) result.waysOut = ways;
  }
  return result;
}

/** Says a reason as a person reads it: the facts filled in where it is read. */
export type Speaker = (scope: Scope) => string;

function speakerOf(reason: Reason): Speaker {
  return isCases(reason) ? oneOfCases(reason) : sentence(reason);
}

function isCases(reason: Reason): reason is readonly Case[] {
  return reason.some((part) => typeof part === "object" && "say" in part);
}

/** The words of the first case that is met; "" where none is. */
export function oneOfCases(cases: readonly Case[]): Speaker {
  const speakers = cases.map((one) => ({
    when: one.when === undefined ? null : compile(one.when),
    say: sentence(one.say),
  }));
  return (scope) => {
    const { facts, outer, inner, today } = scope;
    for (const { when, say } of speakers) {
      if (when === null || when(facts, outer, inner, today) === MET) return say(scope);
    }
    return "";
  };
}

function sentence(parts: Sentence): Speaker {
  const said = parts.map((part) => (typeof part === "string" ? part : sayer(part)));
  const [only] = said;
  if (said.length === 1 && typeof only === "string") return () => only;
  return (scope) => {
    let text = "";
    for (const part of said) text += typeof part === "string" ? part : part(scope);
    return text;
  };
}

/** The compiled expression of a criterion, in the reading in force. */
export function testOf(criterion: Criterion, closed: ClosedDoubts): Test {
  return readingOf(criterion, closed).test;
}

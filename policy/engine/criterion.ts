import { compile, type Test } from "./compile.ts";
import { explain, itemsAt, type Place, pointerAt, sayTerm, type Trace } from "./explain.ts";
import type { Condition, Expression, ListRef, Path, Refs } from "./expression.ts";
import { type Status, statusOf } from "./truth.ts";

/** Words with facts in them: what a person reads, the numbers filled in. */
export type Sentence = readonly (string | Expression)[];

/** say`La structure compte ${s.headcount} salariés.` */
export function say(words: TemplateStringsArray, ...terms: readonly Expression[]): Sentence {
  return words.flatMap((word, index) => {
    const term = terms[index];
    return term === undefined ? [word] : [word, term];
  });
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
  readonly question: string;
  readonly nature: Nature;
  /** The list whose items are judged one by one. */
  readonly each?: Path;
  readonly expression: Condition;
  /** Other readings of the same provision, by doubt: taken when a person has closed the doubt that way. */
  readonly alternatives?: Readonly<Record<string, Condition>>;
  readonly reasons: Readonly<Record<Status, Reason>>;
}

export interface CriterionResult {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /** Index of the structure judged, where the criterion is about each structure. */
  readonly structure?: number;
  readonly reason: string;
  readonly provision: string;
  readonly question: string;
  readonly nature: Nature;
  /** JSON Pointers of the facts read. */
  readonly facts: readonly string[];
  /** JSON Pointers of the facts whose absence leaves the answer unknown. */
  readonly missing: readonly string[];
  readonly trace: Trace;
  /** The doubt closed by a person whose other reading was applied. */
  readonly closedDoubt?: string;
}

/** A criterion about each item of a list, its expression and reasons written with references to the item. */
export function forEach<I>(
  list: ListRef<I>,
  of: (item: Refs<I>) => readonly Omit<Criterion, "each">[],
): readonly Criterion[] {
  return of(list.item).map((criterion) => ({ ...criterion, each: list.list }));
}

export type ClosedDoubts = Readonly<Record<string, "default" | "alternative">>;

/** The expression in force once doubts are closed, and the doubt that changed it. */
export function readingOf(criterion: Criterion, closed: ClosedDoubts): { of: Expression; doubt: string | null } {
  for (const [doubt, of] of Object.entries(criterion.alternatives ?? {})) {
    if (closed[doubt] === "alternative") return { of, doubt };
  }
  return { of: criterion.expression, doubt: null };
}

/** Judges one criterion: one result, or one for each item of its list (one alone, unknown, where the list is absent). */
export function judge(criterion: Criterion, place: Place, closed: ClosedDoubts): readonly CriterionResult[] {
  if (criterion.each === undefined) return [judgeHere(criterion, place, closed)];
  const items = itemsAt(criterion.each, place);
  if (items.length > 0) {
    return items.map((_, index) => ({ ...judgeHere(criterion, { ...place, at: [index] }, closed), structure: index }));
  }
  const pointer = pointerAt(criterion.each, []);
  const trace: Trace = { said: criterion.question, status: "unknown", pointer };
  const said = "Aucune structure bénéficiaire n’est indiquée.";
  return [{ ...heading(criterion), status: "unknown", reason: said, facts: [pointer], missing: [pointer], trace }];
}

function heading({ id, title, provision, question, nature }: Criterion) {
  return { id, title, provision, question, nature };
}

const otherwise: Readonly<Record<Status, string>> = {
  met: "Condition remplie, selon l’autre lecture du texte que le service a retenue",
  "not-met": "Condition non remplie, selon l’autre lecture du texte que le service a retenue",
  unknown: "Il manque une information, selon l’autre lecture du texte que le service a retenue",
  "to-assess": "À apprécier, selon l’autre lecture du texte que le service a retenue",
};

function judgeHere(criterion: Criterion, place: Place, closed: ClosedDoubts): CriterionResult {
  const { of, doubt } = readingOf(criterion, closed);
  const { code, read, missing, trace } = explain(of, place);
  const status = statusOf(code);
  return {
    ...heading(criterion),
    status,
    reason: doubt === null ? sentenceOf(criterion.reasons[status], place) : `${otherwise[status]} (${doubt}).`,
    facts: read.length < 2 ? read : [...new Set(read)],
    missing: missing.length < 2 ? missing : [...new Set(missing)],
    trace,
    ...(doubt === null ? null : { closedDoubt: doubt }),
  };
}

/** A reason as a person reads it: the facts filled in where it is read. */
export function sentenceOf(reason: Reason, place: Place): string {
  const sentence = reason.some((part) => typeof part === "object" && "say" in part)
    ? chosen(reason as readonly Case[], place)
    : (reason as Sentence);
  return sentence.map((part) => (typeof part === "string" ? part : sayTerm(part, place))).join("");
}

function chosen(cases: readonly Case[], place: Place): Sentence {
  const found = cases.find((one) => one.when === undefined || explain(one.when, place).code === 0);
  return found?.say ?? [];
}

/** The compiled expression of a criterion, in the reading in force. */
export function testOf(criterion: Criterion, closed: ClosedDoubts): Test {
  return compile(readingOf(criterion, closed).of);
}

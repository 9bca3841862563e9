import { compile, type Test } from "../rules/compile.ts";
import type { Condition } from "../rules/expression.ts";
import { scopeOf } from "../rules/scope.ts";
import { type Status, statusOf } from "../rules/truth.ts";
import { anyCode, type IsCommune } from "../values/commune.ts";
import { type Day, day } from "../values/day.ts";
import type { Value, Values } from "../values/field.ts";
import type { Control, DocumentAsked, Form, Group, Item, Question, Required } from "./form.ts";
import { itemCounts, type Raw } from "./raw.ts";
import { type Reading, readTyped } from "./typed.ts";

interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A question at its place: concrete path, indexes of the items around it, section, and words that situate it. */
export interface AskedHere {
  readonly question: Question;
  readonly path: string;
  readonly at: readonly number[];
  readonly section: string;
  /** « Structure 2, Phase 1 », empty at the root. */
  readonly situation: string;
}

/** A question or a paper in words that say where it stands: « Structure 1, Phase 2 : Nombre de jours ». */
export function labelHere(label: string, situation: string): string {
  return situation === "" ? label : `${situation}\u00a0: ${label}`;
}

/** Questions do not depend on the day, checks alone do: any will do where none is told. */
export const anyDay: Day = day("2025-07-15");

export type Count = (group: Group, path: string) => number;

/** Questions by the number of items of each group, form by form: files of one shape ask the same ones at the same places. */
const unrolled = new WeakMap<Form, Map<string, readonly Placed[]>>();
/** Beyond this many shapes of one form all are forgotten. */
const MOST_SHAPES = 100;

interface Placed extends AskedHere {
  /** The path, step by step. */
  readonly steps: readonly string[];
}

/** Every question of a form, groups unrolled: `count` says how many items a group has. It is asked once for each group. */
export function unroll(form: Form, count: Count): readonly Placed[] {
  const counts: number[] = [];
  for (const { items } of form.sections) countItems(items, "", count, counts);
  const shape = counts.join();
  const shapes = unrolled.get(form) ?? new Map<string, readonly Placed[]>();
  unrolled.set(form, shapes);
  let asked = shapes.get(shape);
  if (asked === undefined) {
    const next = counts.values();
    asked = form.sections.flatMap(({ items, id }) => unrollItems(items, id, "", [], "", next));
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(shape, asked);
  }
  return asked;
}

/** The number of items of each group, in the order of the form. */
function countItems(items: readonly Item[], base: string, count: Count, counts: number[]): void {
  for (const item of items) {
    if (item.type === "question") continue;
    const path = `${base}${item.id}`;
    const length = count(item, path);
    counts.push(length);
    for (let index = 0; index < length; index++) countItems(item.items, `${path}.${index}.`, count, counts);
  }
}

function unrollItems(
  items: readonly Item[],
  section: string,
  base: string,
  at: readonly number[],
  situation: string,
  counts: Iterator<number>,
): Placed[] {
  return items.flatMap((item) => {
    const path = `${base}${item.id}`;
    if (item.type === "question") return [{ question: item, path, at, section, situation, steps: path.split(".") }];
    const length = counts.next().value ?? 0;
    return Array.from({ length }, (_, index) => {
      const inside = [situation, wordsOf(item, index, length)].filter((words) => words !== "").join(", ");
      return unrollItems(item.items, section, `${path}.${index}.`, [...at, index], inside, counts);
    }).flat();
  });
}

/** « Phase 2 »; an item that only some requests have several of is not named where it is alone: it is who asks. */
function wordsOf(group: Group, index: number, length: number): string {
  if (length > 1) return `${group.itemLabel} ${index + 1}`;
  return group.several === undefined ? group.itemLabel : "";
}

/** Every question of a form as its answers stand. */
export function questionsOf(form: Form, answers: Values): readonly AskedHere[] {
  return askedOf(form, answers);
}

export function askedOf(form: Form, answers: Values): readonly Placed[] {
  return unroll(form, (group, path) => Math.max(group.min, listAt(answers, path).length));
}

/**
 * Reads what was typed. The answers have the shape of the declared record; a question that is not shown does not
 * count; what cannot be read is left out and named in the errors, in plain French, field by field.
 */
export function readRaw(
  form: Form,
  raw: Raw,
  isCommune: IsCommune = anyCode,
): { readonly answers: Values; readonly errors: readonly FieldError[] } {
  const answers: Mutable = {};
  const errors: FieldError[] = [];
  const countOf = itemCounts(raw);
  const asked = unroll(form, (group, path) => {
    const length = countOf(path, group);
    for (let index = 0; index < length; index++) holderOf(answers, `${path}.${index}.`.split("."));
    return length;
  });
  for (const { question, path, steps } of asked) {
    const typed = raw[path];
    // Most questions of a long list are left blank.
    if (typed === undefined) continue;
    const reading = readAgain(question.control, typed, isCommune);
    if ("error" in reading) errors.push({ path, message: reading.error });
    else if (reading.value !== null) put(answers, steps, reading.value);
  }
  const hidden = new Set<string>();
  for (const { question, path, at, steps } of asked) {
    const isHidden = visibilityOf(question, answers, at) === "not-met";
    if (isHidden) {
      hidden.add(path);
      put(answers, steps, null);
    }
  }
  return { answers, errors: errors.filter((error) => !hidden.has(error.path)) };
}

/** What short texts are worth, question by question: a draft is read at each key pressed, and one answer of it changed. */
const readBefore = new WeakMap<Control, Map<string, Reading>>();
/** Longer texts cost more to keep than to read. */
const LONGEST_KEPT = 60;
/** Beyond so many texts for one question all are forgotten. */
const MOST_TEXTS = 1_000;

function readAgain(control: Control, typed: string | readonly string[], isCommune: IsCommune): Reading {
  // Whether a code is a commune's is not for the control alone to say.
  const isKept = typeof typed === "string" && typed.length <= LONGEST_KEPT && control.kind !== "commune";
  if (!isKept) return readTyped(control, typed, isCommune);
  const texts = readBefore.get(control) ?? new Map<string, Reading>();
  const known = texts.get(typed);
  if (known !== undefined) return known;
  const reading = readTyped(control, typed, isCommune);
  if (texts.size >= MOST_TEXTS) texts.clear();
  readBefore.set(control, texts.set(typed, reading));
  return reading;
}

/**
 * Whether a question or group is shown: "met" shown, "not-met" hidden, "unknown" not decided by the answers so far
 * (a screen without script shows it, not required).
 */
export function visibilityOf(item: { readonly visible?: Condition }, answers: Values, at: readonly number[]): Status {
  return item.visible === undefined ? "met" : statusAt(item.visible, answers, at);
}

/** Whether a group that holds `count` items may hold one more, as the answers stand: "unknown" where they do not say. */
export function mayGrow(group: Group, answers: Values, at: readonly number[], count: number): Status {
  if (count >= group.max) return "not-met";
  return group.several === undefined || count < group.min ? "met" : statusAt(group.several, answers, at);
}

/** Whether an answer or a paper must be given, as the answers stand. */
export function isRequired(required: Required, answers: Values, at: readonly number[]): boolean {
  return required === "always" || (required !== "optional" && statusAt(required.when, answers, at) === "met");
}

const tests = new WeakMap<Condition, Test>();

export function statusAt(condition: Condition, answers: Values, at: readonly number[], today: Day = anyDay): Status {
  let test = tests.get(condition);
  if (test === undefined) {
    test = compile(condition);
    tests.set(condition, test);
  }
  const { outer, inner } = scopeOf(condition, { facts: answers, today, at });
  return statusOf(test(answers, outer, inner, today));
}

/** A paper asked of this file: `key` names it, `quote` or `cv:people.0`. */
export interface DocumentHere {
  readonly key: string;
  readonly document: DocumentAsked;
  readonly label: string;
  readonly required: boolean;
  readonly situation: string;
}

/** The papers this file calls for, one for each item where so asked; those its answers make pointless are left out. */
export function documentsOf(form: Form, answers: Values): readonly DocumentHere[] {
  return form.documents.flatMap((document) => {
    const { each } = document;
    if (each === undefined) return documentHere(document, document.id, answers, [], "");
    const count = Math.max(1, listAt(answers, each).length);
    const name = count > 1 ? (groupAt(form, each)?.itemLabel ?? "") : "";
    return Array.from({ length: count }, (_, index) => {
      const situation = count > 1 ? `${name} ${index + 1}` : "";
      return documentHere(document, `${document.id}:${each}.${index}`, answers, [index], situation);
    }).flat();
  });
}

function documentHere(
  document: DocumentAsked,
  key: string,
  answers: Values,
  at: readonly number[],
  situation: string,
): DocumentHere[] {
  const required = isRequired(document.required, answers, at);
  if (!required && typeof document.required === "object") return [];
  if (!required && document.visible !== undefined && visibilityOf(document, answers, at) !== "met") return [];
  return [{ key, document, label: document.label, required, situation }];
}

function groupAt(form: Form, path: string): Group | null {
  for (const section of form.sections) {
    for (const item of section.items) if (item.type === "group" && item.path.join(".") === path) return item;
  }
  return null;
}

interface Mutable {
  [name: string]: Value | null | undefined;
}

/** The value at a concrete path (`people.0.age`); undefined where there is none. */
export function valueAtPath(answers: Values, path: string): Value | null | undefined {
  return valueAt(answers, path.split("."));
}

export function valueAt(answers: Values, steps: readonly string[]): Value | null | undefined {
  let value: unknown = answers;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Mutable)[step];
  }
  return value as Value | null | undefined;
}

export function listAt(answers: Values, path: string): readonly unknown[] {
  const value = valueAtPath(answers, path);
  return Array.isArray(value) ? value : [];
}

/** The record that holds the last step of a path, made on the way where absent. Paths come from the form alone. */
function holderOf(answers: Mutable, steps: readonly string[]): Mutable {
  let holder: Mutable = answers;
  for (let i = 0; i < steps.length - 1; i++) {
    const step = steps[i] ?? "";
    holder[step] ??= isIndex(steps[i + 1] ?? "") ? [] : {};
    holder = holder[step] as Mutable;
  }
  return holder;
}

/** Names in a form begin with a letter. */
function isIndex(step: string): boolean {
  return step >= "0" && step < ":";
}

function put(answers: Mutable, steps: readonly string[], value: Value | null): void {
  holderOf(answers, steps)[steps.at(-1) ?? ""] = value;
}

import {
  type Form,
  type Group,
  type Item,
  itemCount,
  mayGrow,
  pathOf,
  type Question,
  type Raw,
  type Section,
  type Values,
  visibilityOf,
} from "#policy/index.ts";

interface Placed {
  /** Dotted path of what the screen asks. */
  readonly id: string;
  readonly section: Section;
  /** Index of the item in hand of each list around it. */
  readonly at: readonly number[];
}
export interface QuestionStep extends Placed {
  readonly kind: "question";
  readonly question: Question;
}
/** A short repeated block, all its items on one screen: phases, consultants. */
export interface BlocksStep extends Placed {
  readonly kind: "blocks";
  readonly group: Group;
}
/** A long repeated block whose items have their own screens: this one only says how many there are. */
export interface ItemsStep extends Placed {
  readonly kind: "items";
  readonly group: Group;
}

/** One screen of the simulator taken question by question. */
export type SimulatorStep = QuestionStep | BlocksStep | ItemsStep;

/** The screens, in order, that these answers lead through. */
export function stepsOf(form: Form, raw: Raw, answers: Values): readonly SimulatorStep[] {
  return form.sections.flatMap((section) => walk({ section, raw, answers }, section.items, []));
}

interface Walk {
  readonly section: Section;
  readonly raw: Raw;
  readonly answers: Values;
}

function walk(here: Walk, items: readonly Item[], at: readonly number[]): readonly SimulatorStep[] {
  return items.flatMap((item): readonly SimulatorStep[] => {
    if (!isShown(item, here.answers, at)) return [];
    const { section } = here;
    const id = pathAt(item.path, at);
    if (item.type === "question") return [{ kind: "question", id, section, at, question: item }];
    if (item.items.every((one) => one.type === "question")) return [{ kind: "blocks", id, section, at, group: item }];
    const count = itemCount(here.raw, id, item);
    const inside = Array.from({ length: count }, (_, index) => walk(here, item.items, [...at, index])).flat();
    const howMany: SimulatorStep = { kind: "items", id, section, at, group: item };
    // One structure is the common case: how many there are is asked only of who files for several.
    const several = count > 1 || mayGrow(item, here.answers, at, count) === "met";
    return several ? [howMany, ...inside] : inside;
  });
}

/** A question that the answers so far do not call for is left out; it comes when they do. */
function isShown(item: Item, answers: Values, at: readonly number[]): boolean {
  return item.type === "group" || visibilityOf(item, answers, at) === "met";
}

/** The dotted path of a field for the items in hand: `people.0.age`. */
export function pathAt(path: readonly string[], at: readonly number[]): string {
  let depth = 0;
  return path.map((step) => (step === "*" ? String(at[depth++] ?? 0) : step)).join(".");
}

/** Whether a field belongs to a screen. */
export function isIn(step: SimulatorStep, path: string): boolean {
  if (path === step.id) return true;
  if (step.kind === "items") return path === `${step.id}.length`;
  return step.kind === "blocks" && isUnder(step.id, path);
}

function isUnder(holder: string, path: string): boolean {
  return path[holder.length] === "." && path.startsWith(holder);
}

/** The screen that asks for what a JSON Pointer names: itself, or the block that holds it. */
export function stepFor(pointer: string, steps: readonly SimulatorStep[]): SimulatorStep | null {
  const path = pathOf(pointer);
  return (
    steps.find((step) => isIn(step, path)) ?? steps.find((step) => step.id === path || isUnder(path, step.id)) ?? null
  );
}

/** What the screen asks, in the words of the form, with the number of the structure where there are several. */
export function stepLabel(step: SimulatorStep, steps: readonly SimulatorStep[]): string {
  const label = step.kind === "question" ? step.question.label : step.group.label;
  const [index] = step.at;
  const several = index !== undefined && steps.some((one) => one.at[0] === 1);
  return several ? `Structure ${index + 1} : ${label}` : label;
}

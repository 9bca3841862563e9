import {
  type Assessment,
  type Day,
  type Form,
  type Item,
  missingAnswers,
  type OpenScheme,
  pointerOf,
  questionsOf,
  type Raw,
  readRaw,
  type UnmetHere,
  unmetIn,
  type Values,
  valueAtPath,
  visibilityOf,
} from "#policy/index.ts";
import { type CommuneBox, type CommuneChoice, type CommuneDirectory, readCommunes } from "./communes.ts";
import { withoutEmptyLines } from "./line-lists.ts";
import type { OpenCall } from "./open-calls.ts";
import type { SimulatorQuery } from "./query.ts";
import { isIn, type SimulatorStep, stepFor, stepsOf } from "./steps.ts";

/** One look at the simulator: what was typed, what it is worth, what the rules say of it. */
export interface Simulator {
  readonly scheme: OpenScheme;
  /** The open call whose terms are applied; null where the text alone speaks. */
  readonly call: OpenCall | null;
  readonly today: Day;
  /** With the name of the call, which travels with the answers. */
  readonly raw: Raw;
  readonly answers: Values;
  /** By path: what is wrong with what was typed. */
  readonly errors: ReadonlyMap<string, string>;
  readonly boxes: ReadonlyMap<string, CommuneBox>;
  readonly assessment: Assessment;
  /** The conditions not met, each at the questions that it rests on. */
  readonly unmet: readonly UnmetHere[];
  readonly steps: readonly SimulatorStep[];
}

export interface SimulatorPlace {
  readonly scheme: OpenScheme;
  readonly call: OpenCall | null;
  readonly today: Day;
  readonly communes: CommuneDirectory;
  readonly communeLabel: (commune: CommuneChoice) => string;
}

/** Reads an address of the simulator and evaluates its answers. Nothing is kept. */
export function openSimulator(place: SimulatorPlace, raw: Raw, typed: SimulatorQuery["typed"]): Simulator {
  const { scheme, call, today, communes, communeLabel } = place;
  const read = readCommunes(raw, typed, communes, communePathsOf(scheme.simulatorForm), communeLabel);
  const { answers, errors } = readRaw(
    scheme.simulatorForm,
    withoutEmptyLines(scheme.simulatorForm, read.raw),
    (code) => communes.byCode(code) !== null,
  );
  const messages = new Map(errors.map(({ path, message }) => [path, message]));
  for (const [path, box] of read.boxes) if (box.error !== undefined) messages.set(path, box.error);
  const assessment = scheme.evaluate(answers, { today });
  const shown = questionsOf(scheme.simulatorForm, answers).filter(
    ({ question, at }) => visibilityOf(question, answers, at) !== "not-met",
  );
  return {
    scheme,
    call,
    today,
    raw: read.raw,
    answers,
    errors: messages,
    boxes: filledBoxes(place, answers, read.boxes),
    assessment,
    unmet: unmetIn(assessment.criteria, shown),
    steps: stepsOf(scheme.simulatorForm, read.raw, answers),
  };
}

/** Tells the paths, in this form, of the questions that a commune answers. */
function communePathsOf(form: Form): (path: string) => boolean {
  const isCommune = (items: readonly Item[], shape: string): boolean =>
    items.some((item) =>
      item.type === "group"
        ? isCommune(item.items, shape)
        : item.control.kind === "commune" && item.path.join(".") === shape,
    );
  return (path) => {
    const shape = path.replace(/\.\d{1,4}(?=\.)/g, ".*");
    return form.sections.some(({ items }) => isCommune(items, shape));
  };
}

/** A commune that came by its code alone is written in its box too. */
function filledBoxes(place: SimulatorPlace, answers: Values, typed: Simulator["boxes"]): Simulator["boxes"] {
  const boxes = new Map(typed);
  for (const { question, path } of questionsOf(place.scheme.simulatorForm, answers)) {
    if (question.control.kind !== "commune" || boxes.has(path)) continue;
    const code = valueAtPath(answers, path);
    const commune = typeof code === "string" ? place.communes.byCode(code) : null;
    if (commune !== null) boxes.set(path, { query: place.communeLabel(commune) });
  }
  return boxes;
}

/** The errors of the fields that a screen shows. */
export function errorsOn(simulator: Simulator, step: SimulatorStep): ReadonlyMap<string, string> {
  return new Map([...simulator.errors].filter(([path]) => isIn(step, path)));
}

/** The screens still to answer, in order: what the rules miss, what the form asks besides, what could not be read. */
export function gaps(simulator: Simulator): readonly SimulatorStep[] {
  const { assessment, answers, errors, scheme, steps, today } = simulator;
  const asked = missingAnswers(scheme.simulatorForm, answers, [], today).filter((gap) => gap.section !== "documents");
  const pointers = [...assessment.missing, ...[...asked.map((gap) => gap.path), ...errors.keys()].map(pointerOf)];
  const found = new Set(pointers.map((pointer) => stepFor(pointer, steps)));
  return steps.filter((step) => found.has(step));
}

/** The criteria already known not to be met. */
export function refusals(assessment: Assessment): Assessment["criteria"] {
  return assessment.criteria.filter((criterion) => criterion.status === "not-met");
}

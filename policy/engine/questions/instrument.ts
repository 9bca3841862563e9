import { type Choice, type Fields, type RecordOf, record, type Values } from "../values/field.ts";
import { valueAtPath } from "./answers.ts";
import { asker, type Form } from "./form.ts";

/** Five levels, from the first tries to what others learn from. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Where an advice leads: a scheme by its slug, or a part of the service. */
export type Destination =
  | { readonly to: "scheme"; readonly slug: string }
  | { readonly to: "simulator"; readonly slug: string }
  | { readonly to: "exchanges" | "practices" | "actors" | "referral" };

export interface Advice {
  /** Fits those who stand at this level of the dimension, or under it. */
  readonly upTo: Level;
  readonly title: string;
  readonly text: string;
  readonly leadsTo: Destination;
}

/** One thing asked: five statements, the first true of who begins, the last of who leads. */
export interface Assertion {
  readonly id: string;
  readonly label: string;
  readonly says: readonly [string, string, string, string, string];
}

export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Said where it is the strongest one, then where it is the weakest. */
  readonly strength: string;
  readonly gap: string;
  readonly asks: readonly [Assertion, Assertion, Assertion];
  readonly advice: readonly Advice[];
}

/** A self-assessment: its questions, dimensions, levels and advice. It has no effect on any right to an aid. */
export interface Instrument {
  readonly id: "digital-maturity" | "sustainability";
  readonly slug: string;
  readonly name: string;
  /** What one does with it, as a link says it. */
  readonly invitation: string;
  readonly summary: string;
  readonly provision: string;
  /** Who made the scale, said wherever a level is shown. */
  readonly scaleNotice: string;
  readonly levels: readonly [string, string, string, string, string];
  readonly dimensions: readonly Dimension[];
  readonly form: Form;
}

/** What can be answered beside a level: it counts for nothing. */
const UNKNOWN = "unknown";

/** Makes the form of an instrument from its dimensions: one section each, one choice a statement. */
export function instrument(of: Omit<Instrument, "form">): Instrument {
  const fields: Record<string, RecordOf> = {};
  for (const dimension of of.dimensions) {
    fields[dimension.id] = record(
      Object.fromEntries(dimension.asks.map((one) => [one.id, choiceAmong(one)])) satisfies Fields,
    );
  }
  const ask = asker(record(fields));
  const sections = of.dimensions.map(({ id, name, about, asks }) => ({
    id,
    title: name,
    intro: about,
    items: asks.map((one) =>
      ask(
        { op: "fact", path: [id, one.id], kind: "choice", name: one.label },
        { label: one.label, required: "optional" },
      ),
    ),
  }));
  return { ...of, form: { sections, documents: [], declarations: [] } };
}

function choiceAmong({ label, says }: Assertion): Choice {
  const options = Object.fromEntries(says.map((text, index) => [String(index + 1), text]));
  return { kind: "choice", name: label, options: { ...options, [UNKNOWN]: "Je ne sais pas" } };
}

/** A level for each dimension that was answered, null for the others. */
export type Levels = Readonly<Record<string, Level | null>>;

/** The level of each dimension: the middle of its answers, the lower of two where they are two. */
export function levelsOf({ dimensions }: Instrument, answers: Values): Levels {
  return Object.fromEntries(
    dimensions.map(({ id, asks }) => [
      id,
      middleOf(asks.map((one) => levelAt(answers, `${id}.${one.id}`)).filter((level) => level !== null)),
    ]),
  );
}

function levelAt(answers: Values, path: string): Level | null {
  const value = valueAtPath(answers, path);
  const level = typeof value === "string" ? Number(value) : Number.NaN;
  return level >= 1 && level <= 5 ? (level as Level) : null;
}

/** The middle level of several, the lower of the two middle ones: nobody is placed higher than half of what was said. */
export function middleOf(levels: readonly Level[]): Level | null {
  const sorted = [...levels].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

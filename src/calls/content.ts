import { Temporal } from "temporal-polyfill";
import {
  type Missing,
  missingAnswers,
  type OpenScheme,
  pathOf,
  type Raw,
  readRaw,
  termErrors,
  type Values,
} from "#policy/index.ts";
import { isSkipped, legalInstant, readTime, SKIPPED_HOUR } from "#src/platform/legal-time.ts";
import type { CallContent } from "./fields.ts";
import { callForm, weighedLines } from "./form.ts";
import { weightErrors } from "./weights.ts";

/** What was typed of a call, read: what it says, what cannot be read, what is missing before it can be opened. */
export interface CallReading {
  readonly content: CallContent;
  /** What the call fixes of the terms of its scheme; what the text sets and the call leaves is not in it. */
  readonly terms: Values;
  /** The weight of each line of the grid: the call's, or the one proposed. */
  readonly weights: Readonly<Record<string, number>>;
  readonly opensAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  /** By path: how to write what could not be read. */
  readonly errors: ReadonlyMap<string, string>;
  readonly missing: readonly Missing[];
}

export function readCall(scheme: OpenScheme, raw: Raw): CallReading {
  const form = callForm(scheme);
  const read = readRaw(form, withProposedWeights(scheme, raw));
  const answers = read.answers;
  const errors = new Map(read.errors.map(({ path, message }) => [path, message]));
  const content = answers as CallContent;
  const opensAt = instantOf(content.opensOn, content.opensAtHour, "opensAtHour", errors);
  const closesAt = instantOf(content.closesOn, content.closesAtHour, "closesAtHour", errors);
  if (opensAt !== null && closesAt !== null && closesAt.epochMilliseconds <= opensAt.epochMilliseconds) {
    errors.set("closesOn", "La clôture vient après l’ouverture.");
  }
  if (content.questionsUntil != null && content.closesOn != null && content.questionsUntil > content.closesOn) {
    errors.set("questionsUntil", "Les questions s’arrêtent avant la clôture.");
  }
  if (raw.tieRule === "spreading" && weighedLines(scheme).length === 0) {
    errors.set("tieRule", "Cette règle compare des notes, et cet appel n’en donne pas : choisissez-en une autre.");
  }
  const terms = termsOf(answers);
  for (const { pointer, message } of termErrors(scheme.terms, terms)) errors.set(`terms.${pathOf(pointer)}`, message);
  const weights = (answers.weights ?? {}) as Readonly<Record<string, number>>;
  for (const [line, message] of weightErrors(weighedLines(scheme), weights)) errors.set(`weights.${line}`, message);
  const missing = missingAnswers(form, answers, []).filter(({ path }) => !errors.has(path));
  return {
    content,
    terms,
    weights,
    opensAt,
    closesAt,
    errors,
    missing: (content.envelope ?? []).length > 0 ? missing : [...missing, NO_ENVELOPE],
  };
}

function termsOf({ terms }: Values): Values {
  return Object.fromEntries(Object.entries((terms ?? {}) as Values).filter(([, value]) => value != null));
}

const NO_ENVELOPE: Missing = {
  path: "envelope",
  section: "argent",
  label: "Enveloppe",
  message: "Donnez une ligne au moins : le financeur, l’année, les montants.",
};

/** A weight that nobody touched is the proposed one, and is shown as such. */
export function withProposedWeights(scheme: OpenScheme, raw: Raw): Raw {
  const proposed = weighedLines(scheme).map((line) => [`weights.${line.id}`, String(line.weight)] as const);
  return { ...Object.fromEntries(proposed), ...raw };
}

function instantOf(
  day: string | null | undefined,
  hour: string | null | undefined,
  path: string,
  errors: Map<string, string>,
): Temporal.Instant | null {
  if (hour == null) return null;
  const time = readTime(hour);
  if (time === null) errors.set(path, "Donnez une heure, comme 9 h ou 12 h 30.");
  if (time === null || day == null) return null;
  const on = Temporal.PlainDate.from(day);
  if (isSkipped(on, time)) errors.set(path, SKIPPED_HOUR);
  return legalInstant(on, time);
}

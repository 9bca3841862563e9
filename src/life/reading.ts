import {
  type AskedHere,
  type Assessment,
  type Day,
  type DocumentHere,
  documentsOf,
  type Framework,
  fundedRule,
  type GrantedAid,
  type Missing,
  type Money,
  missingAnswers,
  type OpenScheme,
  partyPath,
  type Question,
  questionsOf,
  type Raw,
  readRaw,
  type UnmetHere,
  unmetIn,
  type Values,
  visibilityOf,
} from "#policy/index.ts";
import { communeByCode } from "#src/territory/index.ts";
import type { Application } from "./application.ts";
import { decidedRaw, isAnsweredByLedger, schemeOf, sirensIn, withGranted, withLedgers } from "./known.ts";
import type { Ledger } from "./ledger/ledger.ts";

/** What a draft says: its texts read, what they are worth under the rules, what is still missing. */
export interface Reading {
  readonly framework: Framework;
  readonly scheme: OpenScheme;
  readonly raw: Raw;
  /** As it was typed, before the ledgers' word. */
  readonly typed: Raw;
  readonly answers: Values;
  /** By path: how to write what could not be read. */
  readonly errors: ReadonlyMap<string, string>;
  /** Every question of the form, groups unrolled, and those of them that the answers show. */
  readonly allQuestions: readonly AskedHere[];
  readonly questions: readonly AskedHere[];
  readonly documents: readonly DocumentHere[];
  readonly gaps: readonly Missing[];
  readonly assessment: Assessment;
  /** The conditions that the answers do not meet, each at the questions that it rests on. */
  readonly unmet: readonly UnmetHere[];
  /** Paths of the days already funded that the service does not tell here: declared by who applies, checked after. */
  readonly declaredPast: ReadonlySet<string>;
  /** Paths of what another funder decided, as the service wrote it down. */
  readonly decided: ReadonlySet<string>;
}

/** How far a section is. */
export interface SectionProgress {
  readonly id: string;
  readonly title: string;
  readonly asked: number;
  readonly missing: number;
  readonly errors: number;
  /** Conditions of the rules that its answers do not meet. */
  readonly unmet: number;
  readonly state: "empty" | "begun" | "done" | "error";
}

/**
 * Reads a file's answers on a day. `ledgers` by SIREN; `present` holds the keys of the papers joined. What the rules say,
 * and what is missing, is reckoned when first asked for: what only keeps answers does not wait for it.
 */
export function readApplication(
  application: Pick<Application, "scheme" | "framework" | "revision" | "raw"> &
    Partial<Pick<Application, "call" | "schemeSettings" | "submittedAt" | "otherDecision">>,
  ledgers: ReadonlyMap<string, Ledger>,
  present: readonly string[],
  today: Day,
  grantedAids: readonly GrantedAid[] = [],
): Reading {
  const { framework, scheme } = schemeOf(application, today);
  const decided = decidedRaw(scheme, application.otherDecision);
  const raw = { ...withLedgers(scheme, application.raw, ledgers), ...Object.fromEntries(decided) };
  const read = readRaw(scheme.form, raw, (code) => communeByCode(code) !== null);
  const answers = withGranted(scheme, read.answers, raw, ledgers);
  const errors = new Map(read.errors.map((error) => [error.path, error.message]));
  for (const [path, message] of sameSirenTwice(scheme, raw)) if (!errors.has(path)) errors.set(path, message);
  const declaredPast = declaredIn(scheme, raw, ledgers);
  const allQuestions = once(() => questionsOf(scheme.form, answers));
  const questions = once(() => allQuestions().filter((one) => isShown(one, answers, raw)));
  const assessment = once(() => scheme.evaluate(answers, { today, grantedAids }));
  const documents = once(() => documentsOf(scheme.form, answers));
  const unmet = once(() => unmetIn(assessment().criteria, questions()));
  const gaps = once(() => {
    const ofParties = questions().filter(
      ({ question, path }) => isAnsweredByLedger(scheme, question) && !declaredPast.has(path),
    );
    const partyPaths = new Set(ofParties.map(({ path }) => path));
    return missingAnswers(scheme.form, answers, present, today).filter(
      (gap) => !errors.has(gap.path) && !partyPaths.has(gap.path),
    );
  });
  return {
    framework,
    scheme,
    raw,
    typed: application.raw,
    answers,
    errors,
    declaredPast,
    decided: new Set(decided.keys()),
    get allQuestions() {
      return allQuestions();
    },
    get questions() {
      return questions();
    },
    get assessment() {
      return assessment();
    },
    get documents() {
      return documents();
    },
    get unmet() {
      return unmet();
    },
    get gaps() {
      return gaps();
    },
  };
}

/** What is reckoned at most once, and not at all where nobody asks. */
function once<T>(reckon: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: reckon() };
    return known.value;
  };
}

/**
 * A question that depends on another comes once that one is answered; before, only where it holds an answer already,
 * brought from elsewhere: what counts is never hidden.
 */
export function isShown(
  { question, path, at }: Pick<AskedHere, "question" | "path" | "at">,
  answers: Values,
  raw: Raw,
) {
  const visibility = visibilityOf(question, answers, at);
  return visibility === "met" || (visibility !== "not-met" && (raw[path]?.length ?? 0) > 0);
}

/** What is declared of parties that are named and whose ledger is not at hand. */
function declaredIn(scheme: OpenScheme, raw: Raw, ledgers: ReadonlyMap<string, Ledger>): ReadonlySet<string> {
  return new Set(
    sirensIn(scheme, raw).flatMap((siren, place) => {
      if (siren === null || ledgers.has(siren)) return [];
      return scheme.ledger
        .filter(({ asked }) => asked === true)
        .map(({ fills }) => partyPath(scheme, fills.whole, place));
    }),
  );
}

/** True for a question that the service answers by itself in this file. */
export function isAnsweredHere(
  reading: Pick<Reading, "declaredPast" | "decided" | "scheme">,
  question: Question,
  path: string,
): boolean {
  return reading.decided.has(path) || (isAnsweredByLedger(reading.scheme, question) && !reading.declaredPast.has(path));
}

/** Ceilings are counted by SIREN: two establishments of one organisation are one structure. */
function sameSirenTwice(scheme: OpenScheme, raw: Raw): readonly (readonly [string, string])[] {
  const first = new Map<string, number>();
  return sirensIn(scheme, raw).flatMap((siren, index) => {
    if (siren === null) return [];
    const before = first.get(siren);
    if (before === undefined) {
      first.set(siren, index);
      return [];
    }
    const message = `Ce SIRET a le même SIREN que celui de la structure ${before + 1} : les plafonds valent pour les deux ensemble, regroupez-les.`;
    return [[partyPath(scheme, fundedRule(scheme)?.siret ?? [], index), message] as const];
  });
}

/** Each section of the form, with what it still misses. */
export function progressOf(reading: Reading): readonly SectionProgress[] {
  return reading.scheme.form.sections.map(({ id, title }) => {
    const asked = reading.questions.filter((one) => one.section === id);
    const paths = new Set(asked.map((one) => one.path));
    const gaps = reading.gaps.filter((gap) => gap.section === id);
    const missing = gaps.filter((gap) => gap.contradicts !== true).length;
    const errors = [...reading.errors.keys()].filter((path) => paths.has(path)).length + gaps.length - missing;
    const answered = asked.some(({ path }) => (reading.raw[path]?.length ?? 0) > 0);
    const state = errors > 0 ? "error" : !answered ? "empty" : missing === 0 ? "done" : "begun";
    const unmet = reading.unmet.filter((one) => one.asked.some((here) => paths.has(here.path))).length;
    return { id, title, asked: asked.length, missing, errors, unmet, state };
  });
}

/** How much a file lacks, and how many of its answers cannot be read or contradict others. */
export function leftOf({ gaps, errors }: Pick<Reading, "gaps" | "errors">): {
  readonly missing: number;
  readonly wrong: number;
} {
  const missing = gaps.filter((gap) => gap.contradicts !== true).length;
  return { missing, wrong: errors.size + gaps.length - missing };
}

/** The aid as the rules reckon it; null where they cannot, and where a condition is not met: none is promised then. */
export function possibleAid({ assessment }: Pick<Reading, "assessment">): Money | null {
  return assessment.eligibility === "not-eligible" ? null : assessment.funding.aid;
}

/** Papers asked and not joined yet. */
export function missingPapers(reading: Reading): readonly Missing[] {
  return reading.gaps.filter((gap) => gap.section === "documents");
}

export function textOf(raw: Raw, path: string): string {
  const value = raw[path];
  return typeof value === "string" ? value : (value?.at(-1) ?? "");
}

import type { Assessment } from "../grants/assessment.ts";
import type { DeclaredScheme, Terms } from "../grants/declared.ts";
import type { Verdict } from "../grants/portfolio.ts";
import type { EvaluationContext } from "../grants/reckon.ts";
import type { Wire } from "../grants/wire.ts";
import type { Instrument } from "../questions/instrument.ts";
import type { JsonSchema } from "../questions/json-schema.ts";
import type { Parsed } from "../questions/parse.ts";
import type { ClosedDoubts } from "../rules/criterion.ts";
import type { IsCommune } from "../values/commune.ts";
import type { Day } from "../values/day.ts";
import type { Values } from "../values/field.ts";
import type { Deliberation } from "./deliberation.ts";
import type { Fork } from "./orientation.ts";
import type { AxisId, Figure, Passage } from "./presented.ts";
import type { Provisions } from "./provision.ts";
import type { Source } from "./source.ts";
import type { Tag, TagFamily, TransitionWord } from "./tag.ts";
import type { Territory } from "./territory.ts";

interface Presented {
  readonly slug: string;
  readonly name: string;
  readonly axis: AxisId;
  /** Place in the text: « 1.b ». */
  readonly provision: string;
  readonly summary: string;
  readonly passages: readonly Passage[];
}

/** A scheme shown for information: what the framework says of it, without a form. */
export interface InformationScheme extends Presented {
  readonly status: "information";
}

/** What a scheme declares that its readers may take as it stands. */
type Declared = Pick<
  DeclaredScheme,
  | "framework"
  | "purpose"
  | "letters"
  | "opening"
  | "terms"
  | "form"
  | "simulatorForm"
  | "documents"
  | "declarations"
  | "parties"
  | "asking"
  | "apart"
  | "consortium"
  | "track"
  | "neighbours"
  | "wireSchema"
  | "criteria"
  | "doubts"
  | "ledger"
  | "counted"
  | "receivedAids"
  | "linkedUndertakings"
  | "costs"
  | "grid"
  | "course"
  | "words"
  | "agreement"
  | "pictured"
>;

/** A scheme one can apply to: its rules, form, papers and grid, all read from one definition. */
export interface OpenScheme extends Presented, Declared {
  readonly status: "open";
  /** The regime of State aid that the call of a file chose. */
  readonly aidRegime?: string;
  /** The figures to show, drawn from the terms. */
  readonly figures: readonly Figure[];
  /** The same, drawn from the terms of a call. */
  figuresUnder(terms: Terms): readonly Figure[];
  /** SHA-256 of the canonical rules: kept with every decision, so that one can tell what it was judged with. */
  readonly ruleSetHash: string;
  /** JSON Schema of the facts that the rules read. */
  readonly factsSchema: JsonSchema;
  /** All that the rules say of facts on a day, explained. Answers of the form are facts too. */
  evaluate(facts: Values, context: EvaluationContext): Assessment;
  /** The assessment as it travels over HTTP, in the names that the scheme's own contract has. */
  toWire(assessment: Assessment): Wire;
  /** Reads facts from JSON, strictly. `isCommune` tells the codes that exist, where a map is at hand. */
  parseFacts(json: unknown, isCommune?: IsCommune): Parsed<Values>;
  /** Reads the terms of a call from JSON, strictly: each bad one is named. */
  parseTerms(json: unknown): Parsed<Terms>;
  /** JSON Schema of the terms that a call fixes. */
  readonly termsSchema: JsonSchema;
  /** The same rules as closures, for many files: answers and amounts without words. */
  compile(today: Day, closedDoubts?: ClosedDoubts, terms?: Terms): (facts: Values) => Verdict;
}

export type Scheme = OpenScheme | InformationScheme;

/** What the text tells without deciding anything, in our words, with its place in the text. */
export interface Told {
  /** The year or the period, where the text gives one. */
  readonly when?: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly provisions: readonly string[];
}

/** A scheme to turn to where the aid that one asked for is not possible. */
export interface OtherWay {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
}

export interface Axis {
  readonly id: AxisId;
  readonly label: string;
  /** The title of the part of the text that deals with it. */
  readonly heading: string;
  readonly provision: string;
  readonly summary: string;
  /** What the text observes before it says what it will do. */
  readonly observations: readonly Told[];
  /** What the service makes of it where no scheme of the text belongs to it. */
  readonly instead?: { readonly text: string; readonly provisions: readonly string[] };
}

export interface Framework {
  /** `2025-07-15`: the day its text was adopted names it. */
  readonly version: string;
  readonly title: string;
  readonly deliberation: Deliberation;
  /** It follows from the deliberation. */
  readonly inForceFrom: Day;
  /** How letters and pages cite the text. */
  readonly citation: string;
  /** What is known of the versions before the first that the service holds. */
  readonly earlier: readonly Told[];
  readonly reasons: readonly Told[];
  readonly milestones: readonly Told[];
  readonly contextFigures: readonly Figure[];
  readonly axes: readonly Axis[];
  readonly tags: readonly Tag[];
  readonly tagFamilies: readonly TagFamily[];
  readonly transitionWords: readonly TransitionWord[];
  /** The doubt that says how they are brought together. */
  readonly transitionsReading: string;
  readonly sources: readonly Source[];
  readonly provisions: Provisions;
  readonly schemes: readonly Scheme[];
  /** Which aid for a project: the first question. */
  readonly orientation: Fork;
  /** Where the text applies, and the bodies that carry it with the funder. */
  readonly territory: Territory;
  /** Where to turn when an aid is not possible. */
  readonly otherWays: readonly OtherWay[];
  /** Self-assessments: they measure, and decide nothing. */
  readonly instruments: readonly Instrument[];
  /** A scheme by its slug; null where this version has none. */
  scheme(slug: string): Scheme | null;
}

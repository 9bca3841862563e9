import type { AxisId, Figure, Passage } from "../framework/presented.ts";
import type { Check, Declaration, DocumentAsked, Form } from "../questions/form.ts";
import type { Criterion } from "../rules/criterion.ts";
import type { Doubt } from "../rules/doubt.ts";
import type { Path } from "../rules/expression.ts";
import type { RecordOf, Values } from "../values/field.ts";
import type { Money } from "../values/money.ts";
import type { AgreementParts, ToAgree } from "./agreement.ts";
import type { Asking } from "./asking.ts";
import type { Assessment } from "./assessment.ts";
import type { Consortium } from "./consortium.ts";
import type { CostSheet, Line, ToldLine } from "./costs.ts";
import type { Counted } from "./counted.ts";
import type { Ceiling, ComputationStep, Figures, PartyFunding, SourceShare } from "./figures.ts";
import type { Grid } from "./grid.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Pictured } from "./pictured.ts";
import type { OtherTrack } from "./track.ts";
import type { Wire, WireSchema } from "./wire.ts";
import type { SchemeWords } from "./words.ts";

/**
 * What the folder of a scheme gives. The engine evaluates it; nothing else knows more of a scheme than this.
 * `F`: its facts. `T`: the terms it is computed with, those of the text or of a call. `G`: what its arithmetic gives.
 */
export interface DeclaredScheme<F extends Values = Values, T extends Values = Values, G extends Figures = Figures> {
  readonly slug: string;
  /** Version of the text: `2025-07-15`. */
  readonly framework: string;
  readonly name: string;
  readonly axis: AxisId;
  /** Place in the text: « 1.b ». */
  readonly provision: string;
  readonly summary: string;
  /** What is supported, in the third person: for those who vote, where the summary speaks to applicants. */
  readonly purpose: string;
  readonly passages: readonly Passage[];
  /** The figures to show, drawn from the terms. */
  readonly shown: (terms: T) => readonly Figure[];
  /** Letters of its file numbers: `AC`. */
  readonly letters: string;
  /** Open all year, or within the dates of a call that may fix terms of its own. */
  readonly opening: "always" | "by-call";
  readonly facts: RecordOf;
  /**
   * What a call may fix, as fields, and what the text itself says of each; null where only a call says it. `checks`: what
   * contradicts itself in the terms of a call put over the text's. `shared`: shares of one cost, by name, that several pay.
   */
  readonly terms: {
    readonly declared: RecordOf;
    readonly voted: T;
    readonly checks?: readonly Check[];
    readonly shared?: readonly (keyof T & string)[];
  };
  readonly form: Form;
  readonly simulatorForm: Form;
  readonly documents: readonly DocumentAsked[];
  readonly declarations: readonly Declaration[];
  /** Who a file is about. */
  readonly parties: readonly PartyRule[];
  /** In whose name it may be asked; absent where each asks for itself. */
  readonly asking?: Asking;
  /** The list of parties judged one by one: those who fail leave, the others stay. Absent: one who fails fails the file. */
  readonly apart?: Path;
  /** How several organisations file one project together; absent where one files alone. */
  readonly consortium?: Consortium;
  /** The road of the same project at another funder, which the decision waits for. */
  readonly track?: OtherTrack;
  /** What exists near a project, where a condition is judged beside it. */
  readonly neighbours?: Neighbours;
  /** Read over the facts, with `terms` (those in force) and `figures` (what the arithmetic gave) beside them. */
  readonly criteria: readonly Criterion[];
  readonly doubts: readonly Doubt<T>[];
  readonly costs: CostSheet<F, T>;
  /**
   * The one function of money: pure, whole cents. Unknown stays null. `retained`: no more eligible costs than that, where
   * a selection kept less of a project than its rules allow.
   */
  fund(facts: F, lines: readonly Line[], terms: T, retained?: Money): G;
  /** The words of what was reckoned. Never called for portfolios. */
  tell(figures: G, terms: T, facts: F, lines: readonly Line[]): Told;
  readonly ledger: readonly LedgerRule[];
  /** What is counted of each party beside the aid, in words; absent where the aid alone is. */
  readonly counted?: Counted;
  /** The list of the aids already received that a regime of State aid counts, where the form asks for them. */
  readonly receivedAids?: Path;
  /** The list of the undertakings whose aids count with those of who asks. */
  readonly linkedUndertakings?: Path;
  readonly grid: Grid;
  readonly course: Course;
  readonly words: SchemeWords;
  /** What it puts into the agreement that follows a vote. */
  agreement(to: ToAgree): AgreementParts;
  /** What is drawn of a project beside its tables. */
  readonly pictured?: Pictured;
  /** Files that meet each bound, each rounding and each doubt: what the rules answer on them is part of their proof. */
  readonly samples: readonly F[];
  /** Terms that the samples are judged under as well, where the text leaves them to a call. */
  readonly sampleTerms?: T;
  /** The names that its own contract over HTTP has, where it has some. */
  toWire?(assessment: Assessment): Wire;
  readonly wireSchema?: WireSchema;
  /** What contradicts itself in facts given together, beyond what each field says. */
  readonly factChecks: readonly Check[];
}

/** One kind of organisation that a file names. */
export interface PartyRule {
  readonly part: "lead" | "partner" | "supported" | "bearer" | "provider";
  /** What one is called before its name is known: « Structure ». */
  readonly word: string;
  /** The list that holds one each; absent where there is one at most. */
  readonly each?: Path;
  /** Where its SIRET and its name are, from the root of the answers. */
  readonly siret: Path;
  readonly name: Path;
  readonly commune?: Path;
  /** What an agent reads of it beside its rules, each with where it comes from. */
  readonly seen?: readonly Seen[];
  /** Takes the shares of `tell` in order: the money is for it. */
  readonly funded?: true;
  readonly reads?: true;
  readonly writes?: true;
}

/** One thing to read of a party: what it answered, what a public register says of the same, or both side by side. */
export interface Seen {
  readonly label: string;
  /** The doubt or condition that it lights. */
  readonly provision?: string;
  /** Where its answer is, within the party. */
  readonly answer?: Path;
  readonly register?: "activity" | "declaration" | "qualiopi" | "headcount-band";
}

/** A quantity counted for a party over all its requests, and the facts that tell the rules what it already had. */
export interface LedgerRule {
  /** Name of the measure in the shares of `tell`; « aid » is the aid itself. */
  readonly measure: string;
  readonly provision: string;
  /** The fact of the whole life of this version of the text, then that of the civil year of filing. */
  readonly fills: { readonly whole: Path; readonly year: Path };
  /** True where the form asks for it only until the service knows: its ledger then answers. */
  readonly asked?: true;
}

/** The road of a file through the funder. */
export interface Course {
  readonly road: "opinion" | "committee";
  /** Bodies beside the funder whose opinion is asked, by code. */
  readonly opinions: readonly string[];
  /** Another funder's selection, without which nothing is voted, notified or signed: its total bounds the aid. */
  readonly after?: OutsideSelection;
}

/** A selection that another funder makes, and whose word binds this one. */
export interface OutsideSelection {
  /** Code of the body that selects. */
  readonly body: string;
  /** « la sélection au titre du FSE+ », inside a sentence. */
  readonly called: string;
  readonly provision: string;
  /** Its share of the funding, and the envelope of a call that it draws on. */
  readonly source: string;
  readonly envelope: string;
}

export interface Told {
  readonly sources: readonly SourceShare[];
  readonly parties: readonly PartyFunding[];
  readonly lines: readonly ToldLine[];
  readonly steps: readonly ComputationStep[];
  /** The bounds of the aid, each at work; none where the scheme shows them by its steps alone. */
  readonly ceilings?: readonly Ceiling[];
}

/** Terms of a call over those of the text. */
export type Terms = Values;

import type { Day } from "../values/day.ts";
import type { Values } from "../values/field.ts";
import type { Assessment } from "./assessment.ts";

/** What people read beside the rules of a scheme. No rule: only words. */
export interface SchemeWords {
  /** The text's own words, sentence by sentence, by criterion. */
  readonly quotations: Readonly<Record<string, readonly string[]>>;
  /** How it goes, from the application to the last payment. */
  readonly steps: readonly string[];
  /** A whole file, as the API takes it, on a day of the version it is made for; `said` tells it in a sentence. */
  readonly example: { readonly on: Day; readonly facts: unknown; readonly terms?: Values; readonly said: string };
  /** Files that show each figure at work, for the page of the scheme; none where only a call gives the figures. */
  readonly cases: {
    readonly caption: string;
    readonly intro: string;
    /** A measure shown beside the amounts. */
    readonly measure?: { readonly id: string; readonly label: string };
    readonly rows: readonly WorkedCase[];
  };
  /** What is paid on: as a condition of the letter that grants it, then as what to keep once the agreement is signed. */
  readonly paid: { readonly condition: string; readonly keep: string };
  /** How the arithmetic goes, in plain words. */
  readonly arithmetic: readonly string[];
  /** Every condition is met, said once. */
  met(assessment: Assessment): KeyReason | null;
  /** What made the amount, the most telling first. */
  amounts(assessment: Assessment): readonly KeyReason[];
  /** Why a file that meets every condition has no aid to receive; null where there is an aid, or it is not known. */
  nothing(assessment: Assessment): NothingToFund | null;
}

/** Facts as the rules read them, not as JSON. */
export interface WorkedCase {
  readonly label: string;
  readonly facts: Values;
}

export interface KeyReason {
  /** Id of the provision. */
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** Where the text says it. */
  readonly provision: string;
}

/** An aid of nothing, by its cause: to the applicant, and as a ground of refusal. */
export interface NothingToFund {
  readonly sentence: string;
  readonly id: string;
  readonly label: string;
  readonly provision: string;
  readonly rule: string;
  readonly finding: string;
}

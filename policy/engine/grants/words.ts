import type { Day } from "../day.ts";
import type { Assessment } from "./assessment.ts";

/** What people read beside the rules of a scheme. No rule: only words. */
export interface SchemeWords {
  /** The text's own words, sentence by sentence, by criterion. */
  readonly quotations: Readonly<Record<string, readonly string[]>>;
  /** What a person can do about a criterion that is not met, by criterion. */
  readonly waysOut: Readonly<Record<string, string>>;
  /** How it goes, from the simulation to the last payment. */
  readonly steps: readonly string[];
  /** A whole file, as the API takes it, on a day of the version it is made for; `said` tells it in a sentence. */
  readonly example: { readonly on: Day; readonly facts: unknown; readonly terms?: unknown; readonly said: string };
  /** Files that show each figure at work, for the page of the scheme. */
  readonly cases: { readonly columns: readonly string[]; readonly rows: readonly WorkedCase[] };
  /** How the arithmetic goes, in plain words. */
  readonly arithmetic: readonly string[];
  /** What made the amount, the most telling first. */
  amounts(assessment: Assessment): readonly AmountReason[];
  /** Why a file that meets every condition has no aid to receive; null where there is an aid, or it is not known. */
  nothing(assessment: Assessment): string | null;
}

export interface WorkedCase {
  readonly label: string;
  readonly facts: unknown;
}

export interface AmountReason {
  /** Id of the provision. */
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly provision: string;
}

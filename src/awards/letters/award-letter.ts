import {
  type Appeals,
  type BasisPoints,
  type Cents,
  type Letterhead,
  type Signatory,
  template,
} from "#src/platform/documents/index.ts";
import type { PrintedDeliberation } from "./decision.ts";

/** What was asked and not granted, with its reason. */
export interface PrintedReduction {
  readonly what: string;
  readonly why: string;
  readonly cents: Cents;
}

/** One supported organisation of a collective request, each within its own ceilings (CS-6, CS-9). */
export interface PrintedShare {
  readonly name: string;
  readonly days: number;
  readonly cents: Cents;
}

/** Tells that the grant is voted, how much, on what base, and that an agreement follows. */
export interface AwardLetter {
  readonly letterhead: Letterhead;
  readonly scheme: string;
  readonly projectTitle: string;
  readonly beneficiary: string;
  readonly deliberation: PrintedDeliberation;
  readonly amount: Cents;
  readonly eligibleBase: Cents;
  readonly rate: BasisPoints;
  readonly reductions: readonly PrintedReduction[];
  readonly shares: readonly PrintedShare[];
  readonly conditions: readonly string[];
  readonly nextSteps: readonly string[];
  readonly appeals: Appeals;
  readonly signatory: Signatory;
}

export const awardLetter = template<AwardLetter>("awards/letters/award-letter.typ");

import type { Cents, IsoDay } from "./letterhead.ts";

/** An answer as a letter shows it: the value as it was given, formatted on the page only. */
export type PrintedAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "yes-no"; readonly yes: boolean }
  | { readonly kind: "choices"; readonly labels: readonly string[] }
  | { readonly kind: "money"; readonly cents: Cents }
  | { readonly kind: "number"; readonly value: number; readonly unit?: string }
  | { readonly kind: "day"; readonly day: IsoDay }
  | { readonly kind: "none" };

export interface PrintedQuestion {
  readonly question: string;
  readonly answer: PrintedAnswer;
}

/** One of a repeated group: a structure, a consultant, a phase. */
export interface PrintedItem {
  readonly title: string;
  readonly questions: readonly PrintedQuestion[];
}

export interface PrintedSection {
  readonly title: string;
  readonly questions: readonly PrintedQuestion[];
  readonly items?: readonly PrintedItem[];
}

export interface PrintedAttachment {
  readonly name: string;
  /** What the document is: « Devis du prestataire ». */
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
}

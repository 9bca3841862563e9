import type { Ask } from "./ranking/line.ts";

/** What one line of the grid was given on a sheet. */
export interface SheetLine {
  readonly line: string;
  readonly mark: number | null;
  /** In a grid judged in words. */
  readonly answer: string | null;
  readonly reason: string;
  readonly strength: string;
  readonly question: string;
}

/** One assessor's sheet on one file. Instants as ISO text. */
export interface SheetOf {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly impartialAt: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnWhy: string;
  readonly sentAt: string | null;
  readonly comparedAt: string | null;
  /** Empty where the reader may not see them yet. */
  readonly lines: readonly SheetLine[];
}

export interface Consensus {
  readonly line: string;
  readonly mark: number | null;
  readonly answer: string | null;
  readonly reason: string;
  readonly heldOn: string;
}

export type Sense = "favourable" | "with-reserve" | "unfavourable";

export interface BodyOpinion {
  readonly body: string;
  readonly sense: Sense;
  readonly words: string;
  readonly by: string | null;
  readonly at: string;
}

export interface BodyQuestion {
  readonly id: string;
  readonly body: string;
  readonly question: string;
  readonly by: string | null;
  readonly at: string;
  readonly answer: string;
}

/** What the committee asks before the vote. */
export interface VoteCondition {
  readonly id: string;
  readonly words: string;
  readonly setAt: string;
  readonly answer: string;
  readonly answeredAt: string | null;
  readonly liftedAt: string | null;
}

/** What another funder's selection said of a file. */
export interface OutsideWord {
  readonly isSelected: boolean;
  readonly decidedOn: string;
  readonly reference: string;
  /** Eligible costs that it retained, in cents. */
  readonly retained: number | null;
}

export interface Feedback {
  readonly line: string;
  readonly strength: string;
  readonly weakness: string;
}

/** A file of a call, as its selection sees it. Money in cents. */
export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly organisation: string;
  readonly state: string;
  readonly version: number;
  readonly submittedAt: string;
  readonly commune: string | null;
  readonly asks: readonly Ask[];
  readonly eligibleCosts: number;
  readonly shortTitle: string;
  readonly summary: string;
  readonly place: number | null;
  readonly placeReason: string;
  readonly retained: number | null;
  readonly retainedReason: string;
  readonly rank: number | null;
  readonly reserveRank: number | null;
  readonly reason: string;
  readonly feedback: readonly Feedback[];
  readonly sheets: readonly SheetOf[];
  readonly consensus: readonly Consensus[];
  /** The last word of each body. */
  readonly opinions: readonly BodyOpinion[];
  readonly questions: readonly BodyQuestion[];
  readonly conditions: readonly VoteCondition[];
  readonly outside: OutsideWord | null;
}

/** The sheets that count: those whose assessor did not leave. */
export function activeSheets({ sheets }: Pick<Candidate, "sheets">): readonly SheetOf[] {
  return sheets.filter(({ withdrawnAt }) => withdrawnAt === null);
}

/** Whether all the sheets that the call asks for are in. */
export function areIn(candidate: Pick<Candidate, "sheets">, asked: number): boolean {
  const active = activeSheets(candidate);
  return active.length >= asked && active.every(({ sentAt }) => sentAt !== null);
}

/** The title shown in the room: at most 34 signs, asked of the secretary; the file's own as long as none is given. */
export function shownTitle({ shortTitle, title }: Pick<Candidate, "shortTitle" | "title">): string {
  return shortTitle === "" ? title : shortTitle;
}

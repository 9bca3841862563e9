/** What a scheme counts of each party beside the aid, over all its requests, in the words that pages and letters use. */
export interface Counted {
  /** A measure of its ledger: `hours`. */
  readonly measure: string;
  /** At the head of a column, of all that is counted: « Heures ». */
  readonly head: string;
  /** How a quantity is typed: « des heures entières, par exemple 12 ». It is kept in halves. */
  readonly typed: string;
  readonly asked: string;
  readonly kept: string;
  readonly eligible: string;
  /** « 2,5 heures ». */
  say(quantity: number): string;
  /** The first step of a computation on what is accepted, where more was asked. */
  accepted(asked: string): string;
  /** More is asked than is left to a party. */
  readonly beyond: { readonly title: string; say(refused: number, left: number): string };
  /** What the service counts already of a party, and what is left to it where that is known. */
  readonly known: { title(counted: number): string; say(left: number | null): string };
  /** Said until a number tells whose past it is. */
  readonly toCount: string;
  /** Said under the answer, while another organisation's past is only declared. */
  readonly toCheck: string;
  /** Said of an amount that rests on such an answer. */
  readonly declared: string;
  /** A party's past is no longer what it was on the day of filing. */
  readonly moved: {
    readonly title: string;
    readonly basis: string;
    filed(quantity: number): string;
    now(quantity: number): string;
  };
  /** What to look at again when the aid is next to nothing. */
  readonly little: string;
}

import type { Day } from "../values/day.ts";

/** The act that voted a version of the text. Null: neither the text nor the funder has said it yet. */
export interface Deliberation {
  readonly number: string | null;
  readonly assembly: string;
  readonly votedOn: Day;
  readonly transmittedOn: Day | null;
  readonly publishedOn: Day | null;
}

/**
 * The first day on which a version applies (D-01): an act of a Region is enforceable once it has been sent to the
 * prefect and published, hence from the later of both. While one is unknown, the day of the vote stands in for it.
 */
export function inForceFrom({ votedOn, transmittedOn, publishedOn }: Deliberation): Day {
  if (transmittedOn === null || publishedOn === null) return votedOn;
  return transmittedOn > publishedOn ? transmittedOn : publishedOn;
}

/** Whether the day in force rests on what happened, not on the vote alone. */
export function isForceKnown({ transmittedOn, publishedOn }: Deliberation): boolean {
  return transmittedOn !== null && publishedOn !== null;
}

/** « , délibération nº 25-07-31 » after the day of the vote; nothing while the number is not known. */
export function sayDeliberation({ number }: Deliberation): string {
  return number === null ? "" : `, délibération nº ${number}`;
}

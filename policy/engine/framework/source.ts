import type { Day } from "../values/day.ts";

/** Whose money it is: a plan of resources, ceilings and the ban on paying twice read this. */
export type SourceNature = "region" | "european" | "state" | "other-public" | "private" | "in-kind" | "own";

/** Where money comes from. What was granted keeps the code, so a source is never removed: its validity ends. */
export interface Source {
  readonly code: string;
  readonly label: string;
  readonly nature: SourceNature;
  /** First and last day, both included; null: without limit. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly provision: string;
  /** What to know of its dates or its name. */
  readonly note?: string;
}

/** Whether money of this source can be granted on a day. */
export function isValidOn(source: Source, day: Day): boolean {
  return (source.from === null || source.from <= day) && (source.until === null || day <= source.until);
}

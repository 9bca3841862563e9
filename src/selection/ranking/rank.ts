/** How files with the same score follow each other, by the call. */
export type TieRule = "spreading" | "cost" | "committee";

/** A file as it is ranked. Scores of one call share their whole: totals compare as they stand. */
export interface Rankable {
  readonly id: string;
  /** Null in a call that gives no mark: all are level then, and its tie rule is its order. */
  readonly score: number | null;
  /** The marks of the lines that the text puts above others. */
  readonly central: number;
  /** Aid asked of the funder, in cents. */
  readonly asked: number;
  /** When it was filed: the last word between files that nothing else tells apart. */
  readonly filedAt: string;
  /** Its place among those it is level with, where the committee settled it. */
  readonly place: number | null;
}

export interface Ranked {
  readonly id: string;
  readonly rank: number;
  /** Level with a neighbour, and the rule leaves it to the committee: to be settled before the ranking is closed. */
  readonly isOpen: boolean;
}

/** The ranking: by score, then as the call says, then as they came. */
export function rankOf(candidates: readonly Rankable[], rule: TieRule): readonly Ranked[] {
  const sorted = [...candidates].sort(
    (a, b) =>
      (b.score ?? 0) - (a.score ?? 0) || byRule(a, b, rule) || compare(a.filedAt, b.filedAt) || compare(a.id, b.id),
  );
  return sorted.map((one, index) => ({
    id: one.id,
    rank: index + 1,
    isOpen: isLevel(one, sorted[index - 1], rule) || isLevel(one, sorted[index + 1], rule),
  }));
}

function byRule(a: Rankable, b: Rankable, rule: TieRule): number {
  switch (rule) {
    case "spreading":
      return b.central - a.central;
    case "cost":
      return a.asked - b.asked;
    case "committee":
      return (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER);
  }
}

/** Neither the marks nor the committee tell them apart, under a rule that leaves it to the committee. */
function isLevel(one: Rankable, other: Rankable | undefined, rule: TieRule): boolean {
  return rule === "committee" && other !== undefined && one.score === other.score && byRule(one, other, rule) === 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The grid of a scheme: judged in words, or scored with marks that a call weighs. Neither is in the text: who proposed it is said. */
export type Grid = JudgedGrid | ScoredGrid;

export interface JudgedGrid {
  readonly kind: "judged";
  readonly lines: readonly JudgedGridLine[];
}

/** What every line of a grid says, whichever way it is judged. */
export interface GridLine {
  readonly id: string;
  readonly title: string;
  readonly provision: string;
  readonly question: string;
  readonly hint: string;
  /** Answers that the line reads, as dotted paths of the form. */
  readonly reads: readonly string[];
  /** The text sets neither scale nor weight: the grid is a proposal of the service. */
  readonly origin: "service" | "text";
  /** What the line counts in the answers, where the text gives worth to several only: under `least`, its mark is 0. */
  readonly counts?: { readonly of: readonly Counted[]; readonly least: number };
}

export interface JudgedGridLine extends GridLine {
  readonly answers: Readonly<Record<"satisfying" | "to-complete" | "insufficient", string>>;
}

export interface ScoredGrid {
  readonly kind: "scored";
  /** From 0 to `most`, with the words of each mark. */
  readonly scale: { readonly most: number; readonly marks: Readonly<Record<number, string>> };
  readonly headings: readonly ScoredHeading[];
  /** Where scale and weights come from, said on screen. */
  readonly origin: "service" | "text";
}

export interface ScoredHeading {
  readonly id: string;
  readonly title: string;
  readonly provision: string;
  readonly lines: readonly ScoredGridLine[];
}

export interface ScoredGridLine extends GridLine {
  /** Proposed weight; a call sets its own. */
  readonly weight: number;
  /** What a weight may not become, by the text. */
  readonly must?: "positive" | "highest";
}

/** One thing that a line counts: it is there once all of these answers are given. */
export interface Counted {
  readonly label: string;
  readonly paths: readonly string[];
}

/** What a line counts among the answers given; null where it counts nothing. */
export function countedOn(
  { counts }: Pick<GridLine, "counts">,
  given: ReadonlySet<string>,
): { readonly found: readonly string[]; readonly isEnough: boolean } | null {
  if (counts === undefined) return null;
  const found = counts.of.filter(({ paths }) => paths.every((path) => given.has(path))).map(({ label }) => label);
  return { found, isEnough: found.length >= counts.least };
}

/** The lines of a grid in order, whichever way they are judged. */
export function gridLines(grid: Grid): readonly GridLine[] {
  return grid.kind === "judged" ? grid.lines : grid.headings.flatMap((heading) => heading.lines);
}

/** A line of the grid with the weight that its call gives it. */
export interface WeighedLine {
  readonly id: string;
  readonly weight: number;
}

/**
 * What a file is worth by its marks, exactly: whole units out of a whole. Totals of one call share `most`: they compare
 * as they stand, without a rounding that would make or hide a tie.
 */
export interface Score {
  readonly total: number;
  readonly most: number;
}

/** Marks of one line, one by assessor; one alone where a consensus set it. */
export type MarksByLine = ReadonlyMap<string, readonly number[]>;

/** No more people mark one file: a mean of their marks is then whole in units of a mark's parts. */
export const MOST_SHEETS = 12;
const PARTS = 27_720;

/**
 * The mean mark of each line by its weight. Null where a line that weighs has no mark. `most` is the scale's highest.
 * Throws where more people marked a line than may.
 */
export function scoreOf(lines: readonly WeighedLine[], most: number, marks: MarksByLine): Score | null {
  let total = 0;
  let weights = 0;
  for (const { id, weight } of lines) {
    if (weight === 0) continue;
    const given = marks.get(id) ?? [];
    if (given.length === 0) return null;
    if (PARTS % given.length !== 0) throw new Error(`${given.length} marks on ${id}`);
    const sum = given.reduce((all, mark) => all + mark, 0);
    total += weight * sum * (PARTS / given.length);
    weights += weight;
  }
  return weights === 0 ? null : { total, most: PARTS * most * weights };
}

/** Out of a hundred, in tenths, rounded down: 874 is « 87,4 ». */
export function tenthsOf({ total, most }: Score): number {
  return Math.floor((total * 1000) / most);
}

/** « 87,4 ». */
export function sayScore(score: Score): string {
  const tenths = tenthsOf(score);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

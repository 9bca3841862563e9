import { type MarksByLine, type Score, scoreOf, type WeighedLine } from "./score.ts";

/** What one assessor gave, by line. */
export interface Sheet {
  readonly assessor: string;
  readonly marks: ReadonlyMap<string, number>;
}

/** Where the assessors of a file part. */
export interface Gaps {
  /** The score that each sheet alone would give, in the order of the sheets. */
  readonly scores: readonly Score[];
  /** Between the highest and the lowest, in tenths of points out of a hundred, rounded up. */
  readonly tenths: number;
  /** Lines whose marks are two steps of the scale apart, or more. */
  readonly lines: readonly string[];
}

const APART = 2;

/** Null as long as a sheet lacks a mark. */
export function gapsOf(lines: readonly WeighedLine[], most: number, sheets: readonly Sheet[]): Gaps | null {
  const scores: Score[] = [];
  for (const { marks } of sheets) {
    const one = scoreOf(lines, most, new Map([...marks].map(([line, mark]) => [line, [mark]])));
    if (one === null) return null;
    scores.push(one);
  }
  const totals = scores.map(({ total }) => total);
  const whole = scores[0]?.most ?? 1;
  const spread = totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals);
  return {
    scores,
    tenths: Math.ceil((spread * 1000) / whole),
    lines: lines.filter(({ id }) => spreadOn(sheets, id) >= APART).map(({ id }) => id),
  };
}

function spreadOn(sheets: readonly Sheet[], line: string): number {
  const marks = sheets.flatMap(({ marks: all }) => all.get(line) ?? []);
  return marks.length === 0 ? 0 : Math.max(...marks) - Math.min(...marks);
}

/** Whether the gap goes past what the call lets stand, in points out of a hundred: a consensus is then asked. */
export function asksConsensus(gaps: Gaps, limit: number | null): boolean {
  return limit !== null && gaps.tenths > limit * 10;
}

/** All the marks of a line together; what a consensus set stands alone in their place. */
export function marksOf(sheets: readonly Sheet[], consensus: ReadonlyMap<string, number>): MarksByLine {
  const all = new Map<string, number[]>();
  for (const { marks } of sheets) {
    for (const [line, mark] of marks) all.set(line, [...(all.get(line) ?? []), mark]);
  }
  for (const [line, mark] of consensus) all.set(line, [mark]);
  return all;
}

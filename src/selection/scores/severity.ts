import type { Sheet } from "./gaps.ts";

/** How far an assessor stands from the others on the same lines of the same files, in steps of the scale. */
export interface Severity {
  readonly assessor: string;
  /** Lines that somebody else marked too. */
  readonly lines: number;
  /** Under zero where they mark lower than the others. */
  readonly mean: number;
}

/** For the chair alone: it tells who marks high or low, never who is right. */
export function severitiesOf(files: readonly (readonly Sheet[])[]): readonly Severity[] {
  const sums = new Map<string, { lines: number; apart: number }>();
  for (const sheets of files) {
    for (const sheet of sheets) {
      for (const [line, mark] of sheet.marks) {
        const others = sheets.filter((one) => one !== sheet).flatMap((one) => one.marks.get(line) ?? []);
        if (others.length === 0) continue;
        const sum = sums.get(sheet.assessor) ?? { lines: 0, apart: 0 };
        sum.lines += 1;
        sum.apart += mark - others.reduce((all, other) => all + other, 0) / others.length;
        sums.set(sheet.assessor, sum);
      }
    }
  }
  return [...sums].map(([assessor, { lines, apart }]) => ({ assessor, lines, mean: apart / lines }));
}

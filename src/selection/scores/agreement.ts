/**
 * Krippendorff's alpha for marks at equal steps (interval data): 1 where assessors always agree, 0 where they agree no
 * more than chance would, under 0 where less. Each unit holds the marks that one line of one file was given; those with
 * one mark alone tell nothing. Null where nothing can be compared, or all marks are the same.
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 */
export function alphaOf(units: readonly (readonly number[])[]): number | null {
  const paired = units.filter((unit) => unit.length > 1);
  const count = paired.reduce((sum, unit) => sum + unit.length, 0);
  if (count === 0) return null;
  const observed = paired.reduce((sum, unit) => sum + differences(unit) / (unit.length - 1), 0);
  const expected = differences(paired.flat()) / (count - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

/** The sum of the squared differences of all ordered pairs. */
function differences(values: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return 2 * (values.length * squares - sum * sum);
}

export type Concord = "strong" | "fair" | "weak";

/** Krippendorff's own bounds: from 0,800 one may rely on the marks, from 0,667 with caution. */
export function agreementOf(alpha: number): Concord {
  if (alpha >= 0.8) return "strong";
  return alpha >= 2 / 3 ? "fair" : "weak";
}

export const agreementWords: Readonly<Record<Concord, string>> = {
  strong: "Accord fort\u00a0: les notes se valent d’une personne à l’autre.",
  fair: "Accord moyen\u00a0: lisez les écarts avant de classer.",
  weak: "Accord faible\u00a0: les mêmes projets sont notés très différemment.",
};

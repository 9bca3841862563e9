import type { OpenScheme } from "#policy/index.ts";

/** The figures of a scheme as sentences quote them, taken from its rules. */
export interface ShownFigures {
  /** « 70 % » (CS-8). */
  readonly rate: string;
  /** « 17 500 € » (CS-9). */
  readonly maxAid: string;
  /** « 25 jours » (CS-9). */
  readonly maxDays: string;
  /** « 1 000 € HT » (CS-7). */
  readonly dailyCeiling: string;
}

/** Throws where the scheme no longer says one of them: that is a bug of the version, caught by its test. */
export function figuresOf(scheme: OpenScheme): ShownFigures {
  const of = (provision: string, nth = 0): string => {
    const figure = scheme.figures.filter((one) => one.provision === provision)[nth];
    if (figure === undefined) throw new Error(`${scheme.slug} shows no figure for ${provision}`);
    return figure.value;
  };
  return { rate: of("CS-8"), maxAid: of("CS-9"), maxDays: of("CS-9", 1), dailyCeiling: of("CS-7") };
}

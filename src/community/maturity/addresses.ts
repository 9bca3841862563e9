import type { Instrument, Raw } from "#policy/index.ts";
import { queryString, urls } from "#src/urls.ts";

/** Names beside the answers, in the addresses of a self-assessment. */
export const controls = { step: "etape", organisation: "organisme" } as const;

/** The page that says what an instrument is for: the public addresses. */
export function startOf(instrument: Instrument): string {
  return (instrument.id === "digital-maturity" ? urls.digitalMaturity : urls.sustainability).href();
}

export function questionsOf(instrument: Instrument, carried: Raw = {}): string {
  return urls.assessmentQuestions.href({ instrument: instrument.slug }) + queryString(carried);
}

export function resultOf(instrument: Instrument, carried: Raw = {}): string {
  return urls.assessmentResult.href({ instrument: instrument.slug }) + queryString(carried);
}

/** Only what the instrument asks: an address carries nothing else along. */
export function answersIn(instrument: Instrument, given: Raw): Raw {
  const names = instrument.form.sections.flatMap(({ items }) => items.map((item) => item.id));
  const kept = names.flatMap((name) => {
    const value = given[name];
    const last = typeof value === "string" ? value : value?.at(-1);
    return last === undefined || last === "" ? [] : [[name, last] as const];
  });
  return Object.fromEntries(kept);
}

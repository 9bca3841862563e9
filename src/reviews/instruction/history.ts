import {
  fundedIn,
  type HadByMeasure,
  type OpenScheme,
  partyPath,
  type Values,
  valueAtPath,
  withHad,
} from "#policy/index.ts";
import { addUp, type Ledger } from "#src/life/index.ts";

/** What each funded party really had under this version of the text; null where its ledger cannot be asked. */
export type History = readonly (HadByMeasure | null)[];

/** Adds up what was granted or paid: what others only asked may still be refused, and takes nothing. */
export function hadFrom(ledger: Ledger, year: string): HadByMeasure {
  const granted = ledger.entries.filter((entry) => entry.basis !== "asked");
  const thisYear = granted.filter((entry) => entry.grantedOn?.startsWith(`${year}-`) === true);
  const whole = addUp(granted.map(({ measures }) => measures));
  const ofYear = addUp(thisYear.map(({ measures }) => measures));
  return Object.fromEntries(
    Object.entries({ aid: 0, days: 0, ...whole }).map(([name, value]) => [
      name,
      { whole: value, year: ofYear[name] ?? 0 },
    ]),
  );
}

/** What each funded party of these answers had, as its ledger stands. */
export function historyOf(
  scheme: OpenScheme,
  answers: Values,
  ledgers: ReadonlyMap<string, Ledger>,
  year: string,
): History {
  return fundedIn(scheme, answers).map(({ siren }) => {
    const ledger = siren === null ? undefined : ledgers.get(siren);
    return ledger === undefined ? null : hadFrom(ledger, year);
  });
}

/** The answers with what these parties really had, in place of what was known on the day of filing. */
export function applyHistory(scheme: OpenScheme, answers: Values, history: History): Values {
  return withHad(scheme, answers, history);
}

/** A party whose use of a measure was not counted on the day of filing as its ledger counts it today. */
export interface ChangedHistory {
  readonly party: number;
  readonly filed: number;
  readonly now: number;
}

export function changedHistory(scheme: OpenScheme, answers: Values, history: History): readonly ChangedHistory[] {
  const asked = scheme.ledger.find((rule) => rule.asked === true);
  if (asked === undefined) return [];
  return fundedIn(scheme, answers).flatMap(({ place }) => {
    const now = history[place]?.[asked.measure]?.whole;
    const typed = valueAtPath(answers, partyPath(scheme, asked.fills.whole, place));
    const filed = typeof typed === "number" ? typed : 0;
    return now === undefined || now === filed ? [] : [{ party: place, filed, now }];
  });
}

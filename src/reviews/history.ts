import type { Values } from "#policy/index.ts";
import type { Ledger } from "#src/applications/index.ts";
import { records, sirensOf } from "./accepted-costs.ts";

/** What a structure was really granted or paid under this version of the text, by its other requests. */
export interface Had {
  readonly days: number;
  readonly aid: number;
  /** Of which in the civil year of filing (D-20). */
  readonly daysThisYear: number;
  readonly aidThisYear: number;
}

/** By structure; null where the ledger cannot be asked, and what was filed stands. */
export type History = readonly (Had | null)[];

/** Adds up what was granted or paid: what others only asked may still be refused, and takes no day (CS-9). */
export function hadFrom(ledger: Ledger, year: string): Had {
  const granted = ledger.entries.filter((entry) => entry.basis !== "asked");
  const thisYear = granted.filter((entry) => entry.grantedOn?.startsWith(`${year}-`) === true);
  return {
    days: granted.reduce((sum, entry) => sum + entry.days, 0),
    aid: granted.reduce((sum, entry) => sum + entry.aid, 0),
    daysThisYear: thisYear.reduce((sum, entry) => sum + entry.days, 0),
    aidThisYear: thisYear.reduce((sum, entry) => sum + entry.aid, 0),
  };
}

/** What each structure of these answers had, as its ledger stands. */
export function historyOf(answers: Values, ledgers: ReadonlyMap<string, Ledger>, year: string): History {
  return sirensOf(answers).map((siren) => {
    const ledger = siren === null ? undefined : ledgers.get(siren);
    return ledger === undefined ? null : hadFrom(ledger, year);
  });
}

/** The answers with what these structures really had, in place of what was known on the day of filing. */
export function applyHistory(answers: Values, history: History): Values {
  if (history.every((had) => had === null)) return answers;
  const structures = records(answers.structures).map((structure, at) => {
    const had = history[at] ?? null;
    if (had === null) return structure;
    return {
      ...structure,
      daysAlreadyFunded: had.days,
      aidAlreadyGranted: had.aid,
      daysFundedThisYear: had.daysThisYear,
      aidGrantedThisYear: had.aidThisYear,
    };
  });
  return { ...answers, structures };
}

/** A structure whose days were not counted on the day of filing as its ledger counts them today. */
export interface ChangedHistory {
  readonly structure: number;
  readonly filed: number;
  readonly now: number;
}

export function changedHistory(answers: Values, history: History): readonly ChangedHistory[] {
  return records(answers.structures).flatMap((structure, at) => {
    const now = history[at]?.days;
    const filed = typeof structure.daysAlreadyFunded === "number" ? structure.daysAlreadyFunded : 0;
    return now === undefined || now === filed ? [] : [{ structure: at, filed, now }];
  });
}

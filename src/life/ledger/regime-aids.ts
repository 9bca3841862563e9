import { sql } from "kysely";
import { cents, day, frameworkByVersion, type GrantedAid, type OpenScheme } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { ask, known, type Read, rowsOf } from "#src/platform/database/read.ts";
import { readState } from "../lifecycle.ts";
import { countsInLedger } from "../stages.ts";
import { type Measures, measured } from "./ledger.ts";

interface Row {
  readonly siren: string;
  readonly state: string;
  readonly granted: Measures;
  readonly granted_on: string;
  readonly paid: Measures | null;
  readonly scheme: string;
  readonly framework: string;
  readonly number: string | null;
}

/**
 * What the service granted to these organisations under the regime of State aid of a file, without that file: what was
 * paid once an aid is closed, what was voted before. Nothing for a file that no regime bounds.
 */
export function regimeAidsOf(
  tx: Tx,
  scheme: Pick<OpenScheme, "aidRegime">,
  sirens: readonly string[],
  but: string,
): Promise<readonly GrantedAid[]> {
  return ask(tx, regimeAidsRead(scheme, sirens, but));
}

/** The same, to be read with other things. */
export function regimeAidsRead(
  { aidRegime }: Pick<OpenScheme, "aidRegime">,
  sirens: readonly string[],
  but: string,
): Read<readonly GrantedAid[]> {
  if (aidRegime === undefined || sirens.length === 0) return known([]);
  const query = sql<Row>`
    SELECT siren, state, granted, granted_on, paid, scheme, framework, number
    FROM regime_aids_of(${[...new Set(sirens)]}::text[], ${aidRegime}::text, ${but}::uuid)`;
  return rowsOf(query, (rows) => rows.flatMap(aidOf));
}

function aidOf({ siren, state, granted, granted_on, paid, scheme, framework, number }: Row): readonly GrantedAid[] {
  if (paid === null && !countsInLedger(readState(state))) return [];
  const amount = measured({ measures: paid ?? granted }, "aid");
  if (amount === 0) return [];
  const name = frameworkByVersion(framework)?.scheme(scheme)?.name ?? scheme;
  const file = number === null ? `SIREN ${siren}` : `dossier ${number}`;
  return [{ grantedOn: day(granted_on), amount: cents(amount), source: `${name}, ${file}` }];
}

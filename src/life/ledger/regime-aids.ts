import { sql } from "kysely";
import { cents, day, frameworkByVersion, type GrantedAid, type OpenScheme } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
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
export async function regimeAidsOf(
  tx: Tx,
  { aidRegime }: Pick<OpenScheme, "aidRegime">,
  sirens: readonly string[],
  but: string,
): Promise<readonly GrantedAid[]> {
  if (aidRegime === undefined || sirens.length === 0) return [];
  const { rows } = await sql<Row>`${plannedOnce}
    SELECT siren, state, granted, granted_on, paid, scheme, framework, number
    FROM regime_aids_of(${[...new Set(sirens)]}::text[], ${aidRegime}::text, ${but}::uuid)`.execute(tx);
  return rows.flatMap(aidOf);
}

function aidOf({ siren, state, granted, granted_on, paid, scheme, framework, number }: Row): readonly GrantedAid[] {
  if (paid === null && !countsInLedger(readState(state))) return [];
  const amount = measured({ measures: paid ?? granted }, "aid");
  if (amount === 0) return [];
  const name = frameworkByVersion(framework)?.scheme(scheme)?.name ?? scheme;
  const file = number === null ? `SIREN ${siren}` : `dossier ${number}`;
  return [{ grantedOn: day(granted_on), amount: cents(amount), source: `${name}, ${file}` }];
}

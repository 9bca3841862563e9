import { sql } from "kysely";
import { cents, day, frameworkByVersion, type GrantedAid, type OpenScheme } from "#policy/index.ts";
import { known, type Read, rowsOf } from "#src/platform/database/read.ts";
import { readState } from "../lifecycle.ts";
import { countsInLedger } from "../stages.ts";
import { type Measures, measured } from "./ledger.ts";

interface Row {
  readonly siren: string;
  readonly state: string | null;
  readonly had: Measures;
  readonly granted_on: string;
  readonly scheme: string;
  readonly framework: string | null;
  readonly number: string | null;
  readonly source: string | null;
}

/**
 * Aids of these organisations of which nobody wrote the regime of State aid: those of before the service, and those granted
 * outside a call that chose one. No counter may hold them, and an officer must know of them.
 */
export function unknownRegimeAidsRead(
  { aidRegime, framework: current }: Pick<OpenScheme, "aidRegime" | "framework">,
  sirens: readonly string[],
  but: string,
): Read<readonly GrantedAid[]> {
  if (aidRegime === undefined || sirens.length === 0) return known([]);
  const of = sql`${[...new Set(sirens)]}::text[]`;
  const query = sql<Row>`
    SELECT g.siren, NULL AS state, g.measures AS had, g.granted_on, g.scheme, NULL AS framework, NULL AS number, g.source
    FROM past_grant g WHERE g.siren = ANY (${of})
    UNION ALL
    SELECT p.siren, a.state, coalesce(p.paid, p.granted), p.granted_on, a.scheme, a.framework, a.number, NULL
    FROM party p JOIN application a ON a.id = p.application_id LEFT JOIN call c ON c.id = a.call_id
    WHERE p.siren = ANY (${of}) AND p.funded AND p.granted IS NOT NULL AND p.granted_on IS NOT NULL
      AND c.raw ->> 'aidRegime' IS NULL AND a.id <> ${but}::uuid
    ORDER BY granted_on`;
  return rowsOf(query, (rows) => rows.flatMap((row) => aidOf(row, current)));
}

function aidOf(row: Row, current: string): readonly GrantedAid[] {
  const { siren, state, had, granted_on, scheme, framework, number, source } = row;
  if (state !== null && !countsInLedger(readState(state))) return [];
  const amount = measured({ measures: had }, "aid");
  if (amount === 0) return [];
  // What was granted before the service names no version of the text: it is called as today.
  const name = frameworkByVersion(framework ?? current)?.scheme(scheme)?.name ?? scheme;
  const from = number === null ? (source ?? `SIREN ${siren}`) : `dossier ${number}`;
  return [{ grantedOn: day(granted_on), amount: cents(amount), source: `${name}, ${from}` }];
}

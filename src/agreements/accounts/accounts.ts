import { sql } from "kysely";
import { countsInLedger, readState } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** Agreements that the day of an accountant shows; the list holds the rest. */
export const LATEST = 10;

export interface SignedAgreement {
  readonly application: string;
  readonly number: string;
  readonly beneficiary: string;
  readonly aid: number;
  /** ISO day. */
  readonly signedOn: string;
  /** Payments as the signed document says them, in its order. */
  readonly instalments: readonly { readonly label: string; readonly cents: number; readonly condition: string }[];
}

/** Agreements that both sides signed, the last first, each with its payments. */
export async function latestSigned(tx: Tx): Promise<readonly SignedAgreement[]> {
  const { rows } = await sql<Omit<SignedAgreement, "instalments"> & Pick<Partial<SignedAgreement>, "instalments">>`
    SELECT a.id AS application, g.number, o.name AS beneficiary, g.aid, g.funder_signed_on AS "signedOn",
      d.data -> 'payment' -> 'instalments' AS instalments
    FROM agreement g JOIN application a ON a.id = g.application_id JOIN organisation o ON o.id = a.organisation_id
      LEFT JOIN document d ON d.id = g.document_id
    WHERE g.funder_signed_on IS NOT NULL AND a.state = 'signed'
    ORDER BY g.funder_signed_on DESC, g.number DESC LIMIT ${LATEST}`.execute(tx);
  return rows.map((row) => ({ ...row, instalments: row.instalments ?? [] }));
}

export interface Sum {
  readonly files: number;
  readonly cents: number;
}

/** What the votes of a year gave, and how far it has come. */
export interface CommittedYear {
  readonly year: number;
  readonly granted: Sum;
  readonly toSign: Sum;
  readonly signed: Sum;
}

/** By year of the vote, the last first: aids as they stand today, so after an amendment, without what was given up. */
export async function committedByYear(tx: Tx): Promise<readonly CommittedYear[]> {
  const { rows } = await sql<{ year: number; state: string; files: number; cents: number }>`
    SELECT extract(year FROM w.decided_on)::int AS year, a.state, count(*)::int AS files,
      coalesce(sum((SELECT sum((p.granted ->> 'aid')::bigint) FROM party p WHERE p.application_id = a.id)), 0)::bigint AS cents
    FROM award w JOIN application a ON a.id = w.application_id
    WHERE w.favourable GROUP BY 1, 2`.execute(tx);
  const counted = rows.filter(({ state }) => countsInLedger(readState(state)));
  const years = [...new Set(counted.map(({ year }) => year))].sort((one, other) => other - one);
  return years.map((year) => {
    const of = (...states: readonly string[]): Sum =>
      counted
        .filter((row) => row.year === year && (states.length === 0 || states.includes(row.state)))
        .reduce((sum, { files, cents }) => ({ files: sum.files + files, cents: sum.cents + cents }), {
          files: 0,
          cents: 0,
        });
    return { year, granted: of(), toSign: of("agreement-to-sign"), signed: of("signed") };
  });
}

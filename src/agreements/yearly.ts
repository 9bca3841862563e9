import { sql } from "kysely";
import { type AgreementNeed, agreementNeed, type YearlyAid, yearlyAid } from "#policy/index.ts";
import type { RecordedAward } from "#src/awards/index.ts";
import { type Application, countsInLedger, courseOf, pastGrantsOf, readState } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { allOf, ask, rowsOf } from "#src/platform/database/read.ts";
import { frameworkOf } from "#src/reviews/index.ts";

/** An aid of the funder to a beneficiary: of a file of any scheme, or made before this service. */
export interface GrantToBeneficiary {
  /** Null for an aid of before. */
  readonly id: string | null;
  readonly number: string;
  readonly cents: number;
  readonly grantedOn: string;
}

interface Voted extends GrantToBeneficiary {
  readonly state: string;
}

/** What the beneficiary of a voted file was granted in the year of its vote, over all schemes, and what follows from it. */
export interface YearOfBeneficiary extends YearlyAid<GrantToBeneficiary> {
  readonly need: AgreementNeed;
}

/**
 * The year of the vote, read as whoever asks may read it. Who signs an agreement receives all of its aid; in a file that
 * another one filed, a funded structure receives its share.
 */
export async function yearOf(
  tx: Tx,
  application: Application,
  award: Pick<RecordedAward, "decidedOn" | "basis">,
): Promise<YearOfBeneficiary> {
  const { organisationSiren: siren } = application;
  const granted = rowsOf(
    sql<Voted>`
    SELECT a.id, a.number, a.state, coalesce(a.decided_aid, w.aid) AS cents, w.decided_on AS "grantedOn"
      FROM award w JOIN application a ON a.id = w.application_id JOIN organisation o ON o.id = a.organisation_id
      WHERE o.siren = ${siren} AND w.favourable
    UNION ALL
    SELECT a.id, a.number, a.state, (p.granted ->> 'aid')::bigint, p.granted_on
      FROM party p JOIN application a ON a.id = p.application_id JOIN organisation o ON o.id = a.organisation_id
      WHERE p.siren = ${siren} AND o.siren <> ${siren} AND p.funded AND p.granted ->> 'aid' IS NOT NULL`,
    (rows) => rows.filter(({ state }) => countsInLedger(readState(state))),
  );
  const found = await ask(tx, allOf({ granted, before: pastGrantsOf([siren]) }));
  const before = found.before.map(({ source, measures, grantedOn }) => ({
    id: null,
    number: source,
    cents: measures.aid ?? 0,
    grantedOn,
  }));
  const year = yearlyAid(
    [
      ...found.granted.map(({ state, ...grant }): GrantToBeneficiary => grant),
      ...before.filter(({ cents }) => cents > 0),
    ],
    award.decidedOn,
  );
  return { ...year, need: agreementNeed(year, isPaidByUnion(application, award)) };
}

/** Whether money of the Union pays for what the vote rests on, whoever gives it out. */
function isPaidByUnion(application: Application, { basis }: Pick<RecordedAward, "basis">): boolean {
  const { sources } = frameworkOf(application);
  const codes = new Set(sources.filter(({ nature }) => nature === "european").map(({ code }) => code));
  const after = courseOf(application).after;
  if (after !== undefined && codes.has(after.envelope)) codes.add(after.source);
  return basis.sources.some(({ source, amount }) => codes.has(source) && (amount ?? 0) > 0);
}

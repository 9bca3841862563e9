import { sql } from "kysely";
import { frameworkByVersion } from "#policy/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { countsInLedger, readState } from "./lifecycle.ts";

/** One request's weight on a structure's ceilings. Amounts in cents, days with halves. */
export interface LedgerEntry {
  /** Which file, where the reader may see it. */
  readonly applicationId: string | null;
  readonly days: number;
  readonly aid: number;
  /** Asked until decided, granted until paid, paid after: each replaces the one before (CS-9, D-20). */
  readonly basis: "asked" | "granted" | "paid" | "past";
  /** The day of the grant, ISO; null while it is only asked. */
  readonly grantedOn: string | null;
}

/** Days and aid that count against a structure's ceilings, over all its requests and every route. */
export interface Ledger {
  readonly siren: string;
  readonly days: number;
  readonly aid: number;
  readonly entries: readonly LedgerEntry[];
}

export interface Share {
  readonly siren: string;
  readonly state: string;
  readonly asked_days: number;
  readonly asked_aid: number;
  readonly granted_days: number | null;
  readonly granted_aid: number | null;
  readonly granted_on: string | null;
  readonly paid_days: number | null;
  readonly paid_aid: number | null;
  readonly application_id: string | null;
}

/**
 * The ledger of structures in one scheme under one version of the text (D-20), without the file `but` itself. Structures that
 * never asked are in the map too, at zero.
 */
export async function ledgersOf(
  tx: Tx,
  sirens: readonly string[],
  of: { readonly scheme: string; readonly framework: string },
  but: string | null = null,
): Promise<ReadonlyMap<string, Ledger>> {
  if (sirens.length === 0) return new Map();
  const { rows } =
    await sql<Share>`SELECT * FROM shares_of(${[...sirens]}, ${of.scheme}, ${of.framework}, ${but}::uuid)`.execute(tx);
  const since = frameworkByVersion(of.framework)?.inForceFrom;
  const past = since === undefined ? [] : await grantsOfBefore(tx, sirens, of.scheme, since);
  return new Map(sirens.map((siren) => [siren, ledgerFrom(siren, rows, past)]));
}

/**
 * Adds up what counts: refused, withdrawn and abandoned requests do not, closed ones count what was paid (CS-9).
 * `past` holds the grants of this version of the text that were made before this service.
 */
export function ledgerFrom(siren: string, shares: readonly Share[], past: readonly CountedGrant[] = []): Ledger {
  const entries = [
    ...past.filter((grant) => grant.siren === siren).map(entryOfPast),
    ...shares.filter((share) => share.siren === siren).flatMap(entryOf),
  ];
  return {
    siren,
    days: entries.reduce((sum, entry) => sum + entry.days, 0),
    aid: entries.reduce((sum, entry) => sum + entry.aid, 0),
    entries,
  };
}

function entryOfPast(grant: CountedGrant): LedgerEntry {
  return { applicationId: null, days: grant.days ?? 0, aid: grant.aid, basis: "past", grantedOn: grant.grantedOn };
}

function entryOf(share: Share): LedgerEntry[] {
  const { application_id: applicationId, granted_on: grantedOn } = share;
  if (share.paid_days !== null && share.paid_aid !== null) {
    return [{ applicationId, days: share.paid_days, aid: share.paid_aid, basis: "paid", grantedOn }];
  }
  if (!countsInLedger(readState(share.state))) return [];
  if (share.granted_days !== null && share.granted_aid !== null) {
    return [{ applicationId, days: share.granted_days, aid: share.granted_aid, basis: "granted", grantedOn }];
  }
  return [{ applicationId, days: share.asked_days, aid: share.asked_aid, basis: "asked", grantedOn: null }];
}

/** What one file asks for one structure: written at each revision. */
export interface AskedShare {
  readonly siren: string;
  readonly name: string;
  readonly days: number;
  readonly aid: number;
}

/** Writes what a file asks, structure by structure, in place of what it asked before. */
export async function saveShares(tx: Tx, applicationId: string, shares: readonly AskedShare[]): Promise<void> {
  await tx.deleteFrom("structure_share").where("application_id", "=", applicationId).execute();
  if (shares.length === 0) return;
  await tx
    .insertInto("structure_share")
    .values(
      shares.map((share, position) => ({
        application_id: applicationId,
        position,
        siren: share.siren,
        name: share.name,
        asked_days: share.days,
        asked_aid: share.aid,
      })),
    )
    .execute();
}

/** Aid of before this service, shown beside the ledger; that of the ledger's own scheme and window counts in it (D-20). */
export interface PastGrant {
  readonly siren: string;
  readonly scheme: string;
  readonly grantedOn: string;
  readonly days: number | null;
  readonly aid: number;
  readonly source: string;
}

/** What a ledger counts of a grant made before this service. */
export type CountedGrant = Pick<PastGrant, "siren" | "grantedOn" | "days" | "aid">;

/** The reader may not see the grants themselves: days and amounts come out. */
async function grantsOfBefore(
  tx: Tx,
  sirens: readonly string[],
  scheme: string,
  since: string,
): Promise<readonly CountedGrant[]> {
  const { rows } = await sql<CountedGrant>`${plannedOnce}
    SELECT siren, granted_on AS "grantedOn", days, aid
    FROM past_grants_of(${[...sirens]}, ${scheme}, ${since}::date)`.execute(tx);
  return rows;
}

export async function pastGrantsOf(tx: Tx, sirens: readonly string[]): Promise<readonly PastGrant[]> {
  if (sirens.length === 0) return [];
  const rows = await tx
    .selectFrom("past_grant")
    .select(["siren", "scheme", "granted_on", "days", "aid", "source"])
    .modifyFront(plannedOnce)
    .where("siren", "=", sql<string>`ANY (${[...sirens]})`)
    .orderBy("granted_on", "desc")
    .execute();
  return rows.map((row) => ({
    siren: row.siren,
    scheme: row.scheme,
    grantedOn: row.granted_on,
    days: row.days,
    aid: row.aid,
    source: row.source,
  }));
}

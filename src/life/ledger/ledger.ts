import { sql } from "kysely";
import { frameworkByVersion, type PartyHere } from "#policy/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { allOf, andThen, ask, known, type Read, rowsOf } from "#src/platform/database/read.ts";
import { readState } from "../lifecycle.ts";
import { countsInLedger } from "../stages.ts";

/** Quantities by measure: `aid` in cents, `days` with halves. */
export type Measures = Readonly<Record<string, number>>;

/** One request's weight on a party's ceilings. */
export interface LedgerEntry {
  /** Which file, where the reader may see it. */
  readonly applicationId: string | null;
  readonly measures: Measures;
  /** Asked until decided, granted until paid, paid after: each replaces the one before. */
  readonly basis: "asked" | "granted" | "paid" | "past";
  /** The day of the grant, ISO; null while it is only asked. */
  readonly grantedOn: string | null;
}

/** What counts against a party's ceilings, over all its requests and every route. */
export interface Ledger {
  readonly siren: string;
  readonly measures: Measures;
  readonly entries: readonly LedgerEntry[];
}

/** A measure of a ledger; nothing counted is zero. */
export function measured(of: { readonly measures: Measures }, measure: string): number {
  return of.measures[measure] ?? 0;
}

/** Measures added up, each apart. */
export function addUp(all: readonly Measures[]): Measures {
  const sums: Record<string, number> = {};
  for (const measures of all) {
    for (const [name, value] of Object.entries(measures)) sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}

export interface PartyInApplication {
  readonly siren: string;
  readonly state: string;
  readonly asked: Measures;
  readonly granted: Measures | null;
  readonly granted_on: string | null;
  readonly paid: Measures | null;
  readonly application_id: string | null;
}

/**
 * The ledger of organisations in one scheme under one version of the text, without the file `but` itself. Those that
 * never asked are in the map too, at zero.
 */
export async function ledgersOf(
  tx: Tx,
  sirens: readonly string[],
  of: { readonly scheme: string; readonly framework: string },
  but: string | null = null,
): Promise<ReadonlyMap<string, Ledger>> {
  if (sirens.length === 0) return new Map();
  const [ledgers = new Map()] = await ask(tx, ledgersRead([{ sirens, ...of, but }]));
  return ledgers;
}

/** The ledgers that each of these files is held against, without itself, by its id. */
export function ledgersOfApplications(
  files: readonly {
    readonly application: { readonly id: string; readonly scheme: string; readonly framework: string };
    readonly sirens: readonly string[];
  }[],
): Read<ReadonlyMap<string, ReadonlyMap<string, Ledger>>> {
  return andThen(
    ledgersRead(
      files.map(({ application: { id, scheme, framework }, sirens }) => ({ sirens, scheme, framework, but: id })),
    ),
    (ledgers) => new Map(files.map(({ application }, at) => [application.id, ledgers[at] ?? new Map()])),
  );
}

interface Asked {
  readonly sirens: readonly string[];
  readonly scheme: string;
  readonly framework: string;
  readonly but: string | null;
}

function ledgersRead(all: readonly Asked[]): Read<readonly ReadonlyMap<string, Ledger>[]> {
  const asked = all.map((one, at) => ({ ...one, at, since: frameworkByVersion(one.framework)?.inForceFrom ?? null }));
  const counted = asked.filter(({ sirens }) => sirens.length > 0);
  if (counted.length === 0) return known(all.map(() => new Map()));
  const of = sql`jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
    AS x (at int, sirens text[], scheme text, framework text, but uuid, since date)`;
  const shares = sql<PartyInApplication & { readonly at: number }>`
    SELECT x.at, s.siren, s.state, s.asked, s.granted, s.granted_on, s.paid, s.application_id
    FROM ${of} CROSS JOIN LATERAL shares_of(x.sirens, x.scheme, x.framework, x.but) WITH ORDINALITY AS s
      (siren, state, asked, granted, granted_on, paid, mine, application_id, place)
    ORDER BY x.at, s.place`;
  // The reader may not see the grants of before themselves: what was granted comes out.
  const past = sql<CountedGrant & { readonly at: number }>`
    SELECT x.at, g.siren, g.granted_on AS "grantedOn", g.measures
    FROM ${of} CROSS JOIN LATERAL past_grants_of(x.sirens, x.scheme, x.since) WITH ORDINALITY AS g
      (siren, granted_on, measures, place)
    WHERE x.since IS NOT NULL ORDER BY x.at, g.place`;
  return andThen(allOf({ shares: rowsOf(shares, (rows) => rows), past: rowsOf(past, (rows) => rows) }), (found) =>
    asked.map(({ sirens, at }) => {
      const own = found.shares.filter((one) => one.at === at);
      const before = found.past.filter((one) => one.at === at);
      return new Map(sirens.map((siren) => [siren, ledgerFrom(siren, own, before)]));
    }),
  );
}

/**
 * Adds up what counts: refused, withdrawn and abandoned requests do not, closed ones count what was paid. `past` holds
 * the grants of this version of the text that were made before this service.
 */
export function ledgerFrom(
  siren: string,
  shares: readonly PartyInApplication[],
  past: readonly CountedGrant[] = [],
): Ledger {
  const entries = [
    ...past.filter((grant) => grant.siren === siren).map(entryOfPast),
    ...shares.filter((share) => share.siren === siren).flatMap(entryOf),
  ];
  return { siren, measures: addUp(entries.map((entry) => entry.measures)), entries };
}

function entryOfPast({ measures, grantedOn }: CountedGrant): LedgerEntry {
  return { applicationId: null, measures, basis: "past", grantedOn };
}

function entryOf({
  application_id: applicationId,
  granted_on: grantedOn,
  state,
  asked,
  granted,
  paid,
}: PartyInApplication): LedgerEntry[] {
  if (paid !== null) return [{ applicationId, measures: paid, basis: "paid", grantedOn }];
  if (!countsInLedger(readState(state))) return [];
  if (granted !== null) return [{ applicationId, measures: granted, basis: "granted", grantedOn }];
  return [{ applicationId, measures: asked, basis: "asked", grantedOn: null }];
}

/** An organisation that a file names, with what it asks there by measure: written at each revision. */
export interface AskedParty extends PartyHere {
  readonly siren: string;
  readonly asked: Measures;
  /** The SIREN of the undertakings that count as one with it. */
  readonly linked: readonly string[];
}

/** Writes who a file is about and what each asks, in place of what stood before. */
export async function saveParties(tx: Tx, applicationId: string, parties: readonly AskedParty[]): Promise<void> {
  await tx.deleteFrom("party").where("application_id", "=", applicationId).execute();
  if (parties.length === 0) return;
  await tx
    .insertInto("party")
    .values(
      parties.map(({ part, place, siren, name, commune, funded, asked, linked }) => ({
        ...{ application_id: applicationId, part, place, siren, name, commune, funded },
        asked: json(asked),
        linked: [...linked],
      })),
    )
    .execute();
}

/** Aid of before this service, shown beside the ledger; that of the ledger's own scheme and window counts in it. */
export interface PastGrant {
  readonly siren: string;
  readonly scheme: string;
  readonly grantedOn: string;
  readonly measures: Measures;
  readonly source: string;
}

/** What a ledger counts of a grant made before this service. */
export type CountedGrant = Pick<PastGrant, "siren" | "grantedOn" | "measures">;

/** Every grant made to organisations before this service, whatever its scheme, the last first. */
export function pastGrantsOf(sirens: readonly string[]): Read<readonly PastGrant[]> {
  if (sirens.length === 0) return known([]);
  return rowsOf(
    sql<PastGrant>`
      SELECT g.siren, g.scheme, g.granted_on AS "grantedOn", g.measures, g.source
      FROM past_grant g WHERE g.siren = ANY (${[...sirens]}) ORDER BY g.granted_on DESC`,
    (rows) => rows,
  );
}

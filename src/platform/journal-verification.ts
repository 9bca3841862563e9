import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Database, Tx } from "./database/database.ts";

/** Where a chain ends. Noted somewhere else, it lets an auditor find out later whether what was there still is. */
export interface JournalHead {
  readonly chain: string;
  readonly position: number;
  readonly hash: string;
}

/**
 * `hash`, `previous`, `position`, `content`: an entry is not what was written, or not where. `tail`: a chain does not
 * end where its head says. `noted`: an entry that was noted earlier is there no more, or is another one.
 */
export interface JournalFault {
  readonly chain: string;
  readonly position: number;
  readonly fault: "hash" | "previous" | "position" | "content" | "tail" | "noted";
}

export interface JournalVerification {
  readonly entries: number;
  readonly chains: number;
  /** How many noted heads were looked for. */
  readonly compared: number;
  readonly faults: readonly JournalFault[];
  /** SHA-256 over all the heads: one line to note, that any change of any chain changes. */
  readonly fingerprint: string;
}

interface Row {
  readonly id: number;
  readonly chain: string;
  readonly position: number;
  readonly at: Temporal.Instant;
  readonly actor: string | null;
  readonly organisation_id: string | null;
  readonly act: string;
  readonly details: unknown;
  readonly framework: string | null;
  readonly visible_to_applicant: boolean;
  readonly payload: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/**
 * Recomputes every chain from its first entry, outside the database, as of one instant: `essaim journal verify`.
 * `noted` are heads of an earlier day, which must still be on their chains.
 */
export function verifyJournal(db: Database, noted: readonly JournalHead[] = []): Promise<JournalVerification> {
  return asOfNow(db, async (tx) => {
    const faults: JournalFault[] = [];
    const last = new Map<string, JournalHead>();
    const awaited = new Map(noted.map((head) => [sayHead(head), head]));
    const compared = awaited.size;
    let entries = 0;
    let after = 0;
    for (;;) {
      const rows = await page(tx, after);
      if (rows.length === 0) break;
      for (const row of rows) {
        const { chain, position, hash } = row;
        faults.push(...faultsOf(row, last.get(chain)));
        last.set(chain, { chain, position, hash });
        awaited.delete(sayHead({ chain, position, hash }));
        after = row.id;
      }
      entries += rows.length;
    }
    const heads = await readHeads(tx);
    faults.push(...tailFaults(heads, last));
    for (const { chain, position } of awaited.values()) faults.push({ chain, position, fault: "noted" });
    return { entries, chains: last.size, compared, faults, fingerprint: fingerprintOf(heads) };
  });
}

/** Where every chain ends, by name: `essaim journal heads`. */
export function journalHeads(db: Database): Promise<readonly JournalHead[]> {
  return asOfNow(db, readHeads);
}

/**
 * Heads as `essaim journal heads` printed them: a hash, a position and a chain a line. Null where a line is not one, or
 * where there is none: an empty note would let anything through.
 */
export function readNotedHeads(text: string): readonly JournalHead[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const heads = lines.map((line) => /^([0-9a-f]{64}) (\d+) (\S+)\s*$/.exec(line));
  if (heads.length === 0 || heads.includes(null)) return null;
  return heads.map((parts) => ({ hash: parts?.[1] ?? "", position: Number(parts?.[2]), chain: parts?.[3] ?? "" }));
}

/** One line of the note. */
export function sayHead({ chain, position, hash }: JournalHead): string {
  return `${hash} ${position} ${chain}`;
}

function asOfNow<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => {
      await sql`SELECT set_config('essaim.reader', 'system', true)`.execute(tx);
      return work(tx);
    });
}

function page(tx: Tx, after: number): Promise<Row[]> {
  return tx.selectFrom("journal").selectAll().where("id", ">", after).orderBy("id").limit(1000).execute();
}

function readHeads(tx: Tx): Promise<JournalHead[]> {
  return tx.selectFrom("journal_head").selectAll().orderBy(sql`chain COLLATE "C"`).execute();
}

function fingerprintOf(heads: readonly JournalHead[]): string {
  const hash = createHash("sha256");
  for (const head of heads) hash.update(`${sayHead(head)}\n`, "utf8");
  return hash.digest("hex");
}

function tailFaults(heads: readonly JournalHead[], last: ReadonlyMap<string, JournalHead>): JournalFault[] {
  const missing = new Set(last.keys());
  const faults: JournalFault[] = [];
  for (const { chain, position, hash } of heads) {
    const end = last.get(chain);
    missing.delete(chain);
    if (end?.position !== position || end.hash !== hash) faults.push({ chain, position, fault: "tail" });
  }
  for (const chain of missing) faults.push({ chain, position: last.get(chain)?.position ?? 0, fault: "tail" });
  return faults;
}

function faultsOf(row: Row, previous: JournalHead | undefined): JournalFault[] {
  const faults: JournalFault["fault"][] = [];
  if (row.position !== (previous?.position ?? 0) + 1) faults.push("position");
  if (row.previous_hash !== (previous?.hash ?? "")) faults.push("previous");
  if (hashOf(row.previous_hash, row.payload) !== row.hash) faults.push("hash");
  if (!sameContent(row)) faults.push("content");
  return faults.map((fault) => ({ chain: row.chain, position: row.position, fault }));
}

function hashOf(previousHash: string, payload: string): string {
  return createHash("sha256").update(`${previousHash}\n${payload}`, "utf8").digest("hex");
}

/** The readable columns must say what the hashed payload says: all of them, and no more than them. */
function sameContent(row: Row): boolean {
  const columns = {
    chain: row.chain,
    position: row.position,
    at: row.at.toString({ smallestUnit: "microsecond" }),
    actor: row.actor,
    organisation: row.organisation_id,
    act: row.act,
    details: row.details,
    framework: row.framework,
    visible: row.visible_to_applicant,
  };
  return canonical(JSON.parse(row.payload)) === canonical(columns);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

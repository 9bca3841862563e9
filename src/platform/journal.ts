import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { type Database, inTransaction, type Tx } from "./database/database.ts";

/** One fact, in the past tense, written in the transaction that made it true. */
export interface JournalEntry {
  /** What it happened to: "application:<id>", "organisation:<id>", "person:<id>". Entries of one subject form a chain. */
  readonly chain: string;
  readonly at: Temporal.Instant;
  /** Person who acted; null for the service itself. */
  readonly actor: string | null;
  readonly organisation: string | null;
  /** What happened, in the past tense: "application-submitted". */
  readonly act: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Version of the framework of intervention that the act rests on. */
  readonly framework?: string;
  /** Inner acts of the funder stay out of the applicant's history. */
  readonly visibleToApplicant: boolean;
}

/** Writes one entry at the end of its chain, inside the caller's transaction. */
export async function record(tx: Tx, entry: JournalEntry): Promise<void> {
  await sql`SELECT journal_append(${entry.chain}, ${entry.at.toString()}::timestamptz, ${entry.actor}, ${entry.organisation}::uuid,
    ${entry.act}, ${JSON.stringify(entry.details)}::jsonb, ${entry.framework ?? null}, ${entry.visibleToApplicant})`.execute(
    tx,
  );
}

/** A row whose content, place or hash is not what was written. */
export interface JournalFault {
  readonly id: number;
  readonly chain: string;
  readonly fault: "hash" | "previous" | "position" | "content";
}

export interface JournalVerification {
  readonly entries: number;
  readonly chains: number;
  readonly faults: readonly JournalFault[];
}

interface Row {
  id: number;
  chain: string;
  position: number;
  act: string;
  actor: string | null;
  details: unknown;
  payload: string;
  previous_hash: string;
  hash: string;
}

/** Recomputes every chain from its first entry, outside the database: `essaim journal verify`. */
export async function verifyJournal(db: Database): Promise<JournalVerification> {
  const faults: JournalFault[] = [];
  const last = new Map<string, { position: number; hash: string }>();
  let entries = 0;
  let after = 0;
  for (;;) {
    const rows = await page(db, after);
    if (rows.length === 0) break;
    for (const row of rows) {
      faults.push(...faultsOf(row, last.get(row.chain)));
      last.set(row.chain, { position: row.position, hash: row.hash });
      after = row.id;
    }
    entries += rows.length;
  }
  return { entries, chains: last.size, faults };
}

function page(db: Database, after: number): Promise<Row[]> {
  return inTransaction(db, "system", (tx) =>
    tx
      .selectFrom("journal")
      .select(["id", "chain", "position", "act", "actor", "details", "payload", "previous_hash", "hash"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(1000)
      .execute(),
  );
}

function faultsOf(row: Row, previous: { position: number; hash: string } | undefined): JournalFault[] {
  const faults: JournalFault["fault"][] = [];
  if (row.position !== (previous?.position ?? 0) + 1) faults.push("position");
  if (row.previous_hash !== (previous?.hash ?? "")) faults.push("previous");
  if (hashOf(row.previous_hash, row.payload) !== row.hash) faults.push("hash");
  if (!sameContent(row)) faults.push("content");
  return faults.map((fault) => ({ id: row.id, chain: row.chain, fault }));
}

function hashOf(previousHash: string, payload: string): string {
  return createHash("sha256").update(`${previousHash}\n${payload}`, "utf8").digest("hex");
}

/** The readable columns must say what the hashed payload says. */
function sameContent(row: Row): boolean {
  const payload = JSON.parse(row.payload) as Record<string, unknown>;
  return (
    payload.chain === row.chain &&
    payload.position === row.position &&
    payload.act === row.act &&
    payload.actor === row.actor &&
    canonical(payload.details) === canonical(row.details)
  );
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "./database/database.ts";

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
  await recordPlaced(tx, entry);
}

/** Writes many entries, one after the other, in one statement; gives the place of each in its chain. */
export async function recordAll(tx: Tx, entries: readonly JournalEntry[]): Promise<readonly number[]> {
  if (entries.length === 0) return [];
  const given = entries.map(({ at, framework = null, visibleToApplicant: visible, ...entry }) => ({
    ...entry,
    at: at.toString(),
    framework,
    visible,
  }));
  const { rows } = await sql<{ position: number }>`
    SELECT journal_append(e.chain, e.at, e.actor, e.organisation, e.act, e.details, e.framework, e.visible) AS position
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS e (chain text, at timestamptz, actor text,
      organisation uuid, act text, details jsonb, framework text, visible boolean)`.execute(tx);
  return rows.map(({ position }) => position);
}

/** Writes one entry, and gives its place in its chain, from 1. */
export async function recordPlaced(tx: Tx, entry: JournalEntry): Promise<number> {
  const { rows } = await sql<{
    position: number;
  }>`SELECT journal_append(${entry.chain}, ${entry.at.toString()}::timestamptz, ${entry.actor}, ${entry.organisation}::uuid,
    ${entry.act}, ${JSON.stringify(entry.details)}::jsonb, ${entry.framework ?? null}, ${entry.visibleToApplicant}) AS position`.execute(
    tx,
  );
  return rows[0]?.position ?? 0;
}

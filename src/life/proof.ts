import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import type { FileStore } from "#src/platform/files.ts";
import type { World } from "#src/platform/world.ts";
import { chainOf, type FiledAttachment } from "./application.ts";
import { DOCUMENT_ISSUED } from "./documents.ts";
import { REVISION_COLUMNS, readRevision, revisionHash } from "./revisions.ts";

/**
 * `revision`: the answers are not those that were frozen. `journal`: the journal does not tell this revision or letter
 * as it stands. `piece`: a paper of the revision is not the one on record. `bytes`: the store holds other bytes than
 * those received or issued. `absent`: it holds none.
 */
export interface ProofFault {
  /** The request's number, or its identifier while it has none. */
  readonly request: string;
  /** The revision's number, or the name of the paper or letter. */
  readonly what: string;
  readonly fault: "revision" | "journal" | "piece" | "bytes" | "absent";
}

export interface Proof {
  readonly revisions: number;
  readonly letters: number;
  readonly files: number;
  readonly faults: readonly ProofFault[];
}

/**
 * Reads again all that was filed and issued and holds it to its hashes: the journal's entry names the revision's hash,
 * the revision its papers', their bytes are in the store; a letter's hash is in the entry of its issue. With
 * `verifyJournal`, which holds the journal itself, it lets an auditor say that what they read is what was filed.
 * Infected bytes are gone by design and are passed over.
 */
export async function proveFilings(world: Pick<World, "db" | "files">): Promise<Proof> {
  const { revisions, letters, files, faults } = await inTransaction(world.db, "system", async (tx) => {
    const found: ProofFault[] = [];
    return {
      revisions: await eachRevision(tx, found),
      letters: await eachLetter(tx, found),
      files: await filesHeld(tx),
      faults: found,
    };
  });
  for (const { request, name, id, sha256 } of files) {
    const bytes = await hashOf(world.files, id);
    if (bytes !== sha256) faults.push({ request, what: name, fault: bytes === null ? "absent" : "bytes" });
  }
  return { revisions, letters, files: files.length, faults };
}

const BATCH = 200;

async function eachRevision(tx: Tx, faults: ProofFault[]): Promise<number> {
  let count = 0;
  for (let after = { id: "00000000-0000-0000-0000-000000000000", number: 0 }; ; ) {
    const rows = await tx
      .selectFrom("revision")
      .innerJoin("application", "application.id", "revision.application_id")
      .select(REVISION_COLUMNS.map((column) => `revision.${column}` as const))
      .select(sql<string>`coalesce(application.number, application.id::text)`.as("request"))
      .where(sql<boolean>`(revision.application_id, revision.number) > (${after.id}::uuid, ${after.number}::integer)`)
      .orderBy("revision.application_id")
      .orderBy("revision.number")
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const revision = readRevision(row);
      const what = `version ${revision.number}`;
      if (revisionHash(revision) !== revision.hash) faults.push({ request: row.request, what, fault: "revision" });
      if ((await toldHash(tx, revision.applicationId, revision.number)) !== revision.hash)
        faults.push({ request: row.request, what, fault: "journal" });
      for (const name of await strangePapers(tx, revision.attachments))
        faults.push({ request: row.request, what: name, fault: "piece" });
      after = { id: revision.applicationId, number: revision.number };
    }
    count += rows.length;
    if (rows.length < BATCH) return count;
  }
}

/** The hash that the journal gives this revision. */
async function toldHash(tx: Tx, applicationId: string, number: number): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    SELECT details ->> 'hash' AS hash FROM journal
    WHERE chain = ${chainOf(applicationId)} AND details ->> 'revision' = ${String(number)} AND details ? 'hash'`.execute(
    tx,
  );
  return rows.length === 1 ? (rows[0]?.hash ?? null) : null;
}

/** Names of the papers whose record is not the one that was filed. */
async function strangePapers(tx: Tx, papers: readonly FiledAttachment[]): Promise<readonly string[]> {
  if (papers.length === 0) return [];
  const ids = papers.map((paper) => paper.fileId);
  const kept = await tx.selectFrom("file").select(["id", "sha256"]).where("id", "in", ids).execute();
  const hashes = new Map(kept.map((file) => [file.id, file.sha256]));
  return papers.filter((paper) => hashes.get(paper.fileId) !== paper.sha256).map((paper) => paper.name);
}

async function eachLetter(tx: Tx, faults: ProofFault[]): Promise<number> {
  const { rows } = await sql<{ request: string; number: string; told: boolean }>`
    SELECT coalesce(a.number, a.id::text) AS request, d.number, EXISTS (
        SELECT 1 FROM journal j WHERE j.chain = ${chainOf("")} || a.id AND j.act = ${DOCUMENT_ISSUED}
          AND j.details ->> 'number' = d.number AND j.details ->> 'sha256' = f.sha256) AS told
    FROM document d JOIN application a ON a.id = d.application_id JOIN file f ON f.id = d.file_id
    ORDER BY d.issued_at, d.id`.execute(tx);
  for (const { request, number, told } of rows) if (!told) faults.push({ request, what: number, fault: "journal" });
  return rows.length;
}

interface HeldFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly request: string;
}

/** Every file of the requests that should have its bytes, with the request that it belongs to. */
async function filesHeld(tx: Tx): Promise<readonly HeldFile[]> {
  const { rows } = await sql<HeldFile>`
    SELECT f.id, f.name, f.sha256, coalesce(a.number, a.id::text, '—') AS request FROM file f
    LEFT JOIN LATERAL (
      SELECT application_id FROM attachment t WHERE t.file_id = f.id
      UNION ALL SELECT application_id FROM document d WHERE d.file_id = f.id
      UNION ALL SELECT application_id FROM agreement g WHERE f.id IN (g.signed_file_id, g.countersigned_file_id)
      UNION ALL SELECT application_id FROM amendment m WHERE f.id IN (m.sent_file_id, m.signed_file_id)
      LIMIT 1
    ) AS held ON true
    LEFT JOIN application a ON a.id = held.application_id
    WHERE f.scan <> 'infected' ORDER BY f.stored_at, f.id`.execute(tx);
  return rows;
}

async function hashOf(files: FileStore, id: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(files.read(id), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return hash.digest("hex");
}

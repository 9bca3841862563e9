import { createHash } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Raw } from "#policy/engine/questions/raw.ts";
import { canonicalJson } from "#policy/engine/values/hash.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import { known, type Read, rowsOf } from "#src/platform/database/read.ts";
import type { Revision as RevisionRow } from "#src/platform/database/schema.ts";
import type { FiledAttachment, FiledRevision, Revision, RevisionCause } from "./application.ts";

const FILED_COLUMNS = [
  "application_id",
  "number",
  "raw",
  "facts",
  "attachments",
  "declarations",
  "framework",
  "rule_set_hash",
  "cause",
  "made_by",
  "made_at",
  "hash",
] as const satisfies readonly (keyof RevisionRow)[];

export const REVISION_COLUMNS = [...FILED_COLUMNS, "assessment"] as const;

/** What a revision freezes, before its hash. */
export type NewRevision = Omit<Revision, "hash">;

/**
 * SHA-256 of the canonical JSON of the revision but for who made it: whoever has it can prove what was filed, even once
 * the author's account is deleted and forgotten there. The journal keeps who acted.
 */
export function revisionHash(revision: NewRevision): string {
  const { applicationId, number, raw, facts, attachments, declarations, assessment } = revision;
  const { framework, ruleSetHash, cause, madeAt } = revision;
  const content = { applicationId, number, raw, facts, attachments, declarations, assessment, framework, ruleSetHash };
  const json = canonicalJson({ ...content, cause, madeAt: madeAt.toString() });
  return createHash("sha256").update(json, "utf8").digest("hex");
}

/** Freezes a revision; the database refuses that it ever changes. Returns its hash. */
export async function addRevision(tx: Tx, revision: NewRevision): Promise<string> {
  const hash = revisionHash(revision);
  await tx
    .insertInto("revision")
    .values({
      application_id: revision.applicationId,
      number: revision.number,
      raw: json(revision.raw),
      facts: json(revision.facts),
      attachments: json(revision.attachments),
      declarations: json(revision.declarations),
      assessment: json(revision.assessment),
      framework: revision.framework,
      rule_set_hash: revision.ruleSetHash,
      cause: revision.cause,
      made_by: revision.madeBy,
      made_at: revision.madeAt,
      hash,
    })
    .execute();
  return hash;
}

export async function findRevision(tx: Tx, applicationId: string, number: number): Promise<Revision | null> {
  const row = await tx
    .selectFrom("revision")
    .select(REVISION_COLUMNS)
    .where("application_id", "=", applicationId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? null : readRevision(row);
}

export async function latestRevision(tx: Tx, applicationId: string): Promise<Revision | null> {
  const row = await lastFirst(tx, applicationId, 1).select(REVISION_COLUMNS).executeTakeFirst();
  return row === undefined ? null : readRevision(row);
}

/** The revisions of a file, the last one first. */
export async function listRevisions(tx: Tx, applicationId: string, limit = 100): Promise<readonly FiledRevision[]> {
  const rows = await lastFirst(tx, applicationId, limit).select(FILED_COLUMNS).execute();
  return rows.map(readFiled);
}

function lastFirst(tx: Tx, applicationId: string, limit: number) {
  return tx
    .selectFrom("revision")
    .modifyFront(plannedOnce)
    .where("application_id", "=", applicationId)
    .orderBy("number", "desc")
    .limit(limit);
}

/** The last revisions of files, two at most of each, the last one first. */
export function lastRevisions(applicationIds: readonly string[]): Read<ReadonlyMap<string, readonly FiledRevision[]>> {
  if (applicationIds.length === 0) return known(new Map());
  const columns = sql.join(FILED_COLUMNS.map((column) => sql.ref(`r.${column}`)));
  return rowsOf(
    sql<Filed>`
      SELECT ${columns} FROM unnest(${[...applicationIds]}::uuid[]) AS a (id) CROSS JOIN LATERAL (
        SELECT * FROM revision WHERE application_id = a.id ORDER BY number DESC LIMIT 2) AS r
      ORDER BY r.application_id, r.number DESC`,
    (rows) =>
      Map.groupBy(
        rows.map((row) => readFiled({ ...row, made_at: Temporal.Instant.from(row.made_at) })),
        ({ applicationId }) => applicationId,
      ),
  );
}

export function readRevision(row: Selectable<RevisionRow>): Revision {
  return { ...readFiled(row), assessment: row.assessment };
}

type Filed = Pick<Selectable<RevisionRow>, (typeof FILED_COLUMNS)[number]>;

function readFiled(row: Filed): FiledRevision {
  return {
    applicationId: row.application_id,
    number: row.number,
    raw: row.raw as Raw,
    facts: row.facts,
    attachments: row.attachments as readonly FiledAttachment[],
    declarations: row.declarations as readonly string[],
    framework: row.framework,
    ruleSetHash: row.rule_set_hash,
    cause: row.cause as RevisionCause,
    madeBy: row.made_by,
    madeAt: row.made_at,
    hash: row.hash,
  };
}

import { sql } from "kysely";
import { type Database, inTransaction, type Tx } from "../../src/platform/database/database.ts";

/**
 * Multiplies the demonstration files until the database holds `count` of them: each copy has its own number, date,
 * organisation, title and person in charge, and its own revision and shares, under its own organisation's SIREN, so that
 * ledgers keep the length they have in life, and its own day of silence, to come: the night would tell of 100 000 late
 * files while the pages are measured. For figures only.
 */
export async function multiplyApplications(db: Database, count: number): Promise<void> {
  await inTransaction(db, "system", async (tx) => {
    // One announcement a row would only slow the copy: nobody listens yet.
    const announced = ["organisation", "application", "revision", "party"];
    for (const table of announced) await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER announced`.execute(tx);
    await sql`CREATE TEMP TABLE bench_organisation ON COMMIT DROP AS
      SELECT row_number() OVER () AS n, uuidv7() AS id FROM generate_series(1, ${Math.ceil(count / 30)})`.execute(tx);
    await sql`INSERT INTO organisation
      SELECT (jsonb_populate_record(o, jsonb_build_object('id', b.id, 'siren', lpad((900000000 + b.n)::text, 9, '0'),
        'name', o.name || ' ' || b.n))).*
      FROM bench_organisation b
      JOIN (SELECT organisation.*, row_number() OVER (ORDER BY id) AS k, count(*) OVER () AS many FROM organisation) s ON s.k = 1 + b.n % s.many
      JOIN organisation o ON o.id = s.id`.execute(tx);
    await sql`CREATE TEMP TABLE bench_copy ON COMMIT DROP AS
      SELECT g AS n, uuidv7() AS new_id, s.id AS old_id, b.id AS organisation_id, s.revision
      FROM generate_series(1, ${count}) g
      JOIN (SELECT id, revision, row_number() OVER (ORDER BY id) AS k, count(*) OVER () AS many
            FROM application WHERE state <> 'draft') s ON s.k = 1 + g % s.many
      JOIN bench_organisation b ON b.n = 1 + g % (SELECT count(*) FROM bench_organisation)`.execute(tx);
    const columns = sql.raw(await ownColumns(tx, "application"));
    await sql`INSERT INTO application (${columns})
      SELECT ${columns} FROM (SELECT (jsonb_populate_record(a, jsonb_build_object('id', c.new_id, 'number', 'BC-2026-' || lpad(c.n::text, 6, '0'),
        'organisation_id', c.organisation_id, 'title', a.title || ' ' || c.n,
        'submitted_at', timestamptz '2025-08-01' + c.n * interval '7 minutes',
        'updated_at', timestamptz '2025-08-01' + c.n * interval '7 minutes',
        'implicit_refusal_on', CASE WHEN a.implicit_refusal_on IS NULL THEN NULL ELSE current_date + 30 + (c.n / 200)::integer END,
        'requested_aid', 100000 + c.n * 37 % 1650000))).*
      FROM bench_copy c JOIN application a ON a.id = c.old_id) AS copied`.execute(tx);
    await sql`INSERT INTO application_search
      SELECT c.new_id, w.words || to_tsvector('simple', 'bc' || c.n)
      FROM bench_copy c JOIN application_search w ON w.application_id = c.old_id`.execute(tx);
    for (const table of ["revision", "party"]) {
      await sql`INSERT INTO ${sql.table(table)}
        SELECT (jsonb_populate_record(t, jsonb_build_object('application_id', c.new_id,
          'siren', lpad((900000001 + c.n % (SELECT count(*) FROM bench_organisation))::text, 9, '0')))).*
        FROM bench_copy c JOIN ${sql.table(table)} t ON t.application_id = c.old_id`.execute(tx);
    }
    for (const table of announced) await sql`ALTER TABLE ${sql.table(table)} ENABLE TRIGGER announced`.execute(tx);
  });
  await sql`ANALYZE`.execute(db);
}

/** The columns that are written, those that the database computes left out. */
async function ownColumns(tx: Tx, table: string): Promise<string> {
  const { rows } = await sql<{ columns: string }>`
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`.execute(tx);
  return rows[0]?.columns ?? "";
}

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOrganisation, createPerson, grantAgentRole } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { everyApplication, readFilter } from "./filters/filter.ts";
import { ownFacets } from "./filters/own-facets.ts";
import { explainPage, queuePage } from "./queue-store.ts";

/** Row level security forbids most operators to an index: these searches must go on using theirs. */
const FILES = 20_000;
let w: TestWorld;
let officer: string;

beforeAll(async () => {
  w = await openTestWorld();
  officer = await w.inTx(async (tx) => {
    const person = await createPerson(tx, { name: "Une instructrice", email: "plan@region.example" });
    await grantAgentRole(tx, person, "officer");
    const organisations: string[] = [];
    for (let n = 0; n < 200; n += 1) {
      const siren = String(100_000_000 + n);
      organisations.push(
        await createOrganisation(tx, { kind: "training-body", siren, name: `Organisme ${n}`, source: "declared" }),
      );
    }
    for (const table of ["application", "party"]) {
      await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER announced`.execute(tx);
    }
    await sql`INSERT INTO application (number, scheme, framework, organisation_id, state, created_at, updated_at, raw_saved_at,
        submitted_at, commune, title)
      SELECT 'AC-2026-' || lpad(n::text, 5, '0'), 'appui-conseil', '2025-07-15', (${organisations}::uuid[])[1 + n % 200], 'submitted',
        now(), now(), now(), now() - n * interval '1 minute', CASE WHEN n % 1000 = 7 THEN '61001' ELSE '14118' END, 'Projet ' || n
      FROM generate_series(1, ${FILES}) n`.execute(tx);
    await sql`INSERT INTO application_search
      SELECT id, to_tsvector('french_plain', 'formation ' || number || CASE WHEN title LIKE '%777' THEN ' apiculture' ELSE '' END)
      FROM application`.execute(tx);
    await sql`INSERT INTO party (application_id, part, place, siren, name, funded)
      SELECT id, 'supported', 0, lpad((right(number, 5)::int + 500000000)::text, 9, '0'), 'x', true
      FROM application`.execute(tx);
    return person;
  });
  await sql`ANALYZE`.execute(w.world.db);
}, 120_000);
afterAll(() => w.close());

/** How the page is read in an officer's name, and the files it shows. */
function ask(query: string): Promise<{ readonly plan: string; readonly files: number }> {
  const filter = readFilter(new URLSearchParams(query), everyApplication, ownFacets);
  const reading = { filter, facets: ownFacets, me: officer, today: today(w.clock) };
  const work = async (tx: Tx) => ({
    plan: await explainPage(tx, reading),
    files: (await queuePage(tx, reading)).rows.length,
  });
  return w.inTx(work, { person: officer });
}

describe("with many files, and row level security on, the queue goes by an index", () => {
  it.each([
    ["a rare word", "q=apiculture", "application_search_words", 20],
    ["a word that no file has", "q=introuvable", "application_search_words", 0],
    ["a department", "lieu=61", "application_by_place", 20],
    ["a commune", "lieu=61001", "application_by_place", 20],
    ["a SIREN, of the applicant or a structure", "q=100000042", "party_siren", 50],
    ["a file number", "q=AC-2026-00042", "application_number_key", 1],
    ["the largest amounts", "vue=tous&tri=montant", "application_by_amount", 50],
    ["nothing in particular", "", "application_queue", 50],
  ])("for %s", async (_what, query, index, files) => {
    const answer = await ask(query);
    expect(answer.plan).toContain(index);
    expect(answer.plan).not.toContain("Seq Scan on application");
    expect(answer.files).toBe(files);
  });

  it("shows the words searched in one transaction to no other", async () => {
    expect((await ask("q=apiculture")).files).toBe(20);
    expect((await ask("q=formation")).files).toBe(50);
    const left = await w.inTx((tx) => tx.selectFrom("application_search").select("application_id").execute(), {
      person: officer,
    });
    expect(left).toHaveLength(FILES);
  });
});

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reader } from "#src/platform/database/database.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Populated, populate } from "./populated.ts";

/** The second lock: straight SQL on every table that holds a file's data, in the name of each kind of reader. */
const READERS = ["public", "other", "reader", "editor", "owner", "officer", "auditor", "administrator"] as const;
type Who = (typeof READERS)[number];
const MEMBERS: readonly Who[] = ["reader", "editor", "owner"];
const AGENTS: readonly Who[] = ["officer", "auditor", "administrator"];

/** Whom each table shows its rows of a filed request to; of a draft, to members alone. */
const shown: Readonly<Record<string, readonly Who[]>> = {
  draft_edit: [...MEMBERS, ...AGENTS],
  revision: [...MEMBERS, ...AGENTS],
  attachment: [...MEMBERS, ...AGENTS],
  party: [...MEMBERS, ...AGENTS],
  partner: [...MEMBERS, ...AGENTS],
  message: [...MEMBERS, ...AGENTS],
  document: [...MEMBERS, ...AGENTS],
  completion_request: [...MEMBERS, ...AGENTS],
  correction_proposal: [...MEMBERS, ...AGENTS],
  award: [...MEMBERS, ...AGENTS],
  agreement: [...MEMBERS, ...AGENTS],
  amendment: [...MEMBERS, ...AGENTS],
  occasion_application: [...MEMBERS, ...AGENTS],
  selection_condition: [...MEMBERS, ...AGENTS],
  body_opinion: AGENTS,
  body_question: AGENTS,
  commitment: AGENTS,
  outside_selection: [...MEMBERS, ...AGENTS],
  score_consensus: AGENTS,
  score_sheet: AGENTS,
  selection: AGENTS,
  finding: AGENTS,
  accepted_cost: AGENTS,
  internal_note: AGENTS,
  opinion: AGENTS,
  follower: AGENTS,
  task: AGENTS,
  likeness: AGENTS,
  vote_correction: AGENTS,
  message_file: [...MEMBERS, ...AGENTS],
  // A visit is its agent's own.
  file_visit: ["officer"],
  application_search: AGENTS,
  application_label: AGENTS,
};

/** Read by the service alone, never in a visitor's name: mails hold links that sign in. */
const SERVICE_ONLY = ["mail"];

let w: TestWorld;
let p: Populated;
const readers = new Map<Who, Reader>();

beforeAll(async () => {
  w = await openTestWorld();
  p = await populate(w);
  readers.set("public", "public").set("other", { person: p.mine.owner });
  for (const role of ["reader", "editor", "owner"] as const) readers.set(role, { person: p.secret[role] });
  for (const role of ["officer", "auditor", "administrator"] as const) readers.set(role, { person: p.agents[role] });
  const at = w.clock.now().toString();
  await w.inTx(async (tx) => {
    for (const id of [p.applications.signed, p.applications.draft]) {
      await sql`INSERT INTO draft_edit (application_id, raw_version, path, page, at) VALUES (${id}, 900, 'title', 'x', ${at}::timestamptz)`.execute(
        tx,
      );
    }
    const { rows: occasions } = await sql<{ id: string }>`
      INSERT INTO occasion (slug, nature, kind, title, state, starts_at, ends_at, created_at, updated_at)
      VALUES ('essai', 'event', 'meeting', 'Essai', 'published', ${at}::timestamptz, ${at}::timestamptz + interval '1 hour', ${at}::timestamptz, ${at}::timestamptz)
      RETURNING id`.execute(tx);
    for (const id of [p.applications.signed, p.applications.draft]) {
      await sql`INSERT INTO occasion_application (application_id, occasion_id, at) VALUES (${id}, ${occasions[0]?.id}, ${at}::timestamptz)`.execute(
        tx,
      );
    }
    const { rows: labels } = await sql<{ id: string }>`
      INSERT INTO label (name, made_at) VALUES ('Prioritaire', ${at}::timestamptz) RETURNING id`.execute(tx);
    await sql`INSERT INTO application_label (application_id, label_id, put_at)
      VALUES (${p.applications.signed}, ${labels[0]?.id}, ${at}::timestamptz)`.execute(tx);
    for (const id of [p.applications.signed, p.applications.draft]) {
      await sql`INSERT INTO partner (application_id, organisation_id, name, invited_at, expires_at, accepted_at)
        VALUES (${id}, ${p.secret.id}, 'x', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)`.execute(tx);
    }
    await sql`INSERT INTO correction_proposal (application_id, revision, path, label, value, before, after, reason, proposed_at)
      VALUES (${p.applications.signed}, 1, 'title', 'Titre', '"x"', 'a', 'b', 'c', ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO accepted_cost (application_id, line, accepted, set_at)
      VALUES (${p.applications.signed}, 'structures.0.phases.0', '{}', ${at}::timestamptz)`.execute(tx);
    const { signed } = p.applications;
    await sql`INSERT INTO selection (application_id) VALUES (${signed})`.execute(tx);
    await sql`INSERT INTO score_sheet (application_id, given_at) VALUES (${signed}, ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO commitment (application_id, funder, year, amount) VALUES (${signed}, 'region', 2026, 1)`.execute(
      tx,
    );
    await sql`INSERT INTO score_consensus (application_id, line, mark, reason, held_on, recorded_at)
      VALUES (${signed}, 'x', 2, 'Essai', '2026-03-01', ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO body_opinion (application_id, body, sense, words, given_at)
      VALUES (${signed}, 'dreets', 'favourable', 'Essai', ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO body_question (application_id, body, question, asked_at)
      VALUES (${signed}, 'dreets', 'Essai ?', ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO outside_selection (application_id, body, is_selected, decided_on, reference, retained, recorded_at)
      VALUES (${signed}, 'managing-authority', true, '2026-03-01', 'X', 1, ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO amendment (application_id, number, before, aid, deliberation, decided_on, cause, made_at)
      VALUES (${signed}, 'CONV-ESSAI-A1', 2, 1, 'CP-ESSAI', ${at}::timestamptz::date, '{}', ${at}::timestamptz)`.execute(
      tx,
    );
    await sql`INSERT INTO selection_condition (application_id, words, set_at) VALUES (${signed}, 'Essai', ${at}::timestamptz)`.execute(
      tx,
    );
    const hung = { id: p.applications.signed, officer: p.agents.officer, at };
    await sql`INSERT INTO follower VALUES (${hung.id}, ${hung.officer}, ${at}::timestamptz)`.execute(tx);
    await sql`INSERT INTO file_visit VALUES (${hung.id}, ${hung.officer}, ${at}::timestamptz, ${at}::timestamptz)`.execute(
      tx,
    );
    await sql`INSERT INTO task (application_id, body, due_on, made_at) VALUES (${hung.id}, 'x', '2026-04-10', ${at}::timestamptz)`.execute(
      tx,
    );
    await sql`INSERT INTO likeness (application_id, other_id, is_same, said_at)
      SELECT least(a, b), greatest(a, b), true, ${at}::timestamptz FROM (VALUES (${hung.id}::uuid, ${p.own.filed}::uuid)) AS v (a, b)`.execute(
      tx,
    );
    await sql`INSERT INTO vote_correction (application_id, asked, why, asked_at) VALUES (${hung.id}, '{}', 'x', ${at}::timestamptz)`.execute(
      tx,
    );
    await sql`INSERT INTO message_file SELECT m.application_id, m.id, t.file_id FROM message m, attachment t
      WHERE m.application_id = ${hung.id} AND t.application_id = ${hung.id} LIMIT 1`.execute(tx);
    await sql`INSERT INTO completion_request (application_id, items, due_on, asked_at, closed_at)
      VALUES (${p.applications.signed}, '[]', '2026-04-10', ${at}::timestamptz, ${at}::timestamptz)`.execute(tx);
  });
}, 120_000);
afterAll(() => w.close());

function as<T>(who: Who, work: Parameters<typeof w.inTx<T>>[0]): Promise<T> {
  return w.inTx(work, readers.get(who) ?? "public");
}

function count(who: Who | "system", table: string, id: string): Promise<number> {
  const work: Parameters<typeof w.inTx<number>>[0] = async (tx) => {
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE application_id = ${id}`.execute(tx);
    return rows[0]?.n ?? 0;
  };
  return who === "system" ? w.inTx(work) : as(who, work);
}

describe("the rows of a file", () => {
  it.each(SERVICE_ONLY)("of %s are shown to nobody but the service", async (table) => {
    const all = async (who: Who | "system") => {
      const work: Parameters<typeof w.inTx<number>>[0] = async (tx) =>
        (await sql`SELECT 1 FROM ${sql.table(table)}`.execute(tx)).rows.length;
      return who === "system" ? w.inTx(work) : as(who, work);
    };
    expect(await all("system")).toBeGreaterThan(0);
    for (const who of readers.keys()) expect(await all(who), who).toBe(0);
  });

  it("are locked in every table that holds some, for the service's own role too", async () => {
    const { rows } = await w.world.pool.query<{ table: string; locked: boolean }>(
      `SELECT c.relname AS table, c.relrowsecurity AND c.relforcerowsecurity AS locked
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'application_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped ORDER BY 1`,
    );
    expect(rows.map((row) => row.table).filter((table) => !SERVICE_ONLY.includes(table))).toEqual(
      Object.keys(shown).sort(),
    );
    expect(rows.filter((row) => !row.locked)).toEqual([]);
    const others = [
      "application",
      "file",
      "journal",
      "journal_head",
      "past_grant",
      "commission_report",
      "declared_interest",
      "saved_view",
      "news",
      "reminder",
      "setting_version",
      "queue_setting",
      "label",
    ];
    const { rows: also } = await w.world.pool.query<{ table: string }>(
      "SELECT relname AS table FROM pg_class WHERE relname = ANY ($1) AND relrowsecurity AND relforcerowsecurity",
      [others],
    );
    expect(also).toHaveLength(others.length);
  });

  it.each(Object.keys(shown))(
    "%s: of a filed request, to its members and to agents as it says; of a draft, to members",
    async (table) => {
      const { signed, draft } = p.applications;
      const [ofSigned, ofDraft] = [await count("system", table, signed), await count("system", table, draft)];
      expect(ofSigned, "a row to hide").toBeGreaterThan(0);
      const found: Record<string, readonly number[]> = {};
      const expected: Record<string, readonly number[]> = {};
      for (const who of READERS) {
        found[who] = [await count(who, table, signed), await count(who, table, draft)];
        const sees = shown[table]?.includes(who) === true;
        expected[who] = [sees ? ofSigned : 0, MEMBERS.includes(who) && sees ? ofDraft : 0];
      }
      expect(found).toEqual(expected);
    },
  );

  it.each(Object.keys(shown))("%s: strangers, readers and auditors change and delete nothing", async (table) => {
    const { signed } = p.applications;
    const before = await count("system", table, signed);
    for (const who of ["public", "other", "reader", "auditor"] as const) {
      for (const statement of [
        sql`UPDATE ${sql.table(table)} SET application_id = application_id WHERE application_id = ${signed}`,
        sql`DELETE FROM ${sql.table(table)} WHERE application_id = ${signed}`,
      ]) {
        const changed = await as(who, async (tx) => (await statement.execute(tx)).numAffectedRows ?? 0n).catch(
          () => 0n,
        );
        expect([who, changed]).toEqual([who, 0n]);
      }
    }
    expect(await count("system", table, signed)).toBe(before);
  });

  it("cannot be added to another's file", async () => {
    const { signed, draft } = p.applications;
    for (const id of [signed, draft]) {
      for (const who of ["public", "other", "reader", "auditor"] as const) {
        const adding = as(who, (tx) =>
          sql`INSERT INTO message (application_id, side, body, sent_at) VALUES (${id}, 'applicant', 'x', now())`.execute(
            tx,
          ),
        );
        await expect(adding, who).rejects.toThrow(/row-level security/);
      }
    }
  });
});

describe("what hangs elsewhere on a file", () => {
  it("its stored bytes' rows open through what holds them", async () => {
    const ids = (
      await w.inTx((tx) =>
        tx.selectFrom("attachment").select("file_id").where("application_id", "=", p.applications.draft).execute(),
      )
    ).map((row) => row.file_id);
    expect(ids.length).toBeGreaterThan(0);
    for (const who of READERS) {
      const rows = await as(who, (tx) => tx.selectFrom("file").select("id").where("id", "in", ids).execute());
      expect([who, rows.length]).toEqual([who, MEMBERS.includes(who) ? ids.length : 0]);
    }
  });

  it("its journal tells members what concerns them, agents all, others nothing", async () => {
    const chain = `application:${p.applications.signed}`;
    const read = (who: Who) =>
      as(who, (tx) =>
        tx.selectFrom("journal").select(["act", "visible_to_applicant"]).where("chain", "=", chain).execute(),
      );
    const all = await w.inTx((tx) =>
      tx.selectFrom("journal").select("visible_to_applicant").where("chain", "=", chain).execute(),
    );
    const open = all.filter((row) => row.visible_to_applicant).length;
    expect(open).toBeLessThan(all.length);
    for (const who of READERS) {
      const rows = await read(who);
      const expected = AGENTS.includes(who) ? all.length : MEMBERS.includes(who) ? open : 0;
      expect([who, rows.length]).toEqual([who, expected]);
    }
  });

  it("the answers of what other organisations ask under one SIREN are counted, never told", async () => {
    const siren = (
      await w.inTx((tx) =>
        tx
          .selectFrom("party")
          .select("siren")
          .where("application_id", "=", p.applications.signed)
          .where("funded", "=", true)
          .executeTakeFirstOrThrow(),
      )
    ).siren;
    const rows = await as("other", (tx) => tx.selectFrom("party").selectAll().where("siren", "=", siren).execute());
    expect(rows).toEqual([]);
  });

  it("the report to the assembly and the views of others stay closed", async () => {
    for (const who of READERS) {
      const reports = await as(who, (tx) => tx.selectFrom("commission_report").select("id").execute());
      expect([who, reports.length > 0]).toEqual([who, AGENTS.includes(who)]);
      const views = await as(who, (tx) => tx.selectFrom("saved_view").select("id").execute());
      expect([who, views.length > 0]).toEqual([who, who === "officer"]);
    }
  });
});

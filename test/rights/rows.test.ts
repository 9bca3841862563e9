import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgersOf, lifecycle, STATES, STEPS } from "#src/applications/index.ts";
import { addMember } from "#src/people/index.ts";
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
  structure_share: [...MEMBERS, ...AGENTS],
  message: [...MEMBERS, ...AGENTS],
  document: [...MEMBERS, ...AGENTS],
  completion_request: [...MEMBERS, ...AGENTS],
  award: [...MEMBERS, ...AGENTS],
  agreement: [...MEMBERS, ...AGENTS],
  finding: AGENTS,
  accepted_cost: AGENTS,
  internal_note: AGENTS,
  opinion: AGENTS,
  application_search: AGENTS,
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
    await sql`INSERT INTO accepted_cost (application_id, line, set_at)
      VALUES (${p.applications.signed}, 'structures.0.phases.0', ${at}::timestamptz)`.execute(tx);
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
          .selectFrom("structure_share")
          .select("siren")
          .where("application_id", "=", p.applications.signed)
          .executeTakeFirstOrThrow(),
      )
    ).siren;
    const rows = await as("other", (tx) =>
      tx.selectFrom("structure_share").selectAll().where("siren", "=", siren).execute(),
    );
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

describe("each side writes its own part", () => {
  const WRITERS = ["editor", "owner"] as const;
  /** Runs one statement in the name of a reader, then takes it back; how many rows it changed, or its refusal. */
  async function attempt(who: Who, statement: ReturnType<typeof sql>): Promise<bigint | "refused"> {
    const undone = new Error("undone");
    let changed: bigint | "refused" = "refused";
    await as(who, async (tx) => {
      changed = (await statement.execute(tx)).numAffectedRows ?? 0n;
      throw undone;
    }).catch((error: unknown) => {
      if (error === undone) return;
      if (!/row-level security|not written by|append-only/.test(String(error))) throw error;
    });
    return changed;
  }
  const set = (table: string, key: string, id: string, assignments: string) =>
    sql`UPDATE ${sql.table(table)} SET ${sql.raw(assignments)} WHERE ${sql.ref(key)} = ${id}`;

  it.each([
    "state = 'awarded'",
    "state = 'draft'",
    "decided_aid = 1750000",
    "proposed_aid = 1750000",
    "requested_aid = 1",
    "eligibility = 'to-assess'",
    "number = 'AC-2026-99999'",
    "submitted_at = now()",
    "implicit_refusal_on = '2099-01-01'",
    "suspended_until = NULL, suspended_on = NULL, implicit_refusal_on = '2026-01-01'",
    "assigned_to = reader_person()",
    "revision = 9",
    "raw = '{}'",
    "title = 'x'",
    "scheme = 'other'",
  ])("no applicant sets %s on a filed request", async (assignments) => {
    for (const who of WRITERS) {
      expect([who, await attempt(who, set("application", "id", p.applications.filed, assignments))]).toEqual([
        who,
        "refused",
      ]);
    }
  });

  it.each(["decided_aid = 1", "state = 'signed'", "state = 'withdrawn'", "number = 'AC-2026-99999'", "title = 'x'"])(
    "nor %s on a draft",
    async (assignments) => {
      expect(await attempt("owner", set("application", "id", p.applications.draft, assignments))).toBe("refused");
    },
  );

  it("what an applicant does on a draft and a filed request is let through", async () => {
    const { draft, filed } = p.applications;
    expect(await attempt("editor", set("application", "id", draft, "raw = '{}', raw_version = raw_version + 1"))).toBe(
      1n,
    );
    const submits = "state = 'submitted', number = 'AC-2026-99999', submitted_at = now(), title = 'x', revision = 1";
    expect(await attempt("editor", set("application", "id", draft, submits))).toBe(1n);
    expect(
      await attempt("editor", set("application", "id", filed, "state = 'withdrawn', implicit_refusal_on = NULL")),
    ).toBe(1n);
    expect(
      await attempt("officer", set("application", "id", filed, "state = 'complete', assigned_to = reader_person()")),
    ).toBe(1n);
    expect(await attempt("officer", set("application", "id", filed, "number = 'AC-2026-99999'"))).toBe("refused");
  });

  it("the applicant's steps are those of the life of a file, and no others", async () => {
    const { rows } = await w.world.pool.query<{ from: string; to: string }>(
      `SELECT f AS from, t AS to FROM unnest($1::text[]) f, unnest($1::text[]) t WHERE applicant_may_move(f, t)`,
      [STATES],
    );
    const steps = STEPS.filter((step) => lifecycle[step].by.side === "applicant");
    const moves = steps.flatMap((step) => lifecycle[step].from.map((from) => `${from} → ${lifecycle[step].to}`));
    expect(rows.map((row) => `${row.from} → ${row.to}`).sort()).toEqual(moves.sort());
  });

  it.each([
    ["structure_share", "granted_aid = 1750000, granted_days = 14"],
    ["structure_share", "paid_aid = 0, paid_days = 0"],
    ["structure_share", "asked_aid = 1"],
    ["agreement", "aid = 9999999"],
    ["agreement", "number = 'x'"],
    ["agreement", "funder_signed_on = '2026-03-10', funder_signatory = 'x'"],
    ["agreement", "signed_on = '2026-03-10'"],
    ["agreement", "document_id = NULL"],
    ["completion_request", "closed_at = NULL"],
    ["completion_request", "answered_at = now()"],
    ["completion_request", "due_on = '2099-01-01'"],
    ["message", "body = 'x'"],
    ["attachment", "file_id = file_id, removed_at = now()"],
    ["award", "notified_at = NULL"],
    ["document", "number = 'x'"],
    ["revision", "hash = 'x'"],
  ])("no applicant changes %s: %s", async (table, assignments) => {
    for (const who of WRITERS) {
      const changed = await attempt(who, set(table, "application_id", p.applications.signed, assignments));
      expect([who, changed === "refused" || changed === 0n]).toEqual([who, true]);
    }
  });

  it("an open request for completion is answered by the applicant and closed by the funder", async () => {
    const { filed } = p.applications;
    const open = await w.inTx((tx) =>
      tx
        .insertInto("completion_request")
        .values({ application_id: filed, items: "[]", due_on: "2026-04-10", asked_at: w.clock.now() })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    expect(await attempt("owner", set("completion_request", "id", open.id, "answered_at = now()"))).toBe(1n);
    for (const other of [
      "closed_at = now()",
      "due_on = '2099-01-01'",
      "items = '[1]'",
      "answered_at = now(), note = 'x'",
    ]) {
      expect([other, await attempt("owner", set("completion_request", "id", open.id, other))]).toEqual([
        other,
        "refused",
      ]);
    }
    expect(await attempt("officer", set("completion_request", "id", open.id, "closed_at = now()"))).toBe(1n);
    await w.inTx((tx) => tx.deleteFrom("completion_request").where("id", "=", open.id).execute());
  });

  const additions: Readonly<Record<string, (id: string) => ReturnType<typeof sql>>> = {
    "a letter": (id) => sql`INSERT INTO document (application_id, kind, number, file_id, data, issued_at)
      SELECT ${id}, 'award-letter', 'X-1', file_id, '{}', now() FROM attachment LIMIT 1`,
    "a message of the funder": (id) =>
      sql`INSERT INTO message (application_id, side, author, body, sent_at) VALUES (${id}, 'funder', reader_person(), 'x', now())`,
    "a message in another's name": (id) =>
      sql`INSERT INTO message (application_id, side, author, body, sent_at) VALUES (${id}, 'applicant', ${p.secret.reader}, 'x', now())`,
    "a request for completion": (id) =>
      sql`INSERT INTO completion_request (application_id, items, due_on, asked_at) VALUES (${id}, '[]', '2026-04-10', now())`,
    "an agreement": (id) =>
      sql`INSERT INTO agreement (application_id, number, aid, made_at) VALUES (${id}, 'X-1', 1, now())`,
    "a granted share": (id) =>
      sql`INSERT INTO structure_share (application_id, position, siren, name, asked_days, asked_aid, granted_aid, granted_days)
        VALUES (${id}, 90, '000000018', 'x', 0, 0, 1, 1)`,
    "a correction": (id) => revision(id, "correction"),
    "a revision of a request that is not open": (id) => revision(id, "submission"),
    "a paper of a request that is not open": (id) =>
      sql`INSERT INTO attachment (application_id, document, file_id, added_at) SELECT ${id}, 'quote', file_id, now() FROM attachment LIMIT 1`,
    "search words": (id) => sql`INSERT INTO application_search (application_id, words) VALUES (${id}, '')`,
    "a grant of before": () =>
      sql`INSERT INTO past_grant (siren, scheme, granted_on, aid, source) VALUES ('000000018', 'appui-conseil', '2026-01-01', -1, 'x')`,
  };
  function revision(id: string, cause: string) {
    return sql`INSERT INTO revision (application_id, number, raw, facts, attachments, declarations, assessment, framework,
        rule_set_hash, cause, made_by, made_at, hash)
      VALUES (${id}, 99, '{}', '{}', '[]', '[]', '{}', '', '', ${cause}, reader_person(), now(), '')`;
  }
  it.each(Object.keys(additions))("no applicant adds %s", async (what) => {
    const addition = additions[what];
    if (addition === undefined) throw new Error(what);
    for (const who of WRITERS)
      expect([who, await attempt(who, addition(p.applications.filed))]).toEqual([who, "refused"]);
  });

  it("nor a request that is born filed, numbered or decided", async () => {
    const born = (columns: string, values: string) =>
      sql`INSERT INTO application (scheme, framework, organisation_id, created_at, updated_at, raw_saved_at, ${sql.raw(columns)})
        VALUES ('appui-conseil', '2025-07-15', ${p.secret.id}, now(), now(), now(), ${sql.raw(values)})`;
    expect(await attempt("editor", born("title", "'x'"))).toBe(1n);
    for (const [columns, values] of [
      ["state", "'awarded'"],
      ["number", "'AC-2026-99999'"],
      ["decided_aid", "1"],
      ["submitted_at", "now()"],
    ] as const) {
      expect([columns, await attempt("editor", born(columns, values))]).toEqual([columns, "refused"]);
    }
  });

  it("nor a file that is called clean before it was scanned", async () => {
    const stored = (scan: string) =>
      sql`INSERT INTO file (id, name, media_type, size, sha256, scan, stored_at, stored_by)
        VALUES (uuidv7(), 'x', 'application/pdf', 1, 'x', ${scan}, now(), reader_person())`;
    expect(await attempt("editor", stored("clean"))).toBe("refused");
    expect(await attempt("editor", stored("pending"))).toBe(1n);
  });

  it("an agent who is a member of the organisation is never the funder of its files", async () => {
    const twofold = p.agents.officer;
    const { filed } = p.applications;
    await w.inTx((tx) => addMember(tx, p.secret.id, twofold, "owner"));
    try {
      for (const assignments of ["state = 'complete'", "decided_aid = 1", "assigned_to = reader_person()"]) {
        expect(await attempt("officer", set("application", "id", filed, assignments))).toBe("refused");
      }
      expect(await attempt("officer", set("application", "id", filed, "state = 'withdrawn'"))).toBe(1n);
      const note = sql`INSERT INTO internal_note (application_id, author, body, written_at) VALUES (${filed}, ${twofold}, 'x', now())`;
      expect(await attempt("officer", note)).toBe("refused");
    } finally {
      await w.inTx((tx) =>
        tx
          .deleteFrom("membership")
          .where("person_id", "=", twofold)
          .where("organisation_id", "=", p.secret.id)
          .execute(),
      );
    }
  });

  it("aid of before the service is seen by its beneficiary and agents, and counted for all", async () => {
    const { siren } = await w.inTx((tx) =>
      tx.selectFrom("organisation").select("siren").where("id", "=", p.secret.id).executeTakeFirstOrThrow(),
    );
    const grant = {
      siren,
      scheme: "appui-conseil",
      granted_on: "2026-01-15",
      days: 3,
      aid: 210_000,
      source: "tableau",
    };
    await w.inTx((tx) =>
      tx
        .insertInto("past_grant")
        .values([grant, { ...grant, scheme: "autre-dispositif" }])
        .execute(),
    );
    for (const who of READERS) {
      const rows = await as(who, (tx) => tx.selectFrom("past_grant").select("id").where("siren", "=", siren).execute());
      expect([who, rows.length]).toEqual([who, [...MEMBERS, ...AGENTS].includes(who) ? 2 : 0]);
    }
    const of = { scheme: "appui-conseil", framework: "2025-07-15" };
    const counted = (await as("other", (tx) => ledgersOf(tx, [siren], of))).get(siren)?.entries ?? [];
    expect(counted.filter((entry) => entry.basis === "past").map((entry) => entry.aid)).toEqual([210_000]);
    const elsewhere = await as("other", (tx) => ledgersOf(tx, [siren], { ...of, scheme: "rien-de-tel" }));
    expect(elsewhere.get(siren)).toMatchObject({ days: 0, aid: 0 });
  });
});

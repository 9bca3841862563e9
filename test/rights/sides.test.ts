import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgersOf, lifecycle, STATES, STEPS } from "#src/life/index.ts";
import { addMember } from "#src/people/index.ts";
import type { Reader } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Populated, populate } from "./populated.ts";

/** The second lock on what is written: straight SQL on the columns of the other side, in the name of each. */
const READERS = ["public", "other", "reader", "editor", "owner", "officer", "auditor", "administrator"] as const;
type Who = (typeof READERS)[number] | "supervisor" | "colleague";
const MEMBERS: readonly Who[] = ["reader", "editor", "owner"];
const AGENTS: readonly Who[] = ["officer", "auditor", "administrator"];

let w: TestWorld;
let p: Populated;
const readers = new Map<Who, Reader>();

beforeAll(async () => {
  w = await openTestWorld();
  p = await populate(w);
  readers.set("public", "public").set("other", { person: p.mine.owner });
  for (const role of ["reader", "editor", "owner"] as const) readers.set(role, { person: p.secret[role] });
  for (const role of ["officer", "auditor", "administrator", "supervisor", "colleague"] as const)
    readers.set(role, { person: p.agents[role] });
  await w.inTx((tx) =>
    tx
      .insertInto("completion_request")
      .values({
        application_id: p.applications.signed,
        items: "[]",
        due_on: "2026-04-10",
        asked_at: w.clock.now(),
        closed_at: w.clock.now(),
      })
      .execute(),
  );
}, 120_000);
afterAll(() => w.close());

function as<T>(who: Who, work: Parameters<typeof w.inTx<T>>[0]): Promise<T> {
  return w.inTx(work, readers.get(who) ?? "public");
}

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
  /** How many rows the statement changes where no lock of the table stands in its way. */
  async function changedUnlocked(table: string, statement: ReturnType<typeof sql>): Promise<bigint> {
    const undone = new Error("undone");
    let changed = 0n;
    await w
      .inTx(async (tx) => {
        await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER USER, DISABLE ROW LEVEL SECURITY`.execute(tx);
        changed = (await statement.execute(tx)).numAffectedRows ?? 0n;
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
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
    ["party", `granted = '{"aid": 1750000, "days": 14}'`],
    ["party", `paid = '{"aid": 0}'`],
    ["party", `asked = '{"aid": 1}'`],
    ["agreement", "aid = 9999999"],
    ["agreement", "number = 'x'"],
    ["agreement", "funder_signed_on = '2026-03-10', funder_signatory = 'x'"],
    ["agreement", "signed_on = '2026-03-10'"],
    ["agreement", "document_id = NULL"],
    ["agreement", "countersigned_file_id = signed_file_id"],
    ["completion_request", "closed_at = NULL"],
    ["completion_request", "answered_at = now()"],
    ["completion_request", "due_on = '2099-01-01'"],
    ["message", "body = 'x'"],
    ["attachment", "file_id = file_id, removed_at = now()"],
    ["award", "notified_at = NULL"],
    ["document", "number = number || 'x'"],
    ["revision", "hash = 'x'"],
  ])("no applicant changes %s: %s", async (table, assignments) => {
    const statement = set(table, "application_id", p.applications.signed, assignments);
    expect(await changedUnlocked(table, statement)).toBeGreaterThanOrEqual(1n);
    for (const who of WRITERS) {
      const changed = await attempt(who, statement);
      expect([who, changed === "refused" || changed === 0n]).toEqual([who, true]);
    }
  });

  it("an amendment is signed by the applicant, until both have; the rest of it is the funder's", async () => {
    const { signed } = p.applications;
    await w.inTx((tx) =>
      sql`INSERT INTO amendment (application_id, number, before, aid, deliberation, decided_on, cause, made_at)
        VALUES (${signed}, 'X-A1', 2, 1, 'CP-1', '2026-03-10', '{}', now())`.execute(tx),
    );
    const copy = "SELECT signed_file_id FROM agreement WHERE signed_file_id IS NOT NULL LIMIT 1";
    const change = (columns: string) => set("amendment", "application_id", signed, columns);
    for (const other of [
      "aid = 0",
      "decided_on = '2026-03-09'",
      `signed_on = '2026-03-10', signed_file_id = (${copy})`,
    ]) {
      expect([other, await attempt("owner", change(other))]).toEqual([other, "refused"]);
    }
    const own = change(`sent_on = '2026-03-10', signatory = 'x', sent_file_id = (${copy})`);
    expect(await attempt("owner", own)).toBe(1n);
    await w.inTx((tx) => change(`signed_on = '2026-03-10', signed_file_id = (${copy})`).execute(tx));
    expect([await attempt("owner", own), await attempt("officer", change("aid = 0"))]).toEqual([0n, "refused"]);
    await w.inTx((tx) => tx.deleteFrom("amendment").execute());
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
      sql`INSERT INTO party (application_id, part, place, siren, name, funded, granted)
        VALUES (${id}, 'supported', 90, '000000018', 'x', true, '{"aid": 1}')`,
    "a correction": (id) => revision(id, "correction"),
    "a revision of a request that is not open": (id) => revision(id, "submission"),
    "a paper of a request that is not open": (id) =>
      sql`INSERT INTO attachment (application_id, document, file_id, added_at) SELECT ${id}, 'quote', file_id, now() FROM attachment LIMIT 1`,
    "search words": (id) => sql`INSERT INTO application_search (application_id, words) VALUES (${id}, '')`,
    "a grant of before": () =>
      sql`INSERT INTO past_grant (siren, scheme, granted_on, measures, source) VALUES ('000000018', 'appui-conseil', '2026-01-01', '{"aid": -1}', 'x')`,
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

  describe("an agent with an interest in a party lets go of the file, and does nothing else", () => {
    const acts = ["state = 'complete'", "proposed_aid = 1", "raw = '{}', raw_version = 9", "title = 'x'"];
    const heldBy = (id: string) =>
      w.inTx((tx) => tx.selectFrom("application").select("assigned_to").where("id", "=", id).executeTakeFirstOrThrow());
    const assign = (id: string, person: string | null) =>
      w.inTx((tx) => tx.updateTable("application").set({ assigned_to: person }).where("id", "=", id).execute());

    async function expectLock(who: "supervisor" | "colleague"): Promise<void> {
      const { filed } = p.applications;
      const person = p.agents[who];
      for (const assignments of [...acts, "assigned_to = reader_person()", `assigned_to = '${p.agents.officer}'`])
        expect([assignments, await attempt(who, set("application", "id", filed, assignments))]).toEqual([
          assignments,
          "refused",
        ]);
      for (const [what, addition] of Object.entries({
        note: sql`INSERT INTO internal_note (application_id, author, body, written_at) VALUES (${filed}, ${person}, 'x', now())`,
        message: sql`INSERT INTO message (application_id, side, author, body, sent_at) VALUES (${filed}, 'funder', ${person}, 'x', now())`,
        finding: sql`INSERT INTO finding (application_id, revision, subject, conclusion, made_by, made_at) VALUES (${filed}, 1, 'CS-4', 'met', ${person}, now())`,
        opinion: sql`INSERT INTO opinion (application_id, revision, favourable, body, given_by, given_at) VALUES (${filed}, 1, true, 'x', ${person}, now())`,
      }))
        expect([what, await attempt(who, addition)]).toEqual([what, "refused"]);
      await assign(filed, person);
      const locked = await as(who, (tx) =>
        tx.selectFrom("application").select("id").where("id", "=", filed).forUpdate().execute(),
      );
      expect(locked).toHaveLength(1);
      const free = "assigned_to = NULL, version = version + 1, updated_at = now()";
      expect(await attempt(who, set("application", "id", filed, `${free}, state = 'complete'`))).toBe("refused");
      expect(await attempt(who, set("application", "id", filed, free))).toBe(1n);
    }

    it("as a reader of the applicant, who may declare it too", async () => {
      const person = p.agents.supervisor;
      const { filed } = p.applications;
      const membership = { person_id: person, organisation_id: p.secret.id, role: "reader" };
      await w.inTx((tx) => tx.insertInto("membership").values(membership).execute());
      try {
        await expectLock("supervisor");
        const said = await (await w.browser(person)).post(urls.reviewInterest.href({ id: filed }), {
          cle: randomUUID(),
          motif: "Je siège à son conseil.",
        });
        expect(said.status).toBe(303);
        expect(await heldBy(filed)).toEqual({ assigned_to: null });
      } finally {
        await assign(filed, null);
        await w.inTx((tx) => tx.deleteFrom("membership").where("person_id", "=", person).execute());
      }
    });

    it("as who declared one in a supported structure", async () => {
      const person = p.agents.colleague;
      const { filed } = p.applications;
      const { siren, name } = await w.inTx((tx) =>
        tx
          .selectFrom("party")
          .select(["siren", "name"])
          .where("application_id", "=", filed)
          .where("funded", "=", true)
          .executeTakeFirstOrThrow(),
      );
      // A party of this file and not its applicant, whom membership would tell.
      await w.inTx(async (tx) => {
        await tx
          .updateTable("party")
          .set({ siren: "732829320" })
          .where("application_id", "=", filed)
          .where("funded", "=", true)
          .execute();
        const interest = { person_id: person, siren: "732829320", name, reason: "x", declared_at: w.clock.now() };
        await tx.insertInto("declared_interest").values(interest).execute();
      });
      try {
        await expectLock("colleague");
        await assign(filed, null);
        expect(await attempt("colleague", set("application", "id", p.own.filed, "state = 'complete'"))).toBe(1n);
      } finally {
        await assign(filed, null);
        await w.inTx(async (tx) => {
          await tx
            .updateTable("party")
            .set({ siren })
            .where("application_id", "=", filed)
            .where("funded", "=", true)
            .execute();
        });
      }
    });
  });

  it("aid of before the service is seen by its beneficiary and agents, and counted for all", async () => {
    const { siren } = await w.inTx((tx) =>
      tx.selectFrom("organisation").select("siren").where("id", "=", p.secret.id).executeTakeFirstOrThrow(),
    );
    const grant = {
      siren,
      scheme: "appui-conseil",
      granted_on: "2026-01-15",
      measures: { days: 3, aid: 210_000 },
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
    expect(counted.filter((entry) => entry.basis === "past").map((entry) => entry.measures.aid)).toEqual([210_000]);
    const elsewhere = await as("other", (tx) => ledgersOf(tx, [siren], { ...of, scheme: "rien-de-tel" }));
    expect(elsewhere.get(siren)).toMatchObject({ measures: {} });
  });
});

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reader } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Consortia, joinAs, key, makeProject } from "./consortium.fixture.ts";

/** The second lock: straight SQL in the name of who reads through a partner's place. */
let w: TestWorld;
let all: Consortia;
let other: Consortia["id"];
let partner: string;

beforeAll(async () => {
  w = await openTestWorld();
  all = await makeProject(w);
  const lead = await w.browser(all.lead.owner);
  partner = await joinAs(w, lead, all.id, all.partners[0], 1);
  other = await w.inTx(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO application (scheme, framework, organisation_id, created_at, updated_at, raw_saved_at)
      VALUES ('transitions', '2025-07-15', ${all.lead.id}, now(), now(), now()) RETURNING id`.execute(tx);
    return rows[0]?.id ?? "";
  });
  await w.inTx(async (tx) => {
    await sql`INSERT INTO message (application_id, side, body, sent_at) VALUES (${all.id}, 'funder', 'x', now())`.execute(
      tx,
    );
    await sql`INSERT INTO completion_request (application_id, items, due_on, asked_at, closed_at)
      VALUES (${all.id}, '[]', '2026-04-10', now(), now())`.execute(tx);
  });
});
afterAll(() => w.close());

const through = (person: string, writing = true): Reader => ({ person, through: partner, writing });
const countOf = (reader: Reader, table: string) =>
  w.inTx(async (tx) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(tx);
    return rows[0]?.n ?? -1;
  }, reader);

/** Runs one statement through the partner's place, then takes it back; how many rows it changed, or its refusal. */
async function attempt(reader: Reader, statement: ReturnType<typeof sql>): Promise<bigint | "refused"> {
  const undone = new Error("undone");
  let changed: bigint | "refused" = "refused";
  await w
    .inTx(async (tx) => {
      changed = (await statement.execute(tx)).numAffectedRows ?? 0n;
      throw undone;
    }, reader)
    .catch((error: unknown) => {
      if (error !== undone && !/row-level security|not written by|append-only/.test(String(error))) throw error;
    });
  return changed;
}

const setRaw = (id: string, name: string, value: string) =>
  sql`UPDATE application SET raw = raw || jsonb_build_object(${name}::text, ${value}::text) WHERE id = ${id}`;

describe("through a partner's place", () => {
  it("one project is read, and neither its messages nor its letters nor what the funder asks", async () => {
    const reader = through(all.partners[0].owner);
    const rows = await w.inTx((tx) => tx.selectFrom("application").select("id").execute(), reader);
    expect(rows).toEqual([{ id: all.id }]);
    // What its own writing is merged with.
    expect(await countOf(reader, "draft_edit")).toBeGreaterThan(0);
    for (const table of [
      "message",
      "document",
      "completion_request",
      "award",
      "agreement",
      "journal",
      "mail",
      "finding",
    ])
      expect([table, await countOf(reader, table)]).toEqual([table, 0]);
  });

  it("nothing is read by who is not of the organisation, nor written by its readers, nor once it is over", async () => {
    for (const person of [all.lead.owner, all.partners[1].owner, "nobody"])
      expect([person, await countOf(through(person, false), "application")]).toEqual([person, 0]);
    expect(await countOf(through(all.partners[0].reader, false), "application")).toBe(1);
    expect(await countOf(through(all.partners[0].reader, true), "application")).toBe(0);
    const ended = sql`UPDATE partner SET ended_at = now(), ended_how = 'left' WHERE id = ${partner}`;
    await w.inTx((tx) => ended.execute(tx));
    expect(await countOf(through(all.partners[0].owner), "application")).toBe(0);
    await w.inTx((tx) => sql`UPDATE partner SET ended_at = NULL, ended_how = NULL WHERE id = ${partner}`.execute(tx));
  });

  it("its own part is written, and nothing beside", async () => {
    const reader = through(all.partners[0].editor);
    expect(await attempt(reader, setRaw(all.id, "partners.1.contribution", "x"))).toBe(1n);
    expect(await attempt(reader, setRaw(all.id, "recherche:partners.1.commune", "x"))).toBe(1n);
    for (const name of [
      "title",
      "partners.0.contribution",
      "partners.11.contribution",
      "partners.length",
      "costs.0.amount",
      "partners.1.partnerId",
    ])
      expect([name, await attempt(reader, setRaw(all.id, name, "7"))]).toEqual([name, "refused"]);
    for (const columns of ["state = 'submitted'", "title = 'x'", "raw = '{}'", "raw = raw - 'title'"])
      expect([
        columns,
        await attempt(reader, sql`UPDATE application SET ${sql.raw(columns)} WHERE id = ${all.id}`),
      ]).toEqual([columns, "refused"]);
    expect(await attempt(reader, setRaw(other, "title", "x"))).toBe(0n);
  });

  it("its own confirmation is given, and no place is taken or given", async () => {
    const reader = through(all.partners[0].owner);
    const set = (columns: string) => sql`UPDATE partner SET ${sql.raw(columns)} WHERE id = ${partner}`;
    expect(await attempt(reader, set("confirmed_at = now(), confirmed_hash = 'x'"))).toBe(1n);
    for (const columns of [
      "organisation_id = NULL, accepted_at = NULL",
      "expires_at = now()",
      "name = 'x'",
      `application_id = '${other}'`,
    ])
      expect([columns, await attempt(reader, set(columns))]).toEqual([columns, "refused"]);
    const add = sql`INSERT INTO partner (application_id, name, invited_at, expires_at) VALUES (${all.id}, 'x', now(), now())`;
    expect(await attempt(reader, add)).toBe("refused");
  });

  it("a lead invites and takes away, and never confirms or accepts for another", async () => {
    const lead: Reader = { person: all.lead.owner };
    const set = (columns: string) => sql`UPDATE partner SET ${sql.raw(columns)} WHERE id = ${partner}`;
    expect(await attempt(lead, set("reminded_at = now()"))).toBe(1n);
    for (const columns of [
      "confirmed_at = now(), confirmed_hash = 'x'",
      "declarations = '[\"x\"]'",
      "accepted_at = now()",
    ])
      expect([columns, await attempt(lead, set(columns))]).toEqual([columns, "refused"]);
    const born = (columns: string, values: string) =>
      sql`INSERT INTO partner (application_id, name, invited_at, expires_at, ${sql.raw(columns)})
        VALUES (${all.id}, 'x', now(), now(), ${sql.raw(values)})`;
    expect(await attempt(lead, born("email", "'a@b.example'"))).toBe(1n);
    expect(await attempt(lead, born("organisation_id, accepted_at", `'${all.partners[1].id}', now()`))).toBe("refused");
  });

  it("once filed, nothing of it is written any more", async () => {
    await w.inTx((tx) =>
      sql`UPDATE application SET state = 'submitted', submitted_at = now(), number = 'TR-X' WHERE id = ${all.id}`.execute(
        tx,
      ),
    );
    const reader = through(all.partners[0].owner);
    expect(await countOf(reader, "application")).toBe(1);
    expect(await attempt(reader, setRaw(all.id, "partners.1.contribution", "x"))).toBe(0n);
    expect(
      await attempt(reader, sql`UPDATE partner SET confirmed_at = now(), confirmed_hash = 'x' WHERE id = ${partner}`),
    ).toBe(0n);
    const owner = await w.browser(all.partners[0].owner);
    expect((await owner.post(urls.partnershipConfirmation.href({ partner }), key())).status).toBe(403);
  });
});

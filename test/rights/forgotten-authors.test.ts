import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { addMember } from "#src/people/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Populated, populate } from "./populated.ts";

/** What never changes, and the column that says who wrote it: a deleted account is forgotten there, and nowhere else. */
const AUTHORS = [
  ["revision", "made_by"],
  ["document", "issued_by"],
  ["commission_report", "made_by"],
  ["award", "recorded_by"],
] as const;

let w: TestWorld;
let p: Populated;
beforeAll(async () => {
  w = await openTestWorld();
  p = await populate(w);
  const { approver } = p.agents;
  // Letters are issued by jobs, without an author; one of an agent's own would be like this.
  await w.inTx((tx) =>
    sql`INSERT INTO document (application_id, kind, number, file_id, data, issued_at, issued_by)
      SELECT application_id, 'essai', 'ESSAI-' || gen_random_uuid(), file_id, '{}', now(), ${approver} FROM document LIMIT 1`.execute(
      tx,
    ),
  );
}, 120_000);
afterAll(() => w.close());

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(table: string): Promise<readonly Row[]> {
  const { rows } = await w.inTx((tx) => sql<Row>`SELECT * FROM ${sql.table(table)} t ORDER BY t::text`.execute(tx));
  return rows;
}

const authorsIn = async (table: string, column: string) => new Set((await rowsOf(table)).map((row) => row[column]));

/** All that is kept of what was written, authors apart. */
async function content(): Promise<string> {
  const kept = await Promise.all(
    AUTHORS.map(async ([table, column]) =>
      (await rowsOf(table)).map((row) => JSON.stringify({ ...row, [column]: null })).sort(),
    ),
  );
  return JSON.stringify(kept);
}

it.each(AUTHORS)("nobody takes the author of a %s away while the person is here", async (table, column) => {
  const taken = w.inTx(async (tx) => {
    await sql`ALTER TABLE ${sql.table(table)} DISABLE ROW LEVEL SECURITY`.execute(tx);
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = NULL WHERE ${sql.ref(column)} IS NOT NULL`.execute(
      tx,
    );
  });
  await expect(taken).rejects.toThrow(/append-only/);
});

it("who filed and who decided may delete their account: what they wrote stays, without them", async () => {
  const { owner } = p.secret;
  await w.inTx((tx) => addMember(tx, p.secret.id, p.secret.editor, "owner"));
  const authors = await authorsIn("revision", "made_by");
  expect(authors).toContain(owner);
  const agents = [p.agents.officer, p.agents.supervisor, p.agents.approver];
  for (const [table, column] of AUTHORS.slice(1))
    expect([...(await authorsIn(table, column))].some((one) => agents.includes(String(one)))).toBe(true);
  const before = await content();
  await w.inTx((tx) => tx.deleteFrom("agent_role").where("person_id", "in", agents).execute());
  for (const person of [owner, ...agents]) {
    const browser = await w.browser(person);
    expect((await browser.post(urls.accountDeletion.href())).location).toBe("/");
    await expect(visitorOf(w, person)).rejects.toThrow();
  }
  for (const [table, column] of AUTHORS) {
    const left = await authorsIn(table, column);
    for (const person of [owner, ...agents]) expect(left).not.toContain(person);
  }
  expect(await content()).toBe(before);
  expect((await verifyJournal(w.world.db)).faults).toEqual([]);
});

it("a row without an author is as fixed as the others", async () => {
  const forged = w.inTx((tx) => sql`UPDATE revision SET made_by = NULL, hash = 'x' WHERE made_by IS NULL`.execute(tx));
  await expect(forged).rejects.toThrow(/append-only/);
  const named = w.inTx((tx) => sql`UPDATE revision SET made_by = ${p.mine.owner} WHERE made_by IS NULL`.execute(tx));
  await expect(named).rejects.toThrow(/append-only/);
});

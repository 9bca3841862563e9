import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { inTransaction, openDatabase, type Reader } from "./database.ts";
import { plannedOnce } from "./planned-once.ts";

let test: TestWorld;
/** One connection: whoever reads comes after the others, on the plan that they left. */
let one: ReturnType<typeof openDatabase>;
const ids: string[] = [];
const people: string[] = [];
beforeAll(async () => {
  test = await openTestWorld();
  one = openDatabase(test.world.config.databaseUrl ?? "", 1);
  for (const [n, siren] of ["000000018", "000000026"].entries()) {
    const person = `member-${n}`;
    people.push(person);
    ids.push(
      await test.inTx(async (tx) => {
        const at = test.clock.now().toString();
        await tx
          .insertInto("person")
          .values({ id: person, name: `Membre ${n}`, email: `membre${n}@exemple.test` })
          .execute();
        const { id: organisation_id } = await tx
          .insertInto("organisation")
          .values({ kind: "training-body", siren, name: `Organisme fictif ${n}`, source: "declared" })
          .returning("id")
          .executeTakeFirstOrThrow();
        await tx.insertInto("membership").values({ organisation_id, person_id: person, role: "owner" }).execute();
        const { id } = await tx
          .insertInto("application")
          .values({
            scheme: "appui-conseil",
            framework: "2025-07-15",
            organisation_id,
            created_at: at,
            updated_at: at,
            raw_saved_at: at,
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        return id;
      }),
    );
  }
});
afterAll(async () => {
  await one.db.destroy();
  await test.close();
});

const read = (reader: Reader, id: string | undefined) =>
  inTransaction(one.db, reader, (tx) =>
    tx
      .selectFrom("application")
      .select(["id", "state"])
      .modifyFront(plannedOnce)
      .where("id", "=", id ?? "")
      .execute(),
  );

describe("statements planned once", () => {
  it("keep their plan on the connection, and only they do", async () => {
    for (let n = 0; n < 10; n += 1) await read("system", ids[n % 2]);
    await inTransaction(one.db, "system", (tx) => tx.selectFrom("person").select("id").execute());
    const { rows } = await sql<{ statement: string; kept: number }>`
      SELECT statement, generic_plans::int AS kept FROM pg_prepared_statements`.execute(one.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.statement).toMatch(/from "application" where "id" = \$1$/);
    expect(rows[0]?.kept).toBeGreaterThan(0);
  });

  it("show each reader their own rows, whoever had them planned", async () => {
    const readers: [Reader, boolean[]][] = [
      ["system", [true, true]],
      [{ person: people[0] ?? "" }, [true, false]],
      ["public", [false, false]],
      [{ person: people[1] ?? "" }, [false, true]],
      [{ person: "nobody" }, [false, false]],
    ];
    // More rounds than PostgreSQL makes plans of before it keeps one (five).
    for (let round = 0; round < 4; round += 1) {
      for (const [reader, sees] of readers) {
        for (const [n, seen] of sees.entries()) {
          expect(await read(reader, ids[n]), JSON.stringify({ round, reader, n })).toHaveLength(seen ? 1 : 0);
        }
      }
    }
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

/** Functions of the service's own, extensions left out. */
const OWN = `SELECT p.proname AS name FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;

const namesOf = async (condition: string) =>
  (await w.world.pool.query<{ name: string }>(`${OWN} AND ${condition} ORDER BY 1`)).rows.map(({ name }) => name);

it("plans once a connection what a function reads by key: one written anew says so again", async () => {
  const planned = "coalesce('plan_cache_mode=force_generic_plan' = ANY (p.proconfig), false)";
  expect(await namesOf(`l.lanname = 'plpgsql' AND NOT ${planned}`)).toEqual([
    // Counts a year.
    "persons_trained",
    // Read a setting and no table.
    "reader_is_system",
    "reader_partner",
    "reader_person",
    "reader_project",
  ]);
});

it("asks policies' questions in PL/pgSQL: SQL would be read anew at each of their places", async () => {
  expect(await namesOf("l.lanname = 'sql' AND p.provolatile = 's' AND p.proname ~ '^(reader|side|may)_'")).toEqual([]);
});

import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { isOutage } from "./outage.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

it.each([
  ["a full disk", "53100", true],
  ["no memory left", "53200", true],
  ["too many connections", "53300", true],
  ["a server that stops", "57P01", true],
  ["a server that starts", "57P03", true],
  ["a row that is there already", "23505", false],
  ["two acts that met", "40001", false],
  ["a statement that took too long", "57014", false],
])("what the server says of %s (%s)", async (_what, code, outage) => {
  const said = await failureOf(w.world.pool.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${code}'; END $$`));
  expect((said as { code?: string }).code).toBe(code);
  expect(isOutage(said)).toBe(outage);
});

it.each([
  ["nobody listens", { host: "127.0.0.1", port: 9 }],
  ["the socket's folder is gone", { host: "/nulle/part" }],
  ["the name is unknown", { host: "nulle-part.invalid" }],
])("%s at the address", async (_what, options) => {
  expect(isOutage(await failureOf(new pg.Client(options).connect()))).toBe(true);
});

it("a connection cut while it is used, and what is asked of it next", async () => {
  const client = new pg.Client({ connectionString: w.world.pool.options.connectionString });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const asked = failureOf(client.query("SELECT pg_sleep(20)"));
  await w.world.pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
  expect(isOutage(await asked)).toBe(true);
  expect(isOutage(await failureOf(client.query("SELECT 1")))).toBe(true);
});

it("a pool whose connections are all taken", async () => {
  const pool = new pg.Pool({ ...w.world.pool.options, min: 0, max: 1 });
  const held = await pool.connect();
  // Only who waits for the one that is taken is told so soon: to open it takes what the machine takes.
  pool.options.connectionTimeoutMillis = 50;
  expect(isOutage(await failureOf(pool.connect()))).toBe(true);
  held.release();
  await pool.end();
});

it("a mistake of ours is none", () => {
  expect(isOutage(new TypeError("x is not a function"))).toBe(false);
  expect(isOutage(Object.assign(new Error("no such file"), { code: "ENOENT", syscall: "open" }))).toBe(false);
  expect(isOutage("53100")).toBe(false);
});

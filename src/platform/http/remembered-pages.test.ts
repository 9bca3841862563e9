import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { rememberPages } from "./remembered-pages.ts";

let test: TestWorld;
let app: Hono;
let written = 0;
let during: () => Promise<unknown> = () => Promise.resolve();

beforeAll(async () => {
  test = await openTestWorld();
  app = new Hono();
  const remember = test.world.pages.remember((c) => ({
    reader: `${c.req.header("reader") ?? "p1"} `,
    subject: c.req.path.slice(1),
    edition: c.req.header("day") ?? "2026-03-10",
  }));
  app.get("/:subject", remember, async (c) => {
    written += 1;
    await during();
    return c.html(`page ${written}`, c.req.path === "/absent" ? 404 : 200);
  });
});
afterAll(() => test.close());
beforeEach(() => {
  test.world.pages.forgetReader("");
  during = () => Promise.resolve();
});

async function ask(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await app.request(path, { headers: { "accept-encoding": "gzip", ...headers } });
  const body = Buffer.from(await response.arrayBuffer());
  return response.headers.get("content-encoding") === "gzip" ? gunzipSync(body).toString() : body.toString();
}

/** The database's word takes a moment to come back. */
const heard = () => new Promise((done) => setTimeout(done, 100));
const announce = (subject: string) => test.world.pool.query("SELECT pg_notify('essaim_changes', $1)", [subject]);

it("writes a page once for each reader, address and day", async () => {
  const first = await ask("/a");
  expect(await ask("/a")).toBe(first);
  expect(await ask("/a", { reader: "p2" })).not.toBe(first);
  expect(await ask("/a", { day: "2026-03-11" })).not.toBe(first);
  expect(await ask("/a?vue=1")).not.toBe(first);
});

it("forgets a file's page, and the lists, when the database says that the file changed", async () => {
  const [a, b, list] = [await ask("/a"), await ask("/b"), await ask("/*")];
  await announce("a");
  await heard();
  expect(await ask("/a")).not.toBe(a);
  expect(await ask("/*")).not.toBe(list);
  expect(await ask("/b")).toBe(b);
  await announce("*");
  await heard();
  expect(await ask("/b")).not.toBe(b);
});

it("does not keep a page that was being written while what it shows changed", async () => {
  during = async () => {
    await announce("a");
    await heard();
  };
  const first = await ask("/a");
  expect(await ask("/a")).not.toBe(first);
});

it("keeps a page that was being written while another file changed, for another reader", async () => {
  during = async () => {
    await announce("b");
    await heard();
    test.world.pages.forgetReader("p2 ");
  };
  const first = await ask("/a");
  during = () => Promise.resolve();
  expect(await ask("/a")).toBe(first);
});

it("keeps neither refusals nor pages that set a cookie, and shows an act to its author at once", async () => {
  const absent = await ask("/absent");
  expect(await ask("/absent")).not.toBe(absent);
  const mine = await ask("/a");
  const others = await ask("/a", { reader: "p2" });
  test.world.pages.forgetReader("p1 ");
  expect(await ask("/a")).not.toBe(mine);
  expect(await ask("/a", { reader: "p2" })).toBe(others);
});

it("hears of a change at its commit, whoever made it", async () => {
  const list = await ask("/*");
  await test.inTx((tx) =>
    tx.insertInto("person").values({ id: "p9", name: "Camille Exemple", email: "camille@exemple.fr" }).execute(),
  );
  await heard();
  expect(await ask("/*")).not.toBe(list);
});

it("writes a page once for all who ask for it at the same moment", async () => {
  during = heard;
  const before = written;
  const pages = await Promise.all(Array.from({ length: 10 }, () => ask("/a")));
  expect(new Set(pages).size).toBe(1);
  expect(written).toBe(before + 1);
});

it("drops the oldest pages past its capacity, and no page of another memory", async () => {
  const kept = await ask("/kept");
  const small = rememberPages({ heard: true, subscribe: () => () => undefined, close: async () => undefined }, 100_000);
  let times = 0;
  const pages = new Hono().get(
    "/:subject",
    small.remember((c) => ({ reader: "", subject: c.req.path, edition: "" })),
    (c) => {
      times += 1;
      // Bytes that compression does not shorten: four of these pages are more than the capacity.
      return c.html(`${times} ${randomBytes(20_000).toString("latin1")}`);
    },
  );
  const number = async (path: string) => {
    const answer = await pages.request(path, { headers: { "accept-encoding": "gzip" } });
    return gunzipSync(Buffer.from(await answer.arrayBuffer()))
      .toString()
      .split(" ")[0];
  };
  for (let at = 1; at <= 6; at++) expect(await number(`/${at}`)).toBe(String(at));
  expect(await number("/6")).toBe("6");
  expect(await number("/1")).toBe("7");
  expect(await ask("/kept")).toBe(kept);
});

it("keeps for itself what is added to one answer", async () => {
  const outer = new Hono();
  let n = 0;
  outer.use(async (c, next) => {
    await next();
    n += 1;
    c.res.headers.append("set-cookie", `n=${n}`);
  });
  outer.route("/", app);
  // Over HTTP: the server's own Response keeps the Headers that it is given, where the platform's copies them.
  const server = createAdaptorServer({ fetch: outer.fetch });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const cookies = async () => (await fetch(`http://127.0.0.1:${port}/a`)).headers.getSetCookie();
  try {
    expect(await cookies()).toEqual(["n=1"]);
    expect(await cookies()).toEqual(["n=2"]);
    expect(await cookies()).toEqual(["n=3"]);
  } finally {
    await new Promise((done) => server.close(done));
  }
});

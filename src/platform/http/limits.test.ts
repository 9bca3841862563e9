import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, it } from "vitest";
import { limits } from "./limits.ts";

const app = new Hono()
  .use(limits())
  .post("/", async (c) => c.text(String((await c.req.text()).length)))
  .get("/", (c) => c.text(c.req.query("q") ?? ""));
const server = createAdaptorServer({ fetch: app.fetch });
let origin = "";

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));

const megabyte = "a".repeat(1024 * 1024);

it("lets the sender of too long a body hear of it each time, its length told or not", async () => {
  for (let times = 0; times < 5; times++) {
    expect((await fetch(origin, { method: "POST", body: megabyte.repeat(12) })).status).toBe(413);
    const chunks = new ReadableStream({
      start(to) {
        for (let sent = 0; sent < 12; sent++) to.enqueue(new TextEncoder().encode(megabyte));
        to.close();
      },
    });
    const told = await fetch(origin, { method: "POST", body: chunks, duplex: "half" } as RequestInit);
    expect(told.status).toBe(413);
  }
});

it("takes what is under the limit", async () => {
  const answer = await fetch(origin, { method: "POST", body: megabyte });
  expect(await answer.text()).toBe(String(megabyte.length));
});

it("asks again without the NUL that a paste brings, on the same page", async () => {
  const first = await fetch(`${origin}?q=a%00b`, { redirect: "manual" });
  expect([first.status, first.headers.get("location")]).toEqual([302, "?q=ab"]);
  expect(await (await fetch(`${origin}?q=a%%0000b`)).text()).toBe("ab");
  expect((await fetch(`${origin}?q=a%00b`, { method: "POST", body: "" })).status).toBe(404);
  expect((await fetch(`${origin}a%00b`)).status).toBe(404);
});

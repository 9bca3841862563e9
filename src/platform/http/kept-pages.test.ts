import { brotliDecompressSync } from "node:zlib";
import { Hono } from "hono";
import { beforeEach, expect, test } from "vitest";
import { keepPages } from "./kept-pages.ts";

let made = 0;
let edition = "monday";
let app: Hono;

beforeEach(() => {
  made = 0;
  edition = "monday";
  app = new Hono();
  const keep = keepPages({ same: (c) => c.req.header("cookie") === undefined, edition: () => edition });
  app.get("/page", keep, (c) => c.html(`made ${++made}`, 200, { "cache-control": "public, max-age=60" }));
  app.get("/private", keep, (c) => c.html(`made ${++made}`, 200, { "cache-control": "private" }));
  app.get("/gone", keep, (c) => c.html(`made ${++made}`, 404, { "cache-control": "public" }));
});

async function ask(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await app.request(path, { headers })).text();
}

test("a page is made once a day", async () => {
  expect([await ask("/page"), await ask("/page")]).toEqual(["made 1", "made 1"]);
  edition = "tuesday";
  expect(await ask("/page")).toBe("made 2");
});

test("who is known, and whoever asks something of the page, has it made for them", async () => {
  await ask("/page");
  expect(await ask("/page", { cookie: "session=1" })).toBe("made 2");
  expect(await ask("/page?q=1")).toBe("made 3");
  expect(await ask("/page")).toBe("made 1");
});

test("only public answers that went well are kept", async () => {
  expect([await ask("/private"), await ask("/private")]).toEqual(["made 1", "made 2"]);
  expect([await ask("/gone"), await ask("/gone")]).toEqual(["made 3", "made 4"]);
});

test("it travels compressed, or not at all", async () => {
  await ask("/page");
  const pressed = await app.request("/page", { headers: { "accept-encoding": "gzip, br" } });
  expect(brotliDecompressSync(Buffer.from(await pressed.arrayBuffer())).toString()).toBe("made 1");
  const etag = pressed.headers.get("etag") ?? "";
  const known = await app.request("/page", { headers: { "if-none-match": etag } });
  expect([known.status, await known.text()]).toEqual([304, ""]);
});

import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { compressed } from "./compressed.ts";

const long = "Des mots répétés, une apostrophe ’ et 17 500 €. ".repeat(20_000);
const app = new Hono<{ Variables: { html?: string } }>();
app.use(compressed());
app.get("/court", (c) => c.html("Bref."));
app.get("/page", (c) => {
  const html = long.slice(0, 40_000);
  c.set("html", html);
  return c.html(html);
});
app.get("/longue", (c) => c.html(long));
const odd = `Un pictogramme 🐝, et la moitié d’un autre seule : \ud83d. ${long.slice(0, 2_000)}`;
app.get("/bizarre", (c) => {
  c.set("html", odd);
  return c.html(odd);
});
app.get("/fichier", (c) => c.body(long, 200, { "content-type": "text/csv", "content-disposition": "attachment" }));
app.get("/image", (c) => c.body(long, 200, { "content-type": "image/png" }));

const ask = (path: string, encodings?: string, method = "GET") =>
  app.request(path, { method, headers: encodings === undefined ? {} : { "accept-encoding": encodings } });

it.each([
  ["gzip, deflate, br, zstd", "zstd"],
  ["gzip, deflate", "gzip"],
  ["ZSTD;q=0.4, gzip", "zstd"],
  ["zstd;q=0, gzip;q=0.1", "gzip"],
  ["gzip;q=0", null],
  ["br", null],
  [undefined, null],
])("to who accepts %s, answers %s", async (accepted, encoding) => {
  const answer = await ask("/page", accepted);
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  const body = Buffer.from(await answer.arrayBuffer());
  const text = encoding === "zstd" ? zstdDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
  expect(text.toString()).toBe(long.slice(0, 40_000));
});

it("gives a page back whole, however long, in either encoding", async () => {
  const zstd = Buffer.from(await (await ask("/longue", "zstd")).arrayBuffer());
  const gzip = Buffer.from(await (await ask("/longue", "gzip")).arrayBuffer());
  expect(zstdDecompressSync(zstd).toString()).toBe(long);
  expect(gunzipSync(gzip).toString()).toBe(long);
});

it("writes what is beyond the common characters, and marks half a character as no character", async () => {
  const body = Buffer.from(await (await ask("/bizarre", "zstd")).arrayBuffer());
  expect(zstdDecompressSync(body).toString()).toBe(odd.replace("\ud83d.", "\ufffd."));
});

it.each(["/court", "/fichier", "/image"])("leaves %s as it is", async (path) => {
  const answer = await ask(path, "gzip, zstd");
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect((await answer.text()).length).toBeGreaterThan(0);
});

it("says that answers vary by encoding", async () => {
  expect((await ask("/page", "gzip")).headers.get("vary")).toContain("accept-encoding");
  expect((await ask("/page", "gzip", "HEAD")).headers.get("content-encoding")).toBeNull();
});

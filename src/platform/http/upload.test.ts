import { Hono } from "hono";
import { expect, it } from "vitest";
import { streamFile } from "./upload.ts";

const app = new Hono().post("/", async (c) => {
  const fields = new Map<string, string>();
  const file = await streamFile(c, ({ bytes, name }) => bytes.toArray().then(() => name), fields);
  return c.json({ file, message: fields.get("message") ?? null });
});

async function send(message: string): Promise<Response> {
  const body = new FormData();
  body.append("message", message);
  body.append("fichier", new File(["un devis"], "devis.txt"));
  return app.request("/", { method: "POST", body });
}

it("keeps whole what is written beside a file, and refuses what it cannot keep whole", async () => {
  const long = "é😀".repeat(10_000);
  expect(await (await send(long)).json()).toEqual({ file: "devis.txt", message: long });
  expect((await send("é".repeat(2 * 1024 * 1024))).status).toBe(413);
});

import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import { diskFileStore, TooLarge } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "essaim-files-"));
const store = diskFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const partials = () => readdirSync(join(folder, "partial"));

it("keeps bytes, their size and their hash", async () => {
  const bytes = randomBytes(300_000);
  const stored = await store.write(Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]), 1_000_000);
  expect(stored.size).toBe(bytes.length);
  expect(stored.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(Buffer.from(stored.head)).toEqual(bytes.subarray(0, 4100));
  expect(await buffer(store.read(stored.id))).toEqual(bytes);
  expect(partials()).toEqual([]);
});

it("takes exactly the limit and refuses one byte more", async () => {
  await expect(store.write(Readable.from([randomBytes(1000)]), 1000)).resolves.toMatchObject({ size: 1000 });
  await expect(store.write(Readable.from([randomBytes(1001)]), 1000)).rejects.toBeInstanceOf(TooLarge);
  expect(partials()).toEqual([]);
});

it("keeps nothing of a stream that is cut", async () => {
  async function* cut() {
    yield randomBytes(5000);
    throw new Error("connection lost");
  }
  await expect(store.write(Readable.from(cut()), 1_000_000)).rejects.toThrow("connection lost");
  expect(partials()).toEqual([]);
});

it("reads by its own ids only", () => {
  expect(() => store.read("../../etc/passwd")).toThrow(/not a file id/);
});

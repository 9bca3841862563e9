import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { allJobs } from "#src/worker.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { sweepFiles } from "./sweep.ts";

let the: TestWorld;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

/** Bytes in the store, as old as said; with a row when a scan state is given. */
async function keep(hours: number, scan?: "clean" | "infected"): Promise<string> {
  const { id, size, sha256 } = await the.world.files.write(Readable.from([Buffer.from("pièce")]), 100);
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(join(the.world.config.dataDir, "files", id.slice(-2), id), then, then);
  if (scan !== undefined) {
    await the.inTx((tx) =>
      tx
        .insertInto("file")
        .values({
          id,
          name: "pièce.pdf",
          media_type: "application/pdf",
          size,
          sha256,
          scan,
          stored_at: the.clock.now(),
        })
        .execute(),
    );
  }
  return id;
}

const isThere = (id: string) =>
  the.world.files
    .read(id)
    .toArray()
    .then(
      () => true,
      () => false,
    );

const trashed = (id: string) => join(the.world.config.dataDir, "files", "trash", id);
const days = (count: number) => Date.now() / 1000 - count * 86_400;

it("puts in the trash bytes older than a day that no row speaks of, and nothing else", async () => {
  const [lost, young] = [await keep(25), await keep(23)];
  const [known, infected] = [await keep(25, "clean"), await keep(25, "infected")];
  await allJobs(the.world)["sweep-files"]?.({});
  expect(await Promise.all([lost, young, known, infected].map(isThere))).toEqual([false, true, true, false]);
  expect([lost, infected].map((id) => existsSync(trashed(id)))).toEqual([true, false]);
  expect(readFileSync(trashed(lost), "utf8")).toBe("pièce");
  expect(await sweepFiles(the.world)).toBe(0);
});

it("empties the trash of what has lain there for 30 days", async () => {
  // Old bytes that were put there today are young there.
  const [today, before, long] = [await keep(24 * 365), await keep(25), await keep(25)];
  expect(await sweepFiles(the.world)).toBe(3);
  utimesSync(trashed(before), days(29), days(29));
  utimesSync(trashed(long), days(31), days(31));
  expect(await sweepFiles(the.world)).toBe(0);
  expect([today, before, long].map((id) => existsSync(trashed(id)))).toEqual([true, true, false]);
});

it("touches nothing, and says so, where many are unknown: 21 beside 100 that are known", async () => {
  const waiting = await keep(25);
  await sweepFiles(the.world);
  utimesSync(trashed(waiting), days(31), days(31));
  for (let times = 0; times < 100; times++) await keep(48, "clean");
  const others: string[] = [];
  for (let times = 0; times < 21; times++) others.push(await keep(48));
  const said = vi.spyOn(the.world.log, "error");
  expect(await sweepFiles(the.world)).toBe(0);
  expect((await Promise.all(others.map(isThere))).every(Boolean)).toBe(true);
  expect(existsSync(trashed(waiting))).toBe(true);
  expect(said.mock.calls).toEqual([
    [expect.objectContaining({ unknown: 21 }), expect.stringContaining("nothing is swept")],
  ]);
  const [one, ...twenty] = others;
  await the.world.files.remove(one ?? "");
  expect(await sweepFiles(the.world)).toBe(20);
  expect(twenty.every((id) => existsSync(trashed(id)))).toBe(true);
});

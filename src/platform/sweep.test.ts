import { utimesSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
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

it("lets go of bytes older than a day that no row speaks of, and of nothing else", async () => {
  const [lost, young] = [await keep(25), await keep(23)];
  const [known, infected] = [await keep(25, "clean"), await keep(25, "infected")];
  await allJobs(the.world)["sweep-files"]?.({});
  expect(await Promise.all([lost, young, known, infected].map(isThere))).toEqual([false, true, true, false]);
  expect(await sweepFiles(the.world)).toBe(0);
});

it("touches nothing where most of the store belongs to another database", async () => {
  const others = await Promise.all(Array.from({ length: 21 }, () => keep(48)));
  expect(await sweepFiles(the.world)).toBe(0);
  expect((await Promise.all(others.map(isThere))).every(Boolean)).toBe(true);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let the: TestWorld;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

test("the service answers over a database of the test's own", async () => {
  const browser = await the.browser();
  expect((await browser.get("/healthz")).status).toBe(200);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#src/app.ts";
import type { RememberedPages } from "#src/platform/http/remembered-pages.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let the: TestWorld;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

/** A memory that keeps nothing and tells what it was given to keep. */
function watching(): { readonly pages: RememberedPages; readonly given: string[] } {
  const given: string[] = [];
  const remember: RememberedPages["remember"] = (key) => async (c, next) => {
    if (key(c) !== null) given.push(c.req.url);
    await next();
  };
  return { given, pages: { remember, forgetReader: () => undefined } };
}

test("results asked by strangers, one a query, never enter the memory of those who are signed in", async () => {
  const [members, strangers] = [watching(), watching()];
  const app = createApp({ ...the.world, pages: members.pages, strangersPages: strangers.pages });
  const result = urls.simulatorResult.href({ scheme: "appui-conseil" });
  for (let times = 0; times < 3; times++) {
    const answer = await app.request(`${result}?x=${times}`);
    expect(answer.status).toBe(200);
  }
  expect(strangers.given).toHaveLength(3);
  expect(members.given).toEqual([]);
});

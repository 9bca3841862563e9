import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPerson } from "#src/people/index.ts";
import { formatDay } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());

const result = `${urls.simulatorResult.href({ scheme: "appui-conseil" })}?route=individual&structures.0.commune=14118`;

async function ask(address: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await world.app.request(address, { headers: { "accept-encoding": "gzip", ...headers } });
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  return gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
}

it("gives strangers the same result for the same answers and day, and each signed-in person their own page", async () => {
  const person = await world.inTx((tx) => createPerson(tx, { name: "Alix Fictive", email: "alix@formation.example" }));
  const cookie = await world.signIn(person);
  const first = await ask(result);
  expect(first).toContain(formatDay("2026-03-10"));
  expect(await ask(result)).toBe(first);
  expect(await ask(result, { cookie })).toContain("Alix Fictive");
  expect(await ask(result)).not.toContain("Alix Fictive");
  expect(await ask(`${result}&structures.0.headcount=3`)).not.toBe(first);

  world.clock.set("2026-03-11T09:00:00Z");
  expect(await ask(result)).toContain(formatDay("2026-03-11"));
});

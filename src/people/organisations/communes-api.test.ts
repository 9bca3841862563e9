import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineInstant } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

const ask = (path: string, init: RequestInit = {}) => w.app.request(w.world.origin + path, init);

describe("the API of communes", () => {
  it("answers any site, and says so before it is asked", async () => {
    const origin = "https://ailleurs.example";
    const answer = await ask(urls.communes.href({}, { q: "caen" }), { headers: { origin } });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    const asked = { origin, "access-control-request-method": "GET" };
    const before = await ask(urls.communes.href(), { method: "OPTIONS", headers: asked });
    expect([before.status, before.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
  });

  it.each(["", "?q=", "?q=%20", "?Q=caen"])("asks what is looked for: %s", async (query) => {
    const answer = await ask(urls.communes.href() + query);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.text()).toContain("Donnez par q");
  });
});

it("no address answers TRACE, which would repeat cookies", async () => {
  // Fetch refuses to send it, raw clients do not: the app is handed the request as such a client would.
  for (const path of ["/", urls.communes.href(), urls.queue.href(), "/healthz"]) {
    const request = new Proxy(new Request(w.world.origin + path), {
      get: (target, name) => (name === "method" ? "TRACE" : Reflect.get(target, name)),
    });
    const answer = await w.app.fetch(request);
    expect([path, answer.status, answer.headers.get("allow")]).toEqual([path, 405, "GET, HEAD, POST, OPTIONS"]);
  }
});

it.each([
  ["2026-03-10T09:00:00.123456Z", "2026-03-10T09:00:00.123Z"],
  ["2026-03-10T09:00:00.12Z", "2026-03-10T09:00:00.12Z"],
  ["2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z"],
])("an instant in a page has three digits of a second at most: %s", (at, shown) => {
  expect(machineInstant(at)).toBe(shown);
});

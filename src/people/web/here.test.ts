import { afterEach, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld | null = null;
afterEach(() => w?.close());

/** Asks through a proxy of this machine that speaks for a browser elsewhere. */
async function fromElsewhere(settings: Readonly<Record<string, string>>, path: string, client = "203.0.113.9") {
  w = await openTestWorld({ settings });
  const response = await w.app.request(w.world.origin + path, { headers: { "x-forwarded-for": client } });
  return { status: response.status, body: await response.text() };
}

describe("a demonstration", () => {
  it.each(["/", "/demonstration", "/courriels"])("does not open %s to other machines", async (path) => {
    const { status, body } = await fromElsewhere({}, path);
    expect(status).toBe(403);
    expect(body).toContain("ESSAIM_DEMO=publique");
    expect(body).not.toContain("/instruction");
  });

  it("opens to its own machine, and to all where that is asked for by name", async () => {
    expect((await fromElsewhere({}, "/courriels", "::1")).status).toBe(200);
    await w?.close();
    expect((await fromElsewhere({ ESSAIM_DEMO: "publique" }, "/courriels")).status).toBe(200);
  });

  it("is not what a service without demonstration is: that one answers everyone", async () => {
    expect((await fromElsewhere({ ESSAIM_DEMO: "non" }, "/")).status).toBe(200);
  });
});

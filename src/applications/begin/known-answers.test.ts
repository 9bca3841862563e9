import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

let w: TestWorld;
let own: TestOrganisation;
beforeAll(async () => {
  w = await openTestWorld();
  own = await makeOrganisation(w, 0);
  await w.world.pool.query("UPDATE organisation SET headcount = 12 WHERE id = $1", [own.id]);
});
afterAll(() => w.close());

const simulator = urls.simulator.href({ scheme: "appui-conseil" });

it("begins the simulator of a member with what the service knows, and says whose it is", async () => {
  const browser = await w.browser(own.owner);
  const begun = await browser.get(simulator);
  expect(begun.status).toBe(303);
  const answers = new URL(begun.location ?? "", "http://x").searchParams;
  expect(answers.get("structures.0.headcount")).toBe("12");
  expect(answers.get("structures.0.commune")).toMatch(/^\d{5}$/);
  const page = await browser.get(begun.location ?? "");
  expect(page.body).toContain("Ce que le service connaît de");
  // What is asked next is not taken back to what was known.
  expect((await browser.get(`${simulator}?structures.0.headcount=5`)).status).toBe(200);
});

it("begins so under what people set of the scheme too", async () => {
  await w.inTx((tx) =>
    sql`INSERT INTO setting_version (key, subject, value, effective_on, alone, proposed_at, confirmed_at)
      VALUES ('opening', '2025-07-15/appui-conseil', '{"open":true,"note":""}', '2025-07-15', true, now(), now())`.execute(
      tx,
    ),
  );
  await w.world.settings.reload();
  expect((await (await w.browser(own.owner)).get(simulator)).status).toBe(303);
});

it("begins with nothing for a stranger, and for who has no organisation", async () => {
  expect((await (await w.browser()).get(simulator)).status).toBe(200);
  const { rows } = await w.world.pool.query<{ id: string }>(
    "INSERT INTO person (id, name, email, email_verified) VALUES ('p-seul', 'Seul', 'seul@exemple.fr', true) RETURNING id",
  );
  expect((await (await w.browser(rows[0]?.id ?? "")).get(simulator)).status).toBe(200);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { announceEvent, linkOf, makeRunner, registerStranger, standAt, tick } from "./agenda.fixture.ts";

let w: TestWorld;
beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());

it("who never confirmed is forgotten after a week, who came a year later; how many came stays", async () => {
  const { slug } = await announceEvent(await w.browser(await makeRunner(w, "organiser")));
  await registerStranger(w, slug, "venue");
  await (await w.browser()).post(urls.agendaRegistration.href({ slug }), {
    nom: "Oubli",
    courriel: "oubli@formation.example",
  });
  const link = await linkOf(w, "oubli@formation.example");
  standAt(w, "2026-03-18T09:00:00Z");
  await tick(w);
  const names = () => w.inTx((tx) => tx.selectFrom("registration").select(["name", "email"]).execute());
  expect(await names()).toMatchObject([{ name: "venue" }]);
  expect((await (await w.browser()).get(link)).status).toBe(404);
  standAt(w, "2027-04-07T09:00:00Z");
  await tick(w);
  expect(await names()).toMatchObject([{ name: "venue" }]);
  standAt(w, "2027-04-10T09:00:00Z");
  await tick(w);
  const [left] = await names();
  expect(left?.name).toBe("");
  expect(left?.email).not.toContain("@");
});

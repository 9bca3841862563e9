import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeOrganisation } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  addStand,
  announceEvent,
  linkOf,
  makeRunner,
  openSession,
  registerStranger,
  standAt,
  tick,
} from "./agenda.fixture.ts";

let w: TestWorld;
let host: string;
beforeAll(async () => {
  w = await openTestWorld();
  host = await makeRunner(w, "organiser");
});
afterAll(() => w.close());

it("who never confirmed is forgotten after a week, who came a year later; how many came stays", async () => {
  const { slug } = await announceEvent(await w.browser(host));
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

it("time takes who runs, who had an idea, who told a need and what a person cost, each on its day", async () => {
  standAt(w, "2026-03-10T09:00:00Z");
  const { id, slug } = await announceEvent(await w.browser(host), { titre: "Une autre rencontre" });
  await addStand(await w.browser(host), id, "keeper");
  await openSession(await w.browser(await makeRunner(w, "operator")));
  await registerStranger(w, slug, "formee");
  const network = await makeOrganisation(w, 0);
  await w.inTx(async (tx) => {
    const at = "2026-04-08T12:00:00Z";
    await sql`INSERT INTO idea (occasion_id, kind, title, person_id, author, at)
      VALUES (${id}, 'idea', 'Une idée', ${host}, 'Hôte', ${at})`.execute(tx);
    const { id: organisation } = network;
    await sql`INSERT INTO training_need (year, organisation_id, title, told_by, told_at)
      VALUES (2026, ${organisation}, 'Un besoin', ${host}, ${at})`.execute(tx);
    await sql`WITH r AS (INSERT INTO cost_request (number, year, organisation_id, rule, filed_at, decided_at)
        VALUES ('RC-1', 2026, ${organisation}, '{}', ${at}, ${at}) RETURNING id)
      INSERT INTO cost_line (request_id, registration_id, wages, travel, replacement, paid_by_others, computed)
      SELECT r.id, g.id, 100, 0, 0, 0, 50 FROM r, registration g WHERE g.name = 'formee'`.execute(tx);
  });
  const left = async (day: string) => {
    standAt(w, `${day}T09:00:00Z`);
    await tick(w);
    const { rows } = await w.inTx((tx) =>
      sql<object>`SELECT (SELECT count(*)::int FROM crew) AS crew, (SELECT author FROM idea) AS author,
        (SELECT told_by IS NOT NULL FROM training_need) AS told, (SELECT count(*)::int FROM cost_line) AS costs`.execute(
        tx,
      ),
    );
    return rows[0];
  };
  const all = { crew: 1, author: "Hôte", told: true, costs: 1 };
  expect(await left("2027-04-07")).toEqual(all);
  expect(await left("2027-04-10")).toEqual({ ...all, crew: 0 });
  expect(await left("2029-04-10")).toMatchObject({ author: "", told: true });
  expect(await left("2031-04-10")).toMatchObject({ told: false, costs: 1 });
  expect(await left("2036-04-10")).toMatchObject({ costs: 0 });
});

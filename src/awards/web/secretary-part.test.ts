import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { leadTo } from "#src/demo/reviewed.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let w: TestWorld;
let agents: TestAgents;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const stage = await troupeOf(w, agents);
  for (const [index, until] of (["validated-favourable", "validated-unfavourable", "rejected"] as const).entries()) {
    const { id, organisation } = await fileRequest(w, index);
    await leadTo(stage, { id, applicant: await visitorOf(w, organisation.owner), n: index + 1 }, until);
  }
}, 90_000);
afterAll(() => w.close());

it("shows the secretary what awaits the vote and the notification, each leading to as many files", async () => {
  const secretary = await w.browser(agents.approver);
  const { body } = await secretary.get(urls.today.href());
  expect(body.replace(/\s/g, " ")).toContain("2 dossiers attendent le vote");
  expect(body.replace(/\s/g, " ")).toContain("1 décision votée attend sa notification");
  const lists = [...body.matchAll(/href="([^"]*)">Voir la liste/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  const rows = async (href: string) => new Set((await secretary.get(href)).body.match(/[A-Z]+-2026-\d{5}/g)).size;
  expect(await Promise.all(lists.map(rows))).toEqual([2, 1]);
});

it("shows them to nobody else", async () => {
  expect((await (await w.browser(agents.officer)).get(urls.today.href())).body).not.toContain("attendent le vote");
});

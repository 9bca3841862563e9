import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, type TestAgents, troupeOf } from "../../reviewing.fixture.ts";
import { spanFigures } from "./spans.ts";

let w: TestWorld;
let agents: TestAgents;
const states = [null, "complete", "under-review", "refused", "notified"] as const;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const stage = await troupeOf(w, agents, { days: 300 });
  for (const [n, state] of states.entries()) {
    w.clock.set(`2026-0${n + 1}-10T09:00:00Z`);
    const { id, organisation } = await fileRequest(w, n);
    const applicant = await visitorOf(w, organisation.owner);
    if (state !== null) await leadTo(stage, { id, applicant, n }, state satisfies LaterState);
  }
  w.clock.set("2026-11-30T09:00:00Z");
}, 120_000);
afterAll(() => w.close());

it("each number leads to a list of as many files", async () => {
  const browser = await w.browser(agents.auditor);
  const { status, body } = await browser.get(urls.serviceFigures.href());
  expect(status).toBe(200);
  const links = [...body.matchAll(/<a href="(\/instruction\?[^"]+)">([\d\s]+)/g)].map(
    ([, href = "", files = ""]) => [href.replaceAll("&amp;", "&"), Number(files.replace(/\s/g, ""))] as const,
  );
  // By state, age and lateness; by span; why late; by agent; votes and grounds of refusal.
  for (const facet of ["etat=", "age=", "delai=", "etape=", "agent=", "vote=", "motif="]) {
    expect(
      links.some(([href]) => href.includes(facet)),
      facet,
    ).toBe(true);
  }
  for (const [href, files] of links) {
    const list = await browser.get(href);
    expect([href, list.body.match(/name="dossier"/g)?.length ?? 0]).toEqual([href, files]);
    expect(list.body, href).not.toContain("Ce critère est ignoré");
  }
});

it("tells the median days between two steps, from the journal alone", async () => {
  const days = async () => (await w.inTx((tx) => spanFigures(tx, [2026]))).find(({ key }) => key === "decision");
  const { rows } = await w.inTx((tx) =>
    sql<{ days: number }>`
      SELECT extract(epoch FROM v.at - s.at)::float8 / 86400 AS days FROM journal v JOIN journal s ON s.chain = v.chain
      WHERE s.act = 'application-submitted' AND v.act IN ('aid-awarded', 'aid-rejected') ORDER BY 1`.execute(tx),
  );
  const sorted = rows.map((row) => row.days);
  const middle = (at: number) => sorted[at] ?? Number.NaN;
  const half = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? middle(Math.floor(half)) : (middle(half - 1) + middle(half)) / 2;
  expect(sorted.length).toBeGreaterThan(1);
  expect(await days()).toMatchObject({ files: sorted.length, days: expect.closeTo(median, 6) });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { today } from "#src/platform/clock.ts";
import { queryString, urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { fileRequest, makeAgents, type TestAgents } from "../reviewing.fixture.ts";
import { everyApplication, readFilter } from "./filters/filter.ts";
import { ownFacets } from "./filters/own-facets.ts";
import { listQuery, neighbours, readList } from "./list.ts";
import { queuePage } from "./queue-store.ts";

let w: TestWorld;
let agents: TestAgents;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  for (let n = 0; n < 4; n++) await fileRequest(w, n);
}, 60_000);
afterAll(() => w.close());

const filterOf = (query: string) => readFilter(new URLSearchParams(query), everyApplication, ownFacets);

it.each(["vue=tous", "vue=tous&tri=montant&sens=asc", "vue=tous&tri=organisme", "vue=a-instruire&tri=delai"])(
  "the files beside one are those before and after it in the list: %s",
  async (query) => {
    const list = { filter: filterOf(query), facets: ownFacets, me: agents.officer, today: today(w.clock) };
    const { rows } = await w.inTx((tx) => queuePage(tx, list));
    expect(rows).toHaveLength(4);
    for (const [at, { id }] of rows.entries()) {
      const beside = await w.inTx((tx) => neighbours(tx, list, id), { person: agents.officer });
      expect(beside?.previous?.id, query).toBe(rows[at - 1]?.id);
      expect(beside?.next?.id, query).toBe(rows[at + 1]?.id);
    }
  },
);

it("comes back the same from the address of a file, and keeps nothing that the queue does not write", () => {
  const filter = filterOf("vue=tous&lieu=14&lieu=61&delai=retard&q=été&tri=montant");
  const address = new URLSearchParams(queryString(listQuery(filter)));
  expect(readList(address, everyApplication, ownFacets)).toEqual(filter);
  expect(readList(new URLSearchParams({ liste: "https://ailleurs.example" }), everyApplication, ownFacets)).toEqual(
    filterOf("x="),
  );
  expect(readList(new URLSearchParams(), everyApplication, ownFacets)).toBeNull();
});

it("leads from a file to the next by a plain link, back to the list past the last, and nowhere from what is not there", async () => {
  const officer = await w.browser(agents.officer);
  const list = listQuery(filterOf("vue=tous&tri=organisme"));
  const { rows } = await w.inTx((tx) =>
    queuePage(tx, { filter: filterOf("vue=tous&tri=organisme"), facets: ownFacets, me: "", today: today(w.clock) }),
  );
  const [first, second] = rows;
  const next = await officer.get(urls.reviewNext.href({ id: first?.id ?? "" }, list));
  expect(next.location).toBe(urls.review.href({ id: second?.id ?? "" }, list));
  const before = await officer.get(urls.reviewPrevious.href({ id: first?.id ?? "" }, list));
  expect(before.location).toBe(urls.queue.href({}, { vue: "tous", tri: "organisme" }));
  const absent = urls.reviewNext.href({ id: "00000000-0000-7000-8000-000000000000" }, list);
  expect((await officer.get(absent)).status).toBe(404);
});

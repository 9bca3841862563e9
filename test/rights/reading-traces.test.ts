import { afterAll, beforeAll, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Populated, pathOf, populate, routesOf } from "./populated.ts";

/** The register of readings: an agent who opens a paper or a signed copy leaves a trace, by whatever address. */
let w: TestWorld;
let p: Populated;
beforeAll(async () => {
  w = await openTestWorld();
  p = await populate(w);
}, 120_000);
afterAll(() => w.close());

const traces = async (person: string) =>
  (
    await w.inTx((tx) =>
      tx
        .selectFrom("journal")
        .select("id")
        .where("act", "=", "attachment-read")
        .where("actor", "=", person)
        .where("chain", "=", `application:${p.applications.signed}`)
        .execute(),
    )
  ).length;

/** The addresses that send bytes which an applicant stored. */
const papers = [
  urls.applicationAttachment,
  urls.reviewAttachment,
  urls.applicationSignedAgreement,
  urls.reviewSignature,
].map(({ pattern }) => pattern as string);

it.each(papers)("%s tells that an agent read, and no member", async (pattern) => {
  const path = pathOf(pattern, { ...p.theirs, id: p.applications.signed });
  for (const role of ["officer", "auditor"] as const) {
    const person = p.agents[role];
    const before = await traces(person);
    const agent = await w.browser(person);
    expect((await agent.get(path)).status).toBe(200);
    expect(await traces(person)).toBe(before + 1);
  }
  const owner = await w.browser(p.secret.owner);
  await owner.get(path);
  expect(await traces(p.secret.owner)).toBe(0);
});

it("no other route of a file sends an agent bytes that somebody stored", async () => {
  const officer = await w.browser(p.agents.officer);
  const stored = new Set(
    (
      await w.inTx((tx) => tx.selectFrom("attachment").innerJoin("file", "file.id", "file_id").select("name").execute())
    ).map(({ name }) => encodeURIComponent(name)),
  );
  for (const { method, path } of routesOf(w)) {
    if (method !== "GET" || !path.includes(":id") || papers.includes(path)) continue;
    const { headers } = await officer.get(pathOf(path, { ...p.theirs, id: p.applications.signed }));
    const sent = /filename\*=UTF-8''(.+)$/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "";
    expect([path, stored.has(sent)]).toEqual([path, false]);
  }
});

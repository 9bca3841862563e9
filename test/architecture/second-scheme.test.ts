import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScheme } from "#policy/engine/grants/open.ts";
import { toyScheme } from "#policy/engine/grants/toy.fixture.ts";
import { frameworkByVersion, type Raw, type Scheme } from "#policy/index.ts";
import { makeOrganisation, type TestOrganisation, visitorOf } from "#src/applications/applying.fixture.ts";
import { submitApplication } from "#src/applications/index.ts";
import { demoApplication } from "#src/demo/file.fixture.ts";
import { type DemoTroupe, leadTo } from "#src/demo/reviewed.ts";
import { createDraft, findApplication } from "#src/life/index.ts";
import { makeAgents, runJobs, troupeOf } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

/** A scheme that nothing outside its declaration knows: partners, two headings, two funders, its rate given by its terms. */
const toy = openScheme({
  ...toyScheme,
  opening: "always",
  course: { road: "opinion", opinions: [] },
  terms: { ...toyScheme.terms, voted: { ...toyScheme.terms.voted, rate: 0.2 } },
});
const schemes = frameworkByVersion("2025-07-15")?.schemes as Scheme[];

let w: TestWorld;
let stage: DemoTroupe;
let organisation: TestOrganisation;

beforeAll(async () => {
  schemes.push(toy);
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 1);
  const agents = await makeAgents(w);
  stage = await troupeOf(w, agents);
});
afterAll(async () => {
  schemes.splice(schemes.indexOf(toy), 1);
  await w.close();
});

const raw = (siret: string): Raw => ({
  title: "Un projet d’essai",
  endsOn: "31/03/2027",
  "partners.length": "1",
  "partners.0.siret": siret,
  "partners.0.name": "Atelier (fictif)",
  "partners.0.commune": "14118",
  "partners.0.isOpen": "oui",
  "costs.length": "2",
  "costs.0.heading": "people",
  "costs.0.amount": "10 000",
  "costs.0.timeShare": "50",
  "costs.1.heading": "goods",
  "costs.1.amount": "5 000",
});

async function file(): Promise<string> {
  const { owner, id: organisationId } = organisation;
  const draft = {
    scheme: toy.slug,
    framework: "2025-07-15",
    organisationId,
    raw: raw(demoApplication(1).organisation.siret),
  };
  const id = await w.inTx((tx) => createDraft(tx, draft, owner, w.world.clock.now()), { person: owner });
  const request = { id, key: randomUUID(), version: 1, location: "/" };
  const filed = await submitApplication(w.world, await visitorOf(w, owner), request, [], "knowingly");
  if (filed.kind !== "done") throw new Error(JSON.stringify(filed));
  return id;
}

describe("a second scheme is one folder", () => {
  it("is simulated, described and answered over HTTP", async () => {
    const visitor = await w.browser();
    const result = await visitor.get(`${urls.simulatorResult.href({ scheme: toy.slug })}?costs.0.amount=10000`);
    expect(result.status).toBe(200);
    expect((await visitor.get(urls.scheme.href({ scheme: toy.slug }))).status).toBe(200);
    const rules = await visitor.get(urls.algorithmOf.href({ scheme: toy.slug }));
    expect([rules.status, rules.body.includes(", pour chaque partenaire")]).toEqual([200, true]);
    // Words of another scheme.
    expect(rules.body).not.toMatch(/jours?\b|prestataire|phases?\b|chaque structure/);
  });

  it("goes from the draft to the signed agreement", async () => {
    const id = await file();
    const filed = await w.inTx((tx) => findApplication(tx, id));
    expect(filed).toMatchObject({
      number: "ES-2026-00001",
      title: "Un projet d’essai",
      commune: "14118",
      requestedAid: 300_000,
    });
    const parties = await w.inTx((tx) => tx.selectFrom("party").selectAll().where("application_id", "=", id).execute());
    expect(parties).toMatchObject([
      { part: "lead", siren: demoApplication(1).organisation.siren, funded: true, asked: { aid: 300_000 } },
    ]);
    const officer = await w.browser(stage.officer.person.id);
    expect((await officer.get(urls.review.href({ id }))).status).toBe(200);
    const owner = await w.browser(organisation.owner);
    expect((await owner.get(urls.application.href({ id }))).status).toBe(200);
    await leadTo(stage, { id, applicant: await visitorOf(w, organisation.owner), n: 0 }, "signed");
    await runJobs(w);
    const signed = await w.inTx((tx) => findApplication(tx, id));
    expect(signed).toMatchObject({ state: "signed", decidedAid: 300_000 });
    const kinds = await w.inTx((tx) =>
      tx.selectFrom("document").select("kind").where("application_id", "=", id).orderBy("kind").execute(),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["award-letter", "grant-agreement", "receipt"]),
    );
    const [lead] = await w.inTx((tx) =>
      tx.selectFrom("party").select("granted").where("application_id", "=", id).execute(),
    );
    expect(lead?.granted).toMatchObject({ aid: 300_000 });
    expect((await officer.get(urls.review.href({ id }))).body).toContain("Atelier (fictif)");
  });
});

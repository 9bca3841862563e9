import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { agentOf, beginCall, modernisationTerms, openSchemeOf, step, writeCall } from "./calls.fixture.ts";
import { callsPage } from "./web/api-schema.ts";

const slug = "transitions-2026-appel-d-essai";
const aCase = new URL("../../policy/frameworks/2025-07-15/service-modernisation/cases/mo-02.json", import.meta.url)
  .pathname;
const { facts } = (JSON.parse(readFileSync(aCase, "utf8")) as { request: { facts: object } }).request;

let w: TestWorld;

beforeAll(async () => {
  w = await openTestWorld({ now: "2026-03-02T09:00:00Z" });
  const author = await agentOf(w, "administrator");
  const administrator = await w.browser(author);
  const id = await beginCall(w, author, openSchemeOf("modernisation"));
  await writeCall(administrator, id, { modalites: modernisationTerms });
  await step(administrator, id, "proposition");
  await step(await w.browser(await agentOf(w, "supervisor")), id, "publication");
});
afterAll(() => w.close());

async function simulate(request: object) {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ facts, ...request });
  const answer = await w.app.request(urls.simulations.href(), { method: "POST", headers, body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function page(address: string) {
  const answer = await w.app.request(address);
  return { status: answer.status, to: answer.headers.get("location"), body: await answer.text() };
}

const answers = {
  "project.commune": "14118",
  "project.kinds": "service-offer",
  "project.isPedagogical": "non",
  "project.changesOwnOrganisation": "oui",
  "project.transitions": "digital",
  "project.regionalAudience": "oui",
  "project.phases.0.startsOn": "01/09/2026",
  "project.phases.0.endsOn": "30/06/2027",
  "costs.0.nature": "development",
  "costs.0.amount": "30 000",
  "costs.0.isInvestment": "non",
  "costs.0.isPedagogical": "non",
  "project.funding.0.source": "own",
  "project.funding.0.amount": "30000",
  "call.q1": "oui",
};
const result = (more: Record<string, string> = {}) =>
  urls.simulatorResult.href({ scheme: "modernisation" }, { ...answers, ...more });

/** Where strangers read which calls are open. */
const told = [urls.home.href(), urls.aids.href(), urls.scheme.href({ scheme: "modernisation" })];

describe("an open call, simulated by its name", () => {
  it("is not known before it opens, by its name or on the pages", async () => {
    expect(await simulate({ scheme: slug })).toMatchObject({ status: 422, body: { errors: [{ pointer: "/scheme" }] } });
    const refused = await page(result({ appel: slug }));
    expect(refused.status).toBe(303);
    expect(refused.to).not.toContain("appel=");
    expect(refused.to).toContain("project.commune=14118");
    w.clock.set("2026-03-10T07:59:59Z");
    for (const address of told) expect((await page(address)).body, address).not.toContain(urls.call.href({ slug }));
    w.clock.set("2026-03-10T08:00:00Z");
  });

  it("is told the same day wherever one chooses an aid: the home page, the aids, its scheme", async () => {
    for (const address of told) expect((await page(address)).body, address).toContain(urls.call.href({ slug }));
  });

  it("applies the terms of the call, and says whose they are", async () => {
    expect(await simulate({ scheme: slug })).toMatchObject({
      status: 200,
      body: { scheme: "modernisation", call: slug, funding: { eligibleCosts: "30000.00", region: "10000.00" } },
    });
    expect((await simulate({ scheme: "modernisation" })).body).toMatchObject({ funding: { region: null } });
    expect((await simulate({ scheme: "modernisation" })).body).not.toHaveProperty("call");
  });

  it("takes no other terms beside the call's, and names each bad field", async () => {
    expect(await simulate({ scheme: slug, terms: { rate: 0.9 } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/terms" }] },
    });
    expect(await simulate({ scheme: slug, facts: { project: { commune: "99999" } } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/facts/project/commune" }] },
    });
    expect((await simulate({ scheme: `${slug}-2` })).status).toBe(422);
  });

  it("asks the call's own criterion, which decides as the others do, and names it where it is badly told", async () => {
    const own = async (call: object) => (await simulate({ scheme: slug, facts: { ...facts, call } })).body;
    const told = (await simulate({ scheme: slug })).body;
    expect(told).toMatchObject({ eligibility: "incomplete", missing: expect.arrayContaining(["/call/q1"]) });
    expect(await own({ q1: true })).toMatchObject({
      eligibility: "eligible",
      criteria: expect.arrayContaining([expect.objectContaining({ id: "APPEL-1", status: "met" })]),
    });
    expect(await own({ q1: false })).toMatchObject({ eligibility: "not-eligible" });
    expect(await own({ q1: "peut-être", q9: true })).toMatchObject({
      errors: [{ pointer: "/facts/call/q1" }, { pointer: "/facts/call/q9" }],
    });
    expect((await page(urls.simulator.href({ scheme: "modernisation" }, { appel: slug, vue: "page" }))).body).toContain(
      "Le projet se tient-il en Normandie",
    );
  });

  it("says the same on the pages, and leads to the request that answers it", async () => {
    const { body } = await page(result({ appel: slug }));
    expect(body).toContain("10\u202f000");
    expect(body).toContain("Avec les modalités de l’appel");
    expect((await page(result({ appel: slug, "call.q1": "non" }))).body).toContain("Condition propre à l’appel");
    expect(body).toMatch(new RegExp(`href="/demandes/nouvelle\\?[^"]*appel=${slug}`));
    expect((await page(result())).body).toContain("Modalités non publiées");
    const whole = await page(
      urls.simulator.href({ scheme: "modernisation" }, { ...answers, vue: "page", appel: slug }),
    );
    expect(whole.body).toContain(`<input type="hidden" name="appel" value="${slug}"`);
    const step = await page(urls.simulator.href({ scheme: "modernisation" }, { ...answers, appel: slug }));
    expect(step.body).toContain(`<input type="hidden" name="appel" value="${slug}"`);
  });

  it("is given by the API as its document says, with terms that a simulation takes", async () => {
    const { items } = callsPage.parse(JSON.parse((await page(urls.callsApi.href())).body));
    const [call] = items;
    expect(call).toMatchObject({
      phase: "open",
      steps: [{ on: "2026-04-15", what: "Comité de sélection" }],
      aidRegime: "de-minimis",
      heldUntilBalance: 0.2,
      questions: [{ label: "Le projet se tient-il en Normandie ?", eliminatory: true }],
    });
    const again = await simulate({ scheme: call?.scheme, terms: call?.terms });
    expect(again.status).toBe(200);
    const asCall = await simulate({ scheme: slug, facts: { ...facts, call: { q1: true } } });
    expect(JSON.stringify(again.body.funding)).toBe(JSON.stringify(asCall.body.funding));
    const document = JSON.parse((await page(urls.openapi.href())).body) as { paths: object };
    expect(Object.keys(document.paths)).toContain(urls.callsApi.href());
  });

  it("belongs to its own scheme alone", async () => {
    const other = await page(urls.simulator.href({ scheme: "transitions" }, { appel: slug }));
    expect(other).toMatchObject({ status: 303, to: "/simulateur/transitions" });
  });

  it("stands among the aids, with its closing and its simulator, until it closes", async () => {
    const { body } = await page(urls.aids.href());
    expect(body).toContain(urls.call.href({ slug }));
    expect(body).toContain(urls.simulator.href({ scheme: "modernisation" }, { appel: slug }));
    expect(body).toContain("27\u00a0mars 2026 à 12\u00a0h\u00a000");
    const scheme = urls.scheme.href({ scheme: "modernisation" });
    for (const said of [body, (await page(scheme)).body]) {
      expect(said).toContain("10\u202f000\u00a0€");
      expect(said).not.toContain("Modalités non publiées");
    }
    w.clock.set("2026-03-27T11:00:00Z");
    for (const address of told) expect((await page(address)).body, address).not.toContain(urls.call.href({ slug }));
    expect((await page(scheme)).body).toContain("Modalités non publiées");
    expect((await page(urls.aids.href())).body).not.toContain("appel d’essai");
    expect((await simulate({ scheme: slug })).status).toBe(422);
  });
});

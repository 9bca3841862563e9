import { afterAll, beforeAll, expect, test } from "vitest";
import { day, frameworkOn } from "#policy/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());

const { schemes } = frameworkOn(day("2026-03-10"));

async function page(query = ""): Promise<string> {
  const response = await world.app.request(`${urls.aids.href()}${query}`);
  expect(response.status).toBe(200);
  const body = await response.text();
  expect(body.match(/<h1/g)).toHaveLength(1);
  expect(body.length).toBeLessThan(150_000);
  return body;
}

test("all the aids stand side by side, with their figures and the way to each simulator", async () => {
  const body = await page();
  for (const scheme of schemes.filter(({ status }) => status === "open")) {
    expect(body).toContain(urls.scheme.href({ scheme: scheme.slug }));
    expect(body).toContain(urls.simulator.href({ scheme: scheme.slug }));
  }
  expect(body).toMatch(/17\u202f500\u00a0€/);
  expect(body).toContain("Modalités non publiées");
});

test("the first question is asked, the next follows the answer, the answer says by what to begin", async () => {
  expect(await page()).toContain('name="projet"');
  const next = await page("?projet=moderniser");
  expect(next).toContain('name="coeur"');
  expect(next).toContain('<input type="hidden" name="projet" value="moderniser"');
  const end = await page("?projet=moderniser&coeur=non&lieu=oui");
  expect(end).toContain(urls.simulator.href({ scheme: "modernisation" }));
  expect(end).toContain("Recommencer");
});

test("a question sent back without an answer says so, and whoever does not know goes on", async () => {
  expect(await page("?question=projet")).toContain("Choisissez une réponse pour continuer.");
  expect(await page("?question=projet&projet=conseil")).not.toContain("Choisissez une réponse pour continuer.");
  const end = await page("?projet=conseil&taille=ne-sait-pas&lieu=ne-sait-pas");
  expect(end).toContain(urls.simulator.href({ scheme: "appui-conseil" }));
});

test.each([
  ["?projet=rencontres", urls.agenda.href()],
  ["?projet=autre", urls.community.href()],
  ["?projet=equipe", urls.catalogue.href()],
  ["?projet=durable", urls.sustainability.href()],
  ["?projet=idee", urls.agenda.href()],
])("%s leads to what asks for no aid", async (query, href) => {
  expect(await page(query)).toContain(`href="${href}"`);
});

test("the address of a scheme without its end leads to the aids", async () => {
  const response = await world.app.request(urls.schemes.href());
  expect([response.status, response.headers.get("location")]).toEqual([301, urls.aids.href()]);
});

test("what is no answer asks the first question again", async () => {
  expect(await page("?projet=%3Cscript%3E&x=1")).toContain('name="projet"');
});

test("the home page and the menu speak of all the aids", async () => {
  const body = await (await world.app.request(urls.home.href())).text();
  for (const { name, status } of schemes) if (status === "open") expect(body).toContain(name);
  expect(body).toContain(`href="${urls.aids.href()}"`);
});

test("without a call, the result says « modalités non publiées » and no amount", async () => {
  const answers = new URLSearchParams({
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
  });
  const response = await world.app.request(
    `${urls.simulatorResult.href({ scheme: "modernisation" })}?${answers.toString()}`,
  );
  const body = await response.text();
  expect(response.status).toBe(200);
  expect(body).toContain("C’est possible, si le service le confirme");
  expect(body).toContain("Modalités non publiées");
  expect(body).not.toMatch(/jusqu’à [\d\u202f]+\u00a0€/);
  expect(body).not.toContain(urls.newApplication.href());
});

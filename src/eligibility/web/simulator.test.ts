import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frameworkOn } from "#policy/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { stepsOf } from "../steps.ts";
import { legalToday } from "./today.ts";

let world: TestWorld;
let browser: Browser;
beforeAll(async () => {
  world = await openTestWorld();
  browser = await world.browser();
});
afterAll(() => world.close());

const simulator = urls.simulator.href({ scheme: "appui-conseil" });
const result = urls.simulatorResult.href({ scheme: "appui-conseil" });

const complete = {
  route: "individual",
  "structures.0.commune": "14118",
  "structures.0.mainActivityIsTraining": "oui",
  "structures.0.headcount": "12",
  "structures.0.servesJobSeekers": "oui",
  "structures.0.daysAlreadyFunded": "0",
  "structures.0.phases.0.phase": "diagnostic",
  "structures.0.phases.0.days": "5",
  "structures.0.phases.0.dailyCost": "1 100,00 €",
  "structures.0.phases.1.phase": "accompagnement",
  "structures.0.phases.1.days": "10",
  "structures.0.phases.1.dailyCost": "800",
  workStarted: "non",
  "provider.createdOn": "01/01/2015",
  "provider.consultants.0.yearsOfExperience": "5",
  "provider.hasCapacity": "oui",
  "provider.fields": "digitalisation",
  "provider.subcontracts": "non",
  "provider.partnerBody": "none",
  "provider.joinsMonitoringCommittees": "oui",
  "provider.providesDeliverables": "oui",
  otherPublicFunding: "0",
} as const;

function get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Page> {
  return browser.get(`${path}?${new URLSearchParams(query)}`);
}

/** What a browser without script would send: the fields of the form, then the pressed button. */
function fieldsOf(page: Page): URLSearchParams {
  const form = /<form[^>]*method="get"[^>]*>([\s\S]*?)<\/form>/.exec(page.body)?.[1] ?? "";
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
    const type = attribute("type");
    if ((type === "radio" || type === "checkbox") && !/\schecked/.test(tag)) continue;
    if (attribute("name") !== "") fields.append(attribute("name"), attribute("value"));
  }
  return fields;
}

function decoded(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Sends the form of a page with some answers changed and one button pressed, and follows where it leads. */
async function send(
  page: Page,
  answers: Readonly<Record<string, string>>,
  button: readonly [string, string],
): Promise<Page> {
  const fields = fieldsOf(page);
  for (const [name, value] of Object.entries(answers)) fields.set(name, value);
  fields.append(...button);
  const answer = await browser.get(`${simulator}?${fields}`);
  return answer.location === null ? answer : follow(answer.location);
}

function follow(location: string): Promise<Page> {
  return browser.get(location.replace(/#.*$/, ""));
}

test("question by question, without script, to the answer", async () => {
  let page = await browser.get(simulator);
  const asked: string[] = [];
  for (let turn = 0; turn < 40 && !page.body.includes('id="reponses"'); turn++) {
    const step = fieldsOf(page).get("etape") ?? "";
    asked.push(step);
    const answers = Object.entries(complete).filter(([name]) => name === step || name.startsWith(`${step}.`));
    const isShort = step === "structures.0.phases" && !page.body.includes('name="structures.0.phases.1.days"');
    page = isShort
      ? await send(page, Object.fromEntries(answers.slice(0, 3)), ["ajouter", "structures.0.phases"])
      : await send(page, commune(Object.fromEntries(answers)), ["aller", "suite"]);
  }
  expect(asked.at(0)).toBe("route");
  expect(new Set(asked).size).toBe(17);
  expect(page.body).toContain("Oui, vous pouvez demander jusqu’à 9\u202f100\u00a0€");
});

/** Without script one types the name: Caen alone is called so. */
function commune(answers: Record<string, string>): Record<string, string> {
  const { "structures.0.commune": code, ...others } = answers;
  return code === undefined ? others : { ...others, "recherche:structures.0.commune": "caen" };
}

describe("the result", () => {
  test("says yes, how much, why, and leads to a request with these answers", async () => {
    const page = await get(result, complete);
    expect(page.status).toBe(200);
    expect(page.body).toContain("Oui, vous pouvez demander jusqu’à 9\u202f100\u00a0€");
    expect(page.body).toContain("1.b, public visé");
    const start = /href="([^"]*)"[^>]*>(?:<[^>]*>)*Commencer ma demande/.exec(page.body)?.[1] ?? "";
    const link = new URL(decoded(start), world.world.origin);
    expect(link.pathname).toBe(urls.newApplication.href());
    for (const [name, value] of Object.entries(complete)) expect(link.searchParams.get(name)).toBe(value);
  });

  test("is kept by no shared cache and no search engine", async () => {
    const page = await get(result, complete);
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    expect(page.body).toContain('<meta name="robots" content="noindex"');
  });

  test("says a doubt as a doubt, with both amounts", async () => {
    const page = await get(result, {
      ...complete,
      "structures.0.phases.0.days": "20",
      "structures.0.phases.0.dailyCost": "1200",
      "structures.0.phases.1.days": "0",
    });
    expect(page.body).toContain("D-18");
    expect(page.body).toMatch(/14\u202f000.€ avec la première lecture,\s*16\u202f800.€ avec la seconde/);
  });

  test("says no kindly, why, and what can be done", async () => {
    const page = await get(result, { ...complete, "structures.0.headcount": "5" });
    expect(page.body).toContain("Non, pas dans cette situation");
    expect(page.body).toMatch(/id="reponse-structures\.0\.headcount".{0,80}>Combien/);
    expect(page.body).toContain("il en faut plus de 5");
    expect(page.body).toContain(urls.scheme.href({ scheme: "e3d" }));
    expect(page.body).toContain(urls.contact.href());
    expect(page.body).not.toContain("Commencer ma demande");
  });

  test("says what is missing, each with the way to its question", async () => {
    const { "structures.0.headcount": _, otherPublicFunding: _other, ...partial } = complete;
    const page = await get(result, partial);
    expect(page.body).toContain("Il manque 2 réponses pour conclure");
    expect(page.body).toContain("etape=structures.0.headcount&amp;");
    expect(page.body).toContain("etape=otherPublicFunding&amp;");
    expect(page.body).toContain("9\u202f100");
  });

  test("guesses nothing from an answer that cannot be read", async () => {
    const page = await get(result, { ...complete, "structures.0.headcount": "douze" });
    expect(page.body).toContain("Des réponses n’ont pas pu être lues");
    expect(page.body).toContain("Il manque une réponse pour conclure");
  });

  test("names each structure of a collective request, with its own days and aid", async () => {
    const second = Object.fromEntries(
      Object.entries(complete).flatMap(([name, value]) =>
        name.startsWith("structures.0.") ? [[name.replace("structures.0.", "structures.1."), value]] : [],
      ),
    );
    const page = await get(result, { ...complete, ...second, route: "collective", "structures.1.headcount": "3" });
    expect(page.body).toContain("Structure 2 : Plus de 5 salariés");
    expect(page.body).not.toContain("Jours et aide de chaque structure");
    const both = await get(result, { ...complete, ...second, route: "collective" });
    expect(both.body).toContain("Jours et aide de chaque structure");
  });

  test("of a no shows every condition not met, each with its way out, and no amount but as a supposition", async () => {
    const page = await get(result, {
      ...complete,
      "structures.0.headcount": "5",
      "structures.0.mainActivityIsTraining": "non",
      "provider.subcontracts": "oui",
      "provider.hasCapacity": "non",
      "provider.providesDeliverables": "non",
    });
    expect(page.body).toContain("5 conditions du texte ne sont pas remplies");
    expect(page.body.match(/Ce qui peut changer la réponse/g)).toHaveLength(5);
    expect(page.body).toContain("Une embauche avant le dépôt");
    const [told = ""] = page.body.split('id="conditions"');
    const supposed = page.body.split("Et si toutes les conditions étaient remplies")[1] ?? "";
    expect(told).not.toMatch(/\d.€/);
    expect(supposed).toContain("9\u202f100");
    expect(supposed).toContain("Ce n’est pas une promesse");
  });

  test("asks of a support alone whether a diagnosis exists, and tells the doubt that follows", async () => {
    const { "structures.0.phases.1.phase": _, ...others } = complete;
    const alone = {
      ...others,
      "structures.0.phases.0.phase": "accompagnement",
      "structures.0.phases.1.phase": "accompagnement",
    };
    const before = await get(result, alone);
    expect(before.body).toContain("Il manque une réponse pour conclure");
    expect(before.body).toContain("etape=structures.0.diagnosisExists&amp;");
    const none = await get(result, { ...alone, "structures.0.diagnosisExists": "non" });
    expect(none.body).toContain("C’est possible");
    expect(none.body).toContain("aucun diagnostic n’existe");
    const some = await get(result, { ...alone, "structures.0.diagnosisExists": "oui" });
    expect(some.body).toContain("Oui, vous pouvez demander");
  });

  test("tells an answer that rules the aid out at its own field", async () => {
    const page = await get(simulator, { etape: "structures.0.headcount", "structures.0.headcount": "5" });
    const slot = /id="champ-structures-0-headcount-condition"[^>]*>([\s\S]*?)<\/details>/.exec(page.body)?.[1] ?? "";
    expect(slot).toContain("Condition non remplie");
    expect(page.body).not.toContain("Dans cette situation, l’aide n’est pas possible");
  });

  test("comes as a PDF", async () => {
    const response = await world.app.request(
      `${urls.simulatorPdf.href({ scheme: "appui-conseil" })}?${new URLSearchParams(complete)}`,
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("comes as a PDF too where its address is longer than a link may be", async () => {
    const long = new URLSearchParams({ ...complete, "structures.length": "é".repeat(3_000) });
    const response = await world.app.request(`${urls.simulatorPdf.href({ scheme: "appui-conseil" })}?${long}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  });
});

describe("what is typed", () => {
  test("wrong is kept, told near the field and in the summary", async () => {
    const first = await get(simulator, { ...complete, etape: "structures.0.headcount" });
    const page = await send(first, { "structures.0.headcount": "une douzaine" }, ["aller", "suite"]);
    expect(page.body).toContain('value="une douzaine"');
    expect(page.body).toMatch(/<a href="#champ-structures-0-headcount">[^<]*Combien de salariés[^<]*nombre entier/);
    expect(page.body).toContain('aria-invalid="true"');
    expect(fieldsOf(page).get("route")).toBe("individual");
  });

  test("goes back with one, even wrong", async () => {
    const first = await get(simulator, { ...complete, etape: "structures.0.headcount" });
    const page = await send(first, { "structures.0.headcount": "une douzaine" }, ["aller", "retour"]);
    expect(fieldsOf(page).get("etape")).toBe("structures.0.mainActivityIsTraining");
    expect(fieldsOf(page).get("structures.0.headcount")).toBe("une douzaine");
  });

  test("stays when a phase is added and when one is taken away", async () => {
    const first = await get(simulator, { ...complete, etape: "structures.0.phases" });
    const added = await send(first, { "structures.0.phases.0.days": "7" }, ["ajouter", "structures.0.phases"]);
    expect(fieldsOf(added).get("structures.0.phases.0.days")).toBe("7");
    expect(added.body).toContain('name="structures.0.phases.2.days"');
    const removed = await send(added, {}, ["retirer", "structures.0.phases.0"]);
    expect(fieldsOf(removed).get("structures.0.phases.0.days")).toBe("10");
    expect(removed.body).not.toContain('name="structures.0.phases.2.days"');
  });

  test("of a request for oneself names one structure: no other can be added", async () => {
    const page = (route: string) => get(simulator, { ...complete, route, vue: "page" });
    expect((await page("individual")).body).not.toContain("Ajouter une structure");
    expect((await page("collective")).body).toContain("Ajouter une structure");
    expect((await page("individual")).body).toContain("Ajouter une phase");
  });

  test("passes to one page and back", async () => {
    const first = await get(simulator, { ...complete, etape: "structures.0.headcount" });
    const whole = await send(first, { "structures.0.headcount": "14" }, ["aller", "page"]);
    expect(fieldsOf(whole).get("structures.0.headcount")).toBe("14");
    for (const [name, value] of Object.entries(complete)) {
      if (name !== "structures.0.headcount") expect(fieldsOf(whole).get(name)).toBe(value);
    }
    const back = await send(whole, {}, ["aller", "questions"]);
    expect(fieldsOf(back).get("structures.0.headcount")).toBe("14");
  });

  test("rules out an aid: it is said at the next question", async () => {
    const first = await get(simulator, { etape: "structures.0.headcount" });
    const page = await send(first, { "structures.0.headcount": "5" }, ["aller", "suite"]);
    expect(page.body).toContain("Dans cette situation, l’aide n’est pas possible");
    expect(page.body).toContain("il en faut plus de 5");
  });

  test("never runs in the page", async () => {
    const page = await get(simulator, {
      etape: "structures.0.headcount",
      "structures.0.headcount": '"><script>x()</script>',
    });
    expect(page.body).not.toContain("<script>x()");
  });
});

describe("a commune", () => {
  const name = "structures.0.commune";

  test("that several answer to is chosen among them, without script", async () => {
    const first = await get(simulator, { etape: name });
    const several = await send(first, { [`recherche:${name}`]: "saint-martin" }, ["chercher-commune", name]);
    const [, code = ""] = new RegExp(`type="radio"[^>]*name="${name}"[^>]*value="([^"]+)"`).exec(several.body) ?? [];
    expect(code).toMatch(/^\d{5}$/);
    const page = await send(several, { [name]: code }, ["aller", "suite"]);
    expect(fieldsOf(page).get(name)).toBe(code);
  });

  test.each(["Vire", "Domfront"])("« %s » is asked, the Norman one first, none chosen", async (typed) => {
    const page = await get(`${simulator}/resultat`, { [`recherche:${name}`]: typed });
    expect(page.body).not.toContain("Non, pas dans cette situation");
    const asked = await get(simulator, { etape: name, [`recherche:${name}`]: typed, aller: "suite" });
    const [first] = [...asked.body.matchAll(/type="radio"[^>]*value="(\d{5})"/g)].map(([, code]) => code);
    expect(first).toBe({ Vire: "14762", Domfront: "61145" }[typed]);
    expect(asked.body).not.toMatch(/type="radio"[^>]*checked/);
    expect(asked.body).toContain("Plusieurs communes correspondent");
  });

  test.each(["14000 Caen", "Caen (14)", "Caen Cedex", "Caen (14000, Calvados)", "14118"])(
    "« %s » is Caen",
    async (typed) => {
      const first = await get(simulator, { etape: name });
      const page = await send(first, { [`recherche:${name}`]: typed }, ["aller", "suite"]);
      expect(fieldsOf(page).get(name)).toBe("14118");
    },
  );

  test("or any answer that is long, or cut within an emoji by what carried the link, is read all the same", async () => {
    for (const typed of [`${"a".repeat(1_999)}💶`, `${"é".repeat(5_000)}`, "\ud83d"]) {
      const page = await get(`${simulator}/resultat`, { [`recherche:${name}`]: typed });
      expect(page.status).toBe(200);
    }
    // Half an emoji, as an address cut by its length ends.
    for (const end of ["%F0%9F%92", "%F0", "%"]) {
      const answer = await world.app.request(`${simulator}/resultat?recherche:${name}=Caen${end}`);
      expect([end, answer.status]).toEqual([end, 200]);
    }
  });

  test("whose code none ever had is not taken from a link", async () => {
    const page = await get(simulator, { etape: name, [name]: "14999", aller: "suite" });
    expect(page.body).toContain("Aucune commune ne porte ce nom");
  });

  test("that none answers to is told", async () => {
    const first = await get(simulator, { etape: name });
    const page = await send(first, { [`recherche:${name}`]: "Nulle-Part-les-Eaux" }, ["aller", "suite"]);
    expect(page.body).toContain("Aucune commune ne porte ce nom");
    expect(fieldsOf(page).get(`recherche:${name}`)).toBe("Nulle-Part-les-Eaux");
  });

  test("that came by its code is written in its box", async () => {
    const page = await get(simulator, { etape: name, [name]: "14118" });
    expect(fieldsOf(page).get(`recherche:${name}`)).toMatch(/^Caen \(14000/);
  });

  test("that is cleared is forgotten", async () => {
    const first = await get(simulator, { etape: name, [name]: "14118" });
    const page = await send(first, { [`recherche:${name}`]: "" }, ["aller", "suite"]);
    expect(fieldsOf(page).get(name)).toBeNull();
  });
});

test("the bare address leads to all the aids, where several are simulated", async () => {
  const answer = await browser.get(urls.simulators.href());
  expect([answer.status, answer.location]).toEqual([303, urls.aids.href()]);
});

test("a scheme not computed says so; an unknown one is not there", async () => {
  const page = await browser.get(urls.simulator.href({ scheme: "communotic" }));
  expect(page.status).toBe(200);
  expect(page.body).toContain("n’est pas encore calculé");
  expect((await browser.get(urls.simulator.href({ scheme: "inconnu" }))).status).toBe(404);
  expect((await browser.get(urls.simulatorResult.href({ scheme: "communotic" }))).status).toBe(404);
});

test("whatever the address holds, the pages answer", async () => {
  const scheme = frameworkOn(legalToday(world.world)).scheme("appui-conseil");
  if (scheme?.status !== "open") throw new Error("closed");
  const questions = stepsOf(scheme.simulatorForm, { route: "collective", "structures.length": "2" }, {}).map(
    (step) => step.id,
  );
  const names = fc.oneof(
    fc.constantFrom(
      ...questions,
      ...questions.map((id) => `${id}.0.days`),
      "structures.length",
      "structures.9999.headcount",
    ),
    fc.constantFrom(
      "etape",
      "vue",
      "aller",
      "ajouter",
      "retirer",
      "chercher-commune",
      "__proto__",
      "structures.__proto__.x",
    ),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("recherche:structures.0.commune", "recherche:"),
  );
  const values = fc.oneof(
    fc.constantFrom(
      "oui",
      "non",
      "suite",
      "retour",
      "resultat",
      "page",
      "structures",
      "structures.0",
      "structures.0.phases",
      "200",
    ),
    fc.constantFrom(
      "individual",
      "collective",
      "-1",
      "1e9",
      "NaN",
      "2026-02-30",
      "é\u0000\ud800",
      "structures.0.phases.1",
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const paths = fc.constantFrom(simulator, result);
  await fc.assert(
    fc.asyncProperty(paths, fc.array(fc.tuple(names, values), { maxLength: 12 }), async (path, pairs) => {
      const response = await world.app.request(`${path}?${new URLSearchParams(pairs)}`);
      // 302: the same address is asked again without its NUL.
      expect([200, 302, 303]).toContain(response.status);
    }),
    { numRuns: 200 },
  );
});

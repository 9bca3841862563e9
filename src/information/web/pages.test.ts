import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day, frameworkOn } from "#policy/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld({ settings: { ESSAIM_DEMO: "true" } });
});
afterAll(() => world.close());

interface Read {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

async function read(path: string): Promise<Read> {
  const response = await world.app.request(path);
  const body = response.headers.get("content-type")?.startsWith("text/html") ? await response.text() : "";
  return { status: response.status, location: response.headers.get("location"), body };
}

const start = [urls.home.href(), urls.siteMap.href()];

/** Slices further down answer the first two; the gallery shows parts out of their place, links included. */
const later = [urls.newApplication.href(), urls.dashboard.href(), urls.gallery.href()];

/** Every page that a stranger can reach by links, with the simulator's answers left out. */
async function crawl(): Promise<ReadonlyMap<string, Read>> {
  const pages = new Map<string, Read>();
  const waiting = [...start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path) || later.includes(path)) continue;
    const page = await read(path);
    pages.set(path, page);
    if (page.status !== 200) continue;
    for (const href of linksOf(page.body)) {
      const [next = ""] = href.split("#");
      if (next.startsWith("/") && !next.includes("?") && !next.startsWith("/assets/")) waiting.push(next);
    }
  }
  return pages;
}

function linksOf(body: string): readonly string[] {
  return [...body.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&") ?? "");
}

test("every link of the public pages leads somewhere, and every anchor to a place of its page", async () => {
  const pages = await crawl();
  expect(pages.size).toBeGreaterThan(18);
  for (const [path, page] of pages) {
    expect([200, 303], `${path} answers ${page.status}`).toContain(page.status);
    if (page.status === 303) expect(page.location, path).toContain(urls.signIn.href());
    for (const href of linksOf(page.body)) {
      const [target = "", anchor] = href.split("#");
      if (anchor === undefined || (target !== "" && !pages.has(target))) continue;
      const body = target === "" ? page.body : (pages.get(target)?.body ?? "");
      expect(body.includes(`id="${anchor}"`), `${path} → ${href}`).toBe(true);
    }
  }
});

test("every public page is in French, has one title, and nothing inline", async () => {
  for (const [path, { status, body }] of await crawl()) {
    if (status !== 200 || body === "") continue;
    expect(body, path).toMatch(/^<!doctype html><html lang="fr"/);
    expect(body.match(/<h1[\s>]/g)?.length, path).toBe(1);
    expect(body.match(/<main[\s>]/g)?.length, path).toBe(1);
    expect(body, path).not.toMatch(/<[^>]+\sstyle=/);
    expect(body, path).not.toMatch(/<style[\s>]/);
    expect(body, path).not.toMatch(/<[^>]+\son[a-z]+=/);
    for (const [, attributes = "", inside] of body.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes, path).toContain(" src=");
      expect(inside, path).toBe("");
    }
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length, `${path} uses an id twice`).toBe(new Set(ids).size);
  }
});

test("the strategy tells its reasons, its dates and what opens each axis, with their place in the text", async () => {
  const { body } = await read(urls.strategy.href());
  for (const fact of [
    "5 septembre 2018",
    "coordonne et achète",
    "2010",
    "évaluation menée en 2020",
    "2019-2022 au 2e alinéa, 2019-2023 au 4e",
    "30 mai 2024",
    "2021-2027",
    "CPRDFOP",
    "trop scolaires",
  ]) {
    expect(body).toContain(fact);
  }
  const anchors = [...Array(17).keys()].map((index) => `CTX-${String(index + 1).padStart(2, "0")}`);
  const figures = ["CTX-03", "CTX-05", "CTX-06"];
  const observed = ["AX1-01", "AX2-01", "AX2-02", "AX2-03", "AX3-01", "AX4-01", "D-04"];
  for (const id of [...anchors.filter((one) => !figures.includes(one)), ...observed]) {
    expect(body, id).toContain(`<span id="${id}">`);
  }
  expect(body.match(/Texte voté, /g)?.length).toBeGreaterThan(18);
});

describe("what the law asks to say", () => {
  test("the foot of each page and the statement say the same of accessibility", async () => {
    const home = await read(urls.home.href());
    const statement = await read(urls.accessibility.href());
    expect(home.body).toMatch(/Accessibilité\s: non conforme/);
    expect(statement.body).toMatch(/<h1>Accessibilité\u00a0: non conforme<\/h1>/);
  });

  test.each(frameworkOn(day("2026-03-10")).schemes.filter((scheme) => scheme.status === "open"))(
    "each rule of $slug is shown with its question and its words, each doubt with both readings",
    async (scheme) => {
      expect((await read(urls.algorithm.href())).body).toContain(urls.algorithmOf.href({ scheme: scheme.slug }));
      const { body } = await read(urls.algorithmOf.href({ scheme: scheme.slug }));
      for (const { id, question, lines = "?", applied = [] } of scheme.criteria) {
        expect(body).toContain(`id="${id}"`);
        // The lines are told with the place that they are of: a rule needs its `lines`, and `words.quotations` its provision.
        expect(new RegExp(`lignes? ${lines}\\b`).test(body), `the page of ${scheme.slug} says the lines of ${id}`).toBe(
          true,
        );
        for (const sentence of applied) expect(body).toContain(sentence);
        expect(body).toContain(question.replaceAll("&", "&amp;"));
      }
      expect(body.match(/class="es-quote"/g)?.length).toBe(scheme.criteria.length);
      for (const { defaultReading, alternative = defaultReading } of scheme.doubts) expect(body).toContain(alternative);
      expect(body).toContain(scheme.ruleSetHash);
    },
  );
});

test("the figures of the scheme's page are those of the rules", async () => {
  const { body } = await read(urls.scheme.href({ scheme: "appui-conseil" }));
  for (const amount of ["17\u202f500", "15\u202f750", "14\u202f000", "5\u202f600"]) expect(body).toContain(amount);
  expect((await read(urls.scheme.href({ scheme: "inconnu" }))).status).toBe(404);
});

describe("pages that do not vary", () => {
  test("are kept, and not sent again to who has them", async () => {
    const first = await world.app.request(urls.strategy.href());
    const etag = first.headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    expect(first.headers.get("cache-control")).toBe("public, max-age=60");
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
    const again = await world.app.request(urls.strategy.href(), { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("content-security-policy")).toContain("default-src 'none'");
    const pressed = await world.app.request(urls.strategy.href(), { headers: { "accept-encoding": "gzip, br" } });
    expect(pressed.headers.get("content-encoding")).toBe("br");
  });

  test("are not given to who is signed in", async () => {
    const page = await world.app.request(urls.home.href(), {
      headers: { cookie: "essaim-flash=WyJpbmZvIiwiQm9uam91ciJd" },
    });
    expect(await page.text()).toContain("Bonjour");
    expect(await (await world.app.request(urls.home.href())).text()).not.toContain("Bonjour");
  });
});

test("the gallery is for demonstrations only", async () => {
  expect((await read(urls.gallery.href())).status).toBe(200);
  const closed = await openTestWorld({ settings: { ESSAIM_DEMO: "false" } });
  expect((await closed.app.request(urls.gallery.href())).status).toBe(404);
  await closed.close();
});

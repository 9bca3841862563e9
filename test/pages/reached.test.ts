import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Populated, populate, routesOf } from "#test/rights/populated.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { faultsOf, formsOf, linksOf, readHtml } from "./html.ts";

/**
 * Each person follows every link from page to page, without a script: a link leads to a page that is there and open to
 * them, a form to a route, and each page is sound and light. Two pages of each kind are seen.
 */
const OF_A_KIND = 2;
const LARGEST_PAGE = 150_000;
/** Built files are not there in process; the gallery's specimens lead nowhere. */
const ASIDE = ["/assets/", "/galerie"];

let w: TestWorld;
let p: Populated;

beforeAll(async () => {
  w = await openTestWorld({ settings: { ESSAIM_SMTP_URL: "smtp://127.0.0.1:9" } });
  p = await populate(w);
}, 120_000);
afterAll(() => w.close());

const people: Readonly<Record<string, () => string | undefined>> = {
  "a stranger": () => undefined,
  "an owner": () => p.secret.owner,
  "a reader": () => p.secret.reader,
  "an officer": () => p.agents.officer,
  "a supervisor": () => p.agents.supervisor,
  "an approver": () => p.agents.approver,
  "an auditor": () => p.agents.auditor,
  "an administrator": () => p.agents.administrator,
  "an animator": () => p.agents.animator,
  "an adviser": () => p.agents["sustainability-adviser"],
};

describe("every page that one reaches", () => {
  it.each(Object.keys(people))("is sound for %s", { timeout: 120_000 }, async (who) => {
    const browser = await w.browser(people[who]?.());
    const { faults, seen } = await walk(browser);
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(15);
  });
});

interface Walk {
  readonly faults: readonly string[];
  readonly seen: number;
}

async function walk(browser: Browser): Promise<Walk> {
  const kinds = kindsOf("GET");
  const counts = new Map<string, number>();
  const waiting: { readonly path: string; readonly from: string }[] = [];
  const met = new Set<string>();
  const faults: string[] = [];
  const meet = (href: string, from: string) => {
    const url = new URL(href, new URL(from, w.world.origin));
    const path = url.pathname + url.search;
    if (met.has(path) || ASIDE.some((start) => path.startsWith(start))) return;
    met.add(path);
    const kind = kinds.find(({ matches }) => matches.test(url.pathname));
    if (kind === undefined) return void faults.push(`${from} links to ${path}, which no route answers`);
    const count = counts.get(kind.pattern) ?? 0;
    counts.set(kind.pattern, count + 1);
    if (count < OF_A_KIND) waiting.push({ path, from });
  };
  for (const start of ["/", "/accueil", "/instruction", "/administration", "/plan-du-site"]) {
    if ((await browser.get(start)).status === 200) meet(start, "/");
  }
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    const page = await browser.get(path);
    if (page.location !== null) {
      if (page.location.startsWith("/")) meet(page.location, path);
      continue;
    }
    if (page.status !== 200) {
      faults.push(`${from} links to ${path}: ${page.status}`);
      continue;
    }
    if (!page.headers.get("content-type")?.startsWith("text/html")) continue;
    const html = readHtml(page.body);
    for (const fault of faultsOf(html)) faults.push(`${path}: ${fault}`);
    if (Buffer.byteLength(page.body) > LARGEST_PAGE)
      faults.push(`${path} weighs ${Buffer.byteLength(page.body)} bytes`);
    for (const { method, action } of formsOf(html)) {
      const { pathname } = new URL(action, new URL(path, w.world.origin));
      if (!kindsOf(method).some(({ matches }) => matches.test(pathname)))
        faults.push(`${path}: no route answers ${method} ${action}`);
    }
    for (const href of linksOf(html)) meet(href, path);
  }
  return { faults, seen: counts.size };
}

function kindsOf(method: string): readonly { readonly pattern: string; readonly matches: RegExp }[] {
  return routesOf(w)
    .filter((route) => route.method === method)
    .map(({ path }) => ({
      pattern: path,
      matches: new RegExp(`^${path.replaceAll(".", "\\.").replace(/:\w+(\{[^}]*\})?/g, "[^/]+")}$`),
    }))
    .sort((a, b) => a.pattern.split(":").length - b.pattern.split(":").length);
}

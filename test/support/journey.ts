import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { ownChromium } from "./chromium.ts";
import { copyOfData } from "./demonstration.ts";
import { hear } from "./hearing.ts";
import { removeData, type Service, type ServiceOptions, startService } from "./service.ts";

/** A way in which each journey is made: what a person may have or lack. */
export interface Way {
  readonly name: string;
  readonly javaScript: boolean;
  readonly width: number;
}

const NARROW = 360;
const HEIGHT = 800;

/** The two furthest apart. Each page met with a script is checked at both widths: see `check`. */
export const wide: Way = { name: "à 1280 px, avec JavaScript", javaScript: true, width: 1280 };
export const narrow: Way = { name: "à 360 px, sans JavaScript", javaScript: false, width: NARROW };

/** The ways of this run: the second is left to the runs that wait for the slow suites, where the run says so. */
export const ways: readonly Way[] = process.env.ESSAIM_WAYS === "first" ? [wide] : [wide, narrow];

export interface Journey {
  readonly service: Service;
  /** Opens a new person's browser. Errors of its console and pages fail the test at `check`. */
  enter(way?: Way): Promise<Traveller>;
}

/** One person in front of one browser. */
export interface Traveller {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly way: Way;
  go(path: string): Promise<void>;
  /** Enters as a demonstration person, by the page that anyone uses. */
  enterAs(name: string | RegExp): Promise<void>;
  /**
   * Nothing went wrong in the page's console, it has one h1; at 1280 and at 360 px it does not scroll sideways, squeezes
   * no control, and axe finds nothing.
   */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the built service, its demonstration loaded, and a browser for the tests of a file, and stops them. */
export function useJourney(options: ServiceOptions = {}): Journey {
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    service = await startService({ ...options, dataDir: options.dataDir ?? copyOfData(inject("demonstration")) });
    browser = await ownChromium();
  });
  afterAll(async () => {
    await service?.stop();
    if (service && options.dataDir === undefined) removeData(service.dataDir);
  });
  return {
    get service() {
      return service;
    },
    enter: (way = wide) => enter(browser, service, way),
  };
}

async function enter(browser: Browser, service: Service, way: Way): Promise<Traveller> {
  const context = await browser.newContext({
    baseURL: service.origin,
    javaScriptEnabled: way.javaScript,
    viewport: { width: way.width, height: HEIGHT },
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    // A refused form answers 4xx on purpose; the console says it, and it is no trouble of the page.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) troubles.push(message.text());
  });
  return {
    page,
    context,
    way,
    go: async (path) => void (await page.goto(path)),
    enterAs: (name) => enterAs(page, name),
    async check() {
      expect(troubles, `console of ${page.url()}`).toEqual([]);
      await fits(page);
      // Axe runs inside the page: without JavaScript there, the same page with it tells the same.
      if (!way.javaScript) return;
      await hear(page, way.width, false);
      await page.setViewportSize({ width: NARROW, height: HEIGHT });
      await fits(page);
      await hear(page, NARROW, true);
      await page.setViewportSize({ width: way.width, height: HEIGHT });
    },
    close: () => context.close(),
  };
}

async function enterAs(page: Page, name: string | RegExp): Promise<void> {
  await page.goto("/demonstration");
  // Most people stand folded, under those who meet every situation.
  await page.locator("main details.es-disclosure > summary").click();
  await page.getByRole("button", { name }).first().click();
  await page.waitForURL((url) => url.pathname !== "/demonstration");
}

async function fits(page: Page): Promise<void> {
  const found = await page.locator("html").evaluate((html) => ({
    titles: html.querySelectorAll("h1").length,
    /** Pixels by which the page is wider than its window. */
    sideways: html.scrollWidth - html.clientWidth,
    /** Controls shown too thin to be seen or touched; what only a screen reader meets is one pixel wide, or none. */
    squeezed: [...html.querySelectorAll("input:not([type=hidden]), button, select, textarea")].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const isThin = Math.min(width, height) < 16 && Math.max(width, height) > 1;
      return isThin ? [`${control.outerHTML.slice(0, 120)} ${width} × ${height}`] : [];
    }),
  }));
  expect(found.titles, `h1 of ${page.url()}`).toBe(1);
  expect(found.sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(1);
  expect(found.squeezed, `${page.url()} squeezes controls`).toEqual([]);
}

/** Walks with the Tab key until the element has the focus; fails after `limit` stops. */
export async function tabTo(page: Page, name: string | RegExp, limit = 60): Promise<void> {
  for (let stops = 0; stops < limit; stops += 1) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      // Between the last stop and the first, the page itself has the focus, and its text holds every name.
      if (element === null || element === document.body) return "";
      const labels =
        "labels" in element ? [...((element as HTMLInputElement).labels ?? [])].map((one) => one.textContent) : [];
      return [element.getAttribute("aria-label"), ...labels, element.textContent].join(" ").replace(/\s+/g, " ").trim();
    });
    if (typeof name === "string" ? label.includes(name) : name.test(label)) return;
  }
  throw new Error(`the Tab key never reached ${name}`);
}

/** Picks one radio or box by its name and value, as a person does: by clicking its label. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const id = await page.locator(`input[name="${name}"][value="${value}"]`).getAttribute("id");
  await page.locator(`label[for="${id}"]`).click();
}

import type { Browser, Locator, Page } from "playwright-core";
import { ownChromium } from "../test/support/chromium.ts";

/**
 * `node bench/journeys.ts http://localhost:3000`: how many clicks, page loads and seconds an award and a refusal take
 * the funder's side, with a mouse, on a service that has its demonstration. It walks its files for good: each run wants
 * a fresh demonstration. Writes a Markdown table on the standard output.
 */
const [origin = "http://localhost:3000"] = process.argv.slice(2);
const AWARDED = "AC-2026-00036";
const REFUSED = "AC-2026-00039";

/** Someone with a mouse: every press and every page is counted. */
class Hand {
  clicks = 0;
  loads = 0;
  readonly page: Page;
  private readonly since = performance.now();

  constructor(page: Page) {
    this.page = page;
    page.on("request", (request) => {
      // What a sent form redirects to is the same wait.
      const isFirst = request.redirectedFrom() === null;
      if (request.isNavigationRequest() && request.frame() === page.mainFrame() && isFirst) this.loads += 1;
    });
  }

  async press(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  /** Presses what leads to another page. */
  async follow(what: Locator): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.press(what)]);
  }

  async write(where: Locator, text: string): Promise<void> {
    await this.press(where);
    await this.page.keyboard.type(text);
  }

  seconds(): string {
    return ((performance.now() - this.since) / 1000).toFixed(1);
  }
}

const officer = /Inès Truction/;
const supervisor = /Thibault Responsable/;
const secretary = /Célia Commission/;
const browser = await ownChromium();
console.log("| part of the way | clicks | page loads | seconds |\n|---|---:|---:|---:|");

await walk("award: from « complet » to the opinion", officer, "/instruction", async (hand) => {
  await hand.follow(link(hand, AWARDED));
  await hand.follow(button(hand, "Commencer l’instruction"));
  await judge(hand);
  await giveOpinion(hand, "favorable", "Une démarche progressive, partagée par l’équipe.");
});
await walk("award: the opinion validated", supervisor, "/aujourdhui", (hand) => validate(hand, AWARDED));
await walk("award: the vote", secretary, "/instruction?vue=avis", async (hand) => {
  await hand.follow(link(hand, AWARDED));
  await vote(hand, "favorable");
});
await walk("award: notified, the agreement made", officer, "/instruction?vue=suites", async (hand) => {
  await hand.follow(link(hand, AWARDED));
  await hand.follow(button(hand, "Notifier l’aide au demandeur"));
  await hand.follow(button(hand, "Établir la convention"));
});
await walk("refusal: from the filing to the opinion", officer, "/instruction", async (hand) => {
  await hand.follow(link(hand, REFUSED));
  await hand.follow(button(hand, "Complet, et commencer l’instruction"));
  await hand.press(hand.page.locator(".es-point label").filter({ hasText: "Non remplie" }).first());
  await giveOpinion(hand, "defavorable", "La condition n’est pas remplie.");
});
await walk("refusal: the opinion validated", supervisor, "/aujourdhui", (hand) => validate(hand, REFUSED));
await walk("refusal: the vote", secretary, "/instruction?vue=avis", async (hand) => {
  await hand.follow(link(hand, REFUSED));
  await vote(hand, "rejet");
});
await walk("refusal: notified", officer, "/instruction?vue=suites", async (hand) => {
  await hand.follow(link(hand, REFUSED));
  await hand.follow(button(hand, "Notifier le refus au demandeur"));
});
await browser.close();

async function walk(name: string, who: RegExp, from: string, work: (hand: Hand) => Promise<void>): Promise<void> {
  const page = await enter(browser, who);
  await page.goto(from);
  const hand = new Hand(page);
  await work(hand);
  console.log(`| ${name} | ${hand.clicks} | ${hand.loads} | ${hand.seconds()} |`);
  await page.context().close();
}

async function enter(of: Browser, who: RegExp): Promise<Page> {
  const context = await of.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
  });
  const page = await context.newPage();
  await page.goto("/demonstration");
  await page.locator("main details.es-disclosure > summary").click();
  await page.getByRole("button", { name: who }).first().click();
  await page.waitForURL((url) => url.pathname !== "/demonstration");
  return page;
}

function link({ page }: Hand, name: string): Locator {
  return page.getByRole("link", { name, exact: true });
}

function button({ page }: Hand, name: string): Locator {
  return page.getByRole("button", { name }).first();
}

/** Every doubt and check that nobody has answered, as the machine reads it, for one reason; the grid as read. */
async function judge(hand: Hand): Promise<void> {
  const shared = hand.page.locator('textarea[name="motif-commun"]');
  const isShared = (await shared.count()) > 0;
  for (const point of await hand.page.locator(".es-point, .es-doubt").all()) {
    const first = point.locator("label").first();
    const isLeft = (await point.locator("input:checked").count()) === 0;
    if (!isLeft || !(await first.isVisible())) continue;
    await hand.press(first);
    if (!isShared) await hand.write(point.locator("textarea").first(), "Vu avec la structure.");
  }
  if (isShared) await hand.write(shared, "Vu avec la structure.");
  await hand.press(hand.page.locator('input[name="grille-reste"]'));
}

async function giveOpinion(hand: Hand, sense: string, words: string): Promise<void> {
  await hand.press(labelOf(hand.page, "sens", sense));
  await hand.write(hand.page.locator('textarea[name="avis"]'), words);
  await hand.follow(button(hand, "Transmettre à la validation"));
}

async function validate(hand: Hand, number: string): Promise<void> {
  await hand.follow(hand.page.getByRole("link", { name: "Les valider" }));
  const isBefore = (await hand.page.locator("section.es-band").filter({ hasText: number }).count()) > 0;
  if (!isBefore) await hand.follow(link(hand, number));
  await hand.follow(button(hand, "Valider l’avis"));
}

async function vote(hand: Hand, sense: string): Promise<void> {
  const today = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short" }).format(new Date());
  await hand.write(hand.page.locator('input[name="date"]'), today);
  await hand.write(hand.page.locator('input[name="deliberation"]'), "CP-ESSAI-01");
  await hand.press(labelOf(hand.page, "sens", sense));
  await hand.follow(button(hand, "Enregistrer la décision"));
}

function labelOf(page: Page, name: string, value: string): Locator {
  return page
    .locator("label")
    .filter({ has: page.locator(`input[name="${name}"][value="${value}"]`) })
    .or(page.locator(`input[name="${name}"][value="${value}"] + label`));
}

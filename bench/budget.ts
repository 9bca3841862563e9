import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoBudget, demoCosts } from "#policy/frameworks/2025-07-15/transitions/demonstration/budget.ts";
import { createApp } from "../src/app.ts";
import { makeBudget } from "../src/applications/budget/budgeting.fixture.ts";
import { startSession } from "../src/people/index.ts";
import { readConfig } from "../src/platform/config.ts";
import { inTransaction } from "../src/platform/database/database.ts";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { urls } from "../src/urls.ts";
import { startWeb } from "../src/web.ts";
import { openWorld } from "../src/world.ts";
import { ownChromium } from "../test/support/chromium.ts";

/**
 * `npx tsx bench/budget.ts`: a budget of 200 lines. How long its figures take as one types, from the request to
 * the answer, database and session included; how long a sending that keeps it takes; and its page.
 */
const LINES = 200;
const TRIES = 30;
const PORT = "4390";
const folder = mkdtempSync(join(tmpdir(), "essaim-budget-"));
chmodSync(folder, 0o755);
const database = await startEmbedded(folder);
try {
  const settings = {
    PORT,
    DATABASE_URL: database.url,
    ESSAIM_DATA_DIR: folder,
    ESSAIM_LOG_LEVEL: "silent",
  };
  const { world, close } = await openWorld(readConfig(settings));
  const app = createApp(world);
  const costs = Array.from({ length: LINES }, (_, at) => demoCosts[at % demoCosts.length] ?? {});
  const budget = demoBudget(costs);
  const cell = Object.keys(budget).find((key) => key.endsWith(".10.amount")) ?? "";
  const tx = {
    clock: world.clock,
    world,
    inTx: (work: Parameters<typeof inTransaction>[2], reader = "system" as const) =>
      inTransaction(world.db, reader, work),
  };
  const { id, organisation } = await makeBudget(tx as never, 0, budget);
  const { cookie } = await startSession(world, organisation.owner);
  const headers = {
    cookie,
    origin: world.origin,
    "content-type": "application/x-www-form-urlencoded",
    accept: "application/json",
  };
  const post = (path: string, body: string) => async () => {
    const answer = await app.request(world.origin + path, { method: "POST", body, headers });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return (await answer.text()).length;
  };
  const section = urls.applicationSection.href({ id, section: "budget" });
  const page = async () => (await (await app.request(world.origin + section, { headers: { cookie } })).text()).length;
  const shown = [
    ...(await (await app.request(world.origin + section, { headers: { cookie } })).text()).matchAll(
      /data-stamp="([^"]+)"/g,
    ),
  ];
  const vu = shown.map(([, stamp]) => stamp).join("");
  let typed = 0;
  process.stdout.write(
    "| 200 lignes | médiane (ms) | p95 (ms) | processeur (ms) | réponse (ko) |\n|---|---:|---:|---:|---:|\n",
  );
  await tell("chiffres pendant la saisie", post(urls.applicationBudgetFigures.href({ id }), `vu=${vu}&${cell}=24+000`));
  await tell("une case enregistrée", () => {
    typed += 1;
    return post(section, `${cell}=${typed}&page=essai`)();
  });
  await tell("la page", page);
  const web = await startWeb(world);
  await tell("de la touche au total, dans un navigateur", await fromKeyToTotal(world.origin + section, cell, cookie));
  await web.stop();
  await close();
} finally {
  await (await ownChromium()).close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** One key typed in the amount of a line, until the total of the table has changed; answers what that took, in ms. */
async function fromKeyToTotal(address: string, cell: string, cookie: string): Promise<() => Promise<Told>> {
  const context = await (await ownChromium()).newContext();
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: new URL(address).origin }]);
  const page = await context.newPage();
  await page.goto(address);
  const amount = page.locator(`[name="${cell}"]`);
  let next = 1000;
  return async () => {
    await amount.fill(String(next));
    // Its own answer, and the keeping of it, come first.
    await page.waitForTimeout(1500);
    next += 1;
    const took = page.locator("[data-total='cost']").evaluate(
      (total) =>
        new Promise<number>((done) => {
          let from = 0;
          document.addEventListener("input", () => (from = performance.now()), { once: true, capture: true });
          new MutationObserver((_, watch) => {
            watch.disconnect();
            done(performance.now() - from);
          }).observe(total, { childList: true, characterData: true, subtree: true });
        }),
    );
    await amount.press("End");
    await amount.press("7");
    return { bytes: 0, ms: await took };
  };
}

interface Told {
  readonly bytes: number;
  readonly ms: number;
}

async function tell(name: string, work: () => Promise<number | Told>): Promise<void> {
  const times: number[] = [];
  let before = process.cpuUsage();
  let size = 0;
  for (let tries = 0; tries < TRIES + 5; tries += 1) {
    const start = performance.now();
    const told = await work();
    size = typeof told === "number" ? told : told.bytes;
    // The first ones compile the rules.
    if (tries >= 5) times.push(typeof told === "number" ? performance.now() - start : told.ms);
    else before = process.cpuUsage();
  }
  times.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  const processor = ((user + system) / 1000 / TRIES).toFixed(1);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
  process.stdout.write(`| ${name} | ${at(0.5)} | ${at(0.95)} | ${processor} | ${Math.round(size / 1024)} |\n`);
}

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allTicked, makeDraft, makeOrganisation } from "#src/applications/applying.fixture.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { newDataDir, removeData, type Service, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** The embedded database dies under a service that lives: people are told, nothing is lost, and it comes back alone. */
const folder = newDataDir();
const DEATHS = 3;
let service: Service;
let owner: Browser;
let id: string;

beforeAll(async () => {
  const w = await openFolder(folder);
  let cookie: string;
  try {
    const organisation = await makeOrganisation(w, 0);
    ({ id } = await makeDraft(w, organisation, 0));
    cookie = await w.signIn(organisation.owner);
  } finally {
    await w.close();
  }
  service = await startService({ dataDir: folder, env: quietly });
  owner = browserAt(service, cookie);
}, 120_000);
afterAll(async () => {
  await service?.stop();
  removeData(folder);
});

const section = () => urls.applicationSection.href({ id, section: "project" });
const isBack = async () => (await fetch(`${service.origin}/healthz`)).status === 200;

function killDatabase(): void {
  process.kill(Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
}

async function save(needs: string): Promise<number> {
  return (await owner.post(section(), { needs, page: "essai" }, { accept: "application/json" })).status;
}

it("tells people of an outage, goes on without what needs it, and keeps all it acknowledged", {
  timeout: 120_000,
}, async () => {
  for (let death = 1; death <= DEATHS; death++) {
    expect(await save(`Acquis ${death}`)).toBe(200);
    killDatabase();
    const refused = await owner.post(section(), { needs: `Tapé pendant ${death}`, page: "essai" });
    expect(refused.status).toBe(503);
    expect(refused.body).toContain(`value="Tapé pendant ${death}"`);
    expect((await fetch(`${service.origin}/healthz`)).status).toBe(503);
    expect((await owner.get(urls.queue.href())).status).toBe(503);
    const stranger = browserAt(service);
    for (const page of [urls.home.href(), urls.scheme.href({ scheme: "appui-conseil" })]) {
      expect([page, (await stranger.get(page)).status]).toEqual([page, 200]);
    }
    const result = urls.simulatorResult.href({ scheme: "appui-conseil" }, { route: "individual" });
    expect((await stranger.get(result)).status).toBe(200);
    await expect.poll(isBack, { timeout: 30_000 }).toBe(true);
    expect((await owner.get(section())).body).toContain(`Acquis ${death}`);
    // What waited on the page is sent again.
    expect((await owner.post(section(), { needs: `Tapé pendant ${death}`, page: "essai" })).status).toBe(303);
    expect((await owner.get(section())).body).toContain(`Tapé pendant ${death}`);
  }
});

it("goes on with its background work once the database is back", { timeout: 120_000 }, async () => {
  const fields = { ...allTicked, cle: randomUUID(), version: "1" };
  const filed = await owner.post(urls.applicationSubmission.href({ id }), fields);
  expect(filed.status, filed.body).toBe(303);
  const page = async () => (await owner.get(urls.application.href({ id }))).body;
  await expect.poll(page, { timeout: 60_000, interval: 300 }).toMatch(/\/documents\/[0-9a-f-]{36}/);
  expect(await service.stop()).toBe(0);
  const w = await openFolder(folder);
  try {
    expect((await verifyJournal(w.world.db)).faults).toEqual([]);
  } finally {
    await w.close();
  }
});

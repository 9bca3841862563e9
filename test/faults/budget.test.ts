import { afterAll, beforeAll, expect, it } from "vitest";
import { type Budgeting, makeBudget, rawOf } from "#src/applications/budget/budgeting.fixture.ts";
import { urls } from "#src/urls.ts";
import { newDataDir, removeData, startService } from "#test/support/service.ts";
import { browserAt, openFolder, quietly } from "./folder.ts";

/** kill -9 while a budget saves itself and gains lines: what was answered is there, and no line is half there. */
const ROUNDS = 3;
const folder = newDataDir();
let of: Budgeting;
let cookie: string;

beforeAll(async () => {
  const w = await openFolder(folder);
  try {
    of = await makeBudget(w);
    cookie = await w.signIn(of.organisation.owner);
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

interface Known {
  typed: number;
  sent: number;
  added: number;
  asked: number;
}

async function round(known: Known): Promise<void> {
  const service = await startService({ dataDir: folder, env: quietly });
  const owner = browserAt(service, cookie);
  const page = urls.applicationSection.href({ id: of.id, section: "budget" });
  const json = { accept: "application/json" };
  let gone = false;
  const until = async (act: () => Promise<void>) => {
    while (!gone) await act().catch(() => undefined);
  };
  const typing = until(async () => {
    const sent = ++known.sent;
    const answer = await owner.post(
      page,
      { "costs.0.label": `Ligne ${sent}`, "costs.1.label": `Ligne ${sent}`, page: "essai" },
      json,
    );
    if (answer.status === 200) known.typed = sent;
  });
  const adding = until(async () => {
    known.asked += 1;
    const answer = await owner.post(page, { "ligne-dupliquer": "costs.2", page: "ajout" }, json);
    if (answer.status === 200) known.added += 1;
  });
  const before = known.typed;
  for (let n = 0; n < 400 && known.typed === before; n += 1) await pause(25);
  await pause(Math.random() * 500);
  gone = true;
  await service.kill();
  await Promise.all([typing, adding]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

it("loses no cell that it acknowledged, and holds every line whole", { timeout: 240_000 }, async () => {
  const known: Known = { typed: 0, sent: 0, added: 0, asked: 0 };
  const first = 23;
  for (let at = 0; at < ROUNDS; at += 1) {
    await round(known);
    const w = await openFolder(folder);
    try {
      const raw = await rawOf(w, of.id);
      const typed = Number(/\d+$/.exec(String(raw["costs.0.label"]))?.[0]);
      expect(typed).toBeGreaterThanOrEqual(known.typed);
      expect(typed).toBeLessThanOrEqual(known.sent);
      expect(raw["costs.1.label"], "both cells of one sending").toBe(raw["costs.0.label"]);
      const added = Number(raw["costs.length"]) - first;
      expect(added).toBeGreaterThanOrEqual(known.added);
      expect(added).toBeLessThanOrEqual(known.asked);
      for (let line = first; line < first + added; line += 1)
        expect(raw[`costs.${line}.amount`], `line ${line}`).toBe(raw["costs.2.amount"]);
    } finally {
      await w.close();
    }
  }
  expect(known.typed).toBeGreaterThan(0);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

let world: TestWorld;
let browser: Browser;
beforeAll(async () => {
  world = await openTestWorld();
  browser = await world.browser();
});
afterAll(() => world.close());

const simulator = urls.simulator.href({ scheme: "transitions" });
const result = urls.simulatorResult.href({ scheme: "transitions" });
const ask = (path: string, answers: Readonly<Record<string, string>>) =>
  browser.get(`${path}?${new URLSearchParams(answers)}`);

const staff = { "costs.length": "1", "costs.0.heading": "staff", "costs.0.amount": "80 000" };

it("shows the cells that a line calls for before it goes on, once, without a script", async () => {
  const sent = { ...staff, etape: "costs", aller: "suite" };
  const again = await ask(simulator, sent);
  expect(again.status).toBe(303);
  expect(again.location).toMatch(/etape=costs.*#champ-costs-0/);
  const page = await browser.get(again.location ?? "");
  const cells = [...page.body.matchAll(/name="(costs\.0\.[A-Za-z]+)"/g)].map(([, name]) => [name ?? "", ""] as const);
  expect(cells.map(([name]) => name)).toContain("costs.0.timeShare");
  const onward = await ask(simulator, { ...Object.fromEntries(cells), ...sent });
  expect(onward.location).toMatch(/etape=/);
  expect(onward.location).not.toMatch(/etape=costs/);
});

it("counts no cost in the lines where nothing is written yet", async () => {
  const external = { "costs.0.heading": "external", "costs.0.amount": "40 000", requestedEsfRate: "60" };
  const [alone, followed] = await Promise.all(
    ["1", "7"].map(async (length) => (await ask(result, { ...external, "costs.length": length })).body),
  );
  const amounts = (body = "") => [...body.matchAll(/es-money">([^<]+)</g)].map(([, amount]) => amount);
  expect(amounts(alone).length).toBeGreaterThan(3);
  expect(amounts(followed)).toEqual(amounts(alone));
});

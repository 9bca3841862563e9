import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { createPerson } from "../people.ts";

let w: TestWorld;
let person: string;
beforeAll(async () => {
  w = await openTestWorld();
  person = await inTransaction(w.world.db, "system", (tx) =>
    createPerson(tx, { name: "Camille Exemple", email: "camille@formation.example" }),
  );
});
afterAll(() => w.close());

/** Pages that a stranger may keep for a while. */
const open = [
  urls.home.href(),
  urls.strategy.href(),
  urls.scheme.href({ scheme: "appui-conseil" }),
  urls.simulator.href({ scheme: "appui-conseil" }),
  urls.simulatorResult.href({ scheme: "appui-conseil" }),
  urls.api.href(),
];

it.each(open)("%s is kept for all only where it tells nobody anything", async (path) => {
  const browser = await w.browser(person);
  const signedIn = await browser.get(path);
  expect(signedIn.headers.get("cache-control")).toBe("private, no-store");
  expect(signedIn.body).toContain("Se déconnecter");
  await browser.post(urls.signOut.href());
  const told = await browser.get(path);
  expect(told.body).toContain("Vous êtes déconnecté.");
  expect(told.headers.get("cache-control")).toBe("private, no-store");
  const stranger = await browser.get(path);
  expect(stranger.body).not.toContain("Vous êtes déconnecté.");
  expect(stranger.headers.get("cache-control")).toMatch(/^public/);
  expect(stranger.headers.get("vary")).toContain("cookie");
});

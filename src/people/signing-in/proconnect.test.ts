import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { urls } from "#src/urls.ts";
import { professionals } from "#test/oidc/people.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { createPerson } from "../index.ts";
import { type DemonstrationProvider, startDemonstrationProvider } from "./demonstration-provider.ts";
import { keepWorkplace, workplacesOf } from "./workplace.ts";

let the: TestWorld;
let provider: DemonstrationProvider;
beforeAll(async () => {
  provider = await startDemonstrationProvider({
    port: 0,
    clientOrigin: "http://localhost:3000",
    people: professionals,
  });
  the = await openTestWorld({ settings: settingsOf(provider) });
});
afterAll(async () => {
  await the.close();
  await provider.stop();
});

async function workplaceIn(person: string, siren: string): Promise<string | null> {
  const asked = sql<{ sirets: readonly string[] }>`SELECT ${workplacesOf(sql`${person}`)} AS sirets`;
  const [row] = (await asked.execute(the.world.db)).rows;
  return row?.sirets.find((one) => one.startsWith(siren)) ?? null;
}

function settingsOf(one: Pick<DemonstrationProvider, "issuer" | "clientId" | "clientSecret">) {
  return {
    ESSAIM_OIDC_ISSUER: one.issuer,
    ESSAIM_OIDC_CLIENT_ID: one.clientId,
    ESSAIM_OIDC_CLIENT_SECRET: one.clientSecret,
  };
}

/** Walks the provider's pages as a browser does, with its own cookies; gives the path of the service it comes back to. */
async function atProvider(start: string, sub: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let steps = 0; steps < 10; steps++) {
    if (url.startsWith("http://localhost:3000")) return url.slice("http://localhost:3000".length);
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null && response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    url = location === null ? `${url}?sub=${encodeURIComponent(sub)}` : new URL(location, url).href;
  }
  throw new Error("the provider goes round in circles");
}

async function signInAs(browser: Browser, sub: string, retour = "/compte") {
  const start = await browser.get(urls.signInProConnect.href({}, { retour }));
  expect(start.status).toBe(303);
  return browser.get(await atProvider(start.location ?? "", sub));
}

const visitorCount = async () =>
  Number((await the.world.pool.query("SELECT count(*) AS n FROM person")).rows[0]?.n ?? 0);

test("someone new signs in: account made with the provider's names, nothing of its tokens kept", async () => {
  const browser = await the.browser();
  const back = await signInAs(browser, "fi-1:alix");
  expect(back.status).toBe(302);
  expect(back.location).toBe("/compte");
  const person = await the.world.db
    .selectFrom("person")
    .selectAll()
    .where("email", "=", "alix.modele@organisme.example")
    .executeTakeFirstOrThrow();
  expect(person.name).toBe("Alix Modèle");
  const account = await the.world.db
    .selectFrom("sign_in_account")
    .selectAll()
    .where("person_id", "=", person.id)
    .executeTakeFirstOrThrow();
  expect(account).toMatchObject({
    provider_id: "proconnect",
    account_id: "fi-1:alix",
    access_token: null,
    refresh_token: null,
    id_token: null,
  });
  expect((await browser.get(urls.signIn.href())).status).toBe(303);
});

test("the same address from another identity provider is the same person here", async () => {
  const before = await visitorCount();
  const back = await signInAs(await the.browser(), "fi-2:alix");
  expect(back.location).toBe("/compte");
  expect(await visitorCount()).toBe(before);
});

test("someone who is known by mail joins that account; the second time too", async () => {
  await the.inTx((tx) => createPerson(tx, { name: "Sans Nom Au Départ", email: "sans.nom@organisme.example" }));
  const before = await visitorCount();
  for (let times = 0; times < 2; times++) {
    const browser = await the.browser();
    await signInAs(browser, "fi-1:sans-nom");
    expect((await browser.get(urls.signIn.href())).status).toBe(303);
  }
  expect(await visitorCount()).toBe(before);
});

test("the SIRET that the provider tells is kept, of the last sign-in, and of no other organisation", async () => {
  const { id } = await the.world.db
    .selectFrom("person")
    .select("id")
    .where("email", "=", "alix.modele@organisme.example")
    .executeTakeFirstOrThrow();
  expect(await workplaceIn(id, "356000000")).toBe("35600000000048");
  expect(await workplaceIn(id, "732829320")).toBe(null);
  for (const [told, kept] of [
    ["73282932000074", "73282932000074"],
    ["35600000000049", null],
    [undefined, null],
  ] as const) {
    await keepWorkplace(the.world, "fi-1:alix", told);
    await keepWorkplace(the.world, "fi-2:alix", undefined);
    expect(await workplaceIn(id, "356000000")).toBe(null);
    expect(await workplaceIn(id, "732829320")).toBe(kept);
  }
});

test("an answer that this browser did not ask for, or a second time, signs nobody in", async () => {
  const asking = await the.browser();
  const start = await asking.get(urls.signInProConnect.href());
  const callback = await atProvider(start.location ?? "", "fi-1:alix");
  const other = await the.browser();
  const stolen = await other.get(callback);
  expect(stolen.location).toContain("/connexion?error=");
  expect(other.cookies()).not.toContain("session_token");
  const forged = await asking.get(callback.replace(/state=[^&]+/, "state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
  expect(forged.location).toContain("/connexion?error=");
  expect((await asking.get("/connexion?error=state_mismatch")).body).toContain("n’a pas abouti");
});

test("the provider is asked nothing beyond what ProConnect knows", async () => {
  const { location } = await (await the.browser()).get(urls.signInProConnect.href());
  const asked = new URL(location ?? "").searchParams;
  expect([...asked.keys()].sort()).toEqual(["client_id", "nonce", "redirect_uri", "response_type", "scope", "state"]);
  expect(asked.get("state")?.length).toBeGreaterThanOrEqual(32);
  expect(asked.get("nonce")?.length).toBeGreaterThanOrEqual(32);
  expect(asked.get("scope")).toBe("openid given_name usual_name email siret");
});

test("a provider that does not answer leaves the link by mail, and is tried again later", async () => {
  const settings = settingsOf({ issuer: "http://127.0.0.1:9", clientId: "essaim", clientSecret: "x" });
  const other = await openTestWorld({ settings });
  try {
    const browser = await other.browser();
    const start = await browser.get(urls.signInProConnect.href());
    expect(start.location).toContain("/connexion?error=provider_unreachable");
    const page = await browser.get(start.location ?? "");
    expect(page.body).toContain("ProConnect ne répond pas");
    expect(page.body).toContain("Recevoir un lien de connexion");
  } finally {
    await other.close();
  }
});

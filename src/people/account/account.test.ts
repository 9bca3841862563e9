import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "#src/platform/config.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { noCaseload } from "../agents/caseload.fixture.ts";
import { withoutSecrets } from "../agents/outbox.ts";
import {
  addMember,
  createOrganisation,
  createPerson,
  giveRole,
  grantAgentRole,
  inviteAgent,
  startSession,
  takeRole,
} from "../index.ts";
import { clientAddress } from "../signing-in/client-address.ts";
import { deviceName } from "../signing-in/device.ts";

let the: TestWorld;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

let made = 0;
function person(name = "Personne Essai"): Promise<string> {
  made++;
  return the.inTx((tx) => createPerson(tx, { name, email: `essai-${made}@organisme.example` }));
}

test("whoever is new says their name first, then goes on to where they were going", async () => {
  const browser = await the.browser(await person(""));
  const led = await browser.get(urls.newOrganisation.href());
  expect(led.location).toBe("/compte/nom?retour=%2Forganisations%2Fnouvelle");
  expect((await browser.get(led.location ?? "")).body).toContain("Comment vous appelez-vous");
  for (const nom of ["", "x".repeat(121), "Allez sur www.ailleurs.example", "<b>Nom</b>"]) {
    expect((await browser.post(urls.accountName.href(), { nom, retour: "/compte" })).status).toBe(422);
  }
  const named = await browser.post(urls.accountName.href(), {
    nom: "  Noé   Nouveau ",
    retour: "/organisations/nouvelle",
  });
  expect(named.location).toBe("/organisations/nouvelle");
  expect((await browser.get(urls.account.href())).body).toContain("Noé Nouveau");
});

test("sessions are seen, closed one by one or all the others, at once", async () => {
  const id = await person();
  const [here, there, third] = [await the.browser(id), await the.browser(id), await the.browser(id)];
  const foreign = await startSession(the.world, await person());
  const page = await here.get(urls.account.href());
  expect(page.body.match(/\/fermeture"/g)).toHaveLength(2);
  expect((await here.post(urls.accountSession.href({ session: foreign.id }))).status).toBe(404);
  expect((await here.post(/\/compte\/sessions\/[^"]+\/fermeture/.exec(page.body)?.[0] ?? "")).status).toBe(303);
  await here.post(urls.accountSessions.href());
  for (const closed of [there, third]) expect((await closed.get(urls.account.href())).location).toContain("/connexion");
  expect((await here.get(urls.account.href())).status).toBe(200);
});

test("an account is deleted, save for agents and for who is alone responsible", async () => {
  const id = await person();
  const browser = await the.browser(id);
  const organisation = await the.inTx(async (tx) => {
    const one = await createOrganisation(tx, { kind: "other", siren: "732829320", name: "Essai", source: "declared" });
    await addMember(tx, one, id, "owner");
    return one;
  });
  expect((await browser.postAndFollow(urls.accountDeletion.href())).body).toContain("seul responsable");
  const other = await person();
  await the.inTx((tx) => addMember(tx, organisation, other, "owner"));
  expect((await browser.post(urls.accountDeletion.href())).location).toBe("/");
  expect((await browser.get(urls.account.href())).location).toContain("/connexion");
  const agent = await person();
  await the.inTx((tx) => grantAgentRole(tx, agent, "officer"));
  expect((await (await the.browser(agent)).postAndFollow(urls.accountDeletion.href())).body).toContain(
    "vos rôles d’agent",
  );
});

test("roles of agents are given and taken, told by mail, journaled; one administrator always stays", async () => {
  const first = (await inviteAgent(the.world, "Premiere.Agente@region.example", "administrator")) ?? "";
  await the.inTx((tx) => tx.updateTable("person").set({ name: "Première Agente" }).where("id", "=", first).execute());
  const browser = await the.browser(first);
  const give = await browser.postAndFollow(urls.administrationRoles.href(), {
    email: "autre@region.example",
    role: "officer",
  });
  expect(give.body).toContain("autre@region.example");
  const mail = await the.inTx((tx) =>
    tx.selectFrom("mail").select("body").where("to_address", "=", "autre@region.example").executeTakeFirstOrThrow(),
  );
  expect(mail.body).toContain("rôle d’agent");
  const wrong = await browser.post(urls.administrationRoles.href(), { email: "pas une adresse", role: "king" });
  expect(wrong.status).toBe(422);
  const alone = urls.administrationRole.href({ person: first, role: "administrator" });
  expect((await browser.postAndFollow(alone)).body).toContain("seul administrateur");
  expect(await giveRole(the.world, "autre@region.example", "administrator")).toBe(true);
  expect(await giveRole(the.world, "personne@region.example", "administrator")).toBe(false);
  await browser.post(alone);
  expect((await browser.get(urls.administration.href())).status).toBe(404);
  const took = await takeRole(the.world, noCaseload, "autre@region.example", "officer");
  expect(took).toEqual({ given: 0, left: 0, tasks: 0 });
  const entries = await the.inTx((tx) =>
    tx
      .selectFrom("journal")
      .select(["act", "actor"])
      .where("chain", "=", `person:${first}`)
      .orderBy("position")
      .execute(),
  );
  expect(entries).toEqual([
    { act: "agent-role-granted", actor: null },
    { act: "agent-role-revoked", actor: first },
  ]);
  expect((await verifyJournal(the.world.db)).faults).toEqual([]);
});

test("the demonstration's outbox is everyone's letter box; elsewhere links are masked", async () => {
  const browser = await the.browser();
  await browser.post(urls.signIn.href(), { email: "lectrice@organisme.example" });
  const page = await browser.get(urls.outbox.href());
  expect(page.body).toContain('<a href="http://localhost:3000/connexion/lien?jeton=');
  const masked = withoutSecrets("https://x/connexion/lien?jeton=abc_D-1&retour=%2F et https://x/invitations/abc-DEF_1");
  expect(masked).toBe("https://x/connexion/lien?jeton=…&retour=%2F et https://x/invitations/…");
});

test("a device is named from what its browser says", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36";
  expect(deviceName(chrome)).toBe("Chrome sur Linux");
  expect(deviceName(`${chrome} Edg/147.0`)).toBe("Edge sur Linux");
  expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1")).toBe(
    "Safari sur iOS",
  );
  expect(deviceName("curl/8")).toBe("Appareil non reconnu");
  expect(deviceName(null)).toBe("Appareil non reconnu");
});

describe("the address of a browser", () => {
  const trusting = (list: string) => readConfig({ ESSAIM_TRUSTED_PROXIES: list }).trustedProxies;

  test.each([
    ["another machine is not believed", "203.0.113.9", "198.51.100.7", "203.0.113.9"],
    ["this machine's proxy is", "127.0.0.1", "198.51.100.7", "198.51.100.7"],
    ["written as IPv6 too", "::ffff:127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"],
    ["what the browser wrote itself is not", "127.0.0.1", "192.0.2.1, 198.51.100.7", "198.51.100.7"],
    ["nor what is no address", "::1", "n’importe quoi", "::1"],
    ["without a socket it is this machine", undefined, undefined, "127.0.0.1"],
  ])("by default, %s", (_what, peer, forwarded, address) => {
    expect(clientAddress(readConfig({}).trustedProxies, peer, forwarded)).toBe(address);
  });

  test.each([
    ["one proxy", "10.1.2.3", "192.0.2.1, 198.51.100.7", "198.51.100.7"],
    ["two, one behind the other", "10.1.2.3", "192.0.2.1, 198.51.100.7, 2001:db8::5", "198.51.100.7"],
    ["all of them trusted: the first of them", "10.1.2.3", "10.9.9.9", "10.9.9.9"],
    ["a neighbour that is none", "11.1.2.3", "198.51.100.7", "11.1.2.3"],
    ["this machine is one no more", "127.0.0.1", "198.51.100.7", "127.0.0.1"],
  ])("with proxies named in the settings: %s", (_what, peer, forwarded, address) => {
    expect(clientAddress(trusting("10.0.0.0/8, 2001:db8::/32"), peer, forwarded)).toBe(address);
  });

  test.each(["10.0.0.0/33", "10.0.0", "mandataire.exemple.fr", "::1/129", "10.0.0.0/8 ::1", "10.0.0.0/"])(
    "a list that holds « %s » stops the service with a sentence",
    (list) => {
      expect(() => trusting(list)).toThrow(/ESSAIM_TRUSTED_PROXIES : valeur refusée \(des adresses ou des plages CIDR/);
    },
  );
});

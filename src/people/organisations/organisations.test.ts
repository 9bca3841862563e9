import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { directoryAnswer, type FakeDirectory, startFakeDirectory } from "#test/support/company-directory.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { addMember, createOrganisation, createPerson, loadOrganisationBySiren } from "../index.ts";

const SIREN = "732829320";
const HEAD = "73282932000074";
const SECOND = "73282932000082";
const company = directoryAnswer({
  siren: SIREN,
  name: "FORMATION D’ESSAI",
  establishments: [
    { siret: HEAD, commune: "14118", postcode: "14000" },
    { siret: SECOND, commune: "50502", postcode: "50000" },
  ],
});

let directory: FakeDirectory;
let the: TestWorld;
let people: Record<"founder" | "colleague" | "outsider", string>;
beforeAll(async () => {
  directory = await startFakeDirectory(company);
  the = await openTestWorld({ settings: { ESSAIM_COMPANY_DIRECTORY_URL: directory.url } });
  people = await the.inTx(async (tx) => ({
    founder: await createPerson(tx, { name: "Fanny Fondatrice", email: "fanny@organisme.example" }),
    colleague: await createPerson(tx, { name: "Colin Collègue", email: "colin@organisme.example" }),
    outsider: await createPerson(tx, { name: "Odile Autre", email: "odile@ailleurs.example" }),
  }));
});
afterAll(async () => {
  await the.close();
  await directory.stop();
});
beforeEach(async () => {
  directory.answer = company;
  await the.world.pool.query("DELETE FROM organisation");
  await the.world.pool.query("DELETE FROM company_lookup");
  await the.world.pool.query("DELETE FROM mail");
});

const description = { siret: HEAD, etape: "description", type: "training-body", nda: "28 14 01234 14", effectif: "12" };

async function register(browser: Browser, fields: Record<string, string> = {}): Promise<string> {
  const answer = await browser.post(urls.newOrganisation.href(), { ...description, ...fields });
  expect(answer.status).toBe(303);
  return answer.location?.split("/").at(-1) ?? "";
}

async function lastMail(to: string) {
  return the.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select(["subject", "body"])
      .where("to_address", "=", to)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
}

const acts = async (id: string) =>
  (
    await the.inTx((tx) =>
      tx.selectFrom("journal").select("act").where("chain", "=", `organisation:${id}`).orderBy("position").execute(),
    )
  ).map((row) => row.act);

describe("an organisation by its SIRET", () => {
  test("the directory fills in, its people complete, the identity cannot be forged", async () => {
    const browser = await the.browser(people.founder);
    const second = await browser.post(urls.newOrganisation.href(), { siret: "732 829 320 00074" });
    expect(second.status).toBe(200);
    expect(second.body).toContain("FORMATION D’ESSAI");
    expect(second.body).toContain("Association déclarée");
    expect(second.body).toContain('value="28140123414"');
    const id = await register(browser, { nom: "AUTRE NOM", qualiopi: "oui", "qualiopi-categories": "training" });
    const saved = await loadOrganisationBySiren(the.world.db, SIREN);
    expect(saved).toMatchObject({
      id,
      name: "FORMATION D’ESSAI",
      source: "directory",
      headcount: 12,
      declarationNumber: "28140123414",
      qualiopi: true,
      qualiopiCategories: ["training"],
      createdOn: "2011-05-04",
      headcountBand: "03",
    });
    expect(saved?.establishments).toMatchObject([{ siret: HEAD, commune: "14118", isHead: true }]);
    const page = await browser.get(urls.organisation.href({ id }));
    expect(page.status).toBe(200);
    expect(page.body).toContain("Vérifié à l’annuaire public");
    expect(await acts(id)).toEqual(["organisation-registered"]);
  });

  test("a wrong number, a missing type, a wrong declaration: said beside the field, nothing lost", async () => {
    const browser = await the.browser(people.founder);
    const wrong = await browser.post(urls.newOrganisation.href(), { siret: "73282932000075" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("erreur de frappe");
    const incomplete = await browser.post(urls.newOrganisation.href(), {
      siret: HEAD,
      etape: "description",
      nda: "12",
      effectif: "douze",
    });
    expect(incomplete.status).toBe(422);
    for (const text of ["Dites quel type", "11 chiffres\u00a0: il manque", "nombre entier", 'value="douze"'])
      expect(incomplete.body).toContain(text);
  });

  test("asks nothing again that the simulator was told, and the number of employees once, though the directory is silent", async () => {
    directory.answer = { status: 503 };
    const browser = await the.browser(people.founder);
    const begin = await browser.get(
      urls.newApplication.href({}, { "structures.0.headcount": "12", "structures.0.commune": "14118" }),
    );
    const link =
      /href="(\/organisations\/nouvelle\?[^"]+)"/.exec(begin.body)?.[1]?.replaceAll("&amp;", "&") ?? "no link";
    const first = await browser.get(link);
    const carried = ["effectif", "commune"].map(
      (name) => new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(first.body)?.[1],
    );
    expect(carried).toEqual(["12", "14118"]);
    const second = await browser.post(urls.newOrganisation.href(), { siret: HEAD, effectif: "12", commune: "14118" });
    expect(second.body).toMatch(/name="effectif"[^>]*value="12"|value="12"[^>]*name="effectif"/);
    expect(second.body).toContain("Caen (14000, Calvados)");
    expect(second.body).not.toContain("Tranche d’effectif");
  });

  test("without the directory its people type all, the page says so, and it can be verified later", async () => {
    directory.answer = { status: 503 };
    const browser = await the.browser(people.founder);
    const second = await browser.post(urls.newOrganisation.href(), { siret: HEAD });
    expect(second.body).toContain("ne répond pas en ce moment");
    const typed = {
      nom: "Formation d’essai",
      "forme-juridique": "9220",
      activite: "8559a",
      creation: "4/5/2011",
      "code-postal": "14000",
    };
    const searched = await browser.post(urls.newOrganisation.href(), {
      ...description,
      ...typed,
      "recherche:commune": "sainte",
      "chercher-commune": "commune",
    });
    expect(searched.status).toBe(200);
    expect(searched.body).toContain("Laquelle est-ce");
    const id = await register(browser, { ...typed, commune: "14118" });
    expect((await browser.get(urls.organisation.href({ id }))).body).toContain("Déclaré par vous, non vérifié");
    expect(await loadOrganisationBySiren(the.world.db, SIREN)).toMatchObject({
      source: "declared",
      name: "Formation d’essai",
      mainActivity: "85.59A",
      createdOn: "2011-05-04",
    });
    directory.answer = company;
    const verified = await browser.postAndFollow(urls.organisationLookup.href({ id }));
    expect(verified.body).toContain("Vérifié à l’annuaire public");
    expect(await loadOrganisationBySiren(the.world.db, SIREN)).toMatchObject({ source: "directory", headcount: 12 });
  });

  test("a second press on the button makes one organisation", async () => {
    const browser = await the.browser(people.founder);
    const both = await Promise.all([1, 2].map(() => browser.post(urls.newOrganisation.href(), description)));
    expect(both.map((answer) => answer.status)).toEqual([303, 303]);
    expect(both[0]?.location).toBe(both[1]?.location);
    expect((await the.world.pool.query("SELECT 1 FROM organisation")).rowCount).toBe(1);
  });

  test("another establishment of the same organisation only", async () => {
    const browser = await the.browser(people.founder);
    const id = await register(browser);
    const address = urls.organisationEstablishments.href({ id });
    expect((await browser.post(address, { siret: SECOND })).status).toBe(303);
    const foreign = await browser.post(address, { siret: "35600000000048" });
    expect(foreign.status).toBe(422);
    expect(foreign.body).toContain("autre organisme");
    const saved = await loadOrganisationBySiren(the.world.db, SIREN);
    expect(saved?.establishments.map((one) => one.siret)).toEqual([HEAD, SECOND]);
  });

  test("what its people change is saved, named in the journal, and never the directory's part", async () => {
    const browser = await the.browser(people.founder);
    const id = await register(browser);
    await browser.post(urls.organisationEdit.href({ id }), { type: "network", effectif: "15", opco: "akto", nom: "X" });
    expect(await loadOrganisationBySiren(the.world.db, SIREN)).toMatchObject({
      kind: "network",
      headcount: 15,
      opco: "akto",
      name: "FORMATION D’ESSAI",
      declarationNumber: null,
    });
    expect(await acts(id)).toEqual(["organisation-registered", "organisation-changed"]);
  });
});

describe("an organisation that is here already", () => {
  test("who comes second is told, learns nobody's name, and asks; an owner lets in", async () => {
    const founder = await the.browser(people.founder);
    const id = await register(founder);
    const outsider = await the.browser(people.outsider);
    const taken = await outsider.post(urls.newOrganisation.href(), { siret: HEAD });
    expect(taken.status).toBe(409);
    expect(taken.body).toContain("déjà sur Essaim");
    expect(taken.body).not.toContain("Fanny");
    expect((await outsider.get(urls.organisation.href({ id }))).status).toBe(404);
    for (let times = 0; times < 2; times++) await outsider.post(urls.organisationJoining.href(), { siren: SIREN });
    const mails = await the.inTx((tx) => tx.selectFrom("mail").select("to_address").execute());
    expect(mails.map((mail) => mail.to_address)).toEqual(["fanny@organisme.example"]);
    const page = await founder.get(urls.organisationMembers.href({ id }));
    expect(page.body).toContain("Odile Autre");
    const action = /\/organisations\/[^"]+\/rattachements\/[^"]+/.exec(page.body)?.[0] ?? "";
    expect((await founder.post(action, { role: "reader" })).status).toBe(303);
    expect((await founder.post(action, { role: "owner" })).status).toBe(404);
    expect((await outsider.get(urls.organisation.href({ id }))).status).toBe(200);
    expect((await lastMail("odile@ailleurs.example")).body).toContain("acceptée");
  });

  test("an owner may refuse", async () => {
    const founder = await the.browser(people.founder);
    const id = await register(founder);
    const outsider = await the.browser(people.outsider);
    await outsider.post(urls.organisationJoining.href(), { siren: SIREN });
    const page = await founder.get(urls.organisationMembers.href({ id }));
    const action = /\/organisations\/[^"]+\/rattachements\/[^"]+/.exec(page.body)?.[0] ?? "";
    await founder.post(action, { role: "refuse" });
    expect((await outsider.get(urls.organisation.href({ id }))).status).toBe(404);
    expect((await lastMail("odile@ailleurs.example")).body).toContain("n’a pas été acceptée");
  });
});

describe("members", () => {
  const linkIn = (body: string) => /http:\/\/localhost:3000(\/invitations\/\S+)/.exec(body)?.[1] ?? "";

  test("an invitation is accepted once, after signing in, and is nowhere in the database", async () => {
    const founder = await the.browser(people.founder);
    const id = await register(founder);
    await founder.post(urls.organisationInvitations.href({ id }), { email: "Colin@organisme.example", role: "editor" });
    const link = linkIn((await lastMail("colin@organisme.example")).body);
    const stored = await the.world.db.selectFrom("invitation").select("token_hash").executeTakeFirstOrThrow();
    expect(link).not.toContain(stored.token_hash);

    expect((await (await the.browser()).get(link)).body).toContain("Connectez-vous pour accepter");
    const colleague = await the.browser(people.colleague);
    expect((await colleague.get(link)).body).toContain("Accepter");
    expect((await colleague.post(link)).location).toBe(urls.organisation.href({ id }));
    expect((await colleague.get(urls.organisationEdit.href({ id }))).status).toBe(200);
    const again = await (await the.browser(people.outsider)).post(link);
    expect(again.status).toBe(404);
    expect(again.body).toContain("ne sert plus");
  });

  test("an invitation that is revoked, replaced or over is refused", async () => {
    const founder = await the.browser(people.founder);
    const id = await register(founder);
    const invite = async () => {
      await founder.post(urls.organisationInvitations.href({ id }), {
        email: "colin@organisme.example",
        role: "reader",
      });
      return linkIn((await lastMail("colin@organisme.example")).body);
    };
    const colleague = await the.browser(people.colleague);
    const replaced = await invite();
    const revoked = await invite();
    expect((await colleague.post(replaced)).status).toBe(404);
    const page = await founder.get(urls.organisationMembers.href({ id }));
    await founder.post(/\/organisations\/[^"]+\/annulation/.exec(page.body)?.[0] ?? "");
    expect((await colleague.post(revoked)).status).toBe(404);
    const late = await invite();
    the.clock.set("2026-03-24T09:00:01Z");
    expect((await colleague.post(late)).status).toBe(404);
    the.clock.set("2026-03-10T09:00:00Z");
  });

  test("roles change, people are removed and leave, and someone always stays responsible", async () => {
    const founder = await the.browser(people.founder);
    const id = await register(founder);
    await the.inTx((tx) => addMember(tx, id, people.colleague, "editor"));
    const leaving = urls.organisationLeaving.href({ id });
    const refused = await founder.postAndFollow(leaving);
    expect(refused.body).toContain("seule personne responsable");

    const colleague = await the.browser(people.colleague);
    await founder.post(urls.organisationTransfer.href({ id }), { personne: people.colleague });
    expect((await founder.post(urls.organisationInvitations.href({ id }), {})).status).toBe(403);
    const demote = urls.organisationMember.href({ id, person: people.colleague });
    expect((await colleague.postAndFollow(demote, { role: "reader" })).body).toContain("seule personne responsable");
    await colleague.post(urls.organisationMember.href({ id, person: people.founder }), { role: "reader" });
    expect((await founder.get(urls.organisationEdit.href({ id }))).status).toBe(403);
    await colleague.post(urls.organisationMemberRemoval.href({ id, person: people.founder }));
    expect((await founder.get(urls.organisation.href({ id }))).status).toBe(404);
    expect(await acts(id)).toEqual([
      "organisation-registered",
      "ownership-transferred",
      "member-role-changed",
      "member-removed",
    ]);
  });

  test("two owners who leave at once: one stays", async () => {
    const founder = await the.browser(people.founder);
    const id = await register(founder);
    await the.inTx((tx) => addMember(tx, id, people.colleague, "owner"));
    const colleague = await the.browser(people.colleague);
    await Promise.all([founder, colleague].map((browser) => browser.post(urls.organisationLeaving.href({ id }))));
    const owners = await the.world.pool.query("SELECT 1 FROM membership WHERE role = 'owner'");
    expect(owners.rowCount).toBe(1);
  });

  test("one person acts for several organisations", async () => {
    await the.inTx(async (tx) => {
      for (const [siren, kind] of [
        ["356000000", "opco"],
        [SIREN, "consultant"],
      ] as const) {
        const id = await createOrganisation(tx, { kind, siren, name: `Organisme ${siren}`, source: "declared" });
        await addMember(tx, id, people.founder, "owner");
      }
    });
    const page = await (await the.browser(people.founder)).get(urls.organisations.href());
    for (const siren of ["356000000", SIREN]) expect(page.body).toContain(`Organisme ${siren}`);
  });
});

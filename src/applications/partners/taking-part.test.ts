import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft } from "#src/life/index.ts";
import { createPerson } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  type Consortia,
  confirmAs,
  fileProject,
  filled,
  joinAs,
  key,
  linkSentTo,
  makeProject,
  nameOf,
  partFields,
  projectRaw,
  rawOf,
  setRaw,
  siretOf,
  subjectsSentTo,
  writePart,
} from "./consortium.fixture.ts";
import { forgetOldInvitations } from "./forget.ts";

let w: TestWorld;
let all: Consortia;
let lead: Browser;
let first: Browser;
let second: Browser;

beforeAll(async () => {
  w = await openTestWorld();
  all = await makeProject(w);
  lead = await w.browser(all.lead.owner);
  first = await w.browser(all.partners[0].owner);
  second = await w.browser(all.partners[1].owner);
});
afterAll(() => w.close());

const invite = (fields: Readonly<Record<string, string>>) =>
  lead.post(urls.applicationPartners.href({ id: all.id }), { ...key(), ...fields });
const placesOf = () =>
  w.inTx((tx) =>
    tx
      .selectFrom("partner")
      .select(["id", "email", "ended_how"])
      .where("application_id", "=", all.id)
      .orderBy("invited_at")
      .orderBy("id")
      .execute(),
  );

describe("an invitation", () => {
  it.each([
    [{}, "Donnez un SIRET, une adresse, ou les deux."],
    [{ siret: "123" }, "Un numéro SIRET a 14 chiffres"],
    [{ courriel: "pas une adresse" }, "Indiquez une adresse électronique"],
    [{ courriel: "prenom@exemple..fr" }, "Indiquez une adresse électronique"],
    [{ siret: siretOf(0) }, "C’est votre structure"],
    [{ siret: siretOf(30) }, "Cette structure n’a pas encore de compte ici"],
  ])("says by the field why it does not leave: %j", async (fields, message) => {
    const refused = await invite(fields);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(message);
    for (const value of Object.values(fields)) expect(refused.body).toContain(`value="${value}"`);
  });

  it("leaves by mail to an address that has no account, whose person joins with their organisation", async () => {
    expect((await invite({ courriel: "nouvelle@formation.example" })).status).toBe(303);
    expect((await invite({ courriel: "nouvelle@formation.example" })).body).toContain(
      "Cette adresse est déjà invitée.",
    );
    const link = await linkSentTo(w, "nouvelle@formation.example");
    const stranger = await (await w.browser()).get(link);
    expect(stranger.body).toContain("Connectez-vous pour répondre");
    expect(stranger.body).not.toContain("60\u202f000");
    const person = await w.inTx((tx) =>
      createPerson(tx, { name: "Nour Nouvelle", email: "nouvelle@formation.example" }),
    );
    const page = await (await w.browser(person)).get(link);
    expect(page.body).toContain("Ajouter ma structure");
    expect(page.body).toContain(encodeURIComponent(link));
    const declined = await (await w.browser(person)).post(link, { ...key(), reponse: "decliner" });
    expect(declined.status).toBe(303);
    expect(Object.keys(await rawOf(w, all.id)).some((path) => path.startsWith("partners.1"))).toBe(false);
    expect((await placesOf()).map(({ email, ended_how }) => [email, ended_how])).toEqual([["", "declined"]]);
    expect((await first.get(link)).status).toBe(404);
  });

  it("expires, is renewed with a new link alone, and is forgotten thirty days after its end", async () => {
    await invite({ siret: siretOf(1) });
    const old = await linkSentTo(w, "owner-1@formation.example");
    expect((await first.get(old)).status).toBe(200);
    const [, place] = await placesOf();
    const press = () =>
      lead.post(urls.applicationPartnerReminder.href({ id: all.id, partner: place?.id ?? "" }), key());
    const said = async () => (await lead.get((await press()).location ?? "")).body;
    expect(await said()).toContain("Une relance par jour");
    w.clock.set("2026-04-02T09:00:00Z");
    expect((await first.get(old)).status).toBe(404);
    expect((await lead.get(urls.applicationPartners.href({ id: all.id }))).body).toContain("Renouveler l’invitation");
    expect(await said()).toContain("Un courriel est parti.");
    expect((await first.get(old)).status).toBe(404);
    expect((await first.get(await linkSentTo(w, "owner-1@formation.example"))).status).toBe(200);
    await invite({ courriel: "muette@formation.example" });
    w.clock.set("2026-05-24T09:00:00Z");
    await forgetOldInvitations(w.world);
    expect((await placesOf()).map(({ email }) => email)).toEqual(["", "", ""]);
    w.clock.set("2026-03-10T09:00:00Z");
  });

  it("is seen by the invited organisation at home, without the mail", async () => {
    const home = await first.get(urls.dashboard.href());
    expect(home.body).toContain("Répondre à l’invitation");
    expect(home.body).toContain("Projets où vous êtes partenaire");
  });
});

describe("partners at work", () => {
  let one: string;
  let two: string;
  beforeAll(async () => {
    await setRaw(w, all.id, filled(projectRaw(0)));
    await w.inTx((tx) => tx.deleteFrom("partner").where("application_id", "=", all.id).execute());
    one = await joinAs(w, lead, all.id, all.partners[0], 1);
    two = await joinAs(w, lead, all.id, all.partners[1], 2);
  });

  it("read the whole project, and nobody’s pay", async () => {
    const raw = await rawOf(w, all.id);
    const pay = {
      yearlyCost: "48 765",
      hourlyCost: "31,41",
      ownHours: "1617",
      timeShare: "29,87",
      person: "Zoé Salaire",
    };
    const secret = Object.fromEntries(Object.entries(pay).map(([field, value]) => [`costs.0.${field}`, value]));
    await setRaw(w, all.id, { ...raw, ...secret });
    for (const path of [urls.partnership.href({ partner: one }), urls.partnershipPart.href({ partner: one })]) {
      const { body } = await first.get(path);
      for (const value of Object.values(pay)) expect(body).not.toContain(value.replace(" ", "\u202f"));
      for (const value of Object.values(pay)) expect(body).not.toContain(value);
    }
    const { body } = await first.get(urls.partnership.href({ partner: one }));
    for (const told of ["Ingénierie des parcours", "480", "60\u202f000", "Le plan de financement"])
      expect(body).toContain(told);
    await setRaw(w, all.id, raw);
  });

  it("of two organisations write their parts at once: nothing is lost, whatever part comes or goes between", async () => {
    const pages = await Promise.all([
      first.get(urls.partnershipPart.href({ partner: one })),
      second.get(urls.partnershipPart.href({ partner: two })),
    ]);
    const written = await Promise.all([
      writePart(first, one, { contribution: "L’un." }, pages[0].body),
      writePart(second, two, { contribution: "L’autre." }, pages[1].body),
      lead.post(urls.applicationSection.href({ id: all.id, section: "project" }), {
        base: "1",
        page: "x",
        "project.need": "Besoin.",
      }),
    ]);
    expect(written.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await rawOf(w, all.id)).toMatchObject({
      "partners.1.contribution": "L’un.",
      "partners.2.contribution": "L’autre.",
      "project.need": "Besoin.",
    });
    // The page of the second was made while its part was the third; the first leaves, and it is the second.
    await lead.post(urls.applicationPartnerRemoval.href({ id: all.id, partner: one }), key());
    expect((await writePart(second, two, { brings: "Un atelier." }, pages[1].body)).status).toBe(303);
    expect(await rawOf(w, all.id)).toMatchObject({
      "partners.length": "2",
      "partners.1.contribution": "L’autre.",
      "partners.1.brings": "Un atelier.",
    });
    expect(await subjectsSentTo(w, "owner-1@formation.example")).toContain("Vous ne prenez plus part à un projet");
    expect((await first.get(urls.partnership.href({ partner: one }))).status).toBe(404);
    one = await joinAs(w, lead, all.id, all.partners[0], 1);
  });

  it("of one organisation who write the same field are told, with both texts", async () => {
    const colleague = await w.browser(all.partners[1].editor);
    const { body } = await colleague.get(urls.partnershipPart.href({ partner: two }));
    await writePart(second, two, { contribution: "Le texte de l’une." });
    const met = await writePart(colleague, two, { contribution: "Le texte de l’autre." }, body);
    expect(met.status).toBe(409);
    for (const text of ["Le texte de l’une.", "Le texte de l’autre.", "Quelle valeur garder"])
      expect(met.body).toContain(text);
    expect((await rawOf(w, all.id))["partners.1.contribution"]).toBe("Le texte de l’une.");
  });

  it("are pressed once a day, with what waits for them", async () => {
    const press = async () => {
      const { location } = await lead.post(urls.applicationPartnerReminder.href({ id: all.id, partner: two }), key());
      return (await lead.get(location ?? "")).body;
    };
    expect(await press()).toContain("Un courriel est parti.");
    expect(await press()).toContain("Une relance par jour");
    w.clock.set("2026-03-11T09:00:01Z");
    expect(await press()).toContain("Un courriel est parti.");
    const pressed = (await subjectsSentTo(w, "owner-2@formation.example")).filter((one) =>
      one.includes("est attendue"),
    );
    expect(pressed).toHaveLength(2);
  });

  it("confirm nothing that lacks an answer, a declaration, or that changed since it was read", async () => {
    await writePart(second, two, partFields);
    const { body } = await second.get(urls.partnership.href({ partner: two }));
    const seen = /name="vu" value="([^"]*)"/.exec(body)?.[1] ?? "";
    const confirm = (vu: string) => second.post(urls.partnershipConfirmation.href({ partner: two }), { ...key(), vu });
    expect((await confirm(seen)).body).toContain("Cochez cette déclaration");
    await writePart(second, two, { brings: "" });
    const refused = await confirm(seen);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("Votre partie a changé depuis que cette page est ouverte");
    expect(refused.body).toContain("Qu’apporte-t-elle");
    expect(body).toContain("engagement républicain");
  });

  it("leave before the filing without a trace of their part in what is filed", async () => {
    const secret = "Zanzibar douze";
    await writePart(first, one, { ...partFields, contribution: secret });
    await confirmAs(second, two);
    expect(JSON.stringify(await rawOf(w, all.id))).toContain(secret);
    expect((await first.post(urls.partnershipLeaving.href({ partner: one }), key())).location).toBe("/accueil");
    expect(await subjectsSentTo(w, "owner-0@formation.example")).toContain(
      `${nameOf(1)} ne prend plus part à votre projet`,
    );
    const filed = await fileProject(w, all.lead, all.id);
    expect(filed.location).toBe(urls.applicationFiled.href({ id: all.id }));
    const kept = await w.inTx(async (tx) => [
      await tx.selectFrom("revision").selectAll().where("application_id", "=", all.id).execute(),
      await tx.selectFrom("party").selectAll().where("application_id", "=", all.id).execute(),
      await tx.selectFrom("draft_edit").selectAll().where("application_id", "=", all.id).execute(),
      await tx.selectFrom("journal").select("payload").where("chain", "=", `application:${all.id}`).execute(),
    ]);
    for (const trace of [secret, nameOf(1), siretOf(1), siretOf(1).slice(0, 9)])
      expect(JSON.stringify(kept)).not.toContain(trace);
    expect(JSON.stringify(kept)).toContain(nameOf(2));
  });
});

describe("a person without an account", () => {
  it("comes by the link of a mail, says who they are, adds their organisation, writes its part and confirms it", async () => {
    const email = "neuve@formation.example";
    const { id: organisationId, owner } = all.lead;
    const draft = { scheme: "transitions", framework: "2025-07-15", organisationId, raw: filled(projectRaw(0)) };
    const id = await w.inTx((tx) => createDraft(tx, draft, owner, w.world.clock.now()), { person: owner });
    await lead.post(urls.applicationPartners.href({ id }), { ...key(), courriel: email });
    const invitation = await linkSentTo(w, email);

    const person = await w.browser();
    const door = /href="([^"]*connexion\?retour=[^"]*)"/.exec((await person.get(invitation)).body)?.[1] ?? "";
    const retour = new URL(door, w.world.origin).searchParams.get("retour") ?? "";
    await person.post(urls.signIn.href(), { email, retour });
    const mail = await w.inTx((tx) =>
      tx
        .selectFrom("mail")
        .select("body")
        .where("to_address", "=", email)
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow(),
    );
    const jeton = /jeton=([\w-]+)/.exec(mail.body)?.[1] ?? "";
    const back = (await person.post(urls.signInLink.href(), { jeton })).location;
    expect((await person.get(back ?? "")).location).toContain(urls.accountName.href());
    expect((await person.post(urls.accountName.href(), { nom: "Nour Neuve", retour })).location).toBe(invitation);

    const added =
      new RegExp(`href="(${urls.newOrganisation.href()}[^"]*)"`).exec((await person.get(invitation)).body)?.[1] ?? "";
    expect(new URL(added, w.world.origin).searchParams.get("retour")).toBe(invitation);
    const described = await person.post(urls.newOrganisation.href(), {
      siret: siretOf(5),
      etape: "description",
      nom: "Les Ateliers neufs",
      type: "training-body",
      nda: "28 14 01234 14",
      effectif: "12",
      categorie: "9220",
      commune: "14118",
      retour: invitation,
    });
    expect([described.status, described.location, saidIn(described.body)]).toEqual([303, invitation, ""]);
    const organisme = await w.inTx((tx) =>
      tx.selectFrom("organisation").select("id").where("siren", "=", siretOf(5).slice(0, 9)).executeTakeFirstOrThrow(),
    );
    const accepted = await person.post(invitation, { ...key(), reponse: "accepter", organisme: organisme.id });
    const partner = /partenariats\/([0-9a-f-]{36})/.exec(accepted.location ?? "")?.[1] ?? "";
    await confirmAs(person, partner);
    expect((await lead.get(urls.applicationPartners.href({ id }))).body).toContain("1\u00a0partie confirmée sur 1");
    expect(await rawOf(w, id)).toMatchObject({
      "partners.1.legalName": "Les Ateliers neufs",
      "partners.1.siret": siretOf(5),
      "partners.1.contribution": partFields.contribution,
    });
  });
});

/** What a page says is wrong; nothing where it took what was sent. */
function saidIn(body: string): string {
  return [...body.matchAll(/class="es-error"[^>]*>(.*?)<\/p>/g)].map(([, said]) => said).join();
}

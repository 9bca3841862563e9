import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  type Consortia,
  confirmAs,
  confirmation,
  fileProject,
  joinAs,
  key,
  makeProject,
  nameOf,
  rawOf,
  siretOf,
  subjectsSentTo,
  submitAs,
  writePart,
} from "./consortium.fixture.ts";

let w: TestWorld;
let all: Consortia;
let lead: Browser;
let first: Browser;
let second: Browser;
let one: string;
let two: string;

beforeAll(async () => {
  w = await openTestWorld();
  all = await makeProject(w);
  lead = await w.browser(all.lead.owner);
  first = await w.browser(all.partners[0].owner);
  second = await w.browser(all.partners[1].owner);
});
afterAll(() => w.close());

const partnersPage = () => lead.get(urls.applicationPartners.href({ id: all.id }));

describe("a project of three organisations", () => {
  it("invites by SIRET, with a mail and its link; each accepts from its own account", async () => {
    one = await joinAs(w, lead, all.id, all.partners[0], 1);
    two = await joinAs(w, lead, all.id, all.partners[1], 2);
    expect(one).not.toBe("");
    const raw = await rawOf(w, all.id);
    expect(raw).toMatchObject({
      "partners.length": "3",
      "partners.1.siret": siretOf(1),
      "partners.1.legalName": nameOf(1),
      "partners.1.role": "partner",
      "partners.1.partnerId": one,
      "partners.2.partnerId": two,
    });
    expect((await partnersPage()).body).toContain("0\u00a0partie confirmée sur 2");
    expect(await subjectsSentTo(w, "owner-0@formation.example")).toContain(`${nameOf(1)} prend part à votre projet`);
  });

  it("is not filed while a partner has not confirmed: each is named, with a link", async () => {
    const refused = await fileProject(w, all.lead, all.id);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(`${nameOf(1)}\u00a0: elle n’a pas encore confirmé sa partie.`);
    expect(refused.body).toContain(`href="${urls.applicationPartners.href({ id: all.id })}"`);
  });

  it("lets each write its own part, and confirm it", async () => {
    await confirmAs(first, one);
    expect(await rawOf(w, all.id)).toMatchObject({ "partners.1.contribution": "Elle tient l’atelier." });
    expect((await partnersPage()).body).toContain("1\u00a0partie confirmée sur 2");
    const seen = await second.get(urls.partnership.href({ partner: two }));
    expect(seen.body).toContain("Partie confirmée");
    await confirmAs(second, two);
    expect((await partnersPage()).body).toContain("2\u00a0parties confirmées sur 2");
  });

  it("lets a confirmation fall when its part changes, and says so to its partner, once", async () => {
    const section = urls.applicationSection.href({ id: all.id, section: "partners" });
    const { body } = await lead.get(section);
    const base = /name="base" value="(\d+)"/.exec(body)?.[1] ?? "";
    await lead.post(section, { base, page: "p", "partners.1.contribution": "Elle anime deux ateliers." });
    await lead.post(section, { base, page: "p", "partners.1.contribution": "Elle anime trois ateliers." });
    const told = (await subjectsSentTo(w, "owner-1@formation.example")).filter((one) => one.includes("a changé"));
    expect(told).toEqual(["Votre partie d’un projet a changé"]);
    expect((await first.get(urls.partnership.href({ partner: one }))).body).toContain(
      "Votre partie a changé depuis que vous l’avez confirmée",
    );
    expect((await submitAs(lead, all.id)).body).toContain("sa partie a changé depuis qu’elle l’a confirmée.");
  });

  it("is called complete by no page that leads to the filing while a confirmation is awaited", async () => {
    const { id } = all;
    for (const path of [
      urls.dashboard.href(),
      urls.application.href({ id }),
      urls.applicationSubmission.href({ id }),
    ]) {
      const { body } = await lead.get(path);
      expect(body, path).toContain("1\u00a0confirmation attendue");
      expect(body, path).toContain(`href="${urls.applicationPartners.href({ id })}"`);
      expect(body, path).not.toMatch(/Votre dossier est complet|Tout y est|Déposer\u00a0: /);
    }
    expect((await confirmation(first, one)).status).toBe(303);
    expect((await lead.get(urls.applicationSubmission.href({ id }))).body).toContain("Votre dossier est complet");
  });

  it("is filed by the lead once all have confirmed; partners follow its state", async () => {
    expect((await first.get(urls.applicationSubmission.href({ id: all.id }))).status).toBe(404);
    const filed = await submitAs(lead, all.id);
    expect(filed.location).toBe(urls.applicationFiled.href({ id: all.id }));
    const seen = await first.get(urls.partnership.href({ partner: one }));
    expect(seen.body).toContain("Projet déposé");
    expect((await writePart(first, one, { contribution: "Trop tard." })).location).toBe(
      urls.partnership.href({ partner: one }),
    );
    expect((await first.post(urls.partnershipLeaving.href({ partner: one }), key())).status).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeOrganisation, type TestOrganisation } from "./applying.fixture.ts";

let w: TestWorld;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
});
afterAll(() => w.close());

describe("beginning a request", () => {
  it("is filled with what the service knows and what the simulator was told", async () => {
    const browser = await w.browser(organisation.owner);
    const page = await browser.get("/demandes/nouvelle?route=individual&structures.0.headcount=12&title=Essai&autre=x");
    expect(page.status).toBe(200);
    expect(page.body).toContain("Vos réponses au simulateur sont reprises");
    const cle = /name="cle" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const fields = {
      cle,
      dispositif: "appui-conseil",
      organisme: organisation.id,
      reponses: "route=individual&structures.0.headcount=12&title=Essai&autre=x",
    };
    const [one, two] = await Promise.all([
      browser.post("/demandes/nouvelle", fields),
      browser.post("/demandes/nouvelle", fields),
    ]);
    expect(one.status).toBe(303);
    expect(two.location).toBe(one.location);
    const section = await browser.get(one.location ?? "");
    expect(section.body).toContain('value="12"');
    expect(section.body).toContain("owner-0@formation.example");
    const again = await browser.get("/demandes/nouvelle");
    expect(again.body).toContain("Vous avez déjà une demande en cours");
    expect(again.body).toContain("Reprendre ce brouillon");
  });

  it("takes other answers from a page come back to for another request", async () => {
    const browser = await w.browser(organisation.editor);
    const page = await browser.get("/demandes/nouvelle?title=Un");
    const cle = /name="cle" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const fields = { cle, dispositif: "appui-conseil", organisme: organisation.id, reponses: "title=Un" };
    const one = await browser.post("/demandes/nouvelle", fields);
    const two = await browser.post("/demandes/nouvelle", { ...fields, reponses: "title=Deux" });
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(two.location).not.toBe(one.location);
    expect((await browser.post("/demandes/nouvelle", fields)).location).toBe(one.location);
    expect((await browser.post("/demandes/nouvelle", { ...fields, cle: "" })).status).toBe(400);
  });

  it("is led to make an organisation when there is none, answers kept", async () => {
    const alone = await makeOrganisation(w, 40);
    await w.inTx((tx) => tx.deleteFrom("membership").where("person_id", "=", alone.reader).execute());
    const browser = await w.browser(alone.reader);
    const page = await browser.get("/demandes/nouvelle?route=opco");
    expect(page.body).toContain("Ajoutez d’abord votre organisme");
    expect(page.body).toContain(encodeURIComponent("/demandes/nouvelle?route=opco"));
  });
});

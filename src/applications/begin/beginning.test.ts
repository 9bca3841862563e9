import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoOrganisation } from "#src/demo/file.fixture.ts";
import { sayCommune } from "#src/territory/index.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeOrganisation, type TestOrganisation } from "../applying.fixture.ts";

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

  it("says which answers give way to what the service knows, and the aid that follows (CS-2, CS-9)", async () => {
    const { siren, commune } = demoOrganisation(2);
    const known = await makeOrganisation(w, 2);
    const past = { siren, scheme: "appui-conseil", granted_on: "2025-10-01", measures: { days: 21, aid: 1_470_000 } };
    await w.inTx((tx) =>
      tx
        .insertInto("past_grant")
        .values({ ...past, source: "reprise" })
        .execute(),
    );
    const elsewhere = commune === "76540" ? "14118" : "76540";
    const reponses = new URLSearchParams({
      route: "individual",
      "structures.0.commune": elsewhere,
      "structures.0.daysAlreadyFunded": "0",
      "structures.0.phases.0.phase": "diagnostic",
      "structures.0.phases.0.days": "20",
      "structures.0.phases.0.dailyCost": "1000",
      otherPublicFunding: "0",
    }).toString();
    const browser = await w.browser(known.owner);
    const page = await browser.get(`/demandes/nouvelle?${reponses}`);
    expect(page.body).toContain("Pour votre organisme, le service connaît d’autres réponses");
    expect(page.body).toContain(`<strong>${sayCommune(commune)}</strong>, au lieu de ${sayCommune(elsewhere)}`);
    expect(page.body).toContain("<strong>21\u00a0jours</strong>, au lieu de 0\u00a0jour");
    expect(page.body).toMatch(/Aide possible au plus : .*>2\s800\s€<.*au lieu de .*>14\s000\s€</);
    const cle = /name="cle" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const begun = await browser.post("/demandes/nouvelle", {
      cle,
      dispositif: "appui-conseil",
      organisme: known.id,
      reponses,
    });
    const first = await browser.get(begun.location ?? "");
    expect(first.body).toContain("Le service a mis ce qu’il connaît à la place de réponses du simulateur.");
    expect(first.body).toContain(`name="structures.0.commune" value="${commune}"`);
    // The sentence is said once; what was replaced by the ledger stays told by the field.
    const again = await browser.get(begun.location ?? "");
    expect(again.body).toContain("Cette réponse remplace celle que vous aviez donnée (0)");
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

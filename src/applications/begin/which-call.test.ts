import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  type Consortia,
  confirmAs,
  fileProject,
  joinAs,
  makeProject,
  openPlainCall,
  submitAs,
} from "../partners/consortium.fixture.ts";

let w: TestWorld;
let of: Consortia;
let lead: Browser;
const named = urls.newApplication.href({}, { dispositif: "transitions", title: "Essai" });

beforeAll(async () => {
  w = await openTestWorld({ now: "2026-03-02T09:00:00Z" });
  of = await makeProject(w);
  lead = await w.browser(of.lead.owner);
});
afterAll(() => w.close());

describe("a request that names no aid", () => {
  it("is chosen among those open all year and the open calls; what the simulator answered needs no choice", async () => {
    const { body } = await lead.get(urls.newApplication.href());
    const { slug } = await w.inTx((tx) => tx.selectFrom("call").select("slug").executeTakeFirstOrThrow());
    expect(body).toContain("Choisir l’aide demandée");
    expect(body).toContain(`?appel=${slug}`);
    expect(body).toContain("?dispositif=appui-conseil");
    expect((await lead.get(urls.newApplication.href({}, { title: "Essai" }))).body).toContain("Commencer une demande");
  });
});

describe("a scheme that opens by call", () => {
  it("goes to the only open call; among several, one chooses, and the answers come along", async () => {
    const { slug } = await w.inTx((tx) => tx.selectFrom("call").select("slug").executeTakeFirstOrThrow());
    expect((await lead.get(named)).location).toBe(`${urls.newApplication.href()}?title=Essai&appel=${slug}`);
    const second = await openPlainCall(w, "Transitions, seconde session (appel d’essai)");
    const later = w.world.clock
      .now()
      .add({ hours: 400 * 24 })
      .toString();
    await w.inTx((tx) => tx.updateTable("call").set({ closes_at: later }).where("id", "=", second).execute());
    const page = await lead.get(named);
    expect(page.status).toBe(200);
    expect(page.body).toContain("À quel appel répondez-vous");
    expect(page.body).toContain("Transitions, seconde session");
    expect(page.body).toContain(`?title=Essai&amp;appel=${slug}`);
    const which = (await lead.get(urls.newApplication.href())).body;
    expect(which.indexOf(`?appel=${slug}`)).toBeLessThan(which.indexOf("seconde session"));
    const told = (await lead.get(urls.scheme.href({ scheme: "transitions" }))).body;
    expect(told).toContain("Ouvert aussi");
    expect(told.indexOf("Transitions, seconde session")).toBeGreaterThan(0);
  });

  it("is not filed by a draft that answers no call: its page says so first, and nothing typed is lost", async () => {
    for (const [at, partner] of of.partners.entries())
      await confirmAs(await w.browser(partner.owner), await joinAs(w, lead, of.id, partner, at + 1));
    const { call_id } = await w.inTx((tx) =>
      tx.selectFrom("application").select("call_id").where("id", "=", of.id).executeTakeFirstOrThrow(),
    );
    const answers = (call: string | null) =>
      w.inTx((tx) => tx.updateTable("application").set({ call_id: call }).where("id", "=", of.id).execute());
    await answers(null);
    expect((await lead.get(urls.applicationSubmission.href({ id: of.id }))).body).toContain("ne répond à aucun appel");
    const refused = await fileProject(w, of.lead, of.id);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("commencez votre demande depuis la page d’un appel ouvert");
    await answers(call_id);
    expect((await submitAs(lead, of.id)).location).toBe(urls.applicationFiled.href({ id: of.id }));
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { mailsTo, makeCommunity, type TestCommunity } from "../community.fixture.ts";
import { keepCommunity } from "../jobs.ts";
import { slugOf } from "./actor.ts";

let w: TestWorld;
let the: TestCommunity;

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
});
afterAll(() => w.close());

const profile = {
  kind: "training-body",
  summary: "Nous formons aux métiers du bois.",
  departments: ["14", "50"],
  offers: "Un atelier à partager",
  seeks: "Un formateur en peinture",
  email: "accueil@essai.example",
  shown: "offers",
};

async function actorId(): Promise<string> {
  const row = await w.inTx((tx) =>
    tx.selectFrom("actor").select("id").where("organisation_id", "=", the.organisation).executeTakeFirstOrThrow(),
  );
  return row.id;
}

describe("COM-1, COM-2: the directory of actors", () => {
  it("is joined, read by a moderator, then shown with what the organisation chose", async () => {
    const editor = await w.browser(the.people.editor);
    const edit = urls.actorEdit.href({ id: the.organisation });
    const missing = await editor.post(edit, { kind: "training-body" });
    expect(missing.status).toBe(422);
    expect((await editor.post(edit, profile)).status).toBe(303);
    const stranger = await w.browser();
    expect((await stranger.get("/communaute/ateliers-du-port")).status).toBe(404);
    expect(wordsOf((await stranger.get(urls.community.href())).body)).not.toContain("Ateliers du Port");
    const animator = await w.browser(the.people.animator);
    expect(wordsOf((await animator.get(urls.animation.href())).body)).toContain("Ateliers du Port");
    const desk = urls.moderationDesk.href({ about: "actor", id: await actorId() });
    expect((await animator.post(desk, { decision: "accepted", reasons: "Bienvenue !" })).status).toBe(303);
    expect((await mailsTo(w, "Odile")).at(-1)?.body).toContain("trois choses à faire");
    const page = wordsOf((await stranger.get("/communaute/ateliers-du-port")).body);
    expect(page).toContain("Un atelier à partager");
    expect(page).toContain("Calvados, Manche");
    expect(page).not.toContain("Un formateur en peinture");
    expect(page).not.toContain("accueil@essai.example");
    const welcome = await editor.get(urls.welcome.href({ id: the.organisation }));
    expect(wordsOf(welcome.body)).toContain("Bienvenue dans la communauté");
  });

  it("is found by department, kind and word, not by what is not shown", async () => {
    const stranger = await w.browser();
    const find = async (query: string) =>
      wordsOf((await stranger.get(`/communaute?${query}`)).body).includes("Ateliers du Port");
    expect(await find("departement=14")).toBe(true);
    expect(await find("departement=76")).toBe(false);
    expect(await find("nature=training-body&q=ateliers")).toBe(true);
    expect(await find("nature=opco")).toBe(false);
    expect(await find("q=partager")).toBe(true);
    expect(await find("q=peinture")).toBe(false);
    for (const path of [
      urls.community.href({}, { departement: "99" }),
      urls.listings.href({}, { nature: "vend" }),
      urls.practices.href({}, { theme: "toString" }),
    ]) {
      const bad = await stranger.get(path);
      expect([bad.status, wordsOf(bad.body).includes("ne dit rien de connu")], path).toEqual([400, true]);
    }
  });

  it("is not sent again to who holds it, nor are the self-assessments", async () => {
    const stranger = await w.browser();
    for (const path of [urls.community.href(), "/communaute/ateliers-du-port", urls.digitalMaturity.href()]) {
      const etag = (await stranger.get(path)).headers.get("etag") ?? "";
      expect((await stranger.get(path, { "if-none-match": etag })).status, path).toBe(304);
    }
  });

  it("asks once a year whether a page is still true, puts it to sleep after a month, and wakes it at a click", async () => {
    const stranger = await w.browser();
    const status = async () => (await stranger.get("/communaute/ateliers-du-port")).status;
    w.clock.set("2027-03-11T09:00:00Z");
    await keepCommunity(w.world);
    expect((await mailsTo(w, "Odile")).at(-1)?.subject).toBe("Votre fiche est-elle toujours exacte ?");
    expect(await status()).toBe(200);
    w.clock.set("2027-04-12T09:00:00Z");
    await keepCommunity(w.world);
    expect(await status()).toBe(404);
    const editor = await w.browser(the.people.editor);
    await editor.post(urls.actorConfirmation.href({ id: the.organisation }));
    expect(await status()).toBe(200);
    await keepCommunity(w.world);
    expect(await status()).toBe(200);
  });

  it("leaves when its organisation leaves", async () => {
    const owner = await w.browser(the.people.owner);
    await owner.post(urls.actorLeaving.href({ id: the.organisation }));
    expect((await owner.get(urls.community.href())).body).not.toContain("/communaute/ateliers-du-port");
  });
});

it("no name makes an address that the community uses", () => {
  expect(slugOf("École des Savoir-Faire (fictif)")).toBe("ecole-des-savoir-faire-fictif");
  for (const name of ["Annonces", "Pratiques", "Lettre", "???", "Nouvelle"]) expect(slugOf(name)).toMatch(/-1$/);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { mailsTo, makeCommunity, type TestCommunity } from "../community.fixture.ts";
import { keepCommunity } from "../jobs.ts";

let w: TestWorld;
let the: TestCommunity;
let listing: string;

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
});
afterAll(() => w.close());

const typed = () => ({
  organisation: the.organisation,
  kind: "seek",
  title: "Un retour sur la réalité virtuelle",
  body: "Pour un atelier de soudure.",
  departments: "14",
});

describe("a need or an offer", () => {
  it("is published, with a day on which it closes that is neither past nor far", async () => {
    const editor = await w.browser(the.people.editor);
    for (const closesOn of ["2026-03-09", "2026-12-01"]) {
      expect((await editor.post(urls.newListing.href(), { ...typed(), closesOn })).status).toBe(422);
    }
    const page = await editor.post(urls.newListing.href(), typed());
    listing = page.location?.split("/").at(-1) ?? "";
    const stranger = await w.browser();
    expect(wordsOf((await stranger.get(urls.listings.href({}, { nature: "seek" }))).body)).toContain(
      "Un retour sur la réalité virtuelle",
    );
    expect(wordsOf((await stranger.get(urls.listing.href({ id: listing }))).body)).toContain(
      "ouverte jusqu’au 9 mai 2026",
    );
  });

  it("that nobody answered in a week is shown to the animators, with who asks", async () => {
    const animator = await w.browser(the.people.animator);
    const silent = async () =>
      wordsOf((await animator.get(urls.animation.href())).body).includes("Un retour sur la réalité virtuelle");
    expect(await silent()).toBe(false);
    w.clock.set("2026-03-18T09:00:00Z");
    expect(await silent()).toBe(true);
  });

  it("is answered by messages that show no address, and that moderators do not read", async () => {
    const neighbour = await w.browser(the.people.neighbour);
    const exchange = urls.listingExchange.href({ id: listing, person: the.people.neighbour });
    expect((await neighbour.post(exchange, { body: "" })).status).toBe(422);
    await neighbour.post(exchange, { body: "Nous l’avons essayé l’an dernier." });
    const told = (await mailsTo(w, "Odile")).at(-1);
    expect(told?.body).toContain("Nora vous a écrit");
    expect(told?.body).not.toContain("nora@essai.example");
    const editor = await w.browser(the.people.editor);
    const page = await editor.get(exchange);
    expect(wordsOf(page.body)).toContain("Nous l’avons essayé l’an dernier.");
    expect(page.body).not.toContain("nora@essai.example");
    await editor.post(exchange, { body: "Pouvons-nous venir voir ?" });
    expect(wordsOf((await neighbour.get(exchange)).body)).toContain("Pouvons-nous venir voir ?");
    expect((await mailsTo(w, "Nora")).at(-1)?.body).not.toContain("eddy@essai.example");
    for (const who of [the.people.animator, the.people.reader, the.people.administrator]) {
      expect((await (await w.browser(who)).get(exchange)).status).toBe(404);
      expect(await w.inTx((tx) => tx.selectFrom("listing_message").selectAll().execute(), { person: who })).toEqual([]);
    }
    const animator = await w.browser(the.people.animator);
    expect(wordsOf((await animator.get(urls.animation.href())).body)).not.toContain(
      "Un retour sur la réalité virtuelle",
    );
  });

  it("closes by itself after its day; its conversations go on, new ones do not begin", async () => {
    w.clock.set("2026-05-10T09:00:00Z");
    await keepCommunity(w.world);
    const stranger = await w.browser();
    expect((await stranger.get(urls.listing.href({ id: listing }))).status).toBe(404);
    expect((await mailsTo(w, "Eddy")).at(-1)?.subject).toContain("Votre annonce est close");
    const neighbour = await w.browser(the.people.neighbour);
    const exchange = urls.listingExchange.href({ id: listing, person: the.people.neighbour });
    expect((await neighbour.post(exchange, { body: "Toujours d’accord." })).status).toBe(303);
    const animator = await w.browser(the.people.animator);
    expect(
      (await animator.post(urls.listingExchange.href({ id: listing, person: the.people.animator }), { body: "x" }))
        .status,
    ).toBe(404);
  });
});

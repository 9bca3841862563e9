import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  announceEvent,
  hoursLater,
  linkOf,
  mailsTo,
  makeRunner,
  registerStranger,
  standAt,
  tick,
} from "../agenda.fixture.ts";

let w: TestWorld;
let organiser: Browser;
beforeAll(async () => {
  w = await openTestWorld();
  organiser = await w.browser(await makeRunner(w, "organiser"));
});
afterAll(() => w.close());

describe("an event that fills", () => {
  let slug = "";
  let id = "";

  it("is prepared, announced, and then in the agenda, its month, its calendar, its feed and its API", async () => {
    const anyone = await w.browser();
    ({ id, slug } = await announceEvent(organiser));
    expect(slug).toBe("reparer-reemployer-former");
    // Nothing is to come this month: the agenda opens on the first one where something is, unless one is asked for.
    for (const query of [{ vue: "liste" }, { vue: "mois" }, { mois: "2026-04" }, { quoi: "evenements" }]) {
      const { body } = await anyone.get(urls.agenda.href({}, query));
      expect(body).toContain("Réparer, réemployer, former");
    }
    expect((await anyone.get(urls.agenda.href({}, { mois: "2026-03" }))).body).toContain(
      "Rien n’est annoncé en mars 2026",
    );
    expect((await anyone.get("/agenda.ics")).body).toContain("SUMMARY:Réparer\\, réemployer\\, former");
    expect((await anyone.get(`/agenda/${slug}.ics`)).body).toContain("BEGIN:VEVENT");
    expect((await anyone.get("/agenda.atom")).body).toContain("Réparer, réemployer, former");
    const api = JSON.parse((await anyone.get("/api/v1/events")).body) as {
      items: { title: string; freePlaces: number }[];
    };
    expect(api.items).toMatchObject([{ title: "Réparer, réemployer, former", freePlaces: 2 }]);
    const page = await anyone.get(urls.agendaItem.href({ slug }));
    expect(page.body).toContain("Le réemploi dans le bâtiment");
    expect(page.body).not.toContain("visio.example");
  });

  it("takes a place only once the address has answered, and tells nobody who is registered", async () => {
    const browser = await w.browser();
    const sent = await browser.post(urls.agendaRegistration.href({ slug }), {
      nom: "Ana",
      courriel: "ana@formation.example",
    });
    expect(sent.body).toContain("Ouvrez votre courriel");
    expect((await browser.get(urls.agendaItem.href({ slug }))).body).toContain(
      "2 places libres".replace(" ", "\u00a0"),
    );
    const link = await linkOf(w, "ana@formation.example");
    expect((await browser.get(link)).body).toContain("Confirmez votre inscription");
    const confirmed = await browser.postAndFollow(`${link}/confirmation`);
    expect(confirmed.body).toContain("Vous êtes inscrit");
    expect(confirmed.body).toContain("visio.example");
    const again = await (await w.browser()).post(urls.agendaRegistration.href({ slug }), {
      nom: "Ana",
      courriel: "ANA@formation.example",
    });
    expect(again.body.replace("ANA@", "ana@")).toBe(sent.body);
  });

  it("queues those who come after the last place, in their order, and says the rank", async () => {
    await registerStranger(w, slug, "bob");
    const carl = await registerStranger(w, slug, "carl");
    const dora = await registerStranger(w, slug, "dora");
    const anyone = await w.browser();
    expect((await anyone.get(carl)).body).toContain("Liste d’attente, 1er rang");
    expect((await anyone.get(dora)).body).toContain("Liste d’attente, 2e rang");
    expect((await mailsTo(w, "dora@formation.example"))[0]?.body).toContain("au rang 2");
  });

  it("offers the place that is given up to the first, then, unanswered in time, to the next", async () => {
    const anyone = await w.browser();
    const [ana, carl, dora] = await Promise.all(
      ["ana", "carl", "dora"].map((one) => linkOf(w, `${one}@formation.example`)),
    );
    await anyone.post(`${ana}/renonciation`);
    expect((await anyone.get(carl ?? "")).body).toContain("Une place s’est libérée pour vous");
    expect((await anyone.get(dora ?? "")).body).toContain("1er rang");
    // Whoever comes meanwhile does not pass those who wait, nor take the place that is kept.
    const eve = await registerStranger(w, slug, "eve");
    expect((await anyone.get(eve)).body).toContain("2e rang");
    hoursLater(w, 23);
    await tick(w);
    expect((await anyone.get(carl ?? "")).body).toContain("Une place s’est libérée pour vous");
    hoursLater(w, 2);
    await tick(w);
    expect((await anyone.get(carl ?? "")).body).toContain("Cette inscription est annulée");
    expect((await anyone.get(dora ?? "")).body).toContain("Une place s’est libérée pour vous");
    const taken = await anyone.postAndFollow(`${dora}/place`);
    expect(taken.body).toContain("Vous êtes inscrit");
    expect((await anyone.get(eve)).body).toContain("1er rang");
  });

  it("is left before or after being offered; a page open since before the offer leads to the place", async () => {
    const anyone = await w.browser();
    const eve = await linkOf(w, "eve@formation.example");
    await anyone.post(`${await linkOf(w, "bob@formation.example")}/renonciation`);
    const open = await anyone.postAndFollow(`${eve}/renonciation`, { etat: "waiting" });
    expect(open.body).toContain("Entre-temps, une place s’est libérée");
    expect(open.body).toContain("Prendre cette place");
    expect((await anyone.postAndFollow(`${eve}/renonciation`, { etat: "offered" })).body).toContain("est annulée");
    await registerStranger(w, slug, "bob");
    const fay = await registerStranger(w, slug, "fay");
    expect((await anyone.get(fay)).body).toContain("1er rang");
    expect((await anyone.postAndFollow(`${fay}/renonciation`, { etat: "waiting" })).body).toContain("est annulée");
  });

  it("checks people in at the door by the code of their ticket, each once", async () => {
    standAt(w, "2026-04-08T07:10:00Z");
    const run = await organiser.get(urls.runOccasion.href({ id }));
    const door = /value="http:\/\/localhost:3000(\/porte\/[^"]+)"/.exec(run.body)?.[1] ?? "";
    const keeper = await w.browser();
    const list = await keeper.get(door);
    expect(list.body).toContain("0\u00a0personne arrivée sur 2");
    const ticket = (await linkOf(w, "bob@formation.example")).replace("/inscriptions/", "/porte/billet/");
    const scanned = await keeper.get(ticket);
    expect(scanned.body).toContain("Inscrit, attendu");
    const registration = /name="inscription" value="([^"]+)"/.exec(scanned.body)?.[1] ?? "";
    for (let times = 0; times < 2; times += 1) {
      await keeper.post(`${door}/pointage`, { inscription: registration, present: "oui", le: "2026-04-08T07:05:00Z" });
    }
    expect((await keeper.get(door)).body).toContain("1\u00a0personne arrivée sur 2");
    expect((await keeper.get(ticket)).body).toContain("Arrivé à 9\u00a0h\u00a005");
    // Somebody else's telephone sees the ticket, not the door.
    expect((await (await w.browser()).get(ticket)).location).toBe(await linkOf(w, "bob@formation.example"));
    expect((await organiser.get(urls.runOccasion.href({ id }))).body).toContain(">Oui<");
  });
});

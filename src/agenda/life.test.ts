import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agendaPage } from "#src/agenda/calendar/api-schema.ts";
import { axes } from "#src/agenda/occasions/occasion-form.ts";
import { makeDraft, makeOrganisation, type TestOrganisation } from "#src/applications/applying.fixture.ts";
import { SKIPPED_HOUR } from "#src/platform/legal-time.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  addSessionTo,
  announceEvent,
  eventFields,
  linkOf,
  mailsTo,
  makeRunner,
  openSession,
  registerStranger,
  standAt,
  tick,
} from "./agenda.fixture.ts";

let w: TestWorld;
let organiser: Browser;
let operator: Browser;
let member: Browser;
let organisation: TestOrganisation;

beforeAll(async () => {
  w = await openTestWorld();
  organiser = await w.browser(await makeRunner(w, "organiser"));
  operator = await w.browser(await makeRunner(w, "operator"));
  organisation = await makeOrganisation(w, 0);
  member = await w.browser(organisation.owner);
});
afterAll(() => w.close());

/** What a program that follows calendars reads of a feed: at the hour of Paris, whatever the zone that it is written in. */
async function calendar(path: string) {
  const { body, headers } = await (await w.browser()).get(path);
  expect(headers.get("content-type")).toContain("text/calendar");
  for (const line of body.split("\r\n")) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const inParis = (time: ICAL.Time) =>
    Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime())
      .toZonedDateTimeISO("Europe/Paris")
      .toPlainDateTime()
      .toString();
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((one) => {
    const { uid, summary, description, location, startDate, endDate } = new ICAL.Event(one);
    const status = one.getFirstPropertyValue("status");
    return {
      id: uid,
      title: summary,
      said: description,
      where: location,
      from: inParis(startDate),
      until: inParis(endDate),
      status,
    };
  });
}

describe("who asked to be told", () => {
  const link = async () =>
    /\/alertes\/[\w-]+/.exec((await mailsTo(w, "veille@formation.example"))[0]?.body ?? "")?.[0] ?? "";

  it("hears of what is announced near them once they confirmed, and leaves in one click", async () => {
    const anyone = await w.browser();
    const asked = { courriel: "Veille@formation.example", sujets: ["events"], departement: "14" };
    expect((await anyone.post(urls.subscriptions.href(), asked)).body).toContain("Ouvrez votre courriel");
    await announceEvent(organiser, { titre: "Avant la confirmation" });
    expect(await mailsTo(w, "veille@formation.example")).toHaveLength(1);
    const key = await link();
    await anyone.post(`${key}/confirmation`);
    await announceEvent(organiser, { titre: "Une rencontre à Caen", distance: "" });
    await announceEvent(organiser, { titre: "Une rencontre à Rouen", commune: "Rouen", distance: "" });
    const near = async (query: object) =>
      wordsOf((await anyone.get(urls.agenda.href({}, { mois: "2026-04", ...query }))).body);
    for (const query of [{}, { ou: "14" }]) expect(await near(query)).toMatch(/Calvados 2 .*Seine-Maritime 1 /);
    const told = await mailsTo(w, "veille@formation.example");
    expect(told.map((one) => one.subject)).toEqual([
      "Nouvelle date : Une rencontre à Caen",
      "Confirmez : être prévenu",
    ]);
    expect(await link()).toBe(key);
    await anyone.post(`${key}/sujets`, { sujets: ["events", "calls"], departement: "76" });
    expect((await anyone.postAndFollow(`${key}/sujets`, {})).body).toContain("Cochez au moins un sujet");
    expect(await w.inTx((tx) => tx.selectFrom("subscription").select(["topics", "department"]).execute())).toEqual([
      { topics: ["events", "calls"], department: "76" },
    ]);
    await anyone.post(`${key}/sujets`, { sujets: ["events"], departement: "14" });
    expect((await anyone.postAndFollow(`${key}/arret`)).body).toContain("Vous ne recevez plus rien");
    await announceEvent(organiser, { titre: "Encore une rencontre à Caen" });
    expect(await mailsTo(w, "veille@formation.example")).toHaveLength(2);
    expect(await w.inTx((tx) => tx.selectFrom("subscription").selectAll().execute())).toEqual([]);
  });
});

describe("an event that a member proposes", () => {
  it("is seen by nobody until an organiser announces it; the member is then its host", async () => {
    const fields = { ...eventFields, titre: "Une idée de membre", organisme: organisation.id };
    const proposed = await member.post(urls.agendaProposal.href(), fields);
    const id = proposed.location?.split("/").at(-1) ?? "";
    expect((await (await w.browser()).get(urls.agendaItem.href({ slug: "une-idee-de-membre" }))).status).toBe(404);
    expect((await member.get(urls.runOccasionEdit.href({ id }))).status).toBe(200);
    expect((await member.post(urls.runOccasionAnnouncement.href({ id }), { version: "1" })).status).toBe(403);
    expect((await organiser.get(urls.running.href())).body).toContain("Une idée de membre");
    await organiser.post(urls.runOccasionAnnouncement.href({ id }), { version: "1" });
    expect((await mailsTo(w, "owner-0@formation.example"))[0]?.subject).toBe("Annoncé : Une idée de membre");
    expect((await member.get(urls.runOccasionExport.href({ id }))).status).toBe(200);
  });
});

it("AX2A-02: a self-assessment leads to the dates on its subject that one may still come to", async () => {
  await announceEvent(organiser, { titre: "Un matin pour l’hybride", transitions: ["digital"] });
  await announceEvent(organiser, { titre: "Un soir pour l’énergie", transitions: ["ecological"] });
  const anyone = await w.browser();
  const { body } = await anyone.get(urls.assessmentResult.href({ instrument: "maturite" }, { "courses.online": "2" }));
  const dates = body.slice(body.indexOf("Des dates pour en parler"));
  expect([dates.includes("Un matin pour l’hybride"), dates.includes("Un soir pour l’énergie")]).toEqual([true, false]);
});

describe("an event that changes", () => {
  it("is refused with what was typed, each error at its field", async () => {
    const refused = await organiser.post(urls.newEvent.href(), {
      ...eventFields,
      titre: "",
      "seance.0.jour": "31/02/2026",
      "seance.0.fin": "8 h",
      commune: "Nulle-Part-sur-Mer",
      lien: "http://clair.example",
      delai: "999",
    });
    expect(refused.status).toBe(422);
    for (const told of [
      "Donnez un titre.",
      "Ce jour n’existe pas",
      "Aucune commune ne porte ce nom",
      "Donnez une adresse qui commence par https://.",
      "Donnez un nombre d’heures, de 1 à 240.",
    ]) {
      expect(refused.body.includes(told), told).toBe(true);
    }
    expect(refused.body).toContain('value="31/02/2026"');
    // As in every form: a name that several communes answer to chooses none, an address with a fault is not cleaned.
    const asked = await organiser.post(urls.newEvent.href(), {
      ...eventFields,
      titre: "\u200b\u2060",
      commune: "Saint-Aubin",
      contact: "prenom@exemple..fr",
      "seance.0.jour": "03/03/0026",
    });
    for (const told of ["Donnez un titre.", "Écrivez laquelle", "adresse électronique complète", "Vérifiez l’année"])
      expect(asked.body.includes(told), told).toBe(true);
    const skipped = { "seance.0.jour": "28/03/2027", "seance.0.debut": "2 h 30", "seance.0.fin": "4 h" };
    expect((await organiser.post(urls.newEvent.href(), { ...eventFields, ...skipped })).body).toContain(SKIPPED_HOUR);
  });

  it("moves, tells everyone, keeps their places and shows both days; then is cancelled, and all are told", async () => {
    const { id, slug } = await announceEvent(organiser, {
      titre: "Une rencontre qui bouge",
      axe: axes()[0]?.id ?? "",
    });
    expect((await (await w.browser()).get(urls.agendaItem.href({ slug }))).body).toContain(axes()[0]?.label ?? "?");
    const link = await registerStranger(w, slug, "mo");
    const moved = { version: "2", "seance.0.jour": "20/05/2026", "seance.0.debut": "10 h", "seance.0.fin": "12 h" };
    expect((await organiser.post(urls.runOccasionMove.href({ id }), { ...moved, motif: "Salle prise." })).status).toBe(
      303,
    );
    const [told] = await mailsTo(w, "mo@formation.example");
    expect(told?.subject).toBe("Nouvelle date : Une rencontre qui bouge");
    expect(told?.body).toContain("Salle prise.");
    const anyone = await w.browser();
    expect((await anyone.get(link)).body).toContain("20\u00a0mai 2026");
    expect((await anyone.get(urls.agenda.href({}, { mois: "2026-04" }))).body).toContain("Reporté au 20\u00a0mai");
    expect((await anyone.get(urls.agenda.href({}, { mois: "2026-05" }))).body).toContain("Une rencontre qui bouge");
    const listed = async (query: object) =>
      agendaPage.parse(JSON.parse((await anyone.get(urls.events.href({}, { limit: 1, ...query }))).body));
    const first = await listed({});
    const rest = agendaPage.parse(JSON.parse((await anyone.get((first.next ?? "").replace(w.world.origin, ""))).body));
    expect(rest.items.map((one) => one.id)).not.toContain(first.items[0]?.id);
    expect((await listed({ limit: 100 })).items.find((one) => one.title === "Une rencontre qui bouge")).toMatchObject({
      movedFrom: "2026-04-08T07:30:00Z",
      communeName: "Caen",
      freePlaces: 1,
    });
    // A page that was open before the move does not cancel what it does not know.
    expect((await organiser.post(urls.runOccasionCancellation.href({ id }), { version: "2" })).status).toBe(409);
    const long = "Trop peu de monde. ".repeat(27).trim();
    const refused = await organiser.post(urls.runOccasionCancellation.href({ id }), { version: "3", annulation: long });
    expect([refused.status, refused.body.includes(long)]).toEqual([422, true]);
    await organiser.post(urls.runOccasionCancellation.href({ id }), { version: "3", annulation: "Trop peu de monde." });
    expect((await mailsTo(w, "mo@formation.example"))[0]?.body).toContain("Trop peu de monde.");
    expect((await anyone.get(link)).body).toContain("Cette inscription est annulée");
    expect(await calendar(`/agenda/${slug}.ics`)).toEqual([
      expect.objectContaining({ from: "2026-05-20T10:00:00", until: "2026-05-20T12:00:00", status: "CANCELLED" }),
    ]);
  });

  it("is repeated week after week at the same hour on the clock, the change of March included", async () => {
    const { id } = await announceEvent(organiser, { titre: "Chaque semaine", "seance.0.jour": "23/03/2026" });
    await organiser.post(urls.runOccasionCopy.href({ id }), { rythme: "week", fois: "2" });
    const rows = await w.inTx((tx) =>
      tx
        .selectFrom("occasion")
        .select(["starts_at", "state"])
        .where("previous_id", "=", id)
        .orderBy("starts_at")
        .execute(),
    );
    expect(rows.map((row) => [row.starts_at.toString(), row.state])).toEqual([
      ["2026-03-30T07:30:00Z", "draft"],
      ["2026-04-06T07:30:00Z", "draft"],
    ]);
  });
});

describe("what comes of an event", () => {
  it("ideas are said once it began, supported, and a request that names it is counted", async () => {
    const { slug } = await announceEvent(organiser, { titre: "Une rencontre féconde", "seance.0.jour": "12/03/2026" });
    const page = urls.agendaItem.href({ slug });
    const idea = { genre: "idea", titre: "Un module court", texte: "Trois jours." };
    expect((await member.post(urls.outcomeIdeas.href({ slug }), idea)).status).toBe(404);
    standAt(w, "2026-03-12T10:00:00Z");
    await member.post(urls.outcomeIdeas.href({ slug }), idea);
    const said = await member.get(page);
    expect(said.body).toContain("Un module court");
    const support = /action="(\/agenda\/[^"]+\/soutien)"/.exec(said.body)?.[1] ?? "";
    for (let times = 0; times < 2; times += 1) await member.post(support, { soutien: "oui" });
    expect((await member.get(page)).body).toContain("1\u00a0soutien");
    const { id } = await makeDraft(w, organisation, 1, { papers: false });
    await member.post(urls.outcomeApplications.href({ slug }), { demande: id });
    // Another's request cannot be named.
    const other = await w.browser((await makeOrganisation(w, 1)).owner);
    expect((await other.post(urls.outcomeApplications.href({ slug }), { demande: id })).status).toBe(404);
    // What is too long is said by its field, and kept whole to be shortened.
    const long = "Une phrase de plus. ".repeat(151).trim();
    const refused = await member.post(urls.outcomeIdeas.href({ slug }), { ...idea, texte: long });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.body)).toContain("3 000 caractères au plus, il en compte 3 019.");
    expect(refused.body).toContain(long);
    const counted = async () => wordsOf((await (await w.browser()).get(page)).body);
    expect(await counted()).toMatch(/demande en préparation 1 demande d’aide déposée 0/);
    await w.inTx((tx) =>
      tx.updateTable("application").set({ submitted_at: w.clock.now().toString() }).where("id", "=", id).execute(),
    );
    expect(await counted()).toMatch(/demande en préparation 0 demande d’aide déposée 1/);
    // Without their account, the idea is signed by nobody.
    expect(await counted()).toMatch(/Trois jours\. .+, 1 soutien/);
    await w.inTx((tx) => tx.updateTable("idea").set({ person_id: null }).execute());
    expect(await counted()).toMatch(/Trois jours\. 1 soutien/);
  });

  it("EVT-1: a request begun from an idea carries the event and its title; until it is filed one says another, or none", async () => {
    const { slug } = await announceEvent(organiser, { titre: "Une autre rencontre", "seance.0.jour": "11/03/2026" });
    const ideas = urls.outcomeIdeas.href({ slug });
    await member.post(ideas, { genre: "idea", titre: "Un atelier mobile", texte: "Un camion." });
    const said = (await member.get(urls.agendaItem.href({ slug }))).body.replaceAll("&amp;", "&");
    const choice = /href="(\/demandes\/nouvelle\?evenement=[^"]+&idee=[^"]+)"/.exec(said)?.[1] ?? "";
    const search = /href="(\/communaute\/annonces\/nouvelle\?[^"]+)"/.exec(said)?.[1] ?? "";
    expect((await member.get(search)).body).toContain("Un atelier mobile");
    const aids = (await member.get(choice)).body.replaceAll("&amp;", "&");
    const aid = /href="(\/demandes\/nouvelle\?dispositif=[^"]+)"/.exec(aids)?.[1] ?? "";
    const page = await member.get(aid);
    expect(page.body).toContain("Une autre rencontre");
    const hidden = [...page.body.matchAll(/name="(cle|dispositif|evenement|idee)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
    const begun = await member.post(urls.newApplication.href(), { ...fields, organisme: organisation.id });
    const id = /demandes\/([0-9a-f-]{36})/.exec(begun.location ?? "")?.[1] ?? "";
    const { raw } = await w.inTx((tx) =>
      tx.selectFrom("application").select("raw").where("id", "=", id).executeTakeFirstOrThrow(),
    );
    expect(raw).toMatchObject({ title: "Un atelier mobile" });
    const draft = urls.application.href({ id });
    expect(wordsOf((await member.get(draft)).body)).toContain("de l’idée « Un atelier mobile »");
    const event = async () => wordsOf((await (await w.browser()).get(urls.agendaItem.href({ slug }))).body);
    expect(await event()).toContain("0 soutien, 1 demande en est née");
    const name = async (evenement: string) =>
      wordsOf((await member.postAndFollow(urls.applicationBirth.href({ id }), { evenement })).body);
    expect(await name("rien-de-tel")).toContain("Choisissez un événement");
    expect(await name("une-rencontre-feconde")).toContain("Votre demande vient de « Une rencontre féconde ».");
    expect(await name("aucun")).toContain("ne nomme plus d’événement");
    const reader = await w.browser(organisation.reader);
    const typed = { evenement: "une-rencontre-feconde" };
    expect((await reader.post(urls.applicationBirth.href({ id }), typed)).status).toBe(403);
    await name("une-rencontre-feconde");
    await w.inTx((tx) => tx.updateTable("application").set({ state: "withdrawn" }).where("id", "=", id).execute());
    expect((await member.post(urls.applicationBirth.href({ id }), typed)).status).toBe(403);
  });
});

describe("a session under its minimum on its day", () => {
  it("is cancelled, all are told and offered the next date; with enough people it is confirmed", async () => {
    standAt(w, "2026-03-10T09:00:00Z");
    const first = await openSession(operator);
    const next = await addSessionTo(operator, first.courseId, {
      "seance.0.jour": "11/05/2026",
      "seance.1.jour": "11/05/2026",
      confirmation: "04/05/2026",
    });
    await registerStranger(w, first.slug, "seule");
    standAt(w, "2026-04-06T20:00:00Z");
    await tick(w);
    expect((await mailsTo(w, "seule@formation.example"))[0]?.subject).not.toContain("Annulé");
    standAt(w, "2026-04-07T08:00:00Z");
    await tick(w);
    const [told] = await mailsTo(w, "seule@formation.example");
    expect(told?.subject).toContain("Annulé");
    expect(told?.body).toContain(`/agenda/${next.slug}`);
    await registerStranger(w, next.slug, "une");
    await registerStranger(w, next.slug, "deux");
    standAt(w, "2026-05-04T08:00:00Z");
    await tick(w);
    const row = await w.inTx((tx) =>
      tx
        .selectFrom("training_session")
        .select("confirmed_at")
        .where("occasion_id", "=", next.id)
        .executeTakeFirstOrThrow(),
    );
    expect(row.confirmed_at).not.toBeNull();
    // Two days before, each is reminded, once.
    standAt(w, "2026-05-09T08:00:00Z");
    await tick(w);
    await tick(w);
    const mails = await mailsTo(w, "une@formation.example");
    expect(mails.filter((one) => one.subject.startsWith("C’est bientôt"))).toHaveLength(1);
    expect(await linkOf(w, "une@formation.example")).not.toBe("");
  });
});

describe("who did not come too often, without a word", () => {
  it("awaits the operator's word, outside the queue, and is then admitted", async () => {
    standAt(w, "2026-06-01T08:00:00Z");
    const [course] = await w.inTx((tx) => tx.selectFrom("course").select("id").execute());
    if (course === undefined) throw new Error("no course");
    const days = { "seance.0.jour": "15/06/2026", "seance.1.jour": "15/06/2026", confirmation: "" };
    for (let times = 0; times < 2; times += 1) {
      const missed = await addSessionTo(operator, course.id, days);
      await registerStranger(w, missed.slug, "absente");
      await w.inTx((tx) =>
        tx
          .updateTable("training_session")
          .set({ closed_at: "2026-06-16T08:00:00Z" })
          .where("occasion_id", "=", missed.id)
          .execute(),
      );
    }
    const next = await addSessionTo(operator, course.id, days);
    const link = await registerStranger(w, next.slug, "absente");
    const anyone = await w.browser();
    expect((await anyone.get(link)).body).toContain("attend l’accord de l’opérateur");
    // Nobody is kept from a place by them.
    const other = await registerStranger(w, next.slug, "presente");
    expect((await anyone.get(other)).body).toContain("Vous êtes inscrit");
    const run = await operator.get(urls.runOccasion.href({ id: next.id }));
    const admission = /action="([^"]+\/admission)"/.exec(run.body)?.[1] ?? "";
    await operator.post(admission);
    expect((await anyone.get(link)).body).toContain("Vous êtes inscrit");
  });
});

it("an event is read by programs that follow calendars as it was written, at the hours of Paris, by itself and among all", async () => {
  const titre = "Réparer, réemployer ; former «\u202fà la main\u202f», une journée pour que chacun trouve sa place";
  const resume = "Le matin, on écoute\u00a0; l’après-midi, on essaie.\nPuis \\ on recommence.";
  const { id, slug } = await announceEvent(organiser, { titre, resume, "seance.0.jour": "25/10/2026" });
  const alone = await calendar(`/agenda/${slug}.ics`);
  // Winter time began that night.
  expect(alone).toEqual([
    {
      id: `${id}@${new URL(w.world.origin).hostname}`,
      title: titre,
      said: `${resume}\n\n${w.world.origin}${urls.agendaItem.href({ slug })}`,
      where: "Maison des métiers (lieu fictif), Caen, ou à distance",
      from: "2026-10-25T09:30:00",
      until: "2026-10-25T16:30:00",
      status: "CONFIRMED",
    },
  ]);
  const [course] = await w.inTx((tx) => tx.selectFrom("course").select("id").execute());
  const session = await addSessionTo(operator, course?.id ?? "", {
    "seance.0.jour": "02/11/2026",
    "seance.1.jour": "09/11/2026",
    confirmation: "",
  });
  // Two days a week apart leave the week free, and each is told with its hours.
  expect((await calendar(`/agenda/${session.slug}.ics`)).map(({ from, until }) => [from, until])).toEqual([
    ["2026-11-02T09:00:00", "2026-11-02T12:30:00"],
    ["2026-11-09T13:30:00", "2026-11-09T17:00:00"],
  ]);
  const page = wordsOf((await (await w.browser()).get(urls.agendaItem.href({ slug: session.slug }))).body);
  expect(page).toContain("Lundi 9 novembre 2026, de 13 h 30 à 17 h");
  await registerStranger(w, session.slug, "assidue");
  expect(wordsOf((await mailsTo(w, "assidue@formation.example"))[0]?.body ?? "")).toContain(
    "lundi 2 novembre 2026, de 9 h à 12 h 30 lundi 9 novembre 2026, de 13 h 30 à 17 h",
  );
  const all = await calendar(urls.agendaCalendar.href());
  expect(all).toContainEqual(alone[0]);
  expect(all.map((one) => one.id.split("@")[0])).toContain(session.id);
});

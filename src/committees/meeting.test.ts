import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfBytes } from "#src/applications/applying.fixture.ts";
import { addMember, createOrganisation, createPerson, grantAgentRole } from "#src/people/index.ts";
import { verifyJournal } from "#src/platform/journal-verification.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { wordsOf } from "#test/support/words.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { keepSeats } from "./jobs.ts";

let w: TestWorld;
let animator: Browser;
let member: Browser;
let other: Browser;
const people = { animator: "", member: "", other: "", officer: "" };

const slug = "conseil-de-la-communaute";
const place = { slug, number: "1" };

beforeAll(async () => {
  w = await openTestWorld();
  await w.inTx(async (tx) => {
    const person = (name: string) => createPerson(tx, { name, email: `${name.toLowerCase()}@essai.example` });
    people.animator = await person("Anna");
    people.member = await person("Marc");
    people.other = await person("Otto");
    people.officer = await person("Ines");
    await grantAgentRole(tx, people.animator, "animator");
    await grantAgentRole(tx, people.officer, "officer");
    const organisation = await createOrganisation(tx, {
      kind: "network",
      siren: "732829320",
      name: "Réseau",
      source: "declared",
    });
    await addMember(tx, organisation, people.other, "owner");
  });
  animator = await w.browser(people.animator);
  member = await w.browser(people.member);
  other = await w.browser(people.other);
});
afterAll(() => w.close());

async function seat(name: string, more: Record<string, string> = {}): Promise<string> {
  const typed = {
    name,
    body: `Organisme de ${name}`,
    role: "member",
    fromOn: "2026-01-01",
    nameIsPublic: "non",
    ...more,
  };
  expect((await animator.post(urls.committeeMembers.href({ slug }), typed)).status).toBe(303);
  return w.inTx(
    async (tx) =>
      (await tx.selectFrom("committee_member").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id,
  );
}

const step = (one: string) => animator.postAndFollow(urls.meetingStep.href({ ...place, step: one }));
const itemAt = (position: number) =>
  w.inTx(
    async (tx) =>
      (await tx.selectFrom("agenda_item").select("id").where("position", "=", position).executeTakeFirstOrThrow()).id,
  );

describe("COM-4, D-27: a meeting of the community's governance", () => {
  const seats: string[] = [];

  it("has a committee that only who runs its kind makes, with its seats and mandates", async () => {
    const made = {
      kind: "communotic",
      name: "Conseil de la communauté",
      purpose: "Orienter Communotic.",
      quorum: "50",
    };
    expect((await other.post(urls.committees.href(), made)).status).toBe(404);
    expect((await animator.post(urls.committees.href(), { ...made, kind: "selection" })).status).toBe(422);
    expect((await animator.post(urls.committees.href(), made)).location).toBe(urls.committee.href({ slug }));
    const late = await animator.post(urls.committeeMembers.href({ slug }), {
      name: "X",
      body: "Y",
      role: "member",
      fromOn: "2026-02-01",
      untilOn: "2026-01-01",
      nameIsPublic: "non",
    });
    expect(wordsOf(late.body)).toContain("Cette date doit suivre le début du mandat.");
    seats.push(await seat("Marc", { email: "marc@essai.example", role: "chair" }));
    seats.push(
      await seat("Lise", { nameIsPublic: "oui" }),
      await seat("Paul"),
      await seat("Zoé", { body: "Recherche" }),
    );
    const outside = wordsOf((await (await w.browser()).get(urls.governance.href())).body);
    expect(outside).toContain("Organisme de Paul");
    expect(outside).toContain("Lise");
    expect(outside).not.toContain("Zoé");
  });

  it("is planned, given an agenda, then called: every member is told", async () => {
    const wrong = await animator.post(urls.committeeMeetings.href({ slug }), {
      title: "Rentrée",
      day: "2026-03-20",
      time: "tard",
      place: "Caen",
    });
    expect(wrong.status).toBe(422);
    await animator.post(urls.committeeMeetings.href({ slug }), {
      title: "Rentrée",
      day: "2026-03-20",
      time: "14 h 30",
      place: "Caen",
    });
    expect(wordsOf((await step("call")).body)).toContain("Mettez au moins un point à l’ordre du jour");
    await animator.post(urls.meetingAgenda.href(place), { title: "Bilan de l’année", toDecide: "non" });
    await animator.post(urls.meetingAgenda.href(place), { title: "Thème de l’année", toDecide: "oui" });
    await step("call");
    const { body } = await w.inTx((tx) =>
      tx.selectFrom("mail").select("body").where("to_address", "=", "marc@essai.example").executeTakeFirstOrThrow(),
    );
    expect(wordsOf(body)).toContain("20 mars 2026 à 14 h 30");
    expect(wordsOf(body)).toContain("2. Thème de l’année (vote)");
    expect((await member.get(urls.meeting.href(place))).status).toBe(200);
    for (const outsider of [other, await w.browser(people.officer), await w.browser()]) {
      expect((await outsider.get(urls.meeting.href(place))).status).toBe(404);
    }
  });

  it("has documents that members alone open; those already called are told, and what was before them stays", async () => {
    const papers = urls.meetingPapers.href(place);
    const file = () => new File([new Uint8Array(pdfBytes("bilan"))], "bilan.pdf", { type: "application/pdf" });
    const mute = await animator.send(papers, { intitule: "" }, { fichier: new File(["x"], "x.exe") });
    expect(mute.status).toBe(422);
    expect(wordsOf(mute.body)).toContain("Donnez un titre à ce document.");
    expect(wordsOf(mute.body)).toContain("ce format n’est pas accepté ici");
    expect((await member.send(papers, { intitule: "Le mien" }, { fichier: file() })).status).toBe(403);
    await animator.send(papers, { intitule: "Le bilan", point: await itemAt(1) }, { fichier: file() });
    await animator.send(papers, { intitule: "À retirer" }, { fichier: file() });
    const mails = await w.inTx((tx) =>
      tx.selectFrom("mail").select("body").where("to_address", "=", "marc@essai.example").orderBy("id").execute(),
    );
    expect(wordsOf(mails[1]?.body ?? "")).toContain("« Le bilan » est joint à la réunion");
    const seen = await member.get(urls.meeting.href(place));
    expect(wordsOf(seen.body)).toContain("point 1");
    const addresses = [...seen.body.matchAll(/href="(\/instances\/[^"]+\/pieces\/[^"]+)"/g)].map(
      ([, href]) => href ?? "",
    );
    expect(addresses).toHaveLength(2);
    expect((await member.get(addresses[0] ?? "")).headers.get("content-type")).toBe("application/pdf");
    expect((await other.get(addresses[0] ?? "")).status).toBe(404);
    await animator.post(`${addresses[1]}/suppression`);
    expect((await member.get(addresses[1] ?? "")).status).toBe(404);
  });

  it("decides nothing without its quorum", async () => {
    const item = await itemAt(2);
    const vote = { item, text: "L’accessibilité.", inFavour: "1", against: "0", abstained: "0" };
    await animator.post(urls.meetingAttendance.href(place), { [`presence.${seats[0]}`]: "present" });
    await step("open");
    const [, laid = ""] =
      /href="(\/instances\/[^"]+\/pieces\/[^"]+)"/.exec((await member.get(urls.meeting.href(place))).body) ?? [];
    const late = await animator.postAndFollow(`${laid}/suppression`);
    expect(wordsOf(late.body)).toContain("La réunion est ouverte : ses documents restent.");
    const refused = await animator.postAndFollow(urls.meetingDecision.href(place), vote);
    expect(wordsOf(refused.body)).toContain("Le quorum n’est pas atteint : la réunion ne peut rien décider.");
    const lone = await animator.postAndFollow(urls.meetingAttendance.href(place), {
      [`presence.${seats[1]}`]: `represented:${seats[2]}`,
    });
    expect(wordsOf(lone.body)).toContain("Qui représente un autre membre doit être présent.");
  });

  it("counts no voice of who has an interest, and no more voices than can be heard", async () => {
    const item = await itemAt(2);
    await animator.post(urls.meetingAttendance.href(place), {
      [`presence.${seats[0]}`]: "present",
      [`presence.${seats[1]}`]: "present",
      [`presence.${seats[2]}`]: `represented:${seats[1]}`,
      [`presence.${seats[3]}`]: "excused",
    });
    const asOther = { item, member: seats[1] ?? "", reason: "Employeur" };
    expect((await member.post(urls.meetingInterest.href(place), asOther)).status).toBe(403);
    await member.post(urls.meetingInterest.href(place), {
      item,
      member: seats[0] ?? "",
      reason: "Mon organisme est candidat",
    });
    const laid = () => new File([new Uint8Array(pdfBytes("offres"))], "offres.pdf", { type: "application/pdf" });
    await animator.send(urls.meetingPapers.href(place), { intitule: "Les offres", point: item }, { fichier: laid() });
    const vote = { item, text: "L’accessibilité.", inFavour: "3", against: "0", abstained: "0" };
    const many = await animator.postAndFollow(urls.meetingDecision.href(place), vote);
    expect(wordsOf(many.body)).toContain("3 voix sont comptées, et 2 peuvent s’exprimer sur ce point.");
    const said = await animator.postAndFollow(urls.meetingDecision.href(place), {
      ...vote,
      inFavour: "2",
      responsible: "Anna",
      dueOn: "2026-06-30",
    });
    expect(wordsOf(said.body)).toContain("Adopté : L’accessibilité. 2 pour, 0 contre");
    // Who left the room reads neither the documents of the point nor how it was voted, by the page nor by SQL.
    const left = wordsOf((await member.get(urls.meeting.href(place))).body);
    expect(left).toContain("Vous y avez un intérêt");
    expect(left).toContain("Le bilan");
    for (const hidden of ["Les offres", "2 pour, 0 contre"]) expect(left).not.toContain(hidden);
    const papers = await w.inTx((tx) => tx.selectFrom("meeting_document").select(["id", "title"]).execute());
    for (const { id, title } of papers) {
      const { status } = await member.get(urls.meetingPaper.href({ ...place, paper: id }));
      expect([title, status]).toEqual([title, title === "Les offres" ? 404 : 200]);
    }
    const ownVotes = await w.inTx((tx) => tx.selectFrom("committee_decision").selectAll().execute(), {
      person: people.member,
    });
    expect(ownVotes).toEqual([]);
    const notVoted = await animator.postAndFollow(urls.meetingDecision.href(place), { ...vote, item: await itemAt(1) });
    expect(wordsOf(notVoted.body)).toContain("Ce point n’est pas à voter.");
  });

  it("is closed; its minutes are written, approved, then published: everyone reads them, and what follows", async () => {
    await step("close");
    await animator.post(urls.meetingMinutes.href(place), { minutes: "On a parlé du bilan." });
    expect((await other.get(urls.meeting.href(place))).status).toBe(404);
    expect(wordsOf((await member.get(urls.meeting.href(place))).body)).not.toContain("On a parlé du bilan.");
    await step("approve");
    const told = wordsOf((await member.get(urls.meeting.href(place))).body);
    for (const words of ["On a parlé du bilan.", "2 pour, 0 contre"]) expect(told).toContain(words);
    const late = await animator.postAndFollow(urls.meetingMinutes.href(place), { minutes: "Autre chose." });
    expect(wordsOf(late.body)).toContain("Le compte rendu est approuvé : il ne change plus.");
    await step("publish");
    await animator.post(urls.meetingFollowUp.href(place), {
      item: await itemAt(2),
      followUp: "Trois ateliers prévus.",
      doneOn: "2026-06-15",
    });
    const page = wordsOf((await (await w.browser()).get(urls.meeting.href(place))).body);
    expect(page).toContain("On a parlé du bilan.");
    expect(page).toContain("Adopté : L’accessibilité.");
    expect(page).toContain("Fait le 15 juin 2026.");
    expect(page).not.toContain("Mon organisme est candidat");
    expect(page).not.toContain("Zoé");
    expect(page).not.toContain("Le bilan");
    expect((await verifyJournal(w.world.db)).faults).toEqual([]);
  });

  it("closes its doors to a member whose mandate ended, from the next day on", async () => {
    await animator.post(urls.committeeMember.href({ slug, member: seats[0] ?? "" }));
    await step("unpublish");
    w.clock.set("2026-03-11T09:00:00Z");
    await keepSeats(w.world);
    expect((await member.get(urls.meeting.href(place))).status).toBe(404);
  });
});

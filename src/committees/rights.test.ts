import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENT_ROLES, createPerson } from "#src/people/index.ts";
import { makeAgents } from "#src/reviews/reviewing.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { SEAT_ROLES } from "./committee.ts";

/**
 * Who reads and does what in a committee of selection, cell by cell: its seats, whoever had one or will have one, who sits
 * on another committee, every role of agents, somebody signed in, nobody.
 */
let w: TestWorld;
const browsers = new Map<string, Browser>();
const place = { slug: "comite-de-selection", number: "1" };
const [chair] = SEAT_ROLES;

const FORMER = "a former member";
const FUTURE = "a member to come";
const ELSEWHERE = "a member of another committee";
const STRANGER = "somebody signed in";
const NOBODY = "nobody";

const seated: readonly string[] = SEAT_ROLES;
const runners = ["officer", "supervisor"];

beforeAll(async () => {
  w = await openTestWorld();
  const agents = await makeAgents(w);
  for (const role of AGENT_ROLES) browsers.set(role, await w.browser(agents[role]));
  const officer = browsers.get("officer") as Browser;
  const made = { kind: "selection", purpose: "Choisir.", quorum: "50" };
  for (const name of ["Comité de sélection", "Autre comité"]) {
    expect((await officer.post(urls.committees.href(), { ...made, name })).status).toBe(303);
  }
  const others = [FORMER, FUTURE, ELSEWHERE];
  for (const name of [...SEAT_ROLES, ...others]) {
    const email = `${name.replaceAll(" ", "-")}@essai.example`;
    const person = await w.inTx((tx) => createPerson(tx, { name, email }));
    browsers.set(name, await w.browser(person));
    const slug = name === ELSEWHERE ? "autre-comite" : place.slug;
    const typed = {
      ...{ name, email, body: "Organisme", role: seated.includes(name) ? name : "member", nameIsPublic: "non" },
      fromOn: name === FUTURE ? "2026-06-01" : "2026-01-01",
      ...(name === FORMER ? { untilOn: "2026-03-01" } : {}),
    };
    expect((await officer.post(urls.committeeMembers.href({ slug }), typed)).status).toBe(303);
  }
  const stranger = await w.inTx((tx) => createPerson(tx, { name: "Personne", email: "personne@essai.example" }));
  browsers.set(STRANGER, await w.browser(stranger));
  browsers.set(NOBODY, await w.browser());
  const meeting = { title: "Choix", day: "2026-03-20", time: "14 h 30", place: "Caen" };
  expect((await officer.post(urls.committeeMeetings.href({ slug: place.slug }), meeting)).status).toBe(303);
}, 60_000);
afterAll(() => w.close());

const pages: readonly (readonly [name: string, href: string])[] = [
  ["the committee", urls.committee.href({ slug: place.slug })],
  ["the meeting", urls.meeting.href(place)],
];

describe("a committee of selection", () => {
  it.each(pages)(
    "%s is read by its seats, by who runs it and by auditors; it is not there for others",
    async (_, href) => {
      const readers = [...seated, ...runners, "auditor"];
      for (const [name, browser] of browsers) {
        const expected = readers.includes(name) ? 200 : 404;
        expect([name, (await browser.get(href)).status]).toEqual([name, expected]);
      }
    },
  );

  const acts: typeof pages = [
    ["give a seat", urls.committeeMembers.href({ slug: place.slug })],
    ["plan a meeting", urls.committeeMeetings.href({ slug: place.slug })],
    ["write the agenda", urls.meetingAgenda.href(place)],
    ["note who is there", urls.meetingAttendance.href(place)],
    ["record a decision", urls.meetingDecision.href(place)],
    ["follow a decision up", urls.meetingFollowUp.href(place)],
    ["write the minutes", urls.meetingMinutes.href(place)],
    ["lay a document", urls.meetingPapers.href(place)],
    [
      "take a document away",
      urls.meetingPaperRemoval.href({ ...place, paper: "0193d1a2-0000-7000-8000-000000000000" }),
    ],
    ["close a meeting", urls.meetingStep.href({ ...place, step: "close" })],
  ];
  it.each(acts)("only who runs it may %s: its seats and auditors are told no", async (_, href) => {
    for (const [name, browser] of browsers) {
      const { status } = await browser.post(href, {});
      if (runners.includes(name)) expect([name, [401, 403].includes(status)]).toEqual([name, false]);
      else if (seated.includes(name) || name === "auditor") expect([name, status]).toEqual([name, 403]);
      else expect([name, [401, 303, 404]]).toEqual([name, expect.arrayContaining([status])]);
    }
  });

  it("an interest is declared by whoever sits, for their own seat, and by who runs it for all", async () => {
    const seats = await w.inTx((tx) => tx.selectFrom("committee_member").select(["id", "name"]).execute());
    const ofChair = seats.find(({ name }) => name === chair)?.id ?? "";
    for (const [name, browser] of browsers) {
      const { status } = await browser.post(urls.meetingInterest.href(place), { member: ofChair, reason: "Parent" });
      if (name === chair || runners.includes(name))
        expect([name, [401, 403, 404].includes(status)]).toEqual([name, false]);
      else if (seated.includes(name) || name === "auditor") expect([name, status]).toEqual([name, 403]);
      else expect([name, [401, 303, 404]]).toEqual([name, expect.arrayContaining([status])]);
    }
  });
});

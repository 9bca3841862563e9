import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOrganisation } from "#src/applications/applying.fixture.ts";
import { type AgentRole, createPerson, grantAgentRole, type Visitor } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { addStand, announceEvent, openSession, registerStranger } from "./agenda.fixture.ts";
import { mayOnOccasion, OCCASION_ACTS, type OccasionAct, type OccasionPart } from "./occasions/may.ts";
import { mayInTraining, TRAINING_ACTS, type TrainingAct } from "./training/may.ts";

/** Who tries, and what they are in the event and in the session. */
const people: Readonly<
  Record<string, { readonly event: readonly OccasionPart[]; readonly session: readonly OccasionPart[] }>
> = {
  organiser: { event: ["host"], session: [] },
  operator: { event: [], session: ["host"] },
  administrator: { event: ["reader"], session: ["reader"] },
  auditor: { event: ["reader"], session: ["reader"] },
  officer: { event: [], session: [] },
  host: { event: ["host"], session: ["host"] },
  speaker: { event: ["speaker"], session: ["speaker"] },
  keeper: { event: ["keeper"], session: ["keeper"] },
  trainer: { event: ["trainer"], session: ["trainer"] },
  member: { event: [], session: [] },
};

const agents = ["organiser", "operator", "administrator", "auditor", "officer", "supervisor", "accountant"] as const;

/** An address that does each act, or shows its page; a POST on a page that was never shown changes nothing. */
const doing: Readonly<Partial<Record<OccasionAct, (id: string) => readonly ["GET" | "POST", string]>>> = {
  see: (id) => ["GET", urls.runOccasion.href({ id })],
  edit: (id) => ["GET", urls.runOccasionEdit.href({ id })],
  announce: (id) => ["POST", urls.runOccasionAnnouncement.href({ id })],
  "call-off": (id) => ["POST", urls.runOccasionCancellation.href({ id })],
  "read-registrations": (id) => ["GET", urls.runOccasionExport.href({ id })],
  "write-to-registrants": (id) => ["POST", urls.runOccasionMail.href({ id })],
  "name-crew": (id) => ["POST", urls.runOccasionCrew.href({ id })],
  "add-documents": (id) => ["GET", urls.runOccasionPieces.href({ id })],
  "move-registrations": (id) => [
    "POST",
    urls.runRegistrationAdmission.href({ id, registration: registered[id] ?? "" }),
  ],
};
const doingInSession: typeof doing = {
  ...doing,
  "check-in": (id) => ["GET", urls.runAttendance.href({ id })],
  "sign-as-trainer": (id) => ["POST", urls.runAttendance.href({ id })],
};

let w: TestWorld;
/** A request for the remaining cost, of the member's organisation. */
let request = "";
const browsers = new Map<string, Browser>();
const ids = { event: "", session: "" };
/** Somebody registered, by occasion: nobody's word is awaited for them, so that a word given changes nothing. */
const registered: Record<string, string> = {};

beforeAll(async () => {
  w = await openTestWorld();
  const made = async (name: string, role: AgentRole | null) => {
    const id = await w.inTx(async (tx) => {
      const person = await createPerson(tx, { name: `Personne ${name}`, email: `${name}@essai.example` });
      if (role !== null) await grantAgentRole(tx, person, role);
      return person;
    });
    browsers.set(name, await w.browser(id));
  };
  for (const role of agents) await made(role, role);
  for (const part of ["host", "speaker", "keeper", "trainer"]) await made(part, null);
  const organisation = await makeOrganisation(w, 0);
  browsers.set("member", await w.browser(organisation.owner));
  const of = (name: string) => browsers.get(name) as Browser;
  const event = await announceEvent(of("organiser"));
  const session = await openSession(of("operator"));
  Object.assign(ids, { event: event.id, session: session.id });
  for (const { slug } of [event, session]) await registerStranger(w, slug, `inscrit-${slug}`.slice(0, 30));
  for (const { id, occasion_id } of await w.inTx((tx) =>
    tx.selectFrom("registration").select(["id", "occasion_id"]).execute(),
  ))
    registered[occasion_id] = id;
  request = await w.inTx(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO cost_request (number, year, organisation_id, rule, filed_at)
      VALUES ('RAC-T', 2026, ${organisation.id}, '{}', ${w.clock.now().toString()}::timestamptz) RETURNING id`.execute(
      tx,
    );
    return rows[0]?.id ?? "";
  });
  for (const part of ["host", "speaker", "keeper", "trainer"] as const) {
    await addStand(of("organiser"), ids.event, part);
    await addStand(of("operator"), ids.session, part);
  }
});
afterAll(() => w.close());

describe.each(["event", "session"] as const)("an announced %s", (nature) => {
  const acts = nature === "event" ? doing : doingInSession;
  it.each(Object.keys(people))("to %s: each act as the table says, and nothing more", async (name) => {
    const parts = people[name]?.[nature] ?? [];
    const found: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [act, doingIt] of Object.entries(acts)) {
      const [method, path] = doingIt(ids[nature]);
      const browser = browsers.get(name) as Browser;
      const { status } = await (method === "GET" ? browser.get(path) : browser.post(path, { version: "0" }));
      const may = mayOnOccasion(parts, act as OccasionAct);
      found[act] = status === 403 || status === 404 ? status : 200;
      expected[act] = may ? 200 : mayOnOccasion(parts, "see") ? 403 : 404;
    }
    expect(found).toEqual(expected);
  });

  it("to whoever is not signed in: led to sign in", async () => {
    const anyone = await w.browser();
    for (const doingIt of Object.values(acts)) {
      const [method, path] = doingIt(ids[nature]);
      const answer = await (method === "GET" ? anyone.get(path) : anyone.post(path));
      expect([path, answer.status]).toEqual([path, method === "GET" ? 303 : 401]);
    }
  });
});

describe("the training programme", () => {
  const answered = (acte: string) =>
    ["POST", urls.costDeskRequest.href({ id: request }), { acte, mot: "Lu." }] as const;
  const doing: Readonly<Record<TrainingAct, () => readonly [string, string, Readonly<Record<string, string>>?]>> = {
    "see-plan": () => ["GET", urls.runPlan.href({ year: "2026" })],
    "edit-plan": () => ["POST", urls.runPlan.href({ year: "2026" })],
    "see-cost-requests": () => ["GET", urls.costDesk.href()],
    "check-cost-request": () => answered("verification"),
    "decide-cost-request": () => answered("decision"),
  };
  it.each([...agents, "host", "trainer", "member"])("to %s: each act as the table says", async (name) => {
    const role = agents.find((one) => one === name);
    const visitor = { agentRoles: role === undefined ? [] : [role] } as unknown as Visitor;
    const may = (act: TrainingAct) => mayInTraining(visitor, act);
    const sees = may("see-plan") || may("see-cost-requests");
    for (const act of TRAINING_ACTS) {
      const [method, path, fields] = doing[act]();
      const browser = browsers.get(name) as Browser;
      const { status } = await (method === "GET" ? browser.get(path) : browser.post(path, { version: "0", ...fields }));
      const found = status === 403 || status === 404 ? status : 200;
      expect([act, found]).toEqual([act, may(act) ? 200 : sees ? 403 : 404]);
    }
  });
});

it("a part in one occasion gives nothing in another, and no role of the agenda opens a request for aid", async () => {
  const other = await announceEvent(browsers.get("organiser") as Browser, { titre: "Une autre rencontre" });
  for (const name of ["host", "speaker", "keeper", "trainer"]) {
    const { status } = await (browsers.get(name) as Browser).get(urls.runOccasion.href({ id: other.id }));
    expect([name, status]).toEqual([name, 404]);
  }
  for (const name of ["organiser", "operator", "host"]) {
    expect((await (browsers.get(name) as Browser).get(urls.queue.href())).status).toBe(404);
  }
});

it("every act is some part's, and the reader changes nothing", () => {
  const all: readonly OccasionPart[] = ["host", "trainer", "keeper", "speaker", "proposer", "reader"];
  for (const act of OCCASION_ACTS) expect(all.some((part) => mayOnOccasion([part], act))).toBe(true);
  expect(OCCASION_ACTS.filter((act) => mayOnOccasion(["reader"], act))).toEqual(["see", "read-registrations"]);
});

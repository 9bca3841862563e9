import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOrganisation, visitorOf } from "#src/applications/applying.fixture.ts";
import { type LaterState, leadTo } from "#src/demo/reviewed.ts";
import { AGENT_ROLES, FILE_ROLES } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type FiledRequest, fileRequest, makeAgents, type TestAgents, troupeOf } from "./reviewing.fixture.ts";

let w: TestWorld;
let agents: TestAgents;
const files = new Map<LaterState | "submitted", FiledRequest>();
const browsers = new Map<string, Browser>();
const people = new Map<string, string>();

const states = [
  "submitted",
  "completion-requested",
  "complete",
  "under-review",
  "proposed-favourable",
  "validated-favourable",
  "awarded",
  "notified",
  "agreement-to-sign",
] as const;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  const organisation = await makeOrganisation(w, 0);
  const stage = await troupeOf(w, agents, { officer: agents.colleague });
  for (const [n, state] of states.entries()) {
    w.clock.set("2026-03-10T09:00:00Z");
    const short = { "structures.0.phases.0.days": "1", "structures.0.phases.1.days": "1" };
    const request = await fileRequest(w, n, short, organisation);
    if (state !== "submitted")
      await leadTo(stage, { id: request.id, applicant: await visitorOf(w, organisation.owner), n: 5 }, state);
    files.set(state, request);
  }
  const stranger = await makeOrganisation(w, 50);
  people.set("reader", organisation.reader).set("editor", organisation.editor).set("owner", organisation.owner);
  people.set("other owner", stranger.owner);
  for (const role of AGENT_ROLES) people.set(role, agents[role]);
  browsers.set("nobody", await w.browser());
  for (const [name, person] of people) browsers.set(name, await w.browser(person));
}, 120_000);
afterAll(() => w.close());

const id = (state: (typeof states)[number]) => files.get(state)?.id ?? "";
const everyone = ["nobody", "reader", "editor", "owner", "other owner", ...AGENT_ROLES];
const reviewers = ["officer", "supervisor"];
const acting = ["officer", "supervisor", "approver", "accountant", "administrator"];

interface Try {
  readonly name: string;
  /** Agents who may: anything but 401, 403 and 404 answers them. */
  readonly may: readonly string[];
  readonly ask: (browser: Browser) => Promise<{ readonly status: number }>;
}

/** A stale act: who may take it is told that the page is old, who may not is refused before. */
const stale = { cle: "00000000-0000-4000-8000-000000000000", version: "0" };
const fresh = () => ({ cle: randomUUID(), version: "0" });

const post =
  (href: () => string, fields: Record<string, string> = {}) =>
  (browser: Browser) =>
    browser.post(href(), { ...fresh(), ...fields });
const get = (href: () => string) => (browser: Browser) => browser.get(href());

/** Sends a multipart form without a file. */
const multipart = (href: () => string) => async (browser: Browser) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(stale)) body.set(name, value);
  const response = await w.app.request(new URL(href(), w.world.origin).href, {
    method: "POST",
    headers: { cookie: browser.cookies(), origin: w.world.origin },
    body,
  });
  return { status: response.status };
};

const tries: readonly Try[] = [
  { name: "the queue", may: FILE_ROLES, ask: get(() => urls.queue.href()) },
  { name: "the export", may: FILE_ROLES, ask: get(() => urls.queueExport.href()) },
  { name: "a saved view", may: acting, ask: post(() => urls.queueViews.href(), { nom: "" }) },
  { name: "a view's removal", may: acting, ask: post(() => urls.queueView.href({ view: randomUUID() })) },
  { name: "giving files", may: reviewers, ask: post(() => urls.queueActions.href(), { action: "affecter" }) },
  { name: "completing files", may: reviewers, ask: post(() => urls.queueActions.href(), { action: "complets" }) },
  { name: "exporting files", may: FILE_ROLES, ask: post(() => urls.queueActions.href(), { action: "exporter" }) },
  { name: "a file on paper", may: FILE_ROLES, ask: get(() => urls.reviewReport.href({ id: id("under-review") })) },
  { name: "a file", may: FILE_ROLES, ask: get(() => urls.review.href({ id: id("under-review") })) },
  {
    name: "a judgement",
    may: reviewers,
    ask: post(() => urls.reviewJudgement.href({ id: id("under-review") }), { "point:need": "satisfying" }),
  },
  {
    name: "the page of a request for more",
    may: reviewers,
    ask: get(() => urls.reviewCompletion.href({ id: id("under-review") })),
  },
  {
    name: "a request for more",
    may: reviewers,
    ask: post(() => urls.reviewCompletion.href({ id: id("under-review") })),
  },
  {
    name: "its preview",
    may: reviewers,
    ask: post(() => urls.reviewPreview.href({ id: id("under-review"), letter: "demande-de-complements" })),
  },
  {
    name: "its closing",
    may: reviewers,
    ask: post(() => urls.reviewCompletionClosing.href({ id: id("completion-requested") })),
  },
  {
    name: "the page of a correction",
    may: reviewers,
    ask: get(() => urls.reviewCorrection.href({ id: id("under-review") }, { champ: "title" })),
  },
  {
    name: "a correction",
    may: reviewers,
    ask: post(() => urls.reviewCorrection.href({ id: id("under-review") }), { champ: "title" }),
  },
  { name: "a message", may: reviewers, ask: post(() => urls.reviewMessages.href({ id: id("under-review") })) },
  {
    name: "following",
    may: acting,
    ask: post(() => urls.reviewFollowing.href({ id: id("under-review") }), { action: "suivre" }),
  },
  { name: "what one has seen", may: FILE_ROLES, ask: post(() => urls.reviewSeen.href({ id: id("under-review") })) },
  { name: "a task", may: acting, ask: post(() => urls.reviewTasks.href({ id: id("under-review") })) },
  {
    name: "the end of a task",
    may: acting,
    ask: post(() => urls.reviewTaskEnd.href({ id: id("under-review"), task: randomUUID() })),
  },
  { name: "a likeness", may: reviewers, ask: post(() => urls.reviewLikeness.href({ id: id("under-review") })) },
  { name: "the templates", may: reviewers, ask: get(() => urls.reviewTemplates.href()) },
  { name: "a template", may: ["supervisor", "administrator"], ask: post(() => urls.reviewTemplates.href()) },
  {
    name: "a template's change",
    may: ["supervisor", "administrator"],
    ask: post(() => urls.reviewTemplate.href({ template: "00000000-0000-4000-8000-000000000000" })),
  },
  { name: "the opinions to validate", may: ["supervisor"], ask: get(() => urls.reviewSeries.href()) },
  {
    name: "taking an opinion back",
    may: reviewers,
    ask: post(() => urls.reviewStep.href({ id: id("proposed-favourable"), step: "take-back" })),
  },
  {
    name: "a vote's correction",
    may: ["approver", "supervisor"],
    ask: post(() => urls.reviewDecisionCorrection.href({ id: id("awarded") }), { action: "demander" }),
  },
  { name: "a note", may: acting, ask: post(() => urls.reviewNotes.href({ id: id("under-review") })) },
  { name: "an assignment", may: reviewers, ask: post(() => urls.reviewAssignment.href({ id: id("under-review") })) },
  { name: "an interest", may: acting, ask: post(() => urls.reviewInterest.href({ id: id("under-review") })) },
  {
    name: "declaring complete",
    may: reviewers,
    ask: post(() => urls.reviewStep.href({ id: id("submitted"), step: "declare-complete" })),
  },
  {
    name: "starting a review",
    may: reviewers,
    ask: post(() => urls.reviewStep.href({ id: id("complete"), step: "start-review" })),
  },
  {
    name: "leaving a file",
    may: reviewers,
    ask: post(() => urls.reviewStep.href({ id: id("notified"), step: "abandon" })),
  },
  {
    name: "an opinion",
    may: reviewers,
    ask: post(() => urls.reviewJudgement.href({ id: id("under-review") }), { acte: "transmettre" }),
  },
  {
    name: "its validation",
    may: ["supervisor"],
    ask: post(() => urls.reviewValidation.href({ id: id("proposed-favourable") }), { action: "valider" }),
  },
  {
    name: "a decision",
    may: ["approver"],
    ask: post(() => urls.reviewDecision.href({ id: id("validated-favourable") }), { sens: "favorable" }),
  },
  { name: "a notification", may: reviewers, ask: post(() => urls.reviewNotification.href({ id: id("awarded") })) },
  {
    name: "the letter's preview",
    may: reviewers,
    ask: get(() => urls.reviewPreview.href({ id: id("awarded"), letter: "notification" })),
  },
  { name: "an agreement", may: reviewers, ask: post(() => urls.reviewAgreement.href({ id: id("notified") })) },
  {
    name: "the agreement's preview",
    may: reviewers,
    ask: get(() => urls.reviewPreview.href({ id: id("notified"), letter: "convention" })),
  },
  {
    name: "the Region's signature",
    may: reviewers,
    ask: multipart(() => urls.reviewSignature.href({ id: id("agreement-to-sign") })),
  },
  { name: "the reports", may: FILE_ROLES, ask: get(() => urls.commissionReport.href()) },
  { name: "a report", may: ["officer", "supervisor", "approver"], ask: post(() => urls.commissionReport.href()) },
];

/** Led to sign in where one reads; told, with what was sent kept on the page, where one acts. */
const isToSignIn = (status: number) => status === 303 || status === 401;

describe("who may do what on the funder's side", () => {
  it.each(tries)("$name", async ({ may, ask }) => {
    const answers: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const who of everyone) {
      const browser = browsers.get(who);
      if (browser === undefined) throw new Error(who);
      const { status } = await ask(browser);
      expect(status, who).toBeLessThan(500);
      answers[who] =
        status === 404 ? "404" : status === 403 ? "403" : who === "nobody" && isToSignIn(status) ? "sign in" : "may";
      const isAgent = FILE_ROLES.some((role) => role === who);
      expected[who] = may.includes(who) ? "may" : who === "nobody" ? "sign in" : isAgent ? "403" : "404";
    }
    expect(answers).toEqual(expected);
  });

  it("the applicant's page of the agreement: members read, owners and editors sign", async () => {
    const href = () => urls.applicationAgreement.href({ id: id("agreement-to-sign") });
    const read: Record<string, number> = {};
    const signed: Record<string, number> = {};
    for (const who of everyone) {
      const browser = browsers.get(who);
      if (browser === undefined) throw new Error(who);
      read[who] = (await browser.get(href())).status;
      signed[who] = (await multipart(href)(browser)).status;
    }
    const readsFiles = (role: string) => FILE_ROLES.some((one) => one === role);
    const agentsRead = Object.fromEntries(AGENT_ROLES.map((role) => [role, readsFiles(role) ? 200 : 404]));
    const agentsSign = Object.fromEntries(AGENT_ROLES.map((role) => [role, readsFiles(role) ? 403 : 404]));
    expect(read).toEqual({ nobody: 303, reader: 200, editor: 200, owner: 200, "other owner": 404, ...agentsRead });
    expect(signed).toEqual({ nobody: 401, reader: 403, editor: 409, owner: 409, "other owner": 404, ...agentsSign });
  });

  it("another's file, a wrong id and a wrong word are the same page that is not there", async () => {
    const officer = browsers.get("officer");
    for (const href of [
      urls.review.href({ id: randomUUID() }),
      urls.review.href({ id: "1" }),
      urls.reviewAttachment.href({ id: id("submitted"), attachment: randomUUID() }),
      urls.reviewDocument.href({ id: id("submitted"), document: randomUUID() }),
      urls.reviewPreview.href({ id: id("submitted"), letter: "autre" }),
      urls.commissionReportFile.href({ report: randomUUID() }),
      urls.reviewSignature.href({ id: id("submitted") }),
    ]) {
      expect((await officer?.get(href))?.status, href).toBe(404);
    }
    for (const fields of [
      {},
      { cle: "x", version: "1" },
      { cle: randomUUID(), version: "-1" },
      { cle: randomUUID(), version: "9".repeat(40) },
    ]) {
      const href = urls.reviewStep.href({ id: id("submitted"), step: "declare-complete" });
      expect((await officer?.post(href, fields as Record<string, string>))?.status).toBe(400);
    }
    expect((await officer?.post(urls.reviewStep.href({ id: id("submitted"), step: "award" }), fresh()))?.status).toBe(
      404,
    );
    expect((await officer?.get("/instruction?page=s&min=9e9&q=%27%3B--&tri=x&etat=draft"))?.status).toBe(200);
    const forged = Buffer.from(`${randomUUID()}not a date`).toString("base64url");
    for (const tri of ["depot", "delai", "montant"]) {
      expect((await officer?.get(`/instruction?vue=tous&tri=${tri}&page=s${forged}`))?.status).toBe(200);
    }
  });
});

describe("the second lock, in the database itself", () => {
  const as = <T>(who: string, work: Parameters<TestWorld["inTx"]>[0]) =>
    w.inTx(work as never, { person: people.get(who) ?? "" }) as Promise<T>;

  it.each(["finding", "accepted_cost", "internal_note", "opinion", "commission_report"])(
    "%s is the funder's own",
    async (table) => {
      const count = async (who: string) =>
        as<number>(
          who,
          async (tx) =>
            (await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(tx)).rows[0]?.n ?? -1,
        );
      for (const who of ["owner", "editor", "reader", "other owner"]) expect(await count(who), who).toBe(0);
      if (table === "finding" || table === "opinion") expect(await count("auditor")).toBeGreaterThan(0);
    },
  );

  it("an auditor changes nothing, an applicant decides nothing", async () => {
    const application = id("under-review");
    const note = (who: string) =>
      as(who, (tx) =>
        sql`INSERT INTO internal_note (application_id, author, body, written_at) VALUES (${application}, ${people.get(who)}, 'x', now())`.execute(
          tx,
        ),
      );
    const award = (who: string) =>
      as(who, (tx) =>
        sql`INSERT INTO award (application_id, favourable, aid, eligible_costs, decided_on, deliberation, evidence, recorded_at)
            VALUES (${application}, true, 1, 1, '2026-03-10', 'x', '{}', now())`.execute(tx),
      );
    for (const who of ["auditor", "owner", "other owner"]) {
      await expect(note(who), who).rejects.toThrow(/row-level security/);
      await expect(award(who), who).rejects.toThrow(/row-level security/);
    }
    const moved = await as<{ numAffectedRows?: bigint }>("auditor", (tx) =>
      sql`UPDATE application SET state = 'signed' WHERE id = ${application}`.execute(tx),
    );
    expect(moved.numAffectedRows).toBe(0n);
  });

  it("nobody declares an interest or keeps a view for another", async () => {
    await expect(
      as("officer", (tx) =>
        sql`INSERT INTO declared_interest (person_id, siren, name, reason, declared_at)
            VALUES (${people.get("supervisor")}, '000000018', 'x', 'x', now())`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      as("officer", (tx) =>
        sql`INSERT INTO saved_view (person_id, name, query, created_at) VALUES (${people.get("supervisor")}, 'x', '', now())`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("a vote never changes once it is recorded, whoever asks", async () => {
    await expect(w.inTx((tx) => sql`UPDATE award SET aid = aid + 1`.execute(tx))).rejects.toThrow(/append-only/);
    expect((await w.inTx((tx) => sql`DELETE FROM award`.execute(tx))).numAffectedRows).toBe(0n);
    await expect(w.inTx((tx) => sql`DELETE FROM revision`.execute(tx))).rejects.toThrow(/append-only/);
    const own = await as<{ numAffectedRows?: bigint }>("owner", (tx) =>
      sql`UPDATE award SET notified_at = now()`.execute(tx),
    );
    expect(own.numAffectedRows).toBe(0n);
  });
});

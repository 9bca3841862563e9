import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOrganisation } from "#src/applications/applying.fixture.ts";
import { urls } from "#src/urls.ts";
import type { Browser, Fields, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { agentOf, beginCall, callParts, modernisationTerms, openSchemeOf, writeCall } from "./calls.fixture.ts";

/** Who asks, in the order of the columns: nobody, three members of one organisation, then agents by role. */
const AGENTS = ["officer", "supervisor", "approver", "accountant", "administrator", "auditor", "animator"] as const;
const WHO = ["stranger", "reader", "editor", "owner", ...AGENTS] as const;
type Who = (typeof WHO)[number];

/** ok: answered or done; in: led to sign in; 403: may see, not do; 404: nothing there; no: not in this state. */
type Cell = "ok" | "in" | "403" | "404" | "no";

/** Where a call is: still written, proposed, published and to come, open, closed. */
type State = "draft" | "proposed" | "to-come" | "open" | "closed";
const NOW: Readonly<Record<State, string>> = {
  draft: "2026-03-02T09:00:00Z",
  proposed: "2026-03-02T09:00:00Z",
  "to-come": "2026-03-02T09:00:00Z",
  open: "2026-03-11T09:00:00Z",
  closed: "2026-03-27T12:00:00Z",
};

let w: TestWorld;
let base: string;
let organisation: string;
const people = new Map<Who, string>();
const browsers = new Map<Who, Browser>();

beforeAll(async () => {
  w = await openTestWorld({ now: NOW.draft });
  const own = await makeOrganisation(w, 0);
  organisation = own.id;
  for (const role of ["reader", "editor", "owner"] as const) people.set(role, own[role]);
  for (const role of AGENTS) people.set(role, await agentOf(w, role));
  for (const who of WHO) browsers.set(who, await w.browser(people.get(who)));
  const author = await agentOf(w, "administrator");
  base = await beginCall(w, author, openSchemeOf("modernisation"));
  const parts = { modalites: modernisationTerms, reponses: { ...callParts.reponses, note: "oui" } };
  await writeCall(await w.browser(author), base, parts);
});
afterAll(() => w.close());

/** The very call that was written, in a state, under another name: nobody finds what the one before did. */
async function callIn(state: State): Promise<{ readonly id: string; readonly slug: string }> {
  const slug = `appel-${randomUUID()}`;
  const stored = state === "draft" || state === "proposed" ? state : "published";
  return w.inTx(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO call (slug, scheme, framework, state, raw, title, opens_at, closes_at, created_at, updated_at, updated_by, published_at)
      SELECT ${slug}, scheme, framework, ${stored}, raw, title, opens_at, closes_at, created_at, updated_at, NULL,
        CASE WHEN ${stored} = 'published' THEN updated_at END
      FROM call WHERE id = ${base} RETURNING id`.execute(tx);
    return { id: rows[0]?.id ?? "", slug };
  });
}

async function questionOn(id: string): Promise<string> {
  const row = await w.inTx((tx) =>
    tx
      .insertInto("call_question")
      .values({ call_id: id, body: "Une question ?", asked_at: NOW.open })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

async function noteOn(id: string): Promise<string> {
  const values = {
    call_id: id,
    organisation_id: organisation,
    title: "Un projet",
    body: "Quelques lignes.",
    sent_at: NOW.open,
  };
  const row = await w.inTx((tx) => tx.insertInto("call_note").values(values).returning("id").executeTakeFirstOrThrow());
  return row.id;
}

type The = { readonly id: string; readonly slug: string };
interface Act {
  readonly state: State;
  readonly ask: (browser: Browser, the: The) => Promise<Page>;
  /** Everyone who is not named here gets what `else` says. */
  readonly cells: Partial<Record<Who, Cell>>;
  readonly else: Cell;
}

const v = { version: "1" };
const stepOf =
  (step: string, fields: Fields = {}) =>
  (browser: Browser, { id }: The) =>
    browser.post(urls.deskCallStep.href({ id, step }), { ...v, ...fields });
const later = { ...v, jour: "30/03/2026", heure: "12 h", motif: "Le formulaire a changé." };
const extend =
  (fields: Fields) =>
  (browser: Browser, { id }: The) =>
    browser.post(urls.deskCallExtension.href({ id }), { ...later, ...fields });

/** Who sees the desk; what they may not do there is 403, and to all others nothing is there. */
const seeing = {
  stranger: "in",
  administrator: "403",
  supervisor: "403",
  officer: "403",
  approver: "403",
  auditor: "403",
} as const;
const reading = {
  stranger: "in",
  administrator: "ok",
  supervisor: "ok",
  officer: "ok",
  approver: "ok",
  auditor: "ok",
} as const;

const acts: Readonly<Record<string, Act>> = {
  "read the list of the desk": { state: "draft", ask: (b) => b.get(urls.callDesk.href()), cells: reading, else: "404" },
  "read a call at the desk": {
    state: "draft",
    ask: (b, { id }) => b.get(urls.deskCall.href({ id })),
    cells: reading,
    else: "404",
  },
  "read its preview": {
    state: "draft",
    ask: (b, { id }) => b.get(urls.deskCallPreview.href({ id })),
    cells: reading,
    else: "404",
  },
  "try a filing": {
    state: "draft",
    ask: (b, { id }) => b.post(urls.deskCallTrial.href({ id }), { title: "Un essai" }),
    cells: reading,
    else: "404",
  },
  "begin one": {
    state: "draft",
    ask: (b) => b.post(urls.newCall.href(), { titre: "Un autre appel", dispositif: "modernisation" }),
    cells: { ...seeing, administrator: "ok" },
    else: "404",
  },
  "write a part": {
    state: "draft",
    ask: (b, { id }) =>
      b.post(urls.deskCallPart.href({ id, part: "presentation" }), { ...v, ...callParts.presentation }),
    cells: { ...seeing, administrator: "ok" },
    else: "404",
  },
  "write a part of an open one": {
    state: "open",
    ask: (b, { id }) =>
      b.post(urls.deskCallPart.href({ id, part: "presentation" }), { ...v, ...callParts.presentation }),
    cells: seeing,
    else: "404",
  },
  "record the vote": {
    state: "draft",
    ask: (b, { id }) => b.post(urls.deskCallVote.href({ id }), { ...v, comite: "Comité", vote: "01/03/2026" }),
    cells: { ...seeing, administrator: "ok" },
    else: "404",
  },
  propose: { state: "draft", ask: stepOf("proposition"), cells: { ...seeing, administrator: "ok" }, else: "404" },
  publish: { state: "proposed", ask: stepOf("publication"), cells: { ...seeing, supervisor: "ok" }, else: "404" },
  "publish what is not proposed": {
    state: "draft",
    ask: stepOf("publication"),
    cells: { ...seeing, supervisor: "no" },
    else: "404",
  },
  "send back": {
    state: "proposed",
    ask: stepOf("renvoi", { motif: "À revoir." }),
    cells: { ...seeing, supervisor: "ok" },
    else: "404",
  },
  "take back before it opens": {
    state: "to-come",
    ask: stepOf("retrait", { motif: "Une erreur." }),
    cells: { ...seeing, supervisor: "ok" },
    else: "404",
  },
  "take back once open": {
    state: "open",
    ask: stepOf("retrait", { motif: "Une erreur." }),
    cells: { ...seeing, supervisor: "no" },
    else: "404",
  },
  "extend while open": { state: "open", ask: extend({}), cells: { ...seeing, supervisor: "ok" }, else: "404" },
  "extend once closed, for an outage": {
    state: "closed",
    ask: extend({ panne: "oui" }),
    cells: { ...seeing, supervisor: "ok" },
    else: "404",
  },
  copy: { state: "closed", ask: stepOf("copie"), cells: { ...seeing, administrator: "ok" }, else: "404" },
  "answer a question": {
    state: "open",
    ask: async (b, { id }) =>
      b.post(urls.deskCallAnswer.href({ id, question: await questionOn(id) }), {
        question: "Quoi ?",
        reponse: "Ceci.",
      }),
    cells: { ...seeing, administrator: "ok", supervisor: "ok", officer: "ok" },
    else: "404",
  },
  "answer a note": {
    state: "open",
    ask: async (b, { id }) => b.post(urls.deskCallNote.href({ id, note: await noteOn(id) }), { reponse: "Par ici." }),
    cells: { ...seeing, administrator: "ok", supervisor: "ok", officer: "ok" },
    else: "404",
  },
  "read the public page": {
    state: "open",
    ask: (b, { slug }) => b.get(urls.call.href({ slug })),
    cells: {},
    else: "ok",
  },
  "read the public page of a draft": {
    state: "draft",
    ask: (b, { slug }) => b.get(urls.call.href({ slug })),
    cells: {},
    else: "404",
  },
  "ask a question": {
    state: "open",
    ask: (b, { slug }) => b.post(urls.callQuestions.href({ slug }), { question: "Peut-on ?" }),
    cells: { stranger: "in" },
    else: "ok",
  },
  "send a note for the organisation": {
    state: "open",
    ask: (b, { slug }) =>
      b.post(urls.callNotes.href({ slug }), { organisme: organisation, titre: "Un projet", note: "Quelques lignes." }),
    cells: { stranger: "in", editor: "ok", owner: "ok" },
    else: "no",
  },
  "send a note once closed": {
    state: "closed",
    ask: (b, { slug }) =>
      b.post(urls.callNotes.href({ slug }), { organisme: organisation, titre: "Un projet", note: "Quelques lignes." }),
    cells: { stranger: "in" },
    else: "no",
  },
  "read the notes page": {
    state: "open",
    ask: (b, { slug }) => b.get(urls.callNotes.href({ slug })),
    cells: { stranger: "in" },
    else: "ok",
  },
};

async function rowsOf(id: string) {
  return w.inTx(async (tx) => {
    const count = async (of: "call_question" | "call_answer" | "call_note") =>
      (await tx.selectFrom(of).select("call_id").where("call_id", "=", id).execute()).length;
    const { version, state } = await tx
      .selectFrom("call")
      .select(["version", "state"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const answered = await tx
      .selectFrom("call_note")
      .select("id")
      .where("call_id", "=", id)
      .where("answer", "is not", null)
      .execute();
    const calls = await tx.selectFrom("call").select("id").execute();
    const [questions, answers] = [await count("call_question"), await count("call_answer")];
    return {
      version,
      state,
      questions,
      answers,
      notes: await count("call_note"),
      answered: answered.length,
      calls: calls.length,
    };
  });
}

/** What a person was given: an act that changed nothing where it should have is "no". */
async function cellOf(page: Page, isAct: boolean, changed: boolean): Promise<Cell> {
  if (page.status === 403) return "403";
  if (page.status === 404) return "404";
  if (page.status === 401 || page.location?.startsWith("/connexion") === true) return "in";
  return !isAct || changed ? "ok" : "no";
}

const READS = /^(read|try) /;

test.each(Object.entries(acts))("who may %s", async (name, { state, ask, cells, else: others }) => {
  const found: Partial<Record<Who, Cell>> = {};
  for (const who of WHO) {
    const the = await callIn(state);
    w.clock.set(NOW[state]);
    const before = await rowsOf(the.id);
    const page = await ask(browsers.get(who) as Browser, the);
    const after = await rowsOf(the.id);
    // A question or a note that stands before its answer is not what the act did.
    const did = {
      ...after,
      ...(name.startsWith("answer") ? { questions: before.questions, notes: before.notes } : null),
    };
    const changed = JSON.stringify(did) !== JSON.stringify(before);
    found[who] = await cellOf(page, !READS.test(name), changed);
    if (found[who] !== "ok") expect(changed, `${who} changed something`).toBe(false);
  }
  expect(found).toEqual(Object.fromEntries(WHO.map((who) => [who, cells[who] ?? others])));
});

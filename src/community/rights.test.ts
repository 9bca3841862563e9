import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantAgentRole } from "#src/people/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { urls } from "#src/urls.ts";
import type { Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeCommunity, type TestCommunity } from "./community.fixture.ts";
import { communityRoutes } from "./web/index.ts";

/** Who asks, in the order of the columns; "decider" is the animator who took the decision that is appealed. */
const WHO = [
  "stranger",
  "neighbour",
  "reader",
  "editor",
  "owner",
  "animator",
  "decider",
  "adviser",
  "officer",
  "administrator",
  "auditor",
] as const;
type Who = (typeof WHO)[number];

/** ok: answered or done; in: led to sign in; 403: may see, not do; 404: nothing there. */
type Cell = "ok" | "in" | "403" | "404";

let w: TestWorld;
let the: TestCommunity;
let officer: string;

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
  officer = await w.inTx(async (tx) => {
    const { id } = await tx
      .insertInto("person")
      .values({ id: "officer", name: "Ines", email: "ines@essai.example" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await grantAgentRole(tx, id, "officer");
    return id;
  });
});
afterAll(() => w.close());

function personOf(who: Who): string | undefined {
  if (who === "stranger") return undefined;
  if (who === "officer") return officer;
  return who === "decider" ? the.people.second : the.people[who];
}

/** Something fresh for each cell: nobody finds what the one before did. */
type Ids = Readonly<Record<string, string>>;
let count = 0;
const at = "2026-03-10T08:00:00Z";

async function idOf(rows: Promise<{ readonly id: string }>): Promise<string> {
  return (await rows).id;
}

const make = {
  actor:
    (state: string) =>
    async (tx: Tx): Promise<Ids> => {
      await tx.deleteFrom("actor").where("organisation_id", "=", the.organisation).execute();
      const id = await idOf(
        tx
          .insertInto("actor")
          .values({
            organisation_id: the.organisation,
            slug: "ateliers",
            kind: "other",
            summary: "x",
            departments: ["14"],
            state,
            asked_at: at,
            confirmed_on: "2026-03-01",
          })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return { id: the.organisation, actor: id, slug: "ateliers" };
    },
  round: async (tx: Tx): Promise<Ids> => {
    await tx.deleteFrom("assessment_round").execute();
    const id = await idOf(
      tx
        .insertInto("assessment_round")
        .values({
          organisation_id: the.organisation,
          instrument: "digital-maturity",
          framework: "2025-07-15",
          opened_on: "2026-03-01",
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    await tx
      .insertInto("assessment_response")
      .values({ round_id: id, person_id: the.people.owner, levels: json({ courses: 2 }), answered_at: at })
      .execute();
    return { id: the.organisation };
  },
  referral:
    (state: string) =>
    async (tx: Tx): Promise<Ids> => {
      const passed = json({ contact: { name: "x", email: "x@essai.example", phone: "" } });
      const id = await idOf(
        tx
          .insertInto("referral")
          .values({
            number: `E3D-T-${count++}`,
            organisation_id: the.organisation,
            state,
            need: "x",
            passed,
            consented_at: at,
          })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return { id };
    },
  listing: async (tx: Tx): Promise<Ids> => {
    const id = await idOf(
      tx
        .insertInto("listing")
        .values({
          organisation_id: the.organisation,
          author: the.people.editor,
          kind: "seek",
          title: "x",
          body: "x",
          departments: ["14"],
          state: "open",
          published_at: at,
          closes_on: "2026-05-01",
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    await tx
      .insertInto("listing_message")
      .values({
        listing_id: id,
        organisation_id: the.organisation,
        correspondent: the.people.neighbour,
        from_correspondent: true,
        author: the.people.neighbour,
        body: "x",
        sent_at: at,
      })
      .execute();
    return { id };
  },
  practice:
    (state: string) =>
    async (tx: Tx): Promise<Ids> => {
      const slug = `pratique-${count++}`;
      const id = await idOf(
        tx
          .insertInto("practice")
          .values({
            slug,
            organisation_id: the.organisation,
            author: the.people.editor,
            title: "x",
            summary: "x",
            body: "x",
            themes: ["hybrid"],
            state,
            written_at: at,
          })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return { slug, practice: id };
    },
  piece:
    (state: string) =>
    async (tx: Tx): Promise<Ids> => {
      const ids = await make.practice(state)(tx);
      const { id: file, size, sha256 } = await w.world.files.write(Readable.from([Buffer.from("x")]), 10);
      await tx
        .insertInto("file")
        .values({ id: file, name: "x.webp", media_type: "image/webp", size, sha256, scan: "clean", stored_at: at })
        .execute();
      const piece = await idOf(
        tx
          .insertInto("practice_piece")
          .values({ practice_id: of(ids, "practice"), kind: "picture", file_id: file, description: "x", added_at: at })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return { ...ids, piece };
    },
  decision:
    (withAppeal: boolean) =>
    async (tx: Tx): Promise<Ids> => {
      const { practice = "" } = await make.practice("refused")(tx);
      const id = await idOf(
        tx
          .insertInto("moderation")
          .values({
            about: "practice",
            about_id: practice,
            organisation_id: the.organisation,
            title: "x",
            decision: "refused",
            ground: "unclear",
            reasons: "x",
            decided_by: the.people.second,
            decided_at: at,
          })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      if (withAppeal) await tx.insertInto("appeal").values({ moderation_id: id, reasons: "x", asked_at: at }).execute();
      return { id };
    },
  letter: async (tx: Tx): Promise<Ids> => {
    await tx.deleteFrom("newsletter_issue").execute();
    const id = await idOf(
      tx
        .insertInto("newsletter_issue")
        .values({ number: 1, title: "x", introduction: "x", items: json([]), composed_at: at })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    return { id };
  },
  nothing: async (): Promise<Ids> => ({}),
};

type Row = readonly [
  cells: string,
  what: string,
  made: (tx: Tx) => Promise<Ids>,
  method: "GET" | "POST",
  path: (ids: Ids) => string,
  fields?: (ids: Ids) => Record<string, string>,
];

const of = (ids: Ids, name: string) => ids[name] ?? "";
const maturity = (ids: Ids) => ({ instrument: "maturite", id: of(ids, "id") });
const byId = (ids: Ids) => ({ id: of(ids, "id") });
const bySlug = (ids: Ids) => ({ slug: of(ids, "slug") });
const withNeighbour = (ids: Ids) => ({ id: of(ids, "id"), person: the.people.neighbour });

// biome-ignore format: one line a route, one column a visitor
const table: readonly Row[] = [
  //stra neigh read edit ownr anim deci advi offi admi audi
  ["ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok ", "try a self-assessment", make.nothing, "GET", () => urls.assessmentResult.href({ instrument: "maturite" })],
  ["in   404  ok   ok   ok   404  404  404  404  404  404", "see an organisation's own", make.round, "GET", (ids) => urls.assessmentOf.href(maturity(ids))],
  ["in   403  ok   ok   ok   403  403  403  403  403  403", "keep one for it", make.round, "POST", () => urls.assessmentResult.href({ instrument: "maturite" }), (ids) => ({ organisme: of(ids, "id"), "courses.online": "3" })],
  ["in   404  ok   ok   ok   404  404  404  404  404  404", "be reminded of it", make.round, "POST", (ids) => urls.assessmentReminder.href(maturity(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "declare its label", make.nothing, "GET", () => urls.sustainabilityLabel.href({ id: the.organisation })],
  ["in   403  403  ok   ok   403  403  403  403  403  403", "ask for a referral", make.nothing, "POST", () => urls.newReferral.href(), () => ({ organisation: the.organisation, need: "x", name: "x", email: "x@essai.example", consent: "oui" })],
  ["in   404  ok   ok   ok   404  404  404  404  404  404", "follow it as its organisation", make.referral("received"), "GET", (ids) => urls.referral.href(byId(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "withdraw the consent", make.referral("received"), "POST", (ids) => urls.referralWithdrawal.href(byId(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "close it", make.referral("answered"), "POST", (ids) => urls.referralClosing.href(byId(ids)), () => ({ helped: "yes" })],
  ["in   404  404  404  404  404  404  ok   404  404  ok ", "see the E3D queue", make.nothing, "GET", () => urls.referralQueue.href()],
  ["in   404  404  404  404  404  404  ok   404  404  ok ", "read a referral there", make.referral("received"), "GET", (ids) => urls.referralDesk.href(byId(ids))],
  ["in   404  404  404  404  404  404  ok   404  404  403", "take it up", make.referral("received"), "POST", (ids) => urls.referralTaking.href(byId(ids))],
  ["in   404  404  404  404  404  404  ok   404  404  403", "answer it", make.referral("taken-up"), "POST", (ids) => urls.referralAnswer.href(byId(ids)), () => ({ answer: "x" })],
  ["in   404  404  404  404  404  404  404  404  404  404", "read one that was withdrawn", async (tx) => { const ids = await make.referral("received")(tx); await tx.updateTable("referral").set({ state: "withdrawn", need: null, passed: null }).where("id", "=", of(ids, "id")).execute(); return ids; }, "GET", (ids) => urls.referralDesk.href(byId(ids))],
  ["ok   ok   ok   ok   ok   ok   ok   ok   ok   ok   ok ", "read a published profile", make.actor("published"), "GET", (ids) => urls.actor.href(bySlug(ids))],
  ["404  404  ok   ok   ok   ok   ok   404  404  ok   ok ", "read one that waits", make.actor("asked"), "GET", (ids) => urls.actor.href(bySlug(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "change one's profile", make.actor("published"), "GET", (ids) => urls.actorEdit.href(byId(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "confirm it", make.actor("published"), "POST", (ids) => urls.actorConfirmation.href(byId(ids))],
  ["in   404  403  403  ok   404  404  404  404  404  404", "leave the directory", make.actor("published"), "POST", (ids) => urls.actorLeaving.href(byId(ids))],
  ["in   404  ok   ok   ok   404  404  404  404  404  404", "be welcomed", make.actor("published"), "GET", (ids) => urls.welcome.href(byId(ids))],
  ["in   403  403  ok   ok   403  403  403  403  403  403", "publish a listing", make.nothing, "POST", () => urls.newListing.href(), () => ({ organisation: the.organisation, kind: "seek", title: "x", body: "x", departments: "14" })],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "close it", make.listing, "POST", (ids) => urls.listingClosing.href(byId(ids))],
  ["in   ok   404  ok   ok   404  404  404  404  404  404", "read an exchange", make.listing, "GET", (ids) => urls.listingExchange.href(withNeighbour(ids))],
  ["in   ok   404  ok   ok   404  404  404  404  404  404", "write in it", make.listing, "POST", (ids) => urls.listingExchange.href(withNeighbour(ids)), () => ({ body: "x" })],
  ["404  404  ok   ok   ok   404  404  404  404  404  404", "read a draft practice", make.practice("draft"), "GET", (ids) => urls.practice.href(bySlug(ids))],
  ["404  404  ok   ok   ok   ok   ok   404  404  ok   ok ", "read one that was proposed", make.practice("submitted"), "GET", (ids) => urls.practice.href(bySlug(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "rewrite it", make.practice("draft"), "GET", (ids) => urls.practiceEdit.href(bySlug(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "propose it", make.practice("draft"), "POST", (ids) => urls.practiceSubmission.href(bySlug(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "add pictures and files to it", make.practice("draft"), "GET", (ids) => urls.practicePieces.href(bySlug(ids))],
  ["in   404  403  ok   ok   404  404  404  404  404  404", "take one away", make.piece("draft"), "POST", (ids) => urls.practicePieceRemoval.href({ slug: of(ids, "slug"), piece: of(ids, "piece") })],
  ["404  404  ok   ok   ok   404  404  404  404  404  404", "see a picture of a draft", make.piece("draft"), "GET", (ids) => urls.practicePiece.href({ slug: of(ids, "slug"), piece: of(ids, "piece") })],
  ["404  404  ok   ok   ok   ok   ok   404  404  ok   ok ", "see one of a practice that was proposed", make.piece("submitted"), "GET", (ids) => urls.practicePiece.href({ slug: of(ids, "slug"), piece: of(ids, "piece") })],
  ["in   403  ok   ok   ok   403  403  403  403  403  403", "comment in its organisation's name", make.practice("published"), "POST", (ids) => urls.practiceComments.href(bySlug(ids)), () => ({ organisation: the.organisation, comment: "x" })],
  ["in   404  404  404  404  ok   ok   404  404  ok   ok ", "see the desk", make.nothing, "GET", () => urls.animation.href()],
  ["in   404  404  404  404  ok   ok   404  404  403  403", "accept a profile", make.actor("asked"), "POST", (ids) => urls.moderationDesk.href({ about: "actor", id: of(ids, "actor") }), () => ({ decision: "accepted" })],
  ["in   404  404  404  404  ok   ok   404  404  403  403", "remove a practice", make.practice("published"), "POST", (ids) => urls.moderationDesk.href({ about: "practice", id: of(ids, "practice") }), () => ({ decision: "removed", ground: "unclear", reasons: "x" })],
  ["in   404  ok   ok   ok   ok   ok   404  404  ok   ok ", "read a decision", make.decision(false), "GET", (ids) => urls.moderation.href(byId(ids))],
  ["in   404  403  ok   ok   403  403  404  404  403  403", "appeal it", make.decision(false), "POST", (ids) => urls.appeal.href(byId(ids)), () => ({ reasons: "x" })],
  ["in   404  404  404  404  ok   403  404  404  ok   403", "answer the appeal", make.decision(true), "POST", (ids) => urls.appealAnswer.href(byId(ids)), () => ({ sens: "levee", answer: "x" })],
  ["in   404  404  404  404  ok   ok   404  404  404  ok ", "see the letter's desk", make.letter, "GET", () => urls.newsletterDesk.href()],
  ["in   404  404  404  404  ok   ok   404  404  404  403", "compose it", make.letter, "POST", () => urls.newsletterDesk.href(), () => ({ title: "x", introduction: "x" })],
  ["in   404  404  404  404  ok   ok   404  404  404  403", "send it", make.letter, "POST", (ids) => urls.newsletterSending.href(byId(ids))],
];

test.each(table.map(([cells, what, ...rest]) => ({ cells, what, rest })))("who may $what", async ({ cells, rest }) => {
  const [made, method, path, fields] = rest;
  const expected = cells.trim().split(/\s+/);
  expect(expected).toHaveLength(WHO.length);
  const found: Record<string, string> = {};
  for (const who of WHO) {
    const ids = await w.inTx(made);
    found[who] = await cellOf(who, method, path(ids), fields?.(ids) ?? {});
  }
  expect(found).toEqual(Object.fromEntries(WHO.map((who, index) => [who, expected[index]])));
});

async function cellOf(who: Who, method: "GET" | "POST", path: string, fields: Record<string, string>): Promise<Cell> {
  const browser = await w.browser(personOf(who));
  const page = method === "GET" ? await browser.get(path) : await browser.post(path, fields);
  if (page.status === 403 || page.status === 404) return String(page.status) as Cell;
  if (page.status === (method === "GET" ? 303 : 401) && leadsToSignIn(page)) return "in";
  expect([200, 303], `${who}: ${page.status}`).toContain(page.status);
  return "ok";
}

function leadsToSignIn({ location, body }: Page): boolean {
  return location?.startsWith("/connexion") === true || body.includes(`href="${urls.signIn.href()}" target="_blank"`);
}

/** Open to anyone by nature, or tried with what stands around them. */
const TRIED_ELSEWHERE = [
  urls.digitalMaturity,
  urls.sustainability,
  urls.assessmentQuestions,
  urls.referrals,
  urls.community,
  urls.listings,
  urls.listing,
  urls.practices,
  urls.practiceCaptions,
  urls.newPractice,
  urls.newsletter,
  urls.newsletterIssue,
  urls.newsletterConfirmation,
  urls.newsletterLeaving,
  urls.governance,
].map((url) => url.pattern as string);

test("no route of this slice is left out of the table", () => {
  const ids = new Proxy({} as Ids, { get: () => "x" });
  const tried = table.map(([, , , method, path]) => [method, path(ids).split("?")[0] ?? ""] as const);
  const routes = communityRoutes(w.world).routes.filter((route) => route.method !== "ALL");
  const left = routes.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]*")}$`);
    // A form's page and what it sends have one right.
    const inTable = tried.some(
      ([asked, address]) => (asked === method || method === "GET" || asked === "GET") && pattern.test(address),
    );
    return !inTable && !TRIED_ELSEWHERE.includes(path);
  });
  expect(left.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

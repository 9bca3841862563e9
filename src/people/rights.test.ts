import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { urls } from "#src/urls.ts";
import type { Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { noCaseload } from "./agents/caseload.fixture.ts";
import { addMember, createOrganisation, createPerson, grantAgentRole } from "./index.ts";
import { peopleRoutes } from "./web/routes.ts";

/** Who asks, in the order of the columns. */
const WHO = ["stranger", "other", "reader", "editor", "owner", "officer", "administrator", "auditor"] as const;
type Who = (typeof WHO)[number];

/** ok: answered or done; in: led to sign in; 403: may see, not do; 404: nothing there. */
type Cell = "ok" | "in" | "403" | "404";

let the: TestWorld;
let ids: { organisation: string; member: string; invitation: string; request: string; agent: string };
const persons = new Map<Who, string>();

beforeAll(async () => {
  // Mails leave: the outbox is not the demonstration's open letter box.
  the = await openTestWorld({ settings: { ESSAIM_SMTP_URL: "smtp://127.0.0.1:9" } });
});
afterAll(() => the.close());

beforeEach(async () => {
  await the.world.pool.query("DELETE FROM organisation");
  await the.world.pool.query("DELETE FROM person");
  ids = await the.inTx(async (tx) => {
    const organisation = await createOrganisation(tx, {
      kind: "training-body",
      siren: "732829320",
      name: "Essai",
      source: "declared",
    });
    const elsewhere = await createOrganisation(tx, {
      kind: "training-body",
      siren: "356000000",
      name: "Ailleurs",
      source: "declared",
    });
    const person = (name: string) => createPerson(tx, { name, email: `${name}@essai.example` });
    for (const who of WHO) if (who !== "stranger") persons.set(who, await person(who));
    const of = (who: Who) => persons.get(who) ?? "";
    for (const role of ["reader", "editor", "owner"] as const) await addMember(tx, organisation, of(role), role);
    await addMember(tx, elsewhere, of("other"), "owner");
    for (const role of ["officer", "administrator", "auditor"] as const) await grantAgentRole(tx, of(role), role);
    const member = await person("someone");
    await addMember(tx, organisation, member, "owner");
    const agent = await person("agent");
    await grantAgentRole(tx, agent, "accountant");
    const now = "2026-03-10T09:00:00Z";
    const { id: invitation } = await tx
      .insertInto("invitation")
      .values({
        organisation_id: organisation,
        email: "x@essai.example",
        role: "reader",
        token_hash: "x",
        created_at: now,
        expires_at: "2026-03-20T09:00:00Z",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { id: request } = await tx
      .insertInto("join_request")
      .values({ organisation_id: organisation, person_id: agent, asked_at: now })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { organisation, member, invitation, request, agent };
  });
});

type Route = readonly ["GET" | "POST", () => string, (() => Record<string, string>)?];

const id = () => ids.organisation;
// biome-ignore format: one line a route, one column a visitor
const table: readonly (readonly [cells: string, what: string, Route])[] = [
  //stra  othe  read  edit  owne  offi  admi  audi
  ["in    404   ok    ok    ok    ok    ok    ok", "see the organisation", ["GET", () => urls.organisation.href({ id: id() })]],
  ["in    404   ok    ok    ok    ok    ok    ok", "see its members", ["GET", () => urls.organisationMembers.href({ id: id() })]],
  ["in    404   403   ok    ok    403   403   403", "open its form", ["GET", () => urls.organisationEdit.href({ id: id() })]],
  ["in    404   403   ok    ok    403   403   403", "change it", ["POST", () => urls.organisationEdit.href({ id: id() }), () => ({ type: "other", nom: "Essai" })]],
  ["in    404   403   ok    ok    403   403   403", "verify it", ["POST", () => urls.organisationLookup.href({ id: id() })]],
  ["in    404   403   ok    ok    403   403   403", "add an establishment", ["POST", () => urls.organisationEstablishments.href({ id: id() }), () => ({ siret: "73282932000074" })]],
  ["in    404   403   403   ok    403   403   403", "invite", ["POST", () => urls.organisationInvitations.href({ id: id() }), () => ({ email: "n@essai.example", role: "reader" })]],
  ["in    404   ok    ok    ok    ok    ok    ok", "come back from a refused establishment", ["GET", () => urls.organisationEstablishments.href({ id: id() })]],
  ["in    404   ok    ok    ok    ok    ok    ok", "come back from a refused invitation", ["GET", () => urls.organisationInvitations.href({ id: id() })]],
  ["in    404   403   403   ok    403   403   403", "revoke an invitation", ["POST", () => urls.organisationInvitation.href({ id: id(), invitation: ids.invitation })]],
  ["in    404   403   403   ok    403   403   403", "answer who asks to join", ["POST", () => urls.organisationJoinRequest.href({ id: id(), request: ids.request }), () => ({ role: "reader" })]],
  ["in    404   403   403   ok    403   403   403", "change a role", ["POST", () => urls.organisationMember.href({ id: id(), person: ids.member }), () => ({ role: "editor" })]],
  ["in    404   403   403   ok    403   403   403", "remove a member", ["POST", () => urls.organisationMemberRemoval.href({ id: id(), person: ids.member })]],
  ["in    404   403   403   ok    403   403   403", "transfer", ["POST", () => urls.organisationTransfer.href({ id: id() }), () => ({ personne: ids.member })]],
  ["in    404   ok    ok    ok    403   403   403", "leave", ["POST", () => urls.organisationLeaving.href({ id: id() })]],
  ["in    ok    ok    ok    ok    ok    ok    ok", "list one's organisations", ["GET", () => urls.organisations.href()]],
  ["in    ok    ok    ok    ok    ok    ok    ok", "open the form of a new one", ["GET", () => urls.newOrganisation.href()]],
  ["in    ok    ok    ok    ok    ok    ok    ok", "see one's account", ["GET", () => urls.account.href()]],
  ["in    ok    ok    ok    ok    ok    ok    ok", "close one's other sessions", ["POST", () => urls.accountSessions.href()]],
  ["in    404   404   404   404   404   404   404", "close someone's session", ["POST", () => urls.accountSession.href({ session: "x" })]],
  ["in    404   404   404   404   404   404   404", "remove someone's passkey", ["POST", () => urls.accountPasskey.href({ passkey: "x" })]],
  ["in    404   404   404   404   403   ok    ok", "see the administration", ["GET", () => urls.administration.href()]],
  ["in    404   404   404   404   403   ok    ok", "see the vocabulary", ["GET", () => urls.administrationVocabulary.href()]],
  ["in    404   404   404   404   403   ok    403", "give a role", ["POST", () => urls.administrationRoles.href(), () => ({ email: "z@essai.example", role: "officer" })]],
  ["in    404   404   404   404   403   ok    403", "ask to whom files go", ["GET", () => urls.administrationRole.href({ person: ids.agent, role: "accountant" })]],
  ["in    404   404   404   404   403   ok    403", "take a role", ["POST", () => urls.administrationRole.href({ person: ids.agent, role: "accountant" })]],
  ["in    404   404   404   404   404   ok    ok", "read the outbox", ["GET", () => urls.outbox.href()]],
  ["in    404   404   404   404   404   404   404", "accept with a link that is none", ["POST", () => urls.invitation.href({ token: "x" })]],
  ["ok    ok    ok    ok    ok    ok    ok    ok", "sign in", ["GET", () => urls.signIn.href()]],
  ["ok    ok    ok    ok    ok    ok    ok    ok", "search communes", ["GET", () => urls.communes.href({}, { q: "caen" })]],
];

test.each(table.map(([cells, what, route]) => ({ what, route, cells })))("$what", async ({ route, cells }) => {
  const [method, path, fields] = route;
  const expected = cells.split(/\s+/);
  expect(expected).toHaveLength(WHO.length);
  const found: string[] = [];
  for (const who of WHO) found.push(await cellOf(method, path(), fields?.() ?? {}, who));
  expect(Object.fromEntries(WHO.map((who, at) => [who, found[at]]))).toEqual(
    Object.fromEntries(WHO.map((who, at) => [who, expected[at]])),
  );
});

/** What happened to this visitor: those who may act come last enough, or act on what stays. */
async function cellOf(method: "GET" | "POST", path: string, fields: Record<string, string>, who: Who): Promise<Cell> {
  const browser = await the.browser(who === "stranger" ? undefined : persons.get(who));
  const page = method === "GET" ? await browser.get(path) : await browser.post(path, fields);
  if (page.status === 403 || page.status === 404) return String(page.status) as Cell;
  if (page.status === (method === "GET" ? 303 : 401) && leadsToSignIn(page)) return "in";
  expect([200, 303]).toContain(page.status);
  return "ok";
}

/** By a redirect where one reads; by a page that keeps what was sent where one acts. */
function leadsToSignIn({ location, body }: Page): boolean {
  return location?.startsWith("/connexion") === true || body.includes(`href="${urls.signIn.href()}" target="_blank"`);
}

/** Open to anyone by nature; tried with the ways to sign in, and with what one does for oneself. */
const TRIED_ELSEWHERE = [
  urls.signIn,
  urls.signInSent,
  urls.signInLink,
  urls.signInProConnect,
  urls.signOut,
  urls.auth,
  urls.demonstration,
  urls.accountName,
  urls.accountSecondFactor,
  urls.accountDeletion,
  urls.newOrganisation,
  urls.organisationJoining,
  urls.invitation,
].map((url) => url.pattern as string);

test("no route of this slice is left out of the table", () => {
  const routes = peopleRoutes(
    the.world,
    async () => new Map(),
    noCaseload,
    async () => new Map(),
  ).routes.filter((route) => route.method !== "ALL");
  const left = routes.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]*")}$`);
    const inTable = table.some(
      ([, , [asked, address]]) => asked === method && pattern.test(address().split("?")[0] ?? ""),
    );
    return !inTable && !TRIED_ELSEWHERE.includes(path);
  });
  expect(left.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

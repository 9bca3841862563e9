import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { deleteAccount } from "../account/account.ts";
import { revokeAgentRole } from "../agents/agents.ts";
import { noCaseload } from "../agents/caseload.fixture.ts";
import {
  addMember,
  createOrganisation,
  createPerson,
  grantAgentRole,
  loadOrganisation,
  type MemberRole,
  type SignedVisitor,
} from "../index.ts";
import type { Lookup } from "./directory.ts";
import { acceptInvitation, inviteMember } from "./invitations.ts";
import { answerJoinRequest, askToJoin } from "./join-requests.ts";
import { setMemberRole, transferOwnership } from "./membership-acts.ts";
import type { OrganisationProfile } from "./organisation.ts";
import { addEstablishment, changeProfile, takeFromDirectory } from "./organisation-acts.ts";

/** Acts whose author's page is older than what others did since: the right is read again under the lock. */
let the: TestWorld;
let id: string;
let ada: string;
let bob: string;
let cleo: string;
beforeAll(async () => {
  the = await openTestWorld();
});
afterAll(() => the.close());

let siren = 100_000_000;
beforeEach(async () => {
  await the.inTx(async (tx) => {
    siren += 1;
    id = await createOrganisation(tx, {
      kind: "training-body",
      siren: String(siren),
      name: "Essai",
      source: "declared",
    });
    const join = async (name: string, role: MemberRole) => {
      const person = await createPerson(tx, { name, email: `${name}-${siren}@organisme.example` });
      await addMember(tx, id, person, role);
      return person;
    };
    [ada, bob, cleo] = [await join("ada", "owner"), await join("bob", "owner"), await join("cleo", "owner")];
  });
});

/** The visitor as a page that was asked for before everything else saw them. */
function seenAs(person: string, role: MemberRole | null): SignedVisitor {
  const memberships = role === null ? [] : [{ organisationId: id, organisationName: "Essai", role }];
  const [name, email] = ["Une personne", `${person}@organisme.example`];
  return { person: { id: person, name, email }, sessionId: null, memberships, agentRoles: [] };
}

async function roles(): Promise<Record<string, string>> {
  const rows = await the.inTx((tx) =>
    tx.selectFrom("membership").select(["person_id", "role"]).where("organisation_id", "=", id).execute(),
  );
  return Object.fromEntries(rows.map((row) => [row.person_id, row.role]));
}

/** Holds the organisation until every act waits for it, in this order: all have read their rights before any is done. */
async function atOnce<T>(...acts: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const client = await the.world.pool.connect();
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const arrived = async (count: number) => {
    await client.query("SELECT pg_stat_clear_snapshot()");
    return ((await client.query(waiting)).rowCount ?? 0) >= count;
  };
  try {
    await client.query("BEGIN");
    await client.query("SELECT 1 FROM organisation WHERE id = $1 FOR UPDATE", [id]);
    const started: Promise<T>[] = [];
    for (const act of acts) {
      started.push(act());
      for (let tries = 0; tries < 300 && !(await arrived(started.length)); tries += 1)
        await new Promise((done) => setTimeout(done, 10));
    }
    await client.query("COMMIT");
    return await Promise.all(started);
  } finally {
    client.release();
  }
}

const profile: OrganisationProfile = {
  kind: "training-body",
  name: "Essai",
  legalCategory: null,
  mainActivity: null,
  createdOn: null,
  headcount: null,
  headcountBand: null,
  declarationNumber: null,
  qualiopi: null,
  qualiopiCategories: [],
  opco: null,
};

/** What the directory says of the organisation. */
function directorySays(name: string): Extract<Lookup, { status: "found" }> {
  const identity = {
    name,
    legalCategory: "9220",
    mainActivity: "85.59A",
    createdOn: "2011-05-04",
    headcountBand: "03",
  };
  const rest = { isOpen: true, qualiopi: null, declarationNumber: null, establishments: [] };
  return { status: "found", at: the.clock.now(), company: { siren: String(siren), ...identity, ...rest } };
}

async function changesNoted(): Promise<unknown[]> {
  const rows = await the.inTx((tx) =>
    tx
      .selectFrom("journal")
      .select("details")
      .where("organisation_id", "=", id)
      .where("act", "=", "organisation-changed")
      .orderBy("position")
      .execute(),
  );
  return rows.map((row) => row.details);
}

test("what a colleague typed while the directory was asked stays, and so does what the directory said", async () => {
  await atOnce<unknown>(
    () => changeProfile(the.world, seenAs(bob, "owner"), id, { ...profile, headcount: 99, opco: "akto" }),
    () => takeFromDirectory(the.world, seenAs(ada, "owner"), id, directorySays("ESSAI VÉRIFIÉ")),
  );
  const both = { headcount: 99, opco: "akto", name: "ESSAI VÉRIFIÉ", createdOn: "2011-05-04", source: "directory" };
  expect(await loadOrganisation(the.world.db, id)).toMatchObject(both);
  await changeProfile(the.world, seenAs(bob, "owner"), id, { ...profile, name: "Autre nom", headcount: 100 });
  expect(await loadOrganisation(the.world.db, id)).toMatchObject({ ...both, headcount: 100, opco: null });
});

test("the journal says what each of two editors changed, not what their pages did not know", async () => {
  const typed = { ...profile, headcount: 12 };
  await atOnce<unknown>(
    () => changeProfile(the.world, seenAs(ada, "owner"), id, typed),
    () => changeProfile(the.world, seenAs(bob, "owner"), id, typed),
  );
  expect(await changesNoted()).toEqual([{ changed: ["headcount"] }]);
});

test("a SIRET of another organisation is not added, and its answer says so", async () => {
  const establishment = { siret: "35600000000048", name: null, address: null, postcode: null, commune: null };
  const asked = { ...establishment, isHead: false, isOpen: true };
  expect(await addEstablishment(the.world, seenAs(ada, "owner"), id, asked)).toBe("foreign");
  expect((await loadOrganisation(the.world.db, id))?.establishments).toEqual([]);
});

test("two owners who remove each other at once: one stays an owner, the other's act is refused", async () => {
  const answers = await atOnce(
    () => setMemberRole(the.world, seenAs(ada, "owner"), id, bob, null),
    () => setMemberRole(the.world, seenAs(bob, "owner"), id, ada, null),
  );
  expect([...answers].sort()).toEqual(["forbidden", null]);
  expect(Object.values(await roles())).toEqual(["owner", "owner"]);
});

test("an owner lowered meanwhile hands over nothing, invites nobody and changes nothing", async () => {
  const [lowered, ...late] = await atOnce<unknown>(
    () => setMemberRole(the.world, seenAs(ada, "owner"), id, bob, "reader"),
    () => transferOwnership(the.world, seenAs(bob, "owner"), id, cleo),
    () => inviteMember(the.world, seenAs(bob, "owner"), { id, name: "Essai" }, "x@ailleurs.example", "owner"),
  );
  expect([lowered, ...late]).toEqual([null, "forbidden", "forbidden"]);
  expect(await roles()).toEqual({ [ada]: "owner", [bob]: "reader", [cleo]: "owner" });
  const organisation = await loadOrganisation(the.world.db, id);
  if (organisation === null) throw new Error("the organisation is there");
  const changed = { ...organisation, headcount: 99 };
  expect(await changeProfile(the.world, seenAs(bob, "editor"), id, changed)).toBe("forbidden");
  expect((await loadOrganisation(the.world.db, id))?.headcount).toBeNull();
});

test("the last owner of a transfer and a departure at once still is one", async () => {
  await the.inTx((tx) => addMember(tx, id, cleo, "reader"));
  await atOnce(
    () => transferOwnership(the.world, seenAs(ada, "owner"), id, cleo),
    () => setMemberRole(the.world, seenAs(bob, "owner"), id, bob, null),
    () => setMemberRole(the.world, seenAs(bob, "owner"), id, ada, null),
  );
  expect(Object.values(await roles())).toContain("owner");
});

test("through the pages, a right lost meanwhile is a refusal", async () => {
  const browser: Browser = await the.browser(bob);
  const address = urls.organisationMember.href({ id, person: cleo });
  const [answer] = await atOnce<unknown>(
    () => browser.post(address, { role: "reader" }),
    () => setMemberRole(the.world, seenAs(ada, "owner"), id, bob, "editor"),
  );
  // Whichever came first: done before the role was lost, or refused after.
  expect([303, 403]).toContain((answer as { status: number }).status);
  const late = await browser.post(address, { role: "editor" });
  expect(late.status).toBe(403);
});

async function invite(role: MemberRole, email: string): Promise<string> {
  await inviteMember(the.world, seenAs(ada, "owner"), { id, name: "Essai" }, email, role);
  const mail = await the.inTx((tx) =>
    tx
      .selectFrom("mail")
      .select("body")
      .where("to_address", "=", email)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
  return /\/invitations\/(\S+)/.exec(mail.body)?.[1] ?? randomBytes(8).toString("hex");
}

test.each([
  ["reader", "owner", "owner"],
  ["reader", "editor", "editor"],
  ["owner", "reader", "owner"],
  ["editor", "editor", "editor"],
] as const)("a %s who accepts an invitation as %s is then %s", async (held, offered, after) => {
  await the.inTx((tx) => addMember(tx, id, bob, held));
  const token = await invite(offered, `autre-adresse-${siren}@organisme.example`);
  expect(await acceptInvitation(the.world, seenAs(bob, held), token)).toMatchObject({ organisationId: id });
  expect((await roles())[bob]).toBe(after);
  const facts = await the.inTx((tx) =>
    tx.selectFrom("journal").select(["act", "details"]).where("chain", "=", `organisation:${id}`).execute(),
  );
  const raised = facts.filter((fact) => fact.act === "member-role-changed").map((fact) => fact.details);
  expect(raised).toEqual(held === after ? [] : [{ person: bob, from: held, to: after }]);
});

test("who came in by an invitation while their request waited keeps the higher role", async () => {
  const dora = await the.inTx((tx) => createPerson(tx, { name: "dora", email: `dora-${siren}@ailleurs.example` }));
  await askToJoin(the.world, seenAs(dora, null), { id, name: "Essai" });
  await acceptInvitation(the.world, seenAs(dora, null), await invite("editor", `dora-${siren}@ailleurs.example`));
  const request = await the.inTx((tx) =>
    tx.selectFrom("join_request").select("id").where("organisation_id", "=", id).executeTakeFirstOrThrow(),
  );
  expect(await answerJoinRequest(the.world, seenAs(ada, "owner"), { id, name: "Essai" }, request.id, "reader")).toBe(
    true,
  );
  expect((await roles())[dora]).toBe("editor");
});

test("who became the only owner meanwhile cannot delete their account", async () => {
  await the.inTx(async (tx) => {
    await addMember(tx, id, bob, "editor");
    await addMember(tx, id, cleo, "editor");
  });
  const [, deletion] = await atOnce<unknown>(
    () => transferOwnership(the.world, seenAs(ada, "owner"), id, bob),
    () => deleteAccount(the.world, seenAs(bob, "editor")),
  );
  const owners = Object.values(await roles()).filter((role) => role === "owner");
  expect(owners).toHaveLength(1);
  if (deletion === null) expect((await roles())[ada]).toBe("owner");
  else expect(deletion).toBe("last-owner");
});

test("two administrators who take each other's role at once: one keeps it", async () => {
  await the.inTx(async (tx) => {
    for (const one of [ada, bob]) await grantAgentRole(tx, one, "administrator");
  });
  const answers = await Promise.all([
    revokeAgentRole(the.world, noCaseload, bob, "administrator", { actor: ada, receiver: undefined }),
    revokeAgentRole(the.world, noCaseload, ada, "administrator", { actor: bob, receiver: undefined }),
  ]);
  const refused = answers.filter((one) => "refusal" in one);
  expect(refused).toEqual([{ refusal: "not-administrator" }]);
  expect(answers).toContainEqual({ given: 0, left: 0, tasks: 0 });
});

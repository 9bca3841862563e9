import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { AGENT_ROLES, type AgentRole, FILE_ROLES } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import type { Fields } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import {
  makeAgent,
  makeOrganisation,
  type Stage,
  type Subject,
  subjectAt,
  type TestOrganisation,
} from "./applying.fixture.ts";

const MEMBERS = ["stranger", "other", "reader", "editor", "owner"] as const;
const WHO = [...MEMBERS, ...AGENT_ROLES] as const;
type Who = (typeof WHO)[number];

let w: TestWorld;
let organisation: TestOrganisation;
let other: TestOrganisation;
const persons = new Map<Who, string>();

beforeAll(async () => {
  w = await openTestWorld();
  organisation = await makeOrganisation(w, 0);
  other = await makeOrganisation(w, 1);
  persons.set("other", other.owner).set("reader", organisation.reader).set("editor", organisation.editor);
  persons.set("owner", organisation.owner);
  for (const role of AGENT_ROLES) persons.set(role, await makeAgent(w, role as AgentRole));
});
afterAll(() => w.close());

const act = (more: Fields = {}): Fields => ({ cle: crypto.randomUUID(), version: "1", ...more });

interface Route {
  readonly what: string;
  readonly stage: Stage;
  readonly path: (subject: Subject) => string;
  /** A POST when given. */
  readonly fields?: () => Fields;
  /** One letter a visitor, in the order of WHO: Y may, F refused (403), N not there (404), S sign in first. */
  readonly cells: string;
}

const href = (pick: (id: string) => string) => (subject: Subject) => pick(subject.id);

const table: readonly Route[] = [
  // stranger other reader editor owner | officer supervisor approver accountant administrator auditor | who reads no file
  { what: "see the home", stage: "draft", path: () => "/accueil", cells: "SYYYY YYYYYY Y" },
  { what: "begin: the page", stage: "draft", path: () => "/demandes/nouvelle", cells: "SYYYY YYYYYY Y" },
  {
    what: "begin for the organisation",
    stage: "draft",
    path: () => "/demandes/nouvelle",
    fields: () => ({ cle: crypto.randomUUID(), dispositif: "appui-conseil", organisme: organisation.id, reponses: "" }),
    cells: "SUFYY UUUUUU U",
  },
  { what: "see a draft", stage: "draft", path: href((id) => urls.application.href({ id })), cells: "SNYYY NNNNNN N" },
  {
    what: "read a section",
    stage: "draft",
    path: href((id) => urls.applicationSection.href({ id, section: "project" })),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "write a section",
    stage: "draft",
    path: href((id) => urls.applicationSection.href({ id, section: "project" })),
    fields: () => ({ title: "Nouveau titre" }),
    cells: "SNFYY NNNNNN N",
  },
  {
    what: "see the papers",
    stage: "draft",
    path: href((id) => urls.applicationAttachments.href({ id })),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "open a paper of a draft",
    stage: "draft",
    path: ({ id, paper }) => urls.applicationAttachment.href({ id, attachment: paper }),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "take a paper away",
    stage: "draft",
    path: ({ id, paper }) => urls.applicationAttachmentRemoval.href({ id, attachment: paper }),
    fields: () => ({}),
    cells: "SNFYY NNNNNN N",
  },
  {
    what: "check before filing",
    stage: "draft",
    path: href((id) => urls.applicationSubmission.href({ id })),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "print the draft",
    stage: "draft",
    path: href((id) => urls.applicationDraftPdf.href({ id })),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "file (whole or not, the right comes first)",
    stage: "draft",
    path: href((id) => urls.applicationSubmission.href({ id })),
    fields: () => act(),
    cells: "SNFUU NNNNNN N",
  },
  {
    what: "give up a draft",
    stage: "draft",
    path: href((id) => urls.applicationDeletion.href({ id })),
    fields: () => act(),
    cells: "SNFYY NNNNNN N",
  },
  {
    what: "follow a filed request",
    stage: "filed",
    path: href((id) => urls.application.href({ id })),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "open a paper of a filed request",
    stage: "filed",
    path: ({ id, paper }) => urls.applicationAttachment.href({ id, attachment: paper }),
    cells: "SNYYY YYYYYY N",
  },
  {
    what: "write a message",
    stage: "filed",
    path: href((id) => urls.applicationMessages.href({ id })),
    fields: () => act({ message: "Bonjour" }),
    cells: "SNFYY FFFFFF N",
  },
  {
    what: "withdraw",
    stage: "filed",
    path: href((id) => urls.applicationWithdrawal.href({ id })),
    fields: () => act({ motif: "Projet reporté" }),
    cells: "SNFYY FFFFFF N",
  },
  {
    what: "take up in a new draft",
    stage: "filed",
    path: href((id) => urls.applicationCopy.href({ id })),
    fields: () => act(),
    cells: "SNFYY FFFFFF N",
  },
  {
    what: "give up what is filed",
    stage: "filed",
    path: href((id) => urls.applicationDeletion.href({ id })),
    fields: () => act(),
    cells: "SNFFF FFFFFF N",
  },
  {
    what: "see what is asked",
    stage: "asked",
    path: href((id) => urls.applicationCompletion.href({ id })),
    cells: "SNYYY NNNNNN N",
  },
  {
    what: "write what is asked",
    stage: "asked",
    path: href((id) => urls.applicationCompletion.href({ id })),
    fields: () => ({ title: "Titre précisé" }),
    cells: "SNFYY NNNNNN N",
  },
  {
    what: "send what is asked (whole or not, the right comes first)",
    stage: "asked",
    path: href((id) => urls.applicationCompletion.href({ id })),
    fields: () => act({ aller: "envoyer" }),
    cells: "SNFUU FFFFFF N",
  },
];

/** Y done or shown, U understood and refused with reasons (422), F, N, S as above, else the status. */
async function cellOf(route: Route, subject: Subject, who: Who): Promise<string> {
  const browser = await w.browser(persons.get(who));
  const path = route.path(subject);
  const page = route.fields === undefined ? await browser.get(path) : await browser.post(path, route.fields());
  if (page.status === 303 && page.location?.startsWith("/connexion") === true) return "S";
  if (page.status === 401 && route.fields !== undefined) return "S";
  switch (page.status) {
    case 200:
    case 303:
      return "Y";
    case 403:
      return "F";
    case 404:
      return "N";
    case 422:
      return "U";
    default:
      return String(page.status);
  }
}

describe("who may do what with a request, through its pages", () => {
  test.each(table)("$what", async (route) => {
    const shared = await subjectAt(w, organisation, route.stage);
    const found: string[] = [];
    for (const [index, who] of WHO.entries()) {
      const changes =
        route.fields !== undefined &&
        route.cells.replaceAll(" ", "")[Math.min(index, MEMBERS.length + FILE_ROLES.length)] === "Y";
      found.push(await cellOf(route, changes ? await subjectAt(w, organisation, route.stage) : shared, who));
    }
    const members = found.slice(0, MEMBERS.length);
    const agents = found.slice(MEMBERS.length, MEMBERS.length + FILE_ROLES.length);
    // All of them are answered alike.
    const others = new Set(found.slice(MEMBERS.length + FILE_ROLES.length));
    expect([members, agents, [...others]].map((cells) => cells.join("")).join(" ")).toBe(route.cells);
  });
});

describe("the second lock, in the database", () => {
  const tables = ["draft_edit", "revision", "attachment", "party", "message", "document"] as const;

  it("shows a draft to its organisation alone, and a filed request to agents too", async () => {
    const [draft, filed] = [await subjectAt(w, organisation, "draft"), await subjectAt(w, organisation, "filed")];
    const sees = async (reader: Parameters<TestWorld["inTx"]>[1], id: string) =>
      (await w.inTx((tx) => tx.selectFrom("application").select("id").where("id", "=", id).execute(), reader))
        .length === 1;
    const person = (who: Who) => ({ person: persons.get(who) ?? "" });
    for (const who of WHO) {
      const reader = who === "stranger" ? "public" : person(who);
      const isMember = ["reader", "editor", "owner"].includes(who);
      const isAgent = (FILE_ROLES as readonly string[]).includes(who);
      expect([who, await sees(reader, draft.id)]).toEqual([who, isMember]);
      expect([who, await sees(reader, filed.id)]).toEqual([who, isMember || isAgent]);
    }
  });

  it("hides what hangs on a request with it", async () => {
    const { id } = await subjectAt(w, organisation, "draft");
    await w.inTx((tx) =>
      tx
        .insertInto("message")
        .values({ application_id: id, side: "applicant", body: "x", sent_at: w.clock.now() })
        .execute(),
    );
    for (const one of tables) {
      const rows = await w.inTx((tx) => tx.selectFrom(one).selectAll().where("application_id", "=", id).execute(), {
        person: other.owner,
      });
      expect(rows).toEqual([]);
    }
  });

  it("lets readers, auditors and others change nothing", async () => {
    const [draft, filed] = [await subjectAt(w, organisation, "draft"), await subjectAt(w, organisation, "filed")];
    const changed = async (who: Who, id: string) => {
      const result = await w.inTx(
        (tx) =>
          tx.updateTable("application").set({ updated_at: w.clock.now() }).where("id", "=", id).executeTakeFirst(),
        {
          person: persons.get(who) ?? "",
        },
      );
      return Number(result.numUpdatedRows);
    };
    expect(await changed("reader", draft.id)).toBe(0);
    expect(await changed("other", draft.id)).toBe(0);
    expect(await changed("officer", draft.id)).toBe(0);
    expect(await changed("editor", draft.id)).toBe(1);
    expect(await changed("auditor", filed.id)).toBe(0);
    expect(await changed("officer", filed.id)).toBe(1);
  });

  it("refuses that anyone changes a frozen revision, an issued letter or the journal, the service included", async () => {
    const statements = [
      sql`UPDATE revision SET hash = 'x'`,
      sql`TRUNCATE revision CASCADE`,
      sql`UPDATE journal SET act = 'x'`,
      sql`DELETE FROM journal`,
    ];
    const { id } = await subjectAt(w, organisation, "filed");
    await w.inTx(async (tx) => {
      await tx
        .insertInto("revision")
        .values({
          application_id: id,
          number: 1,
          raw: "{}",
          facts: "{}",
          attachments: "[]",
          declarations: "[]",
          assessment: "{}",
          framework: "x",
          rule_set_hash: "x",
          cause: "submission",
          made_at: w.clock.now(),
          hash: "x",
        })
        .execute();
    });
    for (const statement of statements) {
      // Refused by the trigger, or finding no row that one may change: in both cases nothing changes.
      const changed = w.inTx(async (tx) => Number((await statement.execute(tx)).numAffectedRows ?? 0n)).catch(() => 0);
      expect(await changed).toBe(0);
    }
  });
});

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCommunity, type TestCommunity } from "#src/community/community.fixture.ts";
import { createPerson, grantAgentRole } from "#src/people/index.ts";
import type { Reader, Tx } from "#src/platform/database/database.ts";
import { allJobs } from "#src/worker.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

/** The second lock around the files: straight SQL on the tables of the agenda, the community and the committees. */
const READERS = [
  "public",
  "neighbour",
  "reader",
  "editor",
  "owner",
  "animator",
  "adviser",
  "organiser",
  "operator",
  "officer",
  "auditor",
] as const;
/** Whose name, and whose address, stand in every row that may name a person. */
const SOMEBODY = "Nora Quelqu’un";
type Who = (typeof READERS)[number];
const MEMBERS: readonly Who[] = ["reader", "editor", "owner"];
/** Who belongs to the organisation that answered the listing, and was photographed. */
const NEIGHBOUR: readonly Who[] = ["neighbour"];
const ALL: readonly Who[] = READERS;

/** Whom each table shows its one row to. What is shown to all is shown in its public state. */
const shown: Readonly<Record<string, readonly Who[]>> = {
  assessment_round: MEMBERS,
  assessment_response: MEMBERS,
  assessment_answers: ["owner"],
  assessment_reminder: ["owner"],
  referral: [...MEMBERS, "adviser", "auditor"],
  sustainability_label: MEMBERS,
  actor: [...MEMBERS, "animator", "auditor"],
  listing: ALL,
  listing_message: [...NEIGHBOUR, "editor", "owner"],
  practice: [...MEMBERS, "animator", "auditor"],
  practice_piece: [...MEMBERS, "animator", "auditor"],
  practice_comment: [...MEMBERS, "animator", "auditor"],
  moderation: [...MEMBERS, "animator", "auditor"],
  appeal: [...MEMBERS, "animator", "auditor"],
  newsletter_subscriber: [],
  newsletter_issue: ["animator", "auditor"],
  committee: [...NEIGHBOUR, "officer", "auditor"],
  committee_member: [...NEIGHBOUR, "officer", "auditor"],
  meeting: [...NEIGHBOUR, "officer", "auditor"],
  agenda_item: [...NEIGHBOUR, "officer", "auditor"],
  meeting_document: [...NEIGHBOUR, "officer", "auditor"],
  attendance: [...NEIGHBOUR, "officer", "auditor"],
  item_interest: [...NEIGHBOUR, "officer", "auditor"],
  // The neighbour sits, and declared an interest in the point: its vote is read once the minutes are approved.
  committee_decision: ["officer", "auditor"],
  occasion: ALL,
  crew: ["organiser", "auditor"],
  registration: [...NEIGHBOUR, "organiser", "auditor"],
  presence: [...NEIGHBOUR, "organiser", "auditor"],
  evaluation: [],
  trainee: [],
  certificate: [],
  subscription: [],
  occasion_piece: [...NEIGHBOUR, "organiser", "auditor"],
  piece_subject: [...NEIGHBOUR, "organiser", "auditor"],
  idea: ALL,
  idea_support: NEIGHBOUR,
  training_need: [...MEMBERS, "operator", "officer", "auditor"],
  cost_request: [...MEMBERS, "operator", "officer", "auditor"],
  cost_line: [...MEMBERS, "operator", "officer", "auditor"],
};

let w: TestWorld;
let the: TestCommunity;
const readers = new Map<Who, Reader>();

beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
  readers.set("public", "public");
  for (const who of ["neighbour", "reader", "editor", "owner", "animator", "adviser", "auditor"] as const)
    readers.set(who, { person: the.people[who] });
  await w.inTx(async (tx) => {
    for (const role of ["organiser", "operator", "officer"] as const) {
      const person = await createPerson(tx, { name: role, email: `${role}@essai.example` });
      await grantAgentRole(tx, person, role);
      readers.set(role, { person });
    }
    await settle(tx);
  });
});
afterAll(() => w.close());

/** One row a table. */
async function settle(tx: Tx): Promise<void> {
  const at = w.clock.now().toString();
  const { organisation, other, people } = the;
  const one = async (statement: ReturnType<typeof sql<{ id: string }>>) =>
    (await statement.execute(tx)).rows[0]?.id ?? "";
  const file = () =>
    one(sql`INSERT INTO file (id, name, media_type, size, sha256, scan, stored_at)
      VALUES (gen_random_uuid(), 'x', 'application/pdf', 1, 'x', 'clean', ${at}::timestamptz) RETURNING id`);
  const round = await one(sql`INSERT INTO assessment_round (organisation_id, instrument, framework, opened_on)
    VALUES (${organisation}, 'sustainability', 'x', '2026-03-01') RETURNING id`);
  const response = await one(sql`INSERT INTO assessment_response (round_id, person_id, levels, answered_at)
    VALUES (${round}, ${people.owner}, '{}', ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO assessment_answers VALUES (${response}, ${people.owner}, '{}')`.execute(tx);
  await sql`INSERT INTO assessment_reminder VALUES (${people.owner}, ${organisation}, 'sustainability', '2026-09-01')`.execute(
    tx,
  );
  await sql`INSERT INTO referral (number, organisation_id, state, need, passed, consented_at)
    VALUES ('E3D-T', ${organisation}, 'received', 'x', jsonb_build_object('contact', ${SOMEBODY}::text), ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`INSERT INTO sustainability_label (organisation_id, level, obtained_on, ends_on, declared_at)
    VALUES (${organisation}, 1, '2026-01-01', '2028-01-01', ${at}::timestamptz)`.execute(tx);
  await sql`INSERT INTO actor (organisation_id, slug, kind, summary, departments, state, asked_at, confirmed_on)
    VALUES (${organisation}, 'x', 'other', 'x', '{14}', 'asked', ${at}::timestamptz, '2026-03-01')`.execute(tx);
  const listing =
    await one(sql`INSERT INTO listing (organisation_id, kind, title, body, departments, state, published_at, closes_on)
    VALUES (${organisation}, 'seek', 'x', 'x', '{14}', 'open', ${at}::timestamptz, '2026-05-01') RETURNING id`);
  await sql`INSERT INTO listing_message (listing_id, organisation_id, correspondent, from_correspondent, body, sent_at)
    VALUES (${listing}, ${organisation}, ${people.neighbour}, true, ${SOMEBODY}, ${at}::timestamptz)`.execute(tx);
  const practice =
    await one(sql`INSERT INTO practice (slug, organisation_id, title, summary, body, themes, state, written_at)
    VALUES ('x', ${organisation}, 'x', 'x', 'x', '{hybrid}', 'submitted', ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO practice_piece (practice_id, kind, file_id, description, added_at)
    VALUES (${practice}, 'picture', ${await file()}, 'x', ${at}::timestamptz)`.execute(tx);
  await sql`INSERT INTO practice_comment (practice_id, organisation_id, body, posted_at)
    VALUES (${practice}, ${other}, 'x', ${at}::timestamptz)`.execute(tx);
  const moderation =
    await one(sql`INSERT INTO moderation (about, about_id, organisation_id, title, decision, ground, reasons, decided_at)
    VALUES ('practice', ${practice}, ${organisation}, 'x', 'refused', 'unclear', 'x', ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO appeal (moderation_id, reasons, asked_at) VALUES (${moderation}, 'x', ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`INSERT INTO newsletter_subscriber (email, asked_at) VALUES ('x@essai.example', ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`INSERT INTO newsletter_issue (number, title, introduction, items, composed_at)
    VALUES (1, 'x', 'x', '[]', ${at}::timestamptz)`.execute(tx);
  await settleCommittee(tx, at, one, file);
  await settleAgenda(tx, at, one, file);
}

type One = (statement: ReturnType<typeof sql<{ id: string }>>) => Promise<string>;

/** A selection: who sits and who runs it, nobody else. */
async function settleCommittee(tx: Tx, at: string, one: One, file: () => Promise<string>): Promise<void> {
  const committee = await one(sql`INSERT INTO committee (slug, kind, name, purpose, quorum_percent, made_at)
    VALUES ('x', 'selection', 'x', 'x', 0, ${at}::timestamptz) RETURNING id`);
  const seat = await one(sql`INSERT INTO committee_member (committee_id, person_id, name, body, role, from_on)
    VALUES (${committee}, ${the.people.neighbour}, ${SOMEBODY}, 'x', 'member', '2020-01-01') RETURNING id`);
  const meeting = await one(sql`INSERT INTO meeting (committee_id, number, title, starts_at, place, state)
    VALUES (${committee}, 1, 'x', ${at}::timestamptz, 'x', 'called') RETURNING id`);
  const item = await one(sql`INSERT INTO agenda_item (meeting_id, position, title, to_decide)
    VALUES (${meeting}, 1, 'x', true) RETURNING id`);
  await sql`INSERT INTO meeting_document (meeting_id, title, file_id, added_at)
    VALUES (${meeting}, 'x', ${await file()}, ${at}::timestamptz)`.execute(tx);
  await sql`INSERT INTO attendance VALUES (${meeting}, ${seat}, 'present')`.execute(tx);
  await sql`INSERT INTO item_interest VALUES (${item}, ${seat}, ${SOMEBODY}, ${at}::timestamptz)`.execute(tx);
  await sql`INSERT INTO committee_decision (item_id, text, in_favour, against, abstained, adopted, decided_at, responsible)
    VALUES (${item}, 'x', 1, 0, 0, true, ${at}::timestamptz, ${SOMEBODY})`.execute(tx);
}

/** An event that is announced, and a document of it for those who registered. */
async function settleAgenda(tx: Tx, at: string, one: One, file: () => Promise<string>): Promise<void> {
  const { organisation, people } = the;
  const occasion =
    await one(sql`INSERT INTO occasion (slug, nature, kind, title, state, starts_at, ends_at, created_at, updated_at)
    VALUES ('x', 'event', 'meeting', 'x', 'published', ${at}::timestamptz, ${at}::timestamptz + interval '1 hour', ${at}::timestamptz, ${at}::timestamptz)
    RETURNING id`);
  const quota = await one(
    sql`INSERT INTO quota (occasion_id, position, label) VALUES (${occasion}, 0, 'x') RETURNING id`,
  );
  await sql`INSERT INTO crew (occasion_id, part, name, email, added_at)
    VALUES (${occasion}, 'speaker', ${SOMEBODY}, 'ailleurs@essai.example', ${at}::timestamptz)`.execute(tx);
  const registration =
    await one(sql`INSERT INTO registration (occasion_id, quota_id, state, name, email, person_id, photo_consent, created_at)
    VALUES (${occasion}, ${quota}, 'registered', ${SOMEBODY}, 'nora@essai.example', ${people.neighbour}, true, ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO presence (registration_id, slot_at, signer, at, signed_by)
    VALUES (${registration}, ${at}::timestamptz, 'keeper', ${at}::timestamptz, ${SOMEBODY})`.execute(tx);
  await sql`INSERT INTO evaluation (registration_id, moment, asked_at) VALUES (${registration}, 'hot', ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`INSERT INTO trainee (registration_id) VALUES (${registration})`.execute(tx);
  await sql`INSERT INTO certificate VALUES (${registration}, 'ATT-T', jsonb_build_object('name', ${SOMEBODY}::text), ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`INSERT INTO subscription (email, topics, created_at) VALUES ('x@essai.example', '{calls}', ${at}::timestamptz)`.execute(
    tx,
  );
  const piece = await one(sql`INSERT INTO occasion_piece (occasion_id, kind, file_id, description, open_to, added_at)
    VALUES (${occasion}, 'document', ${await file()}, 'x', 'registered', ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO piece_subject VALUES (${piece}, ${registration})`.execute(tx);
  const idea = await one(sql`INSERT INTO idea (occasion_id, kind, title, author, person_id, at)
    VALUES (${occasion}, 'idea', 'x', ${SOMEBODY}, ${people.neighbour}, ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO idea_support VALUES (${idea}, ${people.neighbour}, ${at}::timestamptz)`.execute(tx);
  await sql`INSERT INTO year_plan (year, operator, updated_at) VALUES (2026, '{}', ${at}::timestamptz)`.execute(tx);
  await sql`INSERT INTO training_need (year, organisation_id, title, told_at)
    VALUES (2026, ${organisation}, 'x', ${at}::timestamptz)`.execute(tx);
  const request = await one(sql`INSERT INTO cost_request (number, year, organisation_id, rule, filed_at)
    VALUES ('RAC-T', 2026, ${organisation}, '{}', ${at}::timestamptz) RETURNING id`);
  await sql`INSERT INTO cost_line (request_id, registration_id, wages, travel, replacement, paid_by_others, computed)
    VALUES (${request}, ${registration}, 1, 0, 0, 0, 1)`.execute(tx);
}

/** How many rows of each table a reader is shown. */
async function counts(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const each = Object.keys(shown).map(
    (table) => sql`SELECT ${table} AS name, count(*)::int AS many FROM ${sql.table(table)}`,
  );
  const all = sql<{ name: string; many: number }>`${sql.join(each, sql` UNION ALL `)}`;
  const { rows } = await w.inTx((tx) => all.execute(tx), reader);
  return new Map(rows.map(({ name, many }) => [name, many]));
}

describe("the rows around the files", () => {
  it("are shown to those that each table says, and to nobody else", async () => {
    const every = await counts("system");
    for (const table of Object.keys(shown)) expect([table, every.get(table)]).toEqual([table, 1]);
    const found: Record<string, Who[]> = Object.fromEntries(Object.keys(shown).map((table) => [table, []]));
    for (const [who, reader] of readers)
      for (const [table, many] of await counts(reader)) if (many > 0) found[table]?.push(who);
    for (const [table, whom] of Object.entries(shown))
      expect([table, found[table]?.sort()]).toEqual([table, [...whom].sort()]);
  });

  it("are changed and deleted by no stranger, reader or auditor", async () => {
    for (const who of ["public", "reader", "auditor"] as const) {
      const deleted = await w.inTx(async (tx) => {
        const gone: string[] = [];
        for (const table of Object.keys(shown)) {
          await sql`SAVEPOINT before`.execute(tx);
          const done = await sql`DELETE FROM ${sql.table(table)}`.execute(tx).catch(() => null);
          if ((done?.numAffectedRows ?? 0n) > 0n) gone.push(table);
          await sql`ROLLBACK TO SAVEPOINT before`.execute(tx);
        }
        return gone;
      }, readers.get(who));
      expect([who, deleted]).toEqual([who, []]);
    }
  });

  it("are locked, for the service's own role too", async () => {
    const { rows } = await w.world.pool.query<{ table: string }>(
      "SELECT relname AS table FROM pg_class WHERE relname = ANY ($1) AND relrowsecurity AND relforcerowsecurity",
      [Object.keys(shown)],
    );
    expect(rows).toHaveLength(Object.keys(shown).length);
  });

  it("bytes are opened through what holds them", async () => {
    // A picture of a practice that waits, a document of a selection, one for those who registered.
    const opened = { public: 0, owner: 1, animator: 1, officer: 1, neighbour: 2, organiser: 1, auditor: 3 } as const;
    for (const [who, many] of Object.entries(opened)) {
      const seen = await w.inTx((tx) => tx.selectFrom("file").select("id").execute(), readers.get(who as Who));
      expect([who, seen.length]).toEqual([who, many]);
    }
  });

  it("name nobody any more once their time is over, and what is left of an account goes with it", async () => {
    const naming = async () => {
      const each = Object.keys(shown).map(
        (table) => sql`SELECT ${table} AS name FROM ${sql.table(table)} t
          WHERE t::text LIKE ${`%${SOMEBODY}%`} OR t::text LIKE '%@essai.example%'`,
      );
      const { rows } = await w.inTx((tx) => sql<{ name: string }>`${sql.join(each, sql` UNION ALL `)}`.execute(tx));
      return rows.map(({ name }) => name).sort();
    };
    expect((await naming()).length).toBeGreaterThan(10);
    await w.inTx((tx) => sql`UPDATE committee_member SET until_on = '2026-12-31'`.execute(tx));
    // Some things end before they are forgotten: a listing closes by itself, then goes.
    for (const year of [2027, 2030, 2037]) {
      w.clock.set(`${year}-03-12T09:00:00Z`);
      for (const job of ["agenda-tick", "community-night", "committees-night"]) await allJobs(w.world)[job]?.({});
    }
    expect(await naming()).toEqual([]);
    await w.inTx(async (tx) => {
      await sql`UPDATE idea SET author = ${SOMEBODY}, person_id = ${the.people.neighbour}`.execute(tx);
      await sql`DELETE FROM person WHERE id = ${the.people.neighbour}`.execute(tx);
    });
    expect(await naming()).toEqual([]);
  });
});

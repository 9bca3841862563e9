import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepSeats } from "#src/committees/jobs.ts";
import { addMember } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { makeCommunity, type TestCommunity } from "./community.fixture.ts";
import { keepCommunity } from "./jobs.ts";

let w: TestWorld;
let the: TestCommunity;
beforeAll(async () => {
  w = await openTestWorld();
  the = await makeCommunity(w);
});
afterAll(() => w.close());

const at = "2026-03-10T09:00:00Z";

async function rowsOf(table: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await w.inTx((tx) => sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(tx))).rows;
}

it("who deletes their account leaves what others need, without a name, and nothing of their own", async () => {
  const { organisation, people } = the;
  await w.inTx(async (tx) => {
    await addMember(tx, organisation, people.editor, "owner");
    const one = async (statement: ReturnType<typeof sql<{ id: string }>>) =>
      (await statement.execute(tx)).rows[0]?.id ?? "";
    const round = await one(sql`INSERT INTO assessment_round (organisation_id, instrument, framework, opened_on)
      VALUES (${organisation}, 'sustainability', 'x', '2026-03-01') RETURNING id`);
    const response = await one(sql`INSERT INTO assessment_response (round_id, person_id, levels, answered_at)
      VALUES (${round}, ${people.owner}, '{"x": 3}', ${at}) RETURNING id`);
    await sql`INSERT INTO assessment_answers VALUES (${response}, ${people.owner}, '{}')`.execute(tx);
    await sql`INSERT INTO assessment_reminder VALUES (${people.owner}, ${organisation}, 'sustainability', '2026-09-01')`.execute(
      tx,
    );
    const listing =
      await one(sql`INSERT INTO listing (organisation_id, author, kind, title, body, departments, state, published_at, closes_on)
      VALUES (${the.other}, ${people.neighbour}, 'seek', 'x', 'x', '{14}', 'open', ${at}, '2026-05-01') RETURNING id`);
    await sql`INSERT INTO listing_message (listing_id, organisation_id, correspondent, from_correspondent, author, body, sent_at)
      VALUES (${listing}, ${the.other}, ${people.owner}, true, ${people.owner}, 'x', ${at})`.execute(tx);
    const practice =
      await one(sql`INSERT INTO practice (slug, organisation_id, author, title, summary, body, themes, state, written_at)
      VALUES ('x', ${organisation}, ${people.owner}, 'x', 'x', 'x', '{hybrid}', 'published', ${at}) RETURNING id`);
    await sql`INSERT INTO practice_comment (practice_id, organisation_id, author, body, posted_at)
      VALUES (${practice}, ${organisation}, ${people.owner}, 'Bravo', ${at})`.execute(tx);
    const committee = await one(sql`INSERT INTO committee (slug, kind, name, purpose, quorum_percent, made_at)
      VALUES ('x', 'communotic', 'x', 'x', 0, ${at}) RETURNING id`);
    await sql`INSERT INTO committee_member (committee_id, person_id, name, email, body, role, from_on, until_on)
      VALUES (${committee}, ${people.owner}, 'Odile', 'odile@essai.example', 'x', 'member', '2020-01-01', '2026-06-30')`.execute(
      tx,
    );
  });
  const owner = await w.browser(people.owner);
  expect((await owner.post(urls.accountDeletion.href())).location).toBe("/");
  for (const table of ["assessment_answers", "assessment_reminder", "listing_message"])
    expect(await rowsOf(table), table).toEqual([]);
  expect(await rowsOf("assessment_response")).toMatchObject([{ person_id: null, levels: { x: 3 } }]);
  for (const table of ["practice", "practice_comment"])
    expect(await rowsOf(table), table).toMatchObject([{ author: null }]);
  expect((await (await w.browser()).get(urls.practice.href({ slug: "x" }))).body).toContain("Une personne partie");
  // A mandate is told while it may be asked for, and its seat closes at once.
  expect(await rowsOf("committee")).toMatchObject([{ seated: [] }]);
  expect(await rowsOf("committee_member")).toMatchObject([{ name: "Odile", person_id: null }]);
});

it("time forgets each processing when the privacy page says so, and not a day before", async () => {
  const { organisation } = the;
  await w.inTx(async (tx) => {
    await sql`INSERT INTO referral (number, organisation_id, state, need, passed, consented_at, closed_at)
      VALUES ('E3D-1', ${organisation}, 'closed', 'x', '{}', ${at}, ${at})`.execute(tx);
    await sql`INSERT INTO referral (number, organisation_id, state, consented_at, withdrawn_at)
      VALUES ('E3D-2', ${organisation}, 'withdrawn', ${at}, ${at})`.execute(tx);
    await sql`INSERT INTO actor (organisation_id, slug, kind, summary, departments, state, asked_at, confirmed_on)
      VALUES (${organisation}, 'x', 'other', 'x', '{14}', 'left', ${at}, '2026-03-10')`.execute(tx);
    await sql`INSERT INTO newsletter_subscriber (email, asked_at) VALUES ('x@essai.example', ${at})`.execute(tx);
    await sql`UPDATE listing SET state = 'closed', closed_at = ${at}`.execute(tx);
    await sql`UPDATE practice SET state = 'removed'`.execute(tx);
  });
  const left = async (day: string) => {
    w.clock.set(`${day}T09:00:00Z`);
    await keepCommunity(w.world);
    await keepSeats(w.world);
    const found: Record<string, number> = {};
    for (const table of ["newsletter_subscriber", "listing", "practice", "referral", "actor", "assessment_round"])
      found[table] = (await rowsOf(table)).length;
    return found;
  };
  const all = { newsletter_subscriber: 1, listing: 1, practice: 1, referral: 2, actor: 1, assessment_round: 1 };
  expect(await left("2026-03-16")).toEqual(all);
  expect(await left("2026-03-19")).toEqual({ ...all, newsletter_subscriber: 0 });
  expect(await left("2027-03-12")).toMatchObject({ listing: 0, practice: 0, referral: 1, actor: 1 });
  expect(await left("2028-03-12")).toMatchObject({ referral: 1, actor: 0 });
  expect(await left("2029-03-12")).toMatchObject({ referral: 0, assessment_round: 1 });
  expect(await left("2031-03-12")).toMatchObject({ assessment_round: 0 });
  expect(await rowsOf("committee_member")).toMatchObject([{ name: "Odile" }]);
  await left("2031-07-01");
  expect(await rowsOf("committee_member")).toMatchObject([{ name: "Ancien membre", email: "" }]);
});

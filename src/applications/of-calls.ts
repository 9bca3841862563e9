import { sql } from "kysely";
import type { Raw } from "#policy/index.ts";
import type { CallDrafts } from "#src/calls/index.ts";
import { keyOf, policyDay, type Reading, readApplication } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";

/** What calls ask of the requests that answer them: how far those being written are, and whom to tell. */
export const callDrafts: CallDrafts = {
  async holders(tx, callId) {
    const { rows } = await sql<{ email: string }>`
      SELECT DISTINCT p.email FROM application a
      JOIN LATERAL (
        SELECT a.organisation_id AS id UNION
        SELECT t.organisation_id FROM partner t
        WHERE t.application_id = a.id AND t.accepted_at IS NOT NULL AND t.ended_at IS NULL
      ) o ON true
      JOIN membership m ON m.organisation_id = o.id AND m.role IN ('owner', 'editor')
      JOIN person p ON p.id = m.person_id
      WHERE a.call_id = ${callId} AND a.state = 'draft' ORDER BY p.email`.execute(tx);
    return rows.map(({ email }) => email);
  },
  async standing(tx, call, now) {
    const drafts = await tx
      .selectFrom("application")
      .select(["id", "scheme", "framework", "revision", "raw"])
      .where("call_id", "=", call.id)
      .where("state", "=", "draft")
      .execute();
    const papers = await papersOf(
      tx,
      drafts.map(({ id }) => id),
    );
    const counts = new Map<string, number>();
    let ready = 0;
    for (const draft of drafts) {
      const file = { ...draft, raw: draft.raw as Raw, call };
      const here = waitingAt(readApplication(file, new Map(), papers.get(draft.id) ?? [], policyDay(now)));
      if (here === null) ready += 1;
      else counts.set(here, (counts.get(here) ?? 0) + 1);
    }
    return { count: drafts.length, ready, bySection: [...counts].map(([title, count]) => ({ title, count })) };
  },
};

/** The first section where something is missing or wrong; null where the draft can be filed. */
function waitingAt({ scheme, gaps, errors, questions }: Reading): string | null {
  const wrong = questions.filter(({ path }) => errors.has(path)).map(({ section }) => section);
  const waiting = new Set([...gaps.map(({ section }) => section), ...wrong]);
  const sections = [...scheme.form.sections, { id: "documents", title: "Pièces à joindre" }];
  return sections.find(({ id }) => waiting.has(id))?.title ?? null;
}

/** The keys of the papers joined, by file. */
async function papersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("attachment")
    .select(["application_id", "document", "about"])
    .where("application_id", "in", ids)
    .where("removed_at", "is", null)
    .execute();
  const found = Map.groupBy(rows, (row) => row.application_id);
  return new Map([...found].map(([id, papers]) => [id, papers.map((one) => keyOf(one.document, one.about))]));
}

import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";

export type IdeaKind = "idea" | "partners";

export interface Idea {
  readonly id: string;
  readonly kind: IdeaKind;
  readonly title: string;
  readonly said: string;
  /** "" once their account, or its time, is over. */
  readonly author: string;
  readonly supports: number;
  /** Requests for aid that come of it, being written or filed. */
  readonly requests: number;
  /** Whether the reader supports it. */
  readonly isMine: boolean;
}

/** What came of an event: numbers of ideas, calls for partners, requests being written, filed and accepted. */
export interface Outcome {
  readonly ideas: number;
  readonly partners: number;
  readonly drafts: number;
  readonly filed: number;
  readonly accepted: number;
}

export async function readOutcome(tx: Tx, occasionId: string): Promise<Outcome> {
  const { rows } = await sql<Outcome>`SELECT * FROM born_of(${occasionId})`.execute(tx);
  return rows[0] ?? { ideas: 0, partners: 0, drafts: 0, filed: 0, accepted: 0 };
}

export async function listIdeas(tx: Tx, occasionId: string): Promise<readonly Idea[]> {
  const { rows } = await sql<Idea>`
    SELECT i.id, i.kind, i.title, i.said, i.author, supports_of(i.id) AS supports, requests_of(i.id) AS requests,
      EXISTS (SELECT 1 FROM idea_support s WHERE s.idea_id = i.id AND s.person_id = reader_person()) AS "isMine"
    FROM idea i WHERE i.occasion_id = ${occasionId} AND i.hidden_at IS NULL
    ORDER BY supports_of(i.id) DESC, i.at, i.id LIMIT 200`.execute(tx);
  return rows;
}

export async function addIdea(
  tx: Tx,
  at: Temporal.Instant,
  occasionId: string,
  idea: Pick<Idea, "kind" | "title" | "said" | "author"> & { readonly personId: string },
): Promise<void> {
  await tx
    .insertInto("idea")
    .values({
      occasion_id: occasionId,
      kind: idea.kind,
      title: idea.title,
      said: idea.said,
      author: idea.author,
      person_id: idea.personId,
      at: at.toString(),
    })
    .execute();
}

/** Supports an idea, or takes the support back. */
export async function supportIdea(
  tx: Tx,
  at: Temporal.Instant,
  occasionId: string,
  ideaId: string,
  personId: string,
  supports: boolean,
): Promise<boolean> {
  const idea = await tx
    .selectFrom("idea")
    .select("id")
    .where("id", "=", ideaId)
    .where("occasion_id", "=", occasionId)
    .executeTakeFirst();
  if (idea === undefined) return false;
  if (!supports) {
    await tx.deleteFrom("idea_support").where("idea_id", "=", ideaId).where("person_id", "=", personId).execute();
    return true;
  }
  await tx
    .insertInto("idea_support")
    .values({ idea_id: ideaId, person_id: personId, at: at.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

export async function hideIdea(tx: Tx, at: Temporal.Instant, occasionId: string, ideaId: string): Promise<boolean> {
  const done = await tx
    .updateTable("idea")
    .set({ hidden_at: at.toString() })
    .where("id", "=", ideaId)
    .where("occasion_id", "=", occasionId)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Requests of the reader's organisations that name no event yet: number or title. */
export async function linkable(tx: Tx): Promise<readonly { readonly id: string; readonly label: string }[]> {
  const { rows } = await sql<{ id: string; label: string }>`
    SELECT a.id, coalesce(a.number || ', ', '') || coalesce(nullif(a.title, ''), 'brouillon sans titre') AS label
    FROM application a JOIN membership m ON m.organisation_id = a.organisation_id AND m.person_id = reader_person()
    WHERE m.role IN ('owner', 'editor') AND NOT EXISTS (SELECT 1 FROM occasion_application x WHERE x.application_id = a.id)
    ORDER BY a.updated_at DESC LIMIT 30`.execute(tx);
  return rows;
}

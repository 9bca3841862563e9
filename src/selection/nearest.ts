import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";

/** A project or a shared practice that speaks of the same things. */
export interface Near {
  readonly kind: "project" | "practice";
  /** Of the project, or the name that the practice has in its address. */
  readonly at: string;
  readonly number: string;
  readonly title: string;
  readonly who: string;
  /** How many words, by their stems, both say. */
  readonly shared: number;
}

const MOST = 6;
/** The last filed: a search of words over all that was ever filed would hold up the page. */
const AMONG = 1_000;

/**
 * What stands nearest a filed project, to help a person judge what it adds to what exists: other filed projects
 * and published practices, by the words of their titles and summaries; one word in common says nothing.
 */
export async function nearestTo(tx: Tx, applicationId: string): Promise<readonly Near[]> {
  const { rows } = await sql<Near>`
    WITH said AS MATERIALIZED (
      SELECT a.id, a.number, a.title, o.name AS who,
        to_tsvector('french_plain', concat_ws(' ', a.title, s.short_title, s.summary)) AS words
      FROM application a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN selection s ON s.application_id = a.id
      WHERE a.id = ${applicationId} OR a.id IN (
        SELECT id FROM application WHERE submitted_at IS NOT NULL AND state NOT IN ('withdrawn', 'abandoned')
        ORDER BY submitted_at DESC LIMIT ${AMONG})),
    own AS (SELECT lexeme FROM said, unnest(said.words) WHERE said.id = ${applicationId}),
    others AS (
      SELECT 'project' AS kind, id::text AS at, number, title, who, words FROM said WHERE id <> ${applicationId}
      UNION ALL
      SELECT 'practice', p.slug, '', p.title, o.name, to_tsvector('french_plain', concat_ws(' ', p.title, p.summary))
      FROM practice p JOIN organisation o ON o.id = p.organisation_id WHERE p.state = 'published')
    SELECT * FROM (
      SELECT kind, at, coalesce(number, '') AS number, title, who,
        (SELECT count(*)::int FROM unnest(others.words) w WHERE w.lexeme IN (SELECT lexeme FROM own)) AS shared
      FROM others) AS near
    WHERE shared > 1 ORDER BY shared DESC, title, at LIMIT ${MOST}`.execute(tx);
  return rows;
}

import { sql } from "kysely";
import type { Tx } from "#src/platform/database/database.ts";

/** A project, a shared practice or a course that speaks of the same things. */
export interface Near {
  readonly kind: "project" | "practice" | "course";
  /** Of the project, or the name that the practice or the course has in its address. */
  readonly at: string;
  readonly number: string;
  readonly title: string;
  /** Whose it is; empty for a course. */
  readonly who: string;
  /** The words that both say, as the project writes them, the rarest first. */
  readonly shared: readonly string[];
}

const MOST = 6;
/** The last filed: a search of words over all that was ever filed would hold up the page. */
const AMONG = 1_000;
/** A word that more than one text in so many says tells nothing of a project. */
const COMMON = 10;
/** Of few texts, a word may be said by so many and still tell something. */
const FEW = 3;
/** Nor do words of number, of time, or that any project of training may say. */
const EMPTY = wordsOf(
  "chaque tout tous toute toutes autre autres plus moins mieux faute faire avec sans entre leur leurs même mêmes",
  "un une deux trois quatre cinq six sept huit neuf dix vingt trente quarante cinquante cent mille",
  "jour jours semaine semaines mois an ans année années avant après pendant",
  "projet projets action actions formation formations former organisme organismes structure structures stagiaire stagiaires",
);

/**
 * What stands nearest a filed project, to help a person judge what it adds to what exists: other filed projects,
 * published practices and courses, by the rare words of their titles and summaries; one word in common says nothing.
 */
export async function nearestTo(tx: Tx, applicationId: string): Promise<readonly Near[]> {
  const { rows } = await sql<Near>`
    WITH said AS MATERIALIZED (
      SELECT a.id, a.number, a.title, o.name AS who, concat_ws(' ', a.title, s.short_title, s.summary) AS body
      FROM application a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN selection s ON s.application_id = a.id
      WHERE a.id = ${applicationId} OR a.id IN (
        SELECT id FROM application WHERE submitted_at IS NOT NULL AND state NOT IN ('withdrawn', 'abandoned')
        ORDER BY submitted_at DESC LIMIT ${AMONG})),
    own AS (
      SELECT w.lexeme, min(lower(t.token)) AS word FROM said, ts_parse('default', said.body) t,
        unnest(to_tsvector('french_plain', t.token)) w
      WHERE said.id = ${applicationId} AND t.token ~ '[[:alpha:]]' AND lower(t.token) <> ALL (${EMPTY}::text[])
      GROUP BY w.lexeme),
    others AS MATERIALIZED (
      SELECT 'project' AS kind, id::text AS at, number, title, who, to_tsvector('french_plain', body) AS words
      FROM said WHERE id <> ${applicationId}
      UNION ALL
      SELECT 'practice', p.slug, '', p.title, o.name, to_tsvector('french_plain', concat_ws(' ', p.title, p.summary))
      FROM practice p JOIN organisation o ON o.id = p.organisation_id WHERE p.state = 'published'
      UNION ALL
      SELECT 'course', slug, '', title, '', search FROM course WHERE state <> 'draft'),
    common AS (
      SELECT kind, at, own.lexeme, own.word, count(*) OVER (PARTITION BY own.lexeme) AS said_by
      FROM others, unnest(others.words) w JOIN own ON own.lexeme = w.lexeme),
    near AS (
      SELECT kind, at, array_agg(word ORDER BY said_by, word) AS shared, sum(1.0 / said_by) AS weight FROM common
      WHERE said_by <= greatest(${FEW}, (SELECT count(*) FROM others) / ${COMMON}) GROUP BY kind, at HAVING count(*) > 1)
    SELECT others.kind, others.at, coalesce(number, '') AS number, title, who, shared
    FROM near JOIN others USING (kind, at) ORDER BY weight DESC, title, at LIMIT ${MOST}`.execute(tx);
  return rows;
}

function wordsOf(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" "));
}

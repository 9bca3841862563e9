import { sql } from "kysely";
import type { Neighbours } from "#policy/index.ts";
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
  /** What both answer by codes, told in words. */
  readonly alike: readonly string[];
}

const MOST = 6;
/** The rarest words are enough to say why. */
const TOLD = 5;
/** The last filed: a search of words over all that was ever filed would hold up the page. */
const AMONG = 1_000;
/** Those of the same scheme whose answers are read too: an answer is a part of much. */
const READ = 200;
/** A word or a code that more than one in so many says, of those that might, tells nothing of a project. */
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

/** Between the answer and its code. */
const SEPARATOR = "=";

/**
 * What stands nearest a filed project, to help a person judge what it adds to what exists: other filed projects,
 * published practices and courses, by the rare words of what they say, and the codes that few answer. One thing in common
 * says nothing.
 */
export async function nearestTo(tx: Tx, applicationId: string, of?: Neighbours): Promise<readonly Near[]> {
  const { words = [], codes = [] } = of ?? {};
  const said = words.map((path) => path.join("."));
  const coded = codes.map(({ answer }) => answer.join("."));
  const { rows } = await sql<Omit<Near, "alike"> & { readonly codes: readonly string[] }>`
    WITH read AS MATERIALIZED (
      SELECT k.id, jsonb_object_agg(e.key, e.value) AS raw
      FROM (SELECT id, raw FROM application WHERE scheme = (SELECT scheme FROM application WHERE id = ${applicationId})
          AND submitted_at IS NOT NULL AND state NOT IN ('withdrawn', 'abandoned')
          ORDER BY id = ${applicationId} DESC, submitted_at DESC LIMIT ${READ}) k,
        jsonb_each(k.raw) e WHERE e.key = ANY (${[...said, ...coded]}::text[]) GROUP BY k.id),
    said AS MATERIALIZED (
      SELECT a.id, a.number, a.title, o.name AS who, a.scheme,
        concat_ws(' ', a.title, s.short_title, s.summary,
          (SELECT string_agg(r.raw ->> path, ' ') FROM unnest(${said}::text[]) path)) AS body,
        ARRAY (SELECT path || ${SEPARATOR} || code
          FROM unnest(${coded}::text[]) path, LATERAL (SELECT r.raw -> path AS answer) v,
            LATERAL jsonb_array_elements_text(CASE jsonb_typeof(answer) WHEN 'array' THEN answer
              WHEN 'string' THEN jsonb_build_array(answer) ELSE '[]' END) code
          WHERE code <> '') AS codes
      FROM application a JOIN organisation o ON o.id = a.organisation_id LEFT JOIN selection s ON s.application_id = a.id
        LEFT JOIN read r ON r.id = a.id
      WHERE a.id = ${applicationId} OR a.id IN (
        SELECT id FROM application WHERE submitted_at IS NOT NULL AND state NOT IN ('withdrawn', 'abandoned')
        ORDER BY submitted_at DESC LIMIT ${AMONG})),
    own AS (
      SELECT w.lexeme, min(lower(t.token)) AS word FROM said, ts_parse('default', said.body) t,
        unnest(to_tsvector('french_plain', t.token)) w
      WHERE said.id = ${applicationId} AND t.token ~ '[[:alpha:]]' AND lower(t.token) <> ALL (${EMPTY}::text[])
      GROUP BY w.lexeme),
    others AS MATERIALIZED (
      SELECT 'project' AS kind, id::text AS at, number, title, who, to_tsvector('french_plain', body) AS words, codes,
        scheme = (SELECT scheme FROM said WHERE id = ${applicationId}) AS akin
      FROM said WHERE id <> ${applicationId}
      UNION ALL
      SELECT 'practice', p.slug, '', p.title, o.name,
        to_tsvector('french_plain', concat_ws(' ', p.title, p.summary, p.body)), '{}', true
      FROM practice p JOIN organisation o ON o.id = p.organisation_id WHERE p.state = 'published'
      UNION ALL
      SELECT 'course', slug, '', title, '', search, '{}', true FROM course WHERE state <> 'draft'),
    common AS (
      SELECT kind, at, own.word, NULL AS code, count(*) OVER (PARTITION BY own.lexeme) AS said_by
      FROM others, unnest(others.words) w JOIN own ON own.lexeme = w.lexeme
      UNION ALL
      SELECT kind, at, NULL, code, count(*) OVER (PARTITION BY code) FROM others, unnest(others.codes) code
      WHERE code = ANY ((SELECT codes FROM said WHERE id = ${applicationId})::text[])),
    near AS (
      SELECT kind, at, sum(1.0 / said_by) AS weight,
        array_remove(array_agg(word ORDER BY said_by, word), NULL) AS shared,
        array_remove(array_agg(code ORDER BY said_by, code), NULL) AS codes
      FROM common WHERE said_by <= greatest(${FEW}, (SELECT count(*) FROM others WHERE akin) / ${COMMON})
      GROUP BY kind, at HAVING count(*) > 1)
    SELECT others.kind, others.at, coalesce(number, '') AS number, title, who, near.shared, near.codes
    FROM near JOIN others USING (kind, at) ORDER BY weight DESC, title, at LIMIT ${MOST}`.execute(tx);
  return rows.map(({ codes: found, shared, ...one }) => ({
    ...one,
    shared: shared.slice(0, TOLD),
    alike: found.flatMap((code) => sayCode(code, codes)),
  }));
}

function sayCode(found: string, codes: Neighbours["codes"]): readonly string[] {
  const at = found.indexOf(SEPARATOR);
  const one = codes.find(({ answer }) => answer.join(".") === found.slice(0, at));
  return one === undefined ? [] : [one.say(found.slice(at + 1))];
}

function wordsOf(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" "));
}

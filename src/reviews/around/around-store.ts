import { sql } from "kysely";
import { oneOf, type Read } from "#src/platform/database/read.ts";

export interface TaskRow {
  readonly id: string;
  readonly body: string;
  /** ISO day. */
  readonly dueOn: string;
  readonly forPerson: string | null;
  readonly forName: string | null;
  readonly madeBy: string | null;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
}

/** Another file that looks like this one. */
export interface LikenessRow {
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly title: string;
  /** How they are alike: the same organisation under the same scheme, near titles, the same paper. */
  readonly how: readonly ("organisation" | "title" | "paper")[];
  /** What an agent said of the two; null while nobody did. */
  readonly isSame: boolean | null;
  readonly reason: string;
  readonly saidBy: string | null;
}

/** What agents keep around a file. */
export interface AroundApplication {
  readonly followers: readonly { readonly id: string; readonly name: string }[];
  readonly tasks: readonly TaskRow[];
  readonly likenesses: readonly LikenessRow[];
  readonly labels: readonly string[];
  /** Every label that files have, to choose from. */
  readonly allLabels: readonly string[];
  /** Whether a key alone does something for the reader. */
  readonly keys: boolean;
  readonly templates: readonly { readonly id: string; readonly title: string; readonly body: string }[];
}

interface Asked {
  readonly id: string;
  /** The reader. */
  readonly me: string;
  readonly organisationId: string;
  readonly scheme: string;
  readonly title: string;
  /** Hashes of the papers as last filed. */
  readonly hashes: readonly string[];
}

/** Titles nearer than this are told: the share of three-letter pieces that they have in common. */
const NEAR = 0.5;
const MOST_ALIKE = 6;

export function aroundApplication(asked: Asked): Read<AroundApplication> {
  const { id, me } = asked;
  return oneOf(sql<AroundApplication>`json_build_object(
      'followers', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', coalesce(nullif(p.name, ''), p.email)) ORDER BY f.since), '[]'::json)
        FROM follower f JOIN person p ON p.id = f.person_id WHERE f.application_id = ${id}),
      'tasks', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'body', t.body, 'dueOn', t.due_on, 'forPerson', t.for_person,
          'forName', coalesce(nullif(w.name, ''), w.email), 'madeBy', m.name, 'doneAt', t.done_at, 'doneBy', d.name)
          ORDER BY t.done_at NULLS FIRST, t.due_on, t.id), '[]'::json)
        FROM task t LEFT JOIN person w ON w.id = t.for_person LEFT JOIN person m ON m.id = t.made_by LEFT JOIN person d ON d.id = t.done_by
        WHERE t.application_id = ${id}),
      'labels', (SELECT coalesce(json_agg(b.name ORDER BY lower(b.name)), '[]'::json)
        FROM application_label l JOIN label b ON b.id = l.label_id WHERE l.application_id = ${id}),
      'allLabels', (SELECT coalesce(json_agg(b.name ORDER BY lower(b.name)), '[]'::json) FROM (SELECT name FROM label LIMIT 500) b),
      'keys', coalesce((SELECT q.keys FROM queue_setting q WHERE q.person_id = ${me}), true),
      'templates', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'title', t.title, 'body', t.body) ORDER BY t.title), '[]'::json)
        FROM message_template t),
      'likenesses', (SELECT coalesce(json_agg(l ORDER BY l."isSame" NULLS FIRST, l.number DESC), '[]'::json) FROM (${alike(asked)}) l)
    )`);
}

/** Each way of being alike is found by an index of its own, bounded before it is joined. */
function alike({ id, organisationId, scheme, title, hashes }: Asked) {
  const live = sql`a.id <> ${id} AND a.submitted_at IS NOT NULL AND a.state NOT IN ('withdrawn', 'abandoned')`;
  return sql`
    SELECT a.id, a.number, o.name AS organisation, a.title, array_agg(DISTINCT found.how) AS how,
      s.is_same AS "isSame", coalesce(s.reason, '') AS reason, p.name AS "saidBy"
    FROM (
      (SELECT a.id, 'organisation' AS how FROM application a
        WHERE a.organisation_id = ${organisationId} AND a.scheme = ${scheme} AND ${live} ORDER BY a.updated_at DESC LIMIT ${MOST_ALIKE})
      UNION ALL
      (SELECT a.id, 'title' FROM application a
        WHERE a.organisation_id = ${organisationId} AND ${live} AND similarity(a.title, ${title}) >= ${NEAR} LIMIT ${MOST_ALIKE})
      UNION ALL
      (SELECT a.id, 'title' FROM (SELECT DISTINCT q.application_id FROM party q
          WHERE q.siren = ANY (ARRAY(SELECT m.siren FROM party m WHERE m.application_id = ${id} AND m.part <> 'provider'))
            AND q.part <> 'provider' LIMIT 50) near
        JOIN application a ON a.id = near.application_id
        WHERE ${live} AND similarity(a.title, ${title}) >= ${NEAR} LIMIT ${MOST_ALIKE})
      UNION ALL
      (SELECT a.id, 'paper' FROM (SELECT t.application_id FROM file f JOIN attachment t ON t.file_id = f.id
          WHERE f.sha256 = ANY (${[...hashes]}) AND t.removed_at IS NULL AND t.application_id <> ${id} LIMIT 50) same
        JOIN application a ON a.id = same.application_id
        WHERE ${live} AND a.organisation_id <> ${organisationId} LIMIT ${MOST_ALIKE})
    ) found
    JOIN application a ON a.id = found.id JOIN organisation o ON o.id = a.organisation_id
    LEFT JOIN likeness s ON s.application_id = least(a.id, ${id}::uuid) AND s.other_id = greatest(a.id, ${id}::uuid)
    LEFT JOIN person p ON p.id = s.said_by
    GROUP BY a.id, o.name, s.is_same, s.reason, p.name
    LIMIT ${MOST_ALIKE}`;
}

import { sql } from "kysely";
import { fundedIn, type GrantedAid, linkedIn, type Values } from "#policy/index.ts";
import {
  type Application,
  type FiledRevision,
  findApplications,
  type HeadOffice,
  type Ledger,
  lastRevisions,
  ledgersOfApplications,
  type MessageFile,
  type PastGrant,
  pastGrantsOf,
  regimeAidsRead,
  unknownRegimeAidsRead,
} from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { allOf, ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import type { Finding } from "../checks/finding.ts";
import type { CompletionItem } from "../completion/completion.ts";
import type { AcceptedCost } from "../costs/accepted-costs.ts";
import { filingDay } from "../instruction/filing-day.ts";
import { type History, historyOf } from "../instruction/history.ts";
import type { Interest, Party } from "../interests.ts";
import { schemeOf } from "../scheme.ts";

/** A request for completion. Instants as ISO text, as all that hangs on a file here. */
export interface CompletionRequestRow {
  readonly id: string;
  readonly items: readonly CompletionItem[];
  readonly note: string;
  readonly dueOn: string;
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
}

export interface NoteRow {
  readonly id: string;
  readonly author: string | null;
  readonly body: string;
  readonly writtenAt: string;
}

export interface MessageRow {
  readonly id: string;
  readonly side: "applicant" | "funder";
  readonly author: string | null;
  readonly body: string;
  readonly sentAt: string;
  readonly readAt: string | null;
  readonly files: readonly MessageFile[];
}

export interface OpinionRow {
  readonly id: string;
  readonly revision: number;
  readonly favourable: boolean;
  readonly proposedAid: number | null;
  readonly grounds: readonly string[];
  readonly body: string;
  /** Why less is proposed than the rules allow; empty where all is. */
  readonly reason: string;
  readonly givenBy: string | null;
  /** True where the reader gave it. */
  readonly mine: boolean;
  readonly givenAt: string;
}

export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly size: number;
}

export interface JournalRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string | null;
  readonly act: string;
  /** True where the reader did it. */
  readonly mine: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What hangs on a file, with the names of those who wrote it. */
interface Around {
  readonly findings: readonly Finding[];
  readonly costs: readonly AcceptedCost[];
  readonly requests: readonly CompletionRequestRow[];
  readonly notes: readonly NoteRow[];
  readonly messages: readonly MessageRow[];
  readonly opinions: readonly OpinionRow[];
  readonly documents: readonly DocumentRow[];
  readonly journal: readonly JournalRow[];
  /** Scan state of each stored file, by its id. */
  readonly scans: Readonly<Record<string, string>>;
  /** What the Permanent Commission voted; null before it. */
  readonly vote: { readonly aid: number; readonly decidedOn: string; readonly deliberation: string } | null;
  /** What the decision counted as already had; null before it. */
  readonly decidedHistory: History | null;
  /** Where the applicant is written to. */
  readonly seat: HeadOffice | null;
  /** What keeps the reader off the file. */
  readonly interest: Interest | null;
  readonly parties: readonly Party[];
  readonly assignee: string | null;
}

/** A file as agents see it, at its last revision. */
export interface ReviewedApplication extends Around {
  readonly application: Application;
  readonly revision: FiledRevision;
  readonly previous: FiledRevision | null;
  readonly answers: Values;
  readonly ledgers: ReadonlyMap<string, Ledger>;
  readonly pastGrants: readonly PastGrant[];
  /** What the service granted under the regime of the call to who is funded and to those linked to it. */
  readonly regimeAids: readonly GrantedAid[];
  /** Those of which nobody wrote the regime: told, and counted by none. */
  readonly unknownRegimeAids: readonly GrantedAid[];
  /** What the structures had: as the decision counted it once there is one, as the ledgers stand before. */
  readonly history: History;
}

/** The file, or null where it is not there for this reader or was never filed. */
export async function loadReviewed(tx: Tx, id: string, me: string): Promise<ReviewedApplication | null> {
  return (await loadAllReviewed(tx, [id], me)).get(id) ?? null;
}

/** Those of these files that are there for this reader and were filed, by their ids: as many statements as for one. */
export async function loadAllReviewed(
  tx: Tx,
  ids: readonly string[],
  me: string,
): Promise<ReadonlyMap<string, ReviewedApplication>> {
  const applications = (await findApplications(tx, ids)).filter(({ state }) => state !== "draft");
  if (applications.length === 0) return new Map();
  const { revisions, around } = await ask(
    tx,
    allOf({ revisions: lastRevisions(applications.map(({ id }) => id)), around: aroundOf(applications, me) }),
  );
  const filed = applications.flatMap((application) => {
    const [revision, previous = null] = revisions.get(application.id) ?? [];
    if (revision === undefined) return [];
    const scheme = schemeOf(application);
    const answers = revision.facts as Values;
    const sirens = fundedIn(scheme, answers).flatMap(({ siren }) => siren ?? []);
    const { linkedUndertakings } = scheme;
    const linked = linkedUndertakings === undefined ? [] : linkedIn(answers, linkedUndertakings);
    return [{ application, revision, previous, scheme, answers, sirens, linked }];
  });
  const { ledgers, pastGrants, regimeAids, unknownRegimeAids } = await ask(
    tx,
    allOf({
      ledgers: ledgersOfApplications(filed),
      pastGrants: pastGrantsOf([...new Set(filed.flatMap(({ sirens }) => sirens))]),
      regimeAids: allOf(
        Object.fromEntries(
          filed.map(({ application: { id }, scheme, sirens, linked }) => [
            id,
            regimeAidsRead(scheme, [...sirens, ...linked], id),
          ]),
        ),
      ),
      unknownRegimeAids: allOf(
        Object.fromEntries(
          filed.map(({ application: { id }, scheme, sirens, linked }) => [
            id,
            unknownRegimeAidsRead(scheme, [...sirens, ...linked], id),
          ]),
        ),
      ),
    }),
  );
  return new Map(
    filed.map(({ scheme, sirens, linked: _linked, ...file }) => {
      const { application, answers } = file;
      const own = around.get(application.id);
      if (own === undefined) throw new Error(`nothing was read around ${application.id}`);
      const ofFile = ledgers.get(application.id) ?? new Map();
      const counted = historyOf(scheme, answers, ofFile, filingDay(application).slice(0, 4));
      return [
        application.id,
        {
          ...own,
          ...file,
          ledgers: ofFile,
          history: own.decidedHistory ?? counted,
          pastGrants: pastGrants.filter(({ siren }) => sirens.includes(siren)),
          regimeAids: regimeAids[application.id] ?? [],
          unknownRegimeAids: unknownRegimeAids[application.id] ?? [],
        },
      ];
    }),
  );
}

/** All that hangs on files, by their ids. */
function aroundOf(applications: readonly Application[], me: string): Read<ReadonlyMap<string, Around>> {
  const of = applications.map(({ id, organisationId, assignedTo }) => ({ id, organisationId, assignedTo }));
  const query = sql<{ id: string; around: Around }>`
    SELECT x.id, json_build_object(
      'findings', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'revision', f.revision, 'subject', f.subject,
          'about', f.about, 'machineStatus', f.machine_status, 'conclusion', f.conclusion, 'reason', f.reason,
          'madeBy', p.name, 'madeAt', ${iso(sql`f.made_at`)}) ORDER BY f.made_at, f.id), '[]'::json)
        FROM finding f LEFT JOIN person p ON p.id = f.made_by WHERE f.application_id = x.id),
      'costs', (SELECT coalesce(json_agg(json_build_object('line', c.line, 'values', c.accepted,
          'reason', c.reason) ORDER BY c.line), '[]'::json)
        FROM accepted_cost c WHERE c.application_id = x.id),
      'requests', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'items', r.items, 'note', r.note,
          'dueOn', r.due_on, 'askedBy', p.name, 'askedAt', ${iso(sql`r.asked_at`)},
          'answeredAt', ${iso(sql`r.answered_at`)}, 'closedAt', ${iso(sql`r.closed_at`)}) ORDER BY r.asked_at DESC), '[]'::json)
        FROM completion_request r LEFT JOIN person p ON p.id = r.asked_by WHERE r.application_id = x.id),
      'notes', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'author', p.name, 'body', n.body,
          'writtenAt', ${iso(sql`n.written_at`)}) ORDER BY n.written_at, n.id), '[]'::json)
        FROM internal_note n LEFT JOIN person p ON p.id = n.author WHERE n.application_id = x.id),
      'messages', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'side', m.side, 'author', p.name,
          'body', m.body, 'sentAt', ${iso(sql`m.sent_at`)}, 'readAt', ${iso(sql`m.read_at`)}, 'files',
          (SELECT coalesce(json_agg(json_build_object('id', f.id, 'messageId', m.id, 'fileId', f.id, 'name', f.name,
            'mediaType', f.media_type, 'size', f.size, 'scan', f.scan)), '[]'::json)
            FROM message_file s JOIN file f ON f.id = s.file_id WHERE s.message_id = m.id)) ORDER BY m.sent_at, m.id), '[]'::json)
        FROM message m LEFT JOIN person p ON p.id = m.author WHERE m.application_id = x.id),
      'opinions', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'revision', o.revision,
          'favourable', o.favourable, 'proposedAid', o.proposed_aid, 'grounds', o.grounds, 'body', o.body, 'reason', o.reason,
          'givenBy', p.name, 'mine', o.given_by IS NOT DISTINCT FROM ${me}, 'givenAt', ${iso(sql`o.given_at`)}) ORDER BY o.given_at DESC, o.id DESC), '[]'::json)
        FROM opinion o LEFT JOIN person p ON p.id = o.given_by WHERE o.application_id = x.id),
      'documents', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'number', d.number,
          'issuedAt', ${iso(sql`d.issued_at`)}, 'size', f.size) ORDER BY d.issued_at, d.id), '[]'::json)
        FROM document d JOIN file f ON f.id = d.file_id WHERE d.application_id = x.id),
      'journal', (SELECT coalesce(json_agg(json_build_object('id', j.id, 'at', ${iso(sql`j.at`)}, 'actor', p.name,
          'act', j.act, 'mine', j.actor IS NOT DISTINCT FROM ${me}, 'details', j.details) ORDER BY j.at DESC, j.position DESC), '[]'::json)
        FROM journal j LEFT JOIN person p ON p.id = j.actor WHERE j.chain = 'application:' || x.id),
      'scans', (SELECT coalesce(json_object_agg(f.id, f.scan), '{}'::json)
        FROM attachment t JOIN file f ON f.id = t.file_id WHERE t.application_id = x.id),
      'vote', (SELECT json_build_object('aid', w.aid, 'decidedOn', w.decided_on, 'deliberation', w.deliberation)
        FROM award w WHERE w.application_id = x.id),
      'decidedHistory', (SELECT w.evidence -> 'history' FROM award w WHERE w.application_id = x.id),
      'seat', (SELECT json_build_object('address', e.address, 'postcode', e.postcode, 'commune', e.commune)
        FROM establishment e WHERE e.organisation_id = x."organisationId" ORDER BY e.is_head DESC, e.siret LIMIT 1),
      'interest', (SELECT json_build_object('party', i.party, 'reason', i.reason) FROM interest_in(x.id, ${me}) i),
      'parties', (SELECT json_agg(json_build_object('siren', p.siren, 'name', p.name, 'part', p.part)
          ORDER BY array_position(ARRAY['applicant', 'lead', 'supported', 'partner', 'bearer', 'provider'], p.part), p.name)
        FROM parties_of(x.id) p),
      'assignee', (SELECT coalesce(nullif(p.name, ''), p.email) FROM person p WHERE p.id = x."assignedTo")
    ) AS around
    FROM jsonb_to_recordset(${JSON.stringify(of)}::jsonb) AS x (id uuid, "organisationId" uuid, "assignedTo" text)`;
  return rowsOf(query, (rows) => new Map(rows.map(({ id, around }) => [id, around])));
}

/** An instant as ISO text in UTC, so that texts compare as instants do. */
function iso(column: ReturnType<typeof sql>): ReturnType<typeof sql> {
  return sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

import { sql } from "kysely";
import { frameworks, gridLines } from "#policy/index.ts";
import { findApplication } from "#src/life/index.ts";
import { hasAgentRole, readerOf } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { columnsFrom, dayOf, type Facet, textOf } from "#src/reviews/index.ts";
import type { BulkAct, QueueColumn, QueuePart, ServiceFigure } from "#src/reviews/web/index.ts";
import { type Content, Day, dayInParis, formatDay, Money } from "#src/ui/index.ts";
import { notify } from "../decide.ts";

interface Vote {
  readonly id: string;
  readonly favourable: boolean;
  readonly aid: number;
  readonly decidedOn: string;
  readonly deliberation: string;
  readonly notifiedAt: string | null;
}

async function votesOn(tx: Tx, files: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, Vote>> {
  if (files.length === 0) return new Map();
  const rows = await tx
    .selectFrom("award")
    .select(["application_id", "favourable", "aid", "decided_on", "deliberation", "notified_at"])
    .where(
      "application_id",
      "in",
      files.map(({ id }) => id),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.application_id,
      {
        id: row.application_id,
        favourable: row.favourable,
        aid: row.aid,
        decidedOn: row.decided_on,
        deliberation: row.deliberation,
        notifiedAt: row.notified_at === null ? null : dayInParis(row.notified_at),
      },
    ]),
  );
}

/** The letters go out by themselves once the decision is notified: what they will say is read first. */
const notifying: BulkAct = {
  key: "notifier",
  label: "Notifier",
  icon: "send",
  may: (visitor) => hasAgentRole(visitor, "officer", "supervisor"),
  done: ["notifié", "notifiés"],
  question: {
    title: "Notifier ces décisions",
    lead: "Chaque demandeur reçoit la lettre de la décision qui le concerne, par courriel et dans son espace. Cela ne se reprend pas.",
    submit: "Notifier les décisions cochées",
    details: async (tx, rows) => {
      const votes = await votesOn(tx, rows);
      return new Map<string, Content>(
        [...votes.values()].map((vote) => [
          vote.id,
          <p key={vote.id}>
            {vote.favourable ? (
              <>
                Aide votée : <Money cents={vote.aid} />
              </>
            ) : (
              "Demande rejetée"
            )}
            {`, délibération ${vote.deliberation} du ${formatDay(vote.decidedOn)}`}
          </p>,
        ]),
      );
    },
  },
  act: async (world, visitor, request) => {
    const application = await inTransaction(world.db, readerOf(visitor), (tx) => findApplication(tx, request.id));
    return notify(world, visitor, request, application?.state !== "rejected");
  },
};

const deliberation: QueueColumn = {
  key: "deliberation",
  label: "Délibération",
  cells: async (tx, rows) =>
    new Map(
      [...(await votesOn(tx, rows))].map(([id, vote]) => [
        id,
        <span key={id}>
          {vote.deliberation}
          <small>
            <Day day={vote.decidedOn} />
          </small>
        </span>,
      ]),
    ),
};

const ofVotes = columnsFrom(votesOn);

/** Titles of what a refusal may rest on, in every scheme, by their ids. */
const grounds = new Map(
  frameworks.flatMap((framework) =>
    framework.schemes.flatMap((scheme) =>
      scheme.status === "open"
        ? [...scheme.criteria, ...gridLines(scheme.grid)].map(({ id, title }) => [id, title] as const)
        : [],
    ),
  ),
) as ReadonlyMap<string, string>;

/** What a ground is called: its id in the text, and its title. */
export function groundWords(id: string): string {
  const title = grounds.get(id);
  return title === undefined ? id : `${id}, ${title}`;
}

/** Refused files by what the refusal rests on; the figures of the service lead there. */
const ground: Facet = {
  name: "motif",
  label: "Motif du refus",
  options: () => [],
  knows: (value) => /^[\w-]{1,60}$/.test(value),
  unread: "n’est pas un motif de refus.",
  words: groundWords,
  condition: (values) => sql`a.id IN (SELECT w.application_id FROM award w, unnest(w.grounds) AS g
    WHERE NOT w.favourable AND split_part(g, '@', 1) IN (${sql.join(values)}))`,
  hidden: true,
};

/** Files that were voted on in a year. */
const voteYear: Facet = {
  name: "vote",
  label: "Voté en",
  options: () => [],
  knows: (value) => /^20\d\d$/.test(value),
  unread: "n’est pas une année.",
  words: (value) => value,
  condition: (values) => sql`a.id IN (SELECT w.application_id FROM award w
    WHERE extract(year FROM w.decided_on)::int IN (${sql.join(values.map(Number))}))`,
  hidden: true,
};

/** Files that were voted an aid, or rejected. */
const voteSense: Facet = {
  name: "decision",
  label: "Décision",
  options: () => [],
  knows: (value) => value === "accord" || value === "rejet",
  unread: "n’est pas une décision.",
  words: (value) => (value === "accord" ? "Aide votée" : "Demande rejetée"),
  condition: (values) => sql`a.id IN (SELECT w.application_id FROM award w
    WHERE w.favourable IN (${sql.join(values.map((value) => value === "accord"))}))`,
  hidden: true,
};

/** What refusals of the year rest on, the most often first. */
const refusals: ServiceFigure = {
  key: "refus",
  title: "Refus de l’année, par motif",
  none: "Aucun refus n’a été voté cette année.",
  tone: "quiet",
  load: async (tx, { today }) => {
    const { rows } = await sql<{ id: string; files: number }>`
      SELECT split_part(g, '@', 1) AS id, count(DISTINCT w.application_id)::int AS files
      FROM award w, unnest(w.grounds) AS g
      WHERE NOT w.favourable AND extract(year FROM w.decided_on)::int = ${today.year}
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20`.execute(tx);
    const vote = [String(today.year)];
    return rows.map(({ id, files }) => ({
      label: groundWords(id),
      files,
      query: { vue: "tous", motif: [id], vote },
    }));
  },
};

/** What the year's votes gave, and how many gave nothing. */
const votes: ServiceFigure = {
  key: "votes",
  title: "Votes de l’année",
  none: "Aucun vote cette année.",
  tone: "load",
  load: async (tx, { today }) => {
    const { rows } = await sql<{ favourable: boolean; files: number; cents: number }>`
      SELECT favourable, count(*)::int AS files, sum(aid)::bigint AS cents FROM award
      WHERE extract(year FROM decided_on)::int = ${today.year} GROUP BY 1 ORDER BY 1 DESC`.execute(tx);
    const vote = [String(today.year)];
    return rows.map(({ favourable, files, cents }) =>
      favourable
        ? { label: "Aides votées", files, cents, query: { vue: "tous", vote, decision: ["accord"] } }
        : { label: "Demandes rejetées", files, query: { vue: "tous", vote, decision: ["rejet"] } },
    );
  },
};

/** What the decision brings to the officers' list. */
export const awardQueue: QueuePart = {
  facets: [ground, voteYear, voteSense],
  figures: [votes, refusals],
  columns: [deliberation],
  acts: [notifying],
  sheet: [
    ofVotes("deliberation", "Délibération", (vote) => textOf(vote.deliberation)),
    ofVotes("vote", "Voté le", (vote) => dayOf(vote.decidedOn)),
    ofVotes("notification", "Notifié le", (vote) => dayOf(vote.notifiedAt)),
  ],
};

import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { frameworkByVersion } from "#policy/index.ts";
import { routeOf, type ShownClock, shownDeadline } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { communeByCode } from "#src/territory/index.ts";
import {
  type Content,
  Day,
  Deadline,
  daysUntil,
  formatDayShort,
  Icon,
  Money,
  plural,
  StateTag,
} from "#src/ui/index.ts";
import { stateLook } from "../../web/words.ts";
import type { QueueReader } from "../filters/facet.ts";
import { SOON_DAYS } from "../filters/own-facets.ts";
import { labelsOf } from "../labels/labels.ts";
import type { QueueColumn } from "../part.ts";
import { aidOf, type QueueRow } from "../queue-store.ts";
import { type Points, pointsIn } from "./points.ts";
import { unreadIn } from "./unread.ts";

const none = <span class="es-none">–</span>;

const state: QueueColumn = {
  key: "etat",
  label: "État",
  cell: (row) => <StateTag {...stateLook(row.state)} />,
};

const deadline: QueueColumn = {
  key: "echeance",
  label: "Échéance",
  sort: "deadline",
  cell: (row, { today }) => <Due row={row} today={today} />,
};

/** On two short lines: how many days are left, then which day it is. */
function Due(props: { readonly row: QueueRow; readonly today: Temporal.PlainDate }): JSX.Element | null {
  const { row, today } = props;
  const shown = shownDeadline(row, today);
  if (shown === null) return null;
  if (shown.decided === true) return <span class="es-due">décidé en comité</span>;
  const days = daysUntil(shown.day, today);
  const isLate = !shown.paused && days < 0;
  const tone = isLate ? "danger" : !shown.paused && days <= SOON_DAYS ? "warning" : "neutral";
  return (
    <span class="es-due" data-color={tone}>
      {tone !== "neutral" && <Icon name={isLate ? "warning" : "clock"} />}
      {shown.paused && <Icon name="pause" />}
      <span>
        <strong>{shown.paused ? "suspendu" : sayLeft(days)}</strong>
        <small>
          <time dateTime={shown.day}>{formatDayShort(shown.day)}</time>
        </small>
      </span>
    </span>
  );
}

function sayLeft(days: number): string {
  if (days < 0) return `en retard de ${-days}\u00a0j`;
  return days === 0 ? "aujourd’hui" : plural(days, "jour");
}

/** The clock of the implicit refusal in colour and words; nothing where no decision is awaited. */
export function deadlineOf(row: ShownClock, today: string): JSX.Element | string {
  const shown = shownDeadline(row, Temporal.PlainDate.from(today));
  if (shown?.decided === true) return "Décidé en comité, avant le vote";
  return shown === null ? "" : <Deadline day={shown.day} today={today} paused={shown.paused} />;
}

const checks: QueueColumn = {
  key: "verifications",
  label: "Vérifications",
  cells: (tx, rows) => ofPoints(tx, rows, checksIn),
};

const doubts: QueueColumn = {
  key: "doutes",
  label: "Doutes",
  numeric: true,
  cells: (tx, rows) => ofPoints(tx, rows, ({ doubts: open }) => (open === 0 ? none : String(open))),
};

async function ofPoints(
  tx: Tx,
  rows: readonly QueueRow[],
  say: (points: Points) => Content,
): Promise<ReadonlyMap<string, Content>> {
  const points = await pointsOfRows(tx, rows);
  return new Map([...points].map(([id, one]) => [id, say(one)]));
}

/** Two columns tell the points of the same rows: they are read once. */
function pointsOfRows(tx: Tx, rows: readonly QueueRow[]): Promise<ReadonlyMap<string, Points>> {
  let points = readFor.get(rows);
  if (points === undefined) {
    points = pointsIn(
      tx,
      rows.map(({ id }) => id),
    );
    readFor.set(rows, points);
  }
  return points;
}

const readFor = new WeakMap<readonly QueueRow[], Promise<ReadonlyMap<string, Points>>>();

/** What weighs most: not met, then unknown, then to assess. What is all met is quiet. */
function checksIn({ unmet, unknown, toAssess }: Points): JSX.Element {
  if (unmet > 0) return <Checks tone="danger" icon="cross" words={plural(unmet, "non rempli", "non remplis")} />;
  if (unknown > 0) return <Checks tone="neutral" icon="question" words={plural(unknown, "inconnu", "inconnus")} />;
  if (toAssess > 0) return <Checks tone="honey" icon="scale" words={`${toAssess}\u00a0à apprécier`} />;
  return (
    <span class="es-checks" data-color="success">
      <Icon name="check" />
      Tout rempli
    </span>
  );
}

function Checks(props: {
  readonly tone: "danger" | "neutral" | "honey";
  readonly icon: "cross" | "question" | "scale";
  readonly words: string;
}): JSX.Element {
  return (
    <span class="es-checks" data-color={props.tone}>
      <Icon name={props.icon} />
      <strong>{props.words}</strong>
    </span>
  );
}

const messages: QueueColumn = {
  key: "messages",
  label: "Non lus",
  numeric: true,
  cells: async (tx, rows) => {
    const unread = await unreadIn(
      tx,
      rows.map(({ id }) => id),
    );
    return new Map(
      rows.map(({ id }) => {
        const count = unread.get(id) ?? 0;
        return [
          id,
          count === 0 ? (
            none
          ) : (
            <span class="es-checks" data-color="info">
              <Icon name="message" />
              <strong>{count}</strong>
              <span class="ds-sr-only">{count < 2 ? " message non lu" : " messages non lus"}</span>
            </span>
          ),
        ];
      }),
    );
  },
};

const aid: QueueColumn = {
  key: "aide",
  label: "Aide",
  sort: "amount",
  numeric: true,
  cell: (row) => {
    const cents = aidOf(row);
    if (cents === null) return none;
    const word = row.decidedAid !== null ? "votée" : row.proposedAid !== null ? "proposée" : "demandée";
    return (
      <span>
        <Money cents={cents} />
        <small>{word}</small>
      </span>
    );
  },
};

const assignee: QueueColumn = {
  key: "agent",
  label: "Affecté à, lieu",
  cell: (row, { me }) => (
    <>
      {row.assignee === null ? (
        <em class="es-none">personne</em>
      ) : (
        <span class="es-short">{row.assignedTo === me ? "moi" : row.assignee}</span>
      )}
      <small class="es-short">{placeOf(row)}</small>
    </>
  ),
};

const place: QueueColumn = {
  key: "lieu",
  label: "Lieu",
  cell: (row) => <span class="es-short">{placeOf(row)}</span>,
};

/** « Rouen (76) » */
function placeOf({ commune: code }: QueueRow): string {
  const commune = code === null ? null : communeByCode(code);
  if (commune === null) return "";
  return `${commune.name} (${commune.code.slice(0, commune.code.startsWith("97") ? 3 : 2)})`;
}

const scheme: QueueColumn = {
  key: "dispositif",
  label: "Dispositif",
  cell: ({ scheme: id, framework }) => frameworkByVersion(framework)?.scheme(id)?.name ?? id,
};

const call: QueueColumn = {
  key: "appel",
  label: "Appel",
  cells: async (tx, rows) => {
    const ids = [...new Set(rows.flatMap(({ callId }) => callId ?? []))];
    if (ids.length === 0) return new Map();
    const calls = await tx.selectFrom("call").select(["id", "title"]).where("id", "in", ids).execute();
    const titles = new Map(calls.map(({ id, title }) => [id, title]));
    return new Map(rows.flatMap(({ id, callId }) => (callId === null ? [] : [[id, titles.get(callId) ?? ""]])));
  },
};

const labels: QueueColumn = {
  key: "etiquettes",
  label: "Étiquettes",
  cells: async (tx, rows) => {
    const of = await labelsOf(
      tx,
      rows.map(({ id }) => id),
    );
    return new Map(
      [...of].map(([id, put]) => [
        id,
        <ul key={id} class="es-labels">
          {put.map((one) => (
            <li key={one.id}>{one.name}</li>
          ))}
        </ul>,
      ]),
    );
  },
};

const filed: QueueColumn = {
  key: "depot",
  label: "Dépôt",
  sort: "submitted",
  cell: (row) => <Day day={row.submittedAt.toZonedDateTimeISO("Europe/Paris").toPlainDate()} />,
};

const route: QueueColumn = { key: "voie", label: "Voie", cell: (row) => routeOf(row)?.word ?? "" };

/** What the review itself shows of files; later slices add theirs. */
export const ownColumns: readonly QueueColumn[] = [
  state,
  deadline,
  checks,
  doubts,
  messages,
  aid,
  assignee,
  place,
  labels,
  filed,
  scheme,
  call,
  route,
];

/** The columns of who chose none, in their order. */
const AT_FIRST = ["etat", "echeance", "verifications", "doutes", "messages", "aide", "agent"];

/** The columns that a person has, in their order: those of the service where they chose none. */
export function columnsOf(all: readonly QueueColumn[], chosen: readonly string[]): readonly QueueColumn[] {
  const known = chosen.flatMap((key) => all.find((one) => one.key === key) ?? []);
  return known.length > 0 ? known : AT_FIRST.flatMap((key) => all.find((one) => one.key === key) ?? []);
}

/** What each column shows in each row of a page, read in its transaction. */
export async function cellsOf(
  tx: Tx,
  columns: readonly QueueColumn[],
  rows: readonly QueueRow[],
  reader: QueueReader,
): Promise<(row: QueueRow, column: QueueColumn) => Content> {
  const read = new Map<string, ReadonlyMap<string, Content>>();
  for (const { key, cells } of columns) if (cells !== undefined) read.set(key, await cells(tx, rows, reader));
  return (row, { key, cell }) => cell?.(row, reader) ?? read.get(key)?.get(row.id) ?? "";
}

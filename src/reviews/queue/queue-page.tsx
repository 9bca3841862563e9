import { Fragment, type JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { GROUPS, type State, shownDeadline } from "#src/life/index.ts";
import {
  Button,
  ButtonBar,
  type Column,
  DataTable,
  Day,
  Deadline,
  EmptyState,
  formatMoney,
  LinkButton,
  Money,
  PageHeader,
  Pager,
  plural,
  StateTag,
  Tabs,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { groupWords, stateLook } from "../web/words.ts";
import { everyFileQuery, isPlain, type QueueFilter, queryOf, type Sort, withoutFilters, withoutPage } from "./queue.ts";
import { QueueFilters } from "./queue-filters.tsx";
import { aidOf, countsByGroup, type QueueRow } from "./queue-store.ts";
import type { QueueView } from "./queue-view.ts";

export function QueuePageView(view: QueueView): JSX.Element {
  const { filter, page } = view;
  return (
    <>
      <PageHeader
        title="Dossiers"
        lead={leadOf(view)}
        actions={
          <LinkButton
            href={urls.queueExport.href({}, queryOf(withoutPage(filter)))}
            variant="secondary"
            size="sm"
            icon="download"
          >
            Exporter la liste (CSV)
          </LinkButton>
        }
      />
      <Tabs label="Où en sont les dossiers" items={tabsOf(view)} />
      <QueueFilters {...view} />
      {page.rows.length === 0 ? <Nothing filter={filter} /> : <QueueTable {...view} />}
    </>
  );
}

/** What the amount of a state's files is, so that no sum is taken for another. */
const votedWords: Readonly<Partial<Record<State, string>>> = {
  awarded: "Aide votée, à notifier",
  notified: "Aide votée et notifiée",
  "agreement-to-sign": "Aide des conventions à signer",
  signed: "Aide des conventions signées",
};

function leadOf(view: QueueView): JSX.Element {
  const { voted, filter } = view;
  const word = filter.state === null ? undefined : votedWords[filter.state];
  const amount = filter.state === null ? undefined : voted.get(filter.state);
  // Where what waits is told with its amounts, the sum of the list is one of them.
  const isTold = voted.size > 1;
  return (
    <>
      {whatWaits(view)}
      {!isTold && word !== undefined && amount !== undefined && amount > 0 && ` ${word} : ${formatMoney(amount)}.`}
    </>
  );
}

/** A number of files that wait; where they hold a vote, its amount, and the way to them. */
function waiting({ counts, voted, filter }: QueueView, { states, one, many }: QueueView["waits"][number]): JSX.Element {
  const words = plural(
    states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
    one,
    many,
  );
  const [state] = states;
  const amount = state === undefined ? undefined : voted.get(state);
  if (state === undefined || amount === undefined) return <>{words}</>;
  return (
    <>
      <a href={urls.queue.href({}, queryOf({ ...withoutFilters(filter), group: null, state }))}>{words}</a>
      {amount > 0 && ` (${formatMoney(amount)})`}
    </>
  );
}

function whatWaits(view: QueueView): JSX.Element | string {
  const { counts, found, filter, waits } = view;
  // A state chosen alone is what a home opens on: its count is said by what waits.
  const isHome =
    isPlain({ ...filter, state: null }) && waits.some((one) => one.states.some((state) => state === filter.state));
  if (found !== null && !isHome) {
    return found === Number.POSITIVE_INFINITY
      ? "Plus de 1 000 dossiers correspondent à ces critères."
      : found === 0
        ? "Aucun dossier ne correspond à ces critères."
        : `${plural(found, "dossier")} ${found < 2 ? "correspond" : "correspondent"} à ces critères.`;
  }
  if (waits.length > 0) {
    return (
      <>
        {waits.map((wait, at) => (
          <Fragment key={wait.one}>
            {at > 0 && (at === waits.length - 1 ? " et " : ", ")}
            {waiting(view, wait)}
          </Fragment>
        ))}
        .
      </>
    );
  }
  const all = [...counts.values()].reduce((sum, files) => sum + files, 0);
  return `${plural(all, "dossier déposé", "dossiers déposés")}.`;
}

function tabsOf({ filter, counts }: QueueView) {
  const groups = countsByGroup(counts);
  const all = Object.values(groups).reduce((sum, files) => sum + files, 0);
  const base = { ...withoutPage(filter), state: null };
  return [
    ...GROUPS.map((group) => ({
      href: urls.queue.href({}, queryOf({ ...base, group })),
      label: groupWords[group],
      count: groups[group],
      current: filter.group === group,
    })),
    {
      href: urls.queue.href({}, queryOf({ ...base, group: null })),
      label: "Tous",
      count: all,
      current: filter.group === null,
    },
  ];
}

function Nothing(props: { readonly filter: QueueFilter }): JSX.Element {
  const { search } = props.filter;
  // What was looked for is looked for again, in every state and in the same order.
  const everywhere = { ...withoutFilters(props.filter), group: null, search };
  return (
    <EmptyState
      title="Rien ici pour l’instant"
      action={
        <LinkButton href={urls.queue.href({}, { ...everyFileQuery, ...queryOf(everywhere) })} variant="secondary">
          {search === "" ? "Voir tous les dossiers" : `Chercher « ${search} » dans tous les dossiers`}
        </LinkButton>
      }
    >
      <p>
        {props.filter.search === ""
          ? "Les dossiers déposés apparaissent ici dès leur réception. Élargissez les critères pour en voir d’autres."
          : "Vérifiez l’orthographe, ou cherchez par numéro de dossier (ses derniers chiffres suffisent), SIRET, nom d’organisme, commune ou code postal."}
      </p>
    </EmptyState>
  );
}

function QueueTable(view: QueueView): JSX.Element {
  const { filter, page, may } = view;
  return (
    <form method="post" action={urls.queueActions.href()} id="file">
      <input type="hidden" name="retour" value={urls.queue.href({}, queryOf(filter))} />
      <DataTable
        caption={`Dossiers, par ${sortNames[filter.sort]}`}
        captionHidden
        columns={columnsOf(view)}
        rows={page.rows}
        rowKey={(row) => row.id}
        stickyHeader
      />
      <Pager
        previous={
          page.previous === null ? undefined : urls.queue.href({}, queryOf({ ...filter, cursor: page.previous }))
        }
        next={page.next === null ? undefined : urls.queue.href({}, queryOf({ ...filter, cursor: page.next }))}
        summary={
          plural(page.rows.length, "dossier") + (page.next === null && page.previous === null ? "" : " sur cette page")
        }
      />
      <SelectionActions agents={view.agents} may={may} />
    </form>
  );
}

const sortNames: Readonly<Record<Sort, string>> = {
  submitted: "date de dépôt",
  deadline: "échéance",
  amount: "aide",
  organisation: "organisme",
};

function columnsOf(view: QueueView): readonly Column<QueueRow>[] {
  const { filter, today, placeName } = view;
  return [
    {
      key: "selection",
      header: <span class="ds-sr-only">Sélection</span>,
      narrow: true,
      cell: (row) => (
        <span>
          <input class="ds-input" type="checkbox" name="dossier" value={row.id} aria-label={`Choisir ${row.number}`} />
        </span>
      ),
    },
    {
      key: "number",
      header: "Dossier",
      rowHeader: true,
      cell: (row) => (
        <>
          <a href={urls.review.href({ id: row.id })}>{row.number}</a>
          <br />
          <small>{row.title}</small>
        </>
      ),
    },
    {
      key: "organisation",
      header: "Organisme",
      ...sortable(filter, "organisation"),
      cell: (row) => (
        <span>
          {row.organisation}
          {row.commune !== null && (
            <>
              <br />
              <small>{placeName(row.commune)}</small>
            </>
          )}
        </span>
      ),
    },
    { key: "state", header: "État", cell: (row) => <StateTag {...stateLook(row.state)} /> },
    {
      key: "submitted",
      header: "Dépôt",
      ...sortable(filter, "submitted"),
      cell: (row) => <Day day={row.submittedAt.toZonedDateTimeISO("Europe/Paris").toPlainDate()} />,
    },
    { key: "deadline", header: "Échéance", ...sortable(filter, "deadline"), cell: (row) => deadlineOf(row, today) },
    {
      key: "amount",
      header: "Aide",
      numeric: true,
      ...sortable(filter, "amount"),
      cell: (row) => amountOf(row),
    },
    {
      key: "assignee",
      header: "Agent",
      cell: (row) => row.assignee ?? <span class="es-none">Non affecté</span>,
    },
  ];
}

function sortable(filter: QueueFilter, sort: Sort): Pick<Column<QueueRow>, "sortHref" | "sorted"> {
  const isCurrent = filter.sort === sort;
  const descending = isCurrent ? !filter.descending : sort === "submitted" || sort === "amount";
  const href = urls.queue.href({}, queryOf({ ...withoutPage(filter), sort, descending }));
  return isCurrent ? { sortHref: href, sorted: filter.descending ? "descending" : "ascending" } : { sortHref: href };
}

/** The clock of the implicit refusal in colour and words; nothing where no decision is awaited. */
export function deadlineOf(
  row: Pick<QueueRow, "implicitRefusalOn" | "suspendedOn" | "suspendedUntil">,
  today: string,
): JSX.Element | string {
  const shown = shownDeadline(row, Temporal.PlainDate.from(today));
  return shown === null ? "" : <Deadline day={shown.day} today={today} paused={shown.paused} />;
}

/** The amount that matters now: voted, else proposed, else asked. */
function amountOf(row: QueueRow): JSX.Element | string {
  const cents = aidOf(row);
  if (cents === null) return "";
  const word = row.decidedAid !== null ? "votée" : row.proposedAid !== null ? "proposée" : "demandée";
  return (
    <span>
      <Money cents={cents} />
      <br />
      <small>{word}</small>
    </span>
  );
}

function SelectionActions(props: Pick<QueueView, "agents" | "may">): JSX.Element {
  return (
    <fieldset class="ds-fieldset es-fieldset">
      <legend class="es-legend">Avec les dossiers choisis</legend>
      {props.may.assign && (
        <div class="es-search-line">
          <label class="ds-sr-only" for="affecter-a">
            Agent
          </label>
          <select class="ds-input" id="affecter-a" name="agent">
            <option value="moi">Moi</option>
            {props.agents.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
            <option value="personne">Personne</option>
          </select>
          <Button variant="secondary" size="sm" name="action" value="affecter" icon="user">
            Affecter
          </Button>
        </div>
      )}
      <ButtonBar>
        {props.may.assign && (
          <Button variant="secondary" size="sm" name="action" value="complets" icon="check">
            Déclarer complets
          </Button>
        )}
        {props.may.report && (
          <Button variant="secondary" size="sm" name="action" value="rapport" icon="file">
            Préparer le rapport à la commission
          </Button>
        )}
        <Button variant="secondary" size="sm" name="action" value="exporter" icon="download">
          Exporter ces dossiers
        </Button>
      </ButtonBar>
    </fieldset>
  );
}

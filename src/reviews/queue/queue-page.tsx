import type { JSX } from "preact";
import { GROUPS } from "#src/life/index.ts";
import { EmptyState, LinkButton, Tabs } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { groupWords } from "../web/words.ts";
import { countsByGroup, totalOf } from "./counts.ts";
import { everyApplicationQuery, queryOf, STATE, withoutFilters, withoutPage, withValues } from "./filters/filter.ts";
import { FilterBar } from "./filters/filter-bar.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { QueueTable } from "./queue-table.tsx";
import type { QueueView } from "./queue-view.ts";
import { ViewsMenu } from "./views/views-menu.tsx";

/** The officer's list: tabs, filters and the first files stand in the first two hundred pixels. */
export function QueuePageView(view: QueueView): JSX.Element {
  const { filter, page } = view;
  return (
    <div class="es-queue">
      <div class="es-queue-head">
        <h1>Dossiers</h1>
        <Tabs label="Où en sont les dossiers" items={tabsOf(view)} />
        <div class="es-queue-tools">
          <LinkButton href={urls.serviceFigures.href()} variant="tertiary" size="sm" icon="flag">
            Le service
          </LinkButton>
          {view.waitingProofs !== null && (
            <LinkButton href={urls.belongingDesk.href()} variant="tertiary" size="sm" icon="lock">
              {`Appartenances${view.waitingProofs === 0 ? "" : ` (${view.waitingProofs} à vérifier)`}`}
            </LinkButton>
          )}
          <ViewsMenu {...view} />
          <LinkButton
            href={urls.queueColumns.href({}, { retour: urls.queue.href({}, queryOf(filter)) })}
            variant="tertiary"
            size="sm"
            icon="menu"
          >
            Colonnes
          </LinkButton>
          <LinkButton
            href={urls.queueSheet.href({}, queryOf(withoutPage(filter)))}
            variant="tertiary"
            size="sm"
            icon="download"
          >
            Exporter
          </LinkButton>
        </div>
      </div>
      <FilterBar {...view} />
      {page.rows.length === 0 ? <Nothing {...view} /> : <QueueTable {...view} />}
      <KeysHelp keys={view.settings.keys} />
    </div>
  );
}

/** What a search or a filter finds is told tab by tab, wherever it stands. */
function tabsOf({ filter, counts, found }: QueueView) {
  const shown = found === null ? counts : found.isMore ? null : found.counts;
  const groups = shown === null ? null : countsByGroup(shown);
  const base = withoutPage(withValues(filter, STATE, []));
  return [
    ...GROUPS.map((group) => ({
      href: urls.queue.href({}, queryOf({ ...base, group })),
      label: groupWords[group],
      count: groups?.[group],
      current: filter.group === group,
    })),
    {
      href: urls.queue.href({}, queryOf({ ...base, group: null })),
      label: "Tous",
      count: shown === null ? undefined : totalOf(shown),
      current: filter.group === null,
    },
  ];
}

function Nothing({ filter }: QueueView): JSX.Element {
  const { search } = filter;
  // What was looked for is looked for again, in every state and in the same order.
  const everywhere = { ...withoutFilters(filter), group: null, search };
  return (
    <EmptyState
      title="Rien ici pour l’instant"
      action={
        <LinkButton
          href={urls.queue.href({}, { ...everyApplicationQuery, ...queryOf(everywhere) })}
          variant="secondary"
        >
          {search === "" ? "Voir tous les dossiers" : `Chercher « ${search} » dans tous les dossiers`}
        </LinkButton>
      }
    >
      <p>
        {search === ""
          ? "Les dossiers déposés apparaissent ici dès leur réception. Élargissez les critères pour en voir d’autres."
          : "Vérifiez l’orthographe, ou cherchez par numéro de dossier (ses derniers chiffres suffisent), SIRET, nom d’organisme, commune ou code postal."}
      </p>
    </EmptyState>
  );
}

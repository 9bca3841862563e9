import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { jobFamilies, territory } from "#policy/index.ts";
import { regionMap } from "#src/territory/index.ts";
import {
  capital,
  EmptyState,
  FilterSelect,
  Filters,
  formatDayOfYear,
  formatMonth,
  LinkButton,
  PageHeader,
  plural,
  RegionMap,
  Tabs,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type AgendaQuery, agendaQueryString, families, placeWords } from "./agenda.ts";
import { AgendaDays } from "./agenda-days.tsx";
import { MonthTable } from "./month-table.tsx";
import type { Listed } from "./store.ts";

export interface AgendaPageProps {
  readonly query: AgendaQuery;
  readonly today: Temporal.PlainDate;
  readonly listed: readonly Listed[];
  /** How many in each department, by its code. */
  readonly counts: ReadonlyMap<string, number>;
  /** The next month in which something is announced. */
  readonly next: { readonly month: string; readonly count: number } | null;
  readonly isSignedIn: boolean;
  readonly mayPropose: boolean;
}

export function AgendaPage(props: AgendaPageProps): JSX.Element {
  const { query, listed, today } = props;
  const month = capital(formatMonth(query.month));
  const { month: shown, isChosen, ...kept } = query;
  const to = (more: Partial<AgendaQuery>) =>
    urls.agenda.href({}, agendaQueryString({ ...(isChosen ? query : kept), ...more }));
  const isLeft = !isChosen && query.view === "list";
  const last = shown.add({ months: 1 }).subtract({ days: 1 });
  return (
    <>
      <PageHeader
        title="Agenda"
        lead={`Les événements et les formations pour les équipes des structures de formation, ${territory.where} et à distance.`}
        actions={
          <>
            {props.isSignedIn && (
              <LinkButton variant="secondary" icon="calendar" href={urls.myOccasions.href()}>
                Mes rendez-vous
              </LinkButton>
            )}
            {props.mayPropose && (
              <LinkButton variant="secondary" icon="plus" href={urls.agendaProposal.href()}>
                Proposer un événement
              </LinkButton>
            )}
          </>
        }
      />
      <Narrowing query={query} />
      <div class="es-agenda-views">
        <Tabs
          label="Vue"
          items={[
            { href: to({ view: "list" }), label: "Liste", current: query.view === "list" },
            { href: to({ view: "month" }), label: "Mois", current: query.view === "month" },
          ]}
        />
        <p class="es-agenda-count">
          {`${plural(listed.length, "rendez-vous", "rendez-vous")} ${isLeft ? `jusqu’au ${formatDayOfYear(last)}` : `en ${formatMonth(query.month)}`}`}
        </p>
      </div>
      <p class="es-agenda-key">
        <span class="es-family-event">Événement</span>
        <span class="es-family-session">Formation</span>
        <span class="es-family-workshop">Atelier, questions</span>
      </p>
      {query.view === "month" ? (
        <MonthTable month={query.month} today={today} listed={listed} listHref={to({ view: "list" })} />
      ) : (
        <section class="es-section" aria-labelledby="mois-affiche">
          <h2 id="mois-affiche">{month}</h2>
          {listed.length === 0 ? (
            <EmptyState title={`Rien n’est annoncé en ${formatMonth(query.month)}`} level={3}>
              <p>Changez de mois, ou élargissez votre recherche.</p>
            </EmptyState>
          ) : (
            <AgendaDays month={query.month} listed={listed} />
          )}
        </section>
      )}
      <OtherMonths {...props} to={to} />
      <section class="es-section" aria-labelledby="carte">
        <h2 id="carte">Par département</h2>
        <RegionMap
          map={regionMap()}
          counts={props.counts}
          noun={["rendez-vous", "rendez-vous"]}
          current={query.where}
          href={(where) => to({ where })}
          all="Partout, et à distance"
        />
      </section>
      <section class="es-card es-card-tinted" aria-labelledby="calendrier">
        <h2 class="es-card-title" id="calendrier">
          Être prévenu
        </h2>
        <p>Un courriel quand une date paraît près de chez vous. Vous arrêtez en un clic, sans compte.</p>
        <p class="es-agenda-links">
          <LinkButton variant="secondary" icon="bell" href={urls.subscriptions.href()}>
            Me prévenir
          </LinkButton>
          <a href={urls.agendaCalendar.href({}, filterOnly(query))}>Ajouter à mon calendrier (iCal)</a>
          <a href={urls.agendaFeed.href({}, filterOnly(query))}>Suivre les annonces (Atom)</a>
        </p>
      </section>
    </>
  );
}

function filterOnly(query: AgendaQuery): Readonly<Record<string, string | null>> {
  const { family, where, audience } = query;
  return agendaQueryString({ family, where, audience });
}

function OtherMonths(props: AgendaPageProps & { readonly to: (more: Partial<AgendaQuery>) => string }): JSX.Element {
  const { query, next, to } = props;
  const before = query.month.subtract({ months: 1 });
  const after = query.month.add({ months: 1 });
  const far = next !== null && next.month !== after.toString().slice(0, 7) ? next : null;
  return (
    <nav class="es-agenda-links" aria-label="Autres mois">
      <a rel="prev" href={to({ month: before })}>
        {capital(formatMonth(before))}
      </a>
      <a rel="next" href={to({ month: after })}>
        {capital(formatMonth(after))}
        {next !== null && far === null && `, ${plural(next.count, "rendez-vous", "rendez-vous")}`}
      </a>
      {far !== null && (
        <a href={urls.agenda.href({}, { ...agendaQueryString(query), mois: far.month })}>
          {`${capital(formatMonth(`${far.month}-01`))}, ${plural(far.count, "rendez-vous", "rendez-vous")}`}
        </a>
      )}
    </nav>
  );
}

function Narrowing(props: { readonly query: AgendaQuery }): JSX.Element {
  const { query } = props;
  const kept = agendaQueryString({ view: query.view, ...(query.isChosen ? { month: query.month } : null) });
  return (
    <Filters action={urls.agenda.href()} label="Chercher dans l’agenda" kept={kept} button="Filtrer">
      <FilterSelect
        name="quoi"
        label="Quoi"
        all="Tout"
        options={Object.fromEntries(Object.values(families).map(({ value, word }) => [value, word]))}
        value={query.family === null ? null : families[query.family].value}
      />
      <FilterSelect name="ou" label="Où" all="Partout" options={placeWords()} value={query.where} />
      <FilterSelect name="qui" label="Pour qui" all="Tous les métiers" options={jobFamilies} value={query.audience} />
    </Filters>
  );
}

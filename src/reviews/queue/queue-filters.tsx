import type { JSX } from "preact";
import { GROUPS } from "#src/life/index.ts";
import { Button, ButtonBar, Disclosure, Grid, LinkButton, SelectField, Tabs, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { routeWords, stateLook, verdictWords } from "../web/words.ts";
import {
  DEPARTMENTS,
  isPlain,
  type QueueFilter,
  queryOf,
  queueFields,
  ROUTES,
  SOON_DAYS,
  statesOf,
  VERDICTS,
  withoutFilters,
  withoutPage,
  writeAssignee,
  writeEuros,
} from "./queue.ts";
import type { QueueView } from "./queue-view.ts";

const { names, groupWords, deadlineWords } = queueFields;

/** The search box, ready-made and saved views, and every filter, all as ordinary links and one GET form. */
export function QueueFilters(view: QueueView): JSX.Element {
  const { filter, misread } = view;
  const unread = misread.get(names.search);
  const active = activeCount(filter);
  return (
    <>
      <search aria-label="Chercher un dossier">
        <form class="es-form" method="get" action={urls.queue.href()}>
          {filter.group !== null && <input type="hidden" name={names.group} value={groupWords[filter.group]} />}
          <KeptOrder filter={filter} />
          <div class="es-search-line">
            <label class="ds-sr-only" for="recherche">
              Numéro de dossier, SIRET, organisme, commune, code postal ou mots du projet
            </label>
            <input
              class="ds-input"
              id="recherche"
              type="search"
              name={names.search}
              value={filter.search}
              placeholder="Numéro, SIRET, organisme, commune, mots"
              aria-invalid={unread === undefined ? undefined : true}
              aria-describedby={unread === undefined ? undefined : "recherche-erreur"}
              maxlength={200}
            />
            <Button variant="secondary" icon="search">
              Chercher
            </Button>
          </div>
          {unread !== undefined && (
            <p class="es-error" id="recherche-erreur">
              {unread}
            </p>
          )}
          <Disclosure
            summary={active === 0 ? "Filtrer" : `Filtrer (${active} en cours)`}
            open={active > (filter.state === null ? 0 : 1) || [...misread.keys()].some((name) => name !== names.search)}
            id="filtres"
          >
            <Grid min="small">{fieldsOf(view)}</Grid>
            <ButtonBar>
              <Button size="sm">Appliquer</Button>
              <LinkButton href={urls.queue.href({}, queryOf(withoutFilters(filter)))} variant="tertiary" size="sm">
                Tout effacer
              </LinkButton>
            </ButtonBar>
          </Disclosure>
        </form>
      </search>
      <Views {...view} />
    </>
  );
}

/** Looking for a file changes which are shown, never their order: the form carries the one that was chosen. */
function KeptOrder(props: { readonly filter: QueueFilter }): JSX.Element {
  const query = queryOf(props.filter);
  return (
    <>
      {[names.sort, names.direction].map((name) => {
        const value = query[name];
        return value === null || value === undefined ? null : (
          <input key={name} type="hidden" name={name} value={String(value)} />
        );
      })}
    </>
  );
}

function activeCount(filter: QueueFilter): number {
  const { state, assignee, deadline, place, verdict, route, atLeast, atMost } = filter;
  return [state, assignee, deadline, place, verdict, route, atLeast, atMost].filter((one) => one !== null).length;
}

function fieldsOf({ filter, agents, misread }: QueueView): readonly JSX.Element[] {
  const states = (filter.group === null ? GROUPS : [filter.group]).flatMap((group) => [...statesOf(group)]);
  return [
    <SelectField
      key="state"
      name={names.state}
      error={misread.get(names.state)}
      label="État"
      required={false}
      value={filter.state ?? ""}
      options={states.map((state) => ({ value: state, label: stateLook(state).label }))}
    />,
    <SelectField
      key="assignee"
      name={names.assignee}
      label="Agent"
      required={false}
      value={writeAssignee(filter.assignee) ?? ""}
      options={[
        { value: "moi", label: "Moi" },
        { value: "personne", label: "Non affecté" },
        ...agents.map((agent) => ({ value: agent.id, label: agent.name })),
      ]}
    />,
    <SelectField
      key="deadline"
      name={names.deadline}
      error={misread.get(names.deadline)}
      label="Échéance"
      required={false}
      value={filter.deadline === null ? "" : deadlineWords[filter.deadline]}
      options={[
        { value: deadlineWords.late, label: "En retard" },
        { value: deadlineWords.soon, label: `Dans ${SOON_DAYS} jours au plus` },
        { value: deadlineWords.suspended, label: "Délai suspendu" },
      ]}
    />,
    <SelectField
      key="place"
      name={names.place}
      error={misread.get(names.place)}
      label="Département"
      required={false}
      value={filter.place?.slice(0, 2) ?? ""}
      options={Object.entries(DEPARTMENTS).map(([code, name]) => ({ value: code, label: `${name} (${code})` }))}
    />,
    <SelectField
      key="verdict"
      name={names.verdict}
      error={misread.get(names.verdict)}
      label="Vérification automatique"
      required={false}
      value={filter.verdict ?? ""}
      options={VERDICTS.map((verdict) => ({ value: verdict, label: verdictWords[verdict] }))}
    />,
    <SelectField
      key="route"
      name={names.route}
      error={misread.get(names.route)}
      label="Voie"
      required={false}
      value={filter.route ?? ""}
      options={ROUTES.map((route) => ({ value: route, label: routeWords[route] }))}
    />,
    <TextField
      key="atLeast"
      name={names.atLeast}
      error={misread.get(names.atLeast)}
      label="Aide, au moins"
      required={false}
      suffix="€"
      inputMode="decimal"
      value={filter.atLeast === null ? "" : writeEuros(filter.atLeast)}
    />,
    <TextField
      key="atMost"
      name={names.atMost}
      error={misread.get(names.atMost)}
      label="Aide, au plus"
      required={false}
      suffix="€"
      inputMode="decimal"
      value={filter.atMost === null ? "" : writeEuros(filter.atMost)}
    />,
  ];
}

function Views(view: QueueView): JSX.Element {
  const { filter, views, may } = view;
  const rest = withoutPage(filter);
  const ready = [
    { label: "Non affectés", query: queryOf({ ...rest, assignee: "nobody" }) },
    { label: "En retard", query: queryOf({ ...rest, deadline: "late" }) },
    {
      label: `Échéance sous ${SOON_DAYS} jours`,
      query: queryOf({ ...rest, deadline: "soon" }),
    },
  ];
  return (
    <>
      {may.assign && (
        <Tabs
          label="Dossiers de qui"
          items={[
            { label: "Tous les agents", current: filter.assignee === null, assignee: null },
            { label: "Mes dossiers", current: filter.assignee === "me", assignee: "me" as const },
          ].map(({ assignee, ...item }) => ({ ...item, href: urls.queue.href({}, queryOf({ ...rest, assignee })) }))}
        />
      )}
      <nav class="es-button-bar" aria-label="Vues">
        {ready.map((one) => (
          <LinkButton key={one.label} href={urls.queue.href({}, one.query)} variant="tertiary" size="sm">
            {one.label}
          </LinkButton>
        ))}
        {views.map((one) => (
          <LinkButton key={one.id} href={`${urls.queue.href()}${one.query}`} variant="tertiary" size="sm" icon="star">
            {one.name}
          </LinkButton>
        ))}
      </nav>
      {may.saveView && (!isPlain(filter) || views.length > 0) && <ViewsDisclosure {...view} />}
    </>
  );
}

function ViewsDisclosure({ filter, views }: QueueView): JSX.Element {
  const query = urls.queue.href({}, queryOf(withoutPage(filter))).slice(urls.queue.href().length);
  return (
    <Disclosure summary="Garder cette vue, ou en retirer une">
      <form class="es-form" method="post" action={urls.queueViews.href()}>
        <input type="hidden" name="requete" value={query} />
        <TextField name="nom" label="Nom de la vue" width="m" maxLength={60} />
        <Button size="sm" variant="secondary">
          Garder cette vue
        </Button>
      </form>
      {views.map((one) => (
        <form key={one.id} class="es-action" method="post" action={urls.queueView.href({ view: one.id })}>
          <Button size="sm" variant="tertiary" icon="trash" context={`la vue ${one.name}`}>
            Retirer « {one.name} »
          </Button>
        </form>
      ))}
    </Disclosure>
  );
}

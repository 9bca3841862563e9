import type { JSX } from "preact";
import { jobFamilies, teachingModes } from "#policy/index.ts";
import { departmentsOfFunder } from "#src/territory/index.ts";
import {
  Button,
  dayInParis,
  EmptyState,
  formatDay,
  formatList,
  formatNumber,
  LinkButton,
  PageHeader,
  plural,
  pluralOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { REMOTE } from "../calendar/agenda.ts";
import { sayTown } from "../occasions/words.ts";
import type { Course } from "./course.ts";
import type { CatalogueFilter, Session } from "./store.ts";

export interface CataloguePageProps {
  readonly filter: CatalogueFilter;
  readonly courses: readonly { readonly course: Course; readonly sessions: readonly Session[] }[];
  readonly years: readonly number[];
  readonly mayTellNeeds: boolean;
}

/** The training catalogue: what can be learnt, how long it takes, when and where it is next. */
export function CataloguePage(props: CataloguePageProps): JSX.Element {
  const { filter, courses } = props;
  return (
    <>
      <PageHeader
        title="Formations"
        lead="Le programme de professionnalisation : pour toutes les équipes des structures de formation, sans frais d’inscription."
        actions={
          <LinkButton variant="secondary" icon="euro" href={urls.remainingCost.href()}>
            Ce qui reste à la charge de l’employeur
          </LinkButton>
        }
      />
      <form class="es-filters" method="get" action={urls.catalogue.href()}>
        <div>
          <label class="ds-label" for="filtre-q">
            Chercher
          </label>
          <input class="ds-input" type="search" id="filtre-q" name="q" value={filter.words} maxLength={100} />
        </div>
        <Choice name="qui" label="Pour qui" all="Tous les métiers" options={jobFamilies} value={filter.audience} />
        <Choice
          name="ou"
          label="Où"
          all="Partout"
          options={{
            ...Object.fromEntries(departmentsOfFunder().map(({ code, name }) => [code, name])),
            [REMOTE]: "À distance",
          }}
          value={filter.where}
        />
        <Choice name="comment" label="Comment" all="Peu importe" options={teachingModes} value={filter.mode} />
        <Button variant="secondary">Chercher</Button>
      </form>
      <p class="es-agenda-count">{`${plural(courses.length, "formation")} ${pluralOf(courses.length, "ouverte")}`}</p>
      {courses.length === 0 ? (
        <EmptyState
          title="Aucune formation ne répond à cette recherche"
          action={<LinkButton href={urls.catalogue.href()}>Voir toutes les formations</LinkButton>}
        >
          <p>Élargissez la recherche, ou dites ce qui manque à votre réseau.</p>
        </EmptyState>
      ) : (
        <ol class="es-days es-courses">
          {courses.map(({ course, sessions }) => (
            <li key={course.id}>
              <div class="es-entry es-family-session">
                <div>
                  <a href={urls.course.href({ slug: course.slug })}>{course.title}</a>
                  <p>{sayCourse(course)}</p>
                </div>
                <p class="es-entry-state">{sayNext(sessions)}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p class="es-agenda-links">
        <a href={urls.subscriptions.href({}, { sujets: "sessions", recherche: searchOf(filter) })}>
          Me prévenir des nouvelles dates de cette recherche
        </a>
        {props.years.map((year) => (
          <a key={year} href={urls.trainingYear.href({ year: String(year) })}>{`Le programme ${year}`}</a>
        ))}
        <a href={urls.agenda.href({}, { quoi: "formations" })}>Les dates dans l’agenda</a>
        {props.mayTellNeeds && <a href={urls.trainingNeeds.href()}>Dire un besoin de formation</a>}
        {courses.some((one) => one.sessions.length > 0) && (
          <a href={urls.catalogueFeed.href()}>Le catalogue en LHÉO (XML)</a>
        )}
      </p>
    </>
  );
}

/** The search as a saved one keeps it. */
function searchOf(filter: CatalogueFilter): string {
  const search = new URLSearchParams();
  if (filter.words !== "") search.set("q", filter.words);
  if (filter.audience !== null) search.set("qui", filter.audience);
  if (filter.where !== null) search.set("ou", filter.where);
  return search.toString();
}

/** « 7 heures, en présence, pour les formateurs ». */
export function sayCourse(course: Course): string {
  const mode = Object.entries(teachingModes).find(([key]) => key === course.teachingMode)?.[1] ?? "";
  const audience = course.audience.map((one) => (jobFamilies[one] ?? one).toLowerCase());
  return [
    `${formatNumber(course.hours)}\u00a0${pluralOf(course.hours, "heure")}`,
    mode.toLowerCase(),
    audience.length === 0 ? "pour tous les métiers" : `pour ${formatList(audience)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function sayNext(sessions: readonly Session[]): string {
  const [next] = sessions;
  if (next === undefined) return "Pas de date pour l’instant";
  const town = sayTown(next.occasion);
  const more = sessions.length > 1 ? ` et ${plural(sessions.length - 1, "autre date", "autres dates")}` : "";
  return `${formatDay(dayInParis(next.occasion.startsAt))}${town === "" ? "" : `, ${town}`}${more}`;
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly options: Readonly<Record<string, string>>;
  readonly value: string | null;
}): JSX.Element {
  const id = `filtre-${props.name}`;
  return (
    <div>
      <label class="ds-label" for={id}>
        {props.label}
      </label>
      <select class="ds-input" id={id} name={props.name}>
        <option value="">{props.all}</option>
        {Object.entries(props.options).map(([value, label]) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

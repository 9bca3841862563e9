import type { JSX } from "preact";
import { jobFamilies, teachingModes } from "#policy/index.ts";
import {
  dayInParis,
  EmptyState,
  FilterSearch,
  FilterSelect,
  Filters,
  formatDay,
  formatList,
  formatNumber,
  LinkButton,
  PageHeader,
  plural,
  pluralOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { placeWords } from "../../calendar/agenda.ts";
import { sayTown } from "../../occasions/words.ts";
import type { Session } from "../sessions/session-store.ts";
import type { Course } from "./course.ts";
import type { CatalogueFilter } from "./course-store.ts";

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
      <Filters action={urls.catalogue.href()} label="Chercher une formation" button="Chercher">
        <FilterSearch name="q" label="Chercher" value={filter.words} />
        <FilterSelect
          name="qui"
          label="Pour qui"
          all="Tous les métiers"
          options={jobFamilies}
          value={filter.audience}
        />
        <FilterSelect name="ou" label="Où" all="Partout" options={placeWords()} value={filter.where} />
        <FilterSelect name="comment" label="Comment" all="Peu importe" options={teachingModes} value={filter.mode} />
      </Filters>
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

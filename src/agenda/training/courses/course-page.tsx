import type { JSX } from "preact";
import { entryLevels, pathways } from "#policy/index.ts";
import { capital, DataTable, EmptyState, LinkButton, PageHeader, Section, SummaryList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { sayWhen, sayWhere } from "../../occasions/words.ts";
import type { Session } from "../sessions/session-store.ts";
import type { YearPlan } from "../year/plan.ts";
import { sayCourse } from "./catalogue-page.tsx";
import type { Course } from "./course.ts";

export interface CoursePageProps {
  readonly course: Course;
  readonly plan: YearPlan;
  readonly sessions: readonly Session[];
  /** The networks' needs that it answers. */
  readonly needs: readonly { readonly title: string; readonly network: string }[];
}

export function CoursePage(props: CoursePageProps): JSX.Element {
  const { course, plan, sessions } = props;
  const { content } = course;
  return (
    <>
      <PageHeader
        eyebrow={`Formation, programme ${course.year}`}
        title={course.title}
        lead={capital(sayCourse(course))}
      />
      <Section id="dates" title="Les dates">
        <DataTable
          caption="Les dates"
          captionHidden
          rows={sessions}
          rowKey={(one) => one.occasion.id}
          empty={
            <EmptyState title="Pas de date pour l’instant" level={3}>
              <p>Les prochaines dates paraîtront ici et dans l’agenda.</p>
            </EmptyState>
          }
          columns={[
            { key: "when", header: "Quand", rowHeader: true, cell: (one) => capital(sayWhen(one.occasion)) },
            { key: "where", header: "Où", cell: (one) => sayWhere(one.occasion) },
            {
              key: "register",
              header: "S’inscrire",
              cell: (one) => (
                <LinkButton
                  size="sm"
                  variant="secondary"
                  href={urls.agendaItem.href({ slug: one.occasion.slug })}
                  context={sayWhen(one.occasion)}
                >
                  Voir et s’inscrire
                </LinkButton>
              ),
            },
          ]}
        />
      </Section>
      <CourseDetails course={course} />
      {(content.complements !== "" || props.needs.length > 0) && (
        <Section title="Pourquoi cette formation ?">
          {props.needs.length > 0 && (
            <ul>
              {props.needs.map((need) => (
                <li key={need.title}>{`${need.title} (besoin dit par ${need.network})`}</li>
              ))}
            </ul>
          )}
          {content.complements !== "" && <p class="es-lines">{content.complements}</p>}
        </Section>
      )}
      <Section title="Qui l’organise ?">
        <p>
          {`${plan.operator.name}, opérateur du programme ${plan.year}`}
          {plan.sources.length > 0 && `, avec ${plan.sources.map((one) => one.name).join(", ")}`}.{" "}
          <a href={`mailto:${plan.operator.email}`}>Écrire à l’opérateur</a>
        </p>
      </Section>
    </>
  );
}

/** What is learnt and how, on the course's page and on each of its sessions'. */
export function CourseDetails(props: { readonly course: Course }): JSX.Element {
  const { content } = props.course;
  const level = Object.entries(entryLevels).find(([key]) => key === content.entryLevel)?.[1];
  const pathway = Object.entries(pathways).find(([key]) => key === content.pathway)?.[1];
  return (
    <Section title="Ce que l’on apprend">
      <SummaryList
        items={[
          { label: "Objectif", value: <span class="es-lines">{content.objective}</span> },
          { label: "À la fin, vous saurez", value: <span class="es-lines">{content.results}</span> },
          { label: "Contenu", value: <span class="es-lines">{content.contents}</span> },
          { label: "Rythme", value: content.rhythm },
          { label: "Parcours", value: pathway },
          { label: "Niveau à l’entrée", value: `${level ?? ""}${content.isEntryLevelRequired ? ", exigé" : ""}` },
          { label: "Conditions", value: content.conditions },
          { label: "Certifiante", value: content.isCertifying ? "Oui" : "Non" },
          ...(content.trainer === "" ? [] : [{ label: "Formateur", value: content.trainer }]),
        ]}
      />
    </Section>
  );
}

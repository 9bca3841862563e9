import type { JSX } from "preact";
import type { FormFields } from "#src/platform/http/forms.ts";
import { capital, DataTable, EmptyState, LinkButton, PageHeader, plural, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { occasionStates } from "../../events/running-page.tsx";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { sayWhen, sayWhere } from "../../occasions/words.ts";
import type { Session } from "../sessions/session-store.ts";
import type { Need } from "../year/needs.ts";
import type { Course } from "./course.ts";
import { CourseFields } from "./course-fields.tsx";
import { CourseFormPage } from "./course-form-page.tsx";

/** A course on the desk: its sessions, and what it says, to change. */
export function CourseDeskPage(props: {
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly needs: readonly Need[];
  readonly mayEdit: boolean;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}): JSX.Element {
  const { course, sessions, needs, mayEdit, typed, errors } = props;
  return (
    <>
      <PageHeader
        eyebrow={`Programme ${course.year}`}
        title={course.title}
        actions={
          mayEdit && (
            <LinkButton icon="plus" href={urls.runNewSession.href({ id: course.id })}>
              Ajouter une session
            </LinkButton>
          )
        }
      />
      <Section id="sessions" title="Les sessions">
        <DataTable
          caption="Les sessions"
          captionHidden
          rows={sessions}
          rowKey={(one) => one.occasion.id}
          empty={
            <EmptyState title="Aucune session" level={3}>
              <p>Une formation entre au catalogue LHÉO avec sa première session ouverte.</p>
            </EmptyState>
          }
          columns={[
            {
              key: "when",
              header: "Quand",
              rowHeader: true,
              cell: (one) => (
                <a href={urls.runOccasion.href({ id: one.occasion.id })}>{capital(sayWhen(one.occasion))}</a>
              ),
            },
            { key: "where", header: "Où", cell: (one) => sayWhere(one.occasion) },
            { key: "minimum", header: "Minimum", numeric: true, cell: (one) => plural(one.minimum, "personne") },
            { key: "state", header: "État", cell: (one) => <StateTag {...occasionStates[one.occasion.state]} /> },
          ]}
        />
      </Section>
      {mayEdit && (
        <CourseFormPage
          action={urls.runCourse.href({ id: course.id })}
          title={null}
          button="Enregistrer"
          errors={errors}
        >
          <CourseFields typed={typed} errors={errors} needs={needs} />
        </CourseFormPage>
      )}
    </>
  );
}

import type { ComponentChildren, JSX } from "preact";
import { referenceYear } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  DataTable,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  formatNumber,
  HiddenField,
  LinkButton,
  NumberField,
  PageHeader,
  plural,
  Section,
  type StateLook,
  StateTag,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import type { Course, CourseState } from "../courses/course.ts";
import type { Session } from "../sessions/session-store.ts";
import type { Need } from "./needs.ts";
import type { Volume, YearPlan } from "./plan.ts";
import { PlanFields } from "./plan-fields.tsx";
import { Volumes } from "./year-page.tsx";

export const courseStates: Readonly<Record<CourseState, StateLook>> = {
  draft: { tone: "neutral", icon: "pen", label: "Brouillon" },
  open: { tone: "success", icon: "check", label: "Ouverte" },
  closed: { tone: "neutral", icon: "lock", label: "Close" },
};

const planStates: Readonly<Record<YearPlan["state"], StateLook>> = {
  prepared: { tone: "neutral", icon: "pen", label: "En préparation" },
  open: { tone: "success", icon: "check", label: "Ouvert" },
  closed: { tone: "neutral", icon: "lock", label: "Clos" },
};

export interface DeskPageProps {
  readonly year: number;
  readonly plan: YearPlan | null;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly courses: readonly Course[];
  readonly sessions: ReadonlyMap<string, readonly Session[]>;
  readonly needs: readonly Need[];
  readonly volumes: readonly Volume[];
  readonly volumeTyped: FormFields;
  readonly mayEdit: boolean;
  readonly children?: ComponentChildren;
}

/** The operator's desk of one year: its courses first, then what it rests on. */
export function DeskPage(props: DeskPageProps): JSX.Element {
  const { plan, year, errors, mayEdit } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow="Professionnalisation"
        title={`Programme ${year}`}
        meta={plan !== null && <StateTag {...planStates[plan.state]} />}
        actions={
          <>
            <LinkButton variant="secondary" href={urls.runPlan.href({ year: String(year - 1) })}>
              {year - 1}
            </LinkButton>
            <LinkButton variant="secondary" href={urls.runPlan.href({ year: String(year + 1) })}>
              {year + 1}
            </LinkButton>
            {plan !== null && mayEdit && (
              <LinkButton icon="plus" href={urls.runNewCourse.href({ year: String(year) })}>
                Ajouter une formation
              </LinkButton>
            )}
          </>
        }
      />
      {plan !== null && <Courses {...props} />}
      {props.children}
      {plan !== null && <Needs needs={props.needs} />}
      <Section id="volumes" title="Les volumes">
        <Volumes volumes={props.volumes} />
        {mayEdit && <Reference {...props} />}
      </Section>
      {mayEdit && (
        <Section id="annee" title={plan === null ? `Préparer le programme ${year}` : "Ce que dit le programme"}>
          <Form action={urls.runPlan.href({ year: String(year) })} label={`Programme ${year}`}>
            <HiddenField name="version" value={String(plan?.version ?? 0)} />
            <PlanFields typed={props.typed} errors={errors} />
            <ButtonBar>
              <Button name="etat" value={plan?.state ?? "prepared"}>
                Enregistrer
              </Button>
              {plan?.state !== "open" && (
                <Button name="etat" value="open" variant="secondary">
                  Enregistrer et ouvrir au public
                </Button>
              )}
              {plan?.state === "open" && (
                <Button name="etat" value="closed" variant="secondary">
                  Enregistrer et clore
                </Button>
              )}
            </ButtonBar>
          </Form>
        </Section>
      )}
    </>
  );
}

function Courses(props: DeskPageProps): JSX.Element {
  return (
    <Section id="formations" title="Les formations">
      <DataTable
        caption="Les formations"
        captionHidden
        rows={props.courses}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="Aucune formation encore" level={3}>
            <p>Ajoutez la première : ses sessions viendront ensuite.</p>
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: "Titre",
            rowHeader: true,
            cell: (one) => <a href={urls.runCourse.href({ id: one.id })}>{one.title}</a>,
          },
          { key: "hours", header: "Heures", numeric: true, cell: (one) => formatNumber(one.hours) },
          {
            key: "sessions",
            header: "Sessions",
            numeric: true,
            cell: (one) => props.sessions.get(one.id)?.length ?? 0,
          },
          { key: "state", header: "État", cell: (one) => <StateTag {...courseStates[one.state]} /> },
          {
            key: "act",
            header: "Action",
            cell: (one) =>
              props.mayEdit ? (
                <ActionForm
                  action={urls.runCourseOpening.href({ id: one.id })}
                  fields={{ etat: one.state === "open" ? "closed" : "open" }}
                >
                  <Button variant="tertiary" size="sm" context={one.title}>
                    {one.state === "open" ? "Clore" : "Ouvrir"}
                  </Button>
                </ActionForm>
              ) : (
                ""
              ),
          },
        ]}
      />
    </Section>
  );
}

function Needs(props: { readonly needs: readonly Need[] }): JSX.Element {
  return (
    <Section id="besoins" title="Les besoins dits par les réseaux">
      <DataTable
        caption="Les besoins dits par les réseaux"
        captionHidden
        rows={props.needs}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="Aucun besoin dit encore" level={3}>
            <p>Les réseaux les disent sur leur page, depuis le catalogue des formations.</p>
          </EmptyState>
        }
        columns={[
          { key: "title", header: "Besoin", rowHeader: true, cell: (one) => one.title },
          { key: "network", header: "Réseau", cell: (one) => one.network },
          { key: "said", header: "Détail", cell: (one) => <span class="es-lines">{one.said}</span> },
          { key: "persons", header: "Personnes", numeric: true, cell: (one) => one.persons ?? "" },
          {
            key: "answered",
            header: "Réponse",
            cell: (one) => (one.answered === 0 ? "Aucune formation" : plural(one.answered, "formation")),
          },
        ]}
      />
    </Section>
  );
}

function Reference(props: DeskPageProps): JSX.Element {
  const field = (name: string) => ({ name, value: String(props.volumeTyped[name] ?? ""), error: props.errors[name] });
  return (
    <Disclosure summary={`Dire les volumes de ${referenceYear}`} id="reference">
      <Form action={urls.runVolume.href({ year: String(props.year) })} label={`Volumes de ${referenceYear}`}>
        <div class="es-row">
          <NumberField {...field("sessions")} label="Sessions" />
          <NumberField {...field("places")} label="Places" />
          <NumberField {...field("heures")} label="Heures" />
          <NumberField {...field("personnes")} label="Personnes" />
        </div>
        <TextField {...field("source")} label="D’où viennent ces chiffres ?" maxLength={300} />
        <Button variant="secondary">Garder ces volumes</Button>
      </Form>
    </Disclosure>
  );
}

import type { JSX } from "preact";
import { capital, DataTable, EmptyState, LinkButton, PageHeader, Section, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { sayWhen, sayWhere } from "../occasions/words.ts";
import type { Registration } from "./registration.ts";
import { registrationStates } from "./registration-states.ts";

export interface MyOccasion {
  readonly occasion: Occasion;
  readonly registration: Registration;
  /** Of the registration, when it is the reader's own. */
  readonly ticket: string | null;
}

/** One's own rendez-vous, and those of the colleagues whom one registered. */
export function MinePage(props: {
  readonly own: readonly MyOccasion[];
  readonly entered: readonly MyOccasion[];
  readonly runs: boolean;
}): JSX.Element {
  return (
    <>
      <PageHeader
        title="Mes rendez-vous"
        actions={
          <>
            <LinkButton variant="secondary" href={urls.agenda.href()}>
              Voir l’agenda
            </LinkButton>
            {props.runs && (
              <LinkButton variant="secondary" href={urls.running.href()}>
                Ceux que j’anime
              </LinkButton>
            )}
          </>
        }
      />
      <Section title="Les miens">
        <Occasions caption="Mes inscriptions" rows={props.own} />
      </Section>
      {props.entered.length > 0 && (
        <Section title="Mes collègues">
          <Occasions caption="Inscriptions de mes collègues" rows={props.entered} />
        </Section>
      )}
    </>
  );
}

function Occasions(props: { readonly caption: string; readonly rows: readonly MyOccasion[] }): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(one) => one.registration.id}
      empty={
        <EmptyState
          title="Aucun rendez-vous"
          level={3}
          action={<LinkButton href={urls.agenda.href()}>Choisir une date</LinkButton>}
        >
          <p>Vos inscriptions apparaîtront ici.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: "Rendez-vous",
          rowHeader: true,
          cell: ({ occasion, ticket }) => (
            <a
              href={
                ticket === null ? urls.agendaItem.href({ slug: occasion.slug }) : urls.registration.href({ ticket })
              }
            >
              {occasion.title}
            </a>
          ),
        },
        { key: "who", header: "Personne", cell: ({ registration }) => registration.name },
        { key: "when", header: "Quand", cell: ({ occasion }) => capital(sayWhen(occasion)) },
        { key: "where", header: "Où", cell: ({ occasion }) => sayWhere(occasion) },
        {
          key: "state",
          header: "État",
          cell: ({ registration }) => <StateTag {...registrationStates[registration.state]} />,
        },
      ]}
    />
  );
}

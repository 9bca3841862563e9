import type { JSX } from "preact";
import {
  DataTable,
  dayInParis,
  EmptyState,
  formatDay,
  LinkButton,
  PageHeader,
  Section,
  type StateLook,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { kindLabel, type OccasionState } from "../occasions/occasion.ts";
import { sayTown } from "../occasions/words.ts";
import type { RunOccasion } from "./store.ts";

export const occasionStates: Readonly<Record<OccasionState, StateLook>> = {
  draft: { tone: "neutral", icon: "pen", label: "Brouillon" },
  proposed: { tone: "honey", icon: "question", label: "Proposé" },
  published: { tone: "success", icon: "check", label: "Annoncé" },
  postponed: { tone: "warning", icon: "pause", label: "Reporté" },
  cancelled: { tone: "danger", icon: "cross", label: "Annulé" },
};

export interface RunningPageProps {
  readonly coming: readonly RunOccasion[];
  readonly past: readonly RunOccasion[];
  readonly mayMakeEvents: boolean;
  readonly mayRunTraining: boolean;
}

/** The desk of who runs the agenda: what is proposed, prepared, announced, over. */
export function RunningPage(props: RunningPageProps): JSX.Element {
  const proposed = props.coming.filter((one) => one.state === "proposed");
  const others = props.coming.filter((one) => one.state !== "proposed");
  return (
    <>
      <PageHeader
        title="Animation"
        lead="Vos rendez-vous : ce qui est proposé, en préparation, annoncé, passé."
        actions={
          <>
            {props.mayMakeEvents && (
              <LinkButton icon="plus" href={urls.newEvent.href()}>
                Préparer un événement
              </LinkButton>
            )}
            {props.mayRunTraining && (
              <>
                <LinkButton href={urls.runPlans.href()}>Le programme de formation</LinkButton>
                <LinkButton variant="secondary" icon="euro" href={urls.costDesk.href()}>
                  Reste à charge
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {proposed.length > 0 && (
        <Section title="À relire">
          <Occasions caption="Proposés par des membres" rows={proposed} />
        </Section>
      )}
      <Section title="À venir">
        <Occasions caption="À venir" rows={others} />
      </Section>
      {props.past.length > 0 && (
        <Section title="Passés">
          <Occasions caption="Passés" rows={props.past} />
        </Section>
      )}
    </>
  );
}

function Occasions(props: { readonly caption: string; readonly rows: readonly RunOccasion[] }): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(one) => one.id}
      empty={
        <EmptyState title="Rien pour l’instant" level={3}>
          <p>Ce que vous préparez apparaîtra ici.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: "Titre",
          rowHeader: true,
          cell: (one) => <a href={urls.runOccasion.href({ id: one.id })}>{one.title}</a>,
        },
        { key: "kind", header: "Forme", cell: kindLabel },
        { key: "day", header: "Jour", cell: (one) => formatDay(dayInParis(one.startsAt)) },
        { key: "town", header: "Lieu", cell: sayTown },
        { key: "state", header: "État", cell: (one) => <StateTag {...occasionStates[one.state]} /> },
        { key: "registered", header: "Inscrits", numeric: true, cell: (one) => one.registered },
        { key: "waiting", header: "En attente", numeric: true, cell: (one) => one.waiting },
      ]}
    />
  );
}

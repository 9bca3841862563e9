import type { JSX } from "preact";
import type { Committee, Meeting, Seat } from "#src/committees/index.ts";
import { MeetingsTable, SeatsTable } from "#src/committees/web/index.ts";
import { EmptyState, LinkButton, PageHeader, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { CommunityTabs } from "../web/tabs.tsx";

export interface GovernancePageProps {
  readonly bodies: readonly {
    readonly committee: Committee;
    readonly seats: readonly Seat[];
    readonly meetings: readonly Meeting[];
    readonly inside: boolean;
  }[];
  readonly today: string;
}

export function GovernancePage(props: GovernancePageProps): JSX.Element {
  return (
    <>
      <PageHeader
        title="Qui décide, et de quoi"
        lead="La gouvernance de Communotic est partagée : réseaux de la formation, de l’insertion et de l’emploi, financeurs, entreprises, recherche."
      />
      <CommunityTabs at="governance" />
      {props.bodies.length === 0 && (
        <EmptyState title="Aucune instance n’est encore installée">
          <p>Sa composition et ses comptes rendus paraîtront ici.</p>
        </EmptyState>
      )}
      {props.bodies.map(({ committee, seats, meetings, inside }) => (
        <Section
          key={committee.id}
          title={committee.name}
          intro={committee.purpose}
          aside={
            inside && (
              <LinkButton variant="secondary" size="sm" href={urls.committee.href({ slug: committee.slug })}>
                Ouvrir
              </LinkButton>
            )
          }
        >
          <SeatsTable slug={committee.slug} seats={seats} today={props.today} inside={false} mayRun={false} />
          <MeetingsTable slug={committee.slug} meetings={meetings.filter((one) => one.minutesPublishedAt !== null)} />
        </Section>
      ))}
    </>
  );
}

import type { JSX } from "preact";
import { DataTable, dayInParis, EmptyState, formatDay, LinkButton, PageHeader, Prose, Section } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Actor, actorKindWords } from "../actors/actor.ts";
import { type Listing, listingKindWords } from "../exchanges/listing.ts";
import type { Practice } from "../practices/practice.ts";
import type { Moderation } from "./moderation.ts";

export interface DeskPageProps {
  readonly actors: readonly Actor[];
  readonly practices: readonly Practice[];
  readonly appeals: readonly Moderation[];
  readonly silent: readonly Listing[];
}

/** What waits for those who run the community, the most pressing first. */
export function DeskPage(props: DeskPageProps): JSX.Element {
  const { actors, practices, appeals, silent } = props;
  const count = actors.length + practices.length + appeals.length + silent.length;
  return (
    <>
      <PageHeader
        title={count === 0 ? "Rien n’attend" : "Ce qui vous attend"}
        eyebrow="Animation de la communauté"
        actions={
          <>
            <LinkButton variant="secondary" href={urls.newsletterDesk.href()}>
              La lettre
            </LinkButton>
            <LinkButton variant="secondary" href={urls.committees.href()}>
              Gouvernance
            </LinkButton>
          </>
        }
      />
      {count === 0 && (
        <EmptyState title="Tout est lu">
          <p>Les fiches à accueillir, les pratiques à relire et les recours arrivent ici.</p>
        </EmptyState>
      )}
      {appeals.length > 0 && (
        <Section title="Recours à examiner" intro="Par une autre personne que celle qui a décidé.">
          <List
            items={appeals.map((one) => ({
              href: urls.moderation.href({ id: one.id }),
              title: one.title,
              about: `${one.organisationName} · demandé le ${formatDay(dayInParis(one.appeal?.askedAt ?? one.decidedAt))}`,
            }))}
          />
        </Section>
      )}
      {actors.length > 0 && (
        <Section title="Fiches à accueillir">
          <List
            items={actors.map((one) => ({
              href: urls.actor.href({ slug: one.slug }),
              title: one.name,
              about: `${actorKindWords[one.kind]} · demandé le ${formatDay(dayInParis(one.askedAt))}`,
            }))}
          />
        </Section>
      )}
      {practices.length > 0 && (
        <Section title="Pratiques à relire">
          <List
            items={practices.map((one) => ({
              href: urls.practice.href({ slug: one.slug }),
              title: one.title,
              about: one.organisationName,
            }))}
          />
        </Section>
      )}
      {silent.length > 0 && (
        <Section
          title="Sans réponse depuis une semaine"
          intro="Peut-être connaissez-vous quelqu’un qui saurait répondre."
        >
          <DataTable
            caption="Annonces sans réponse"
            captionHidden
            rows={silent}
            rowKey={(one) => one.id}
            columns={[
              {
                key: "title",
                header: "Annonce",
                rowHeader: true,
                cell: (one) => <a href={urls.listing.href({ id: one.id })}>{one.title}</a>,
              },
              { key: "kind", header: "Nature", cell: (one) => listingKindWords[one.kind] },
              { key: "who", header: "Qui demande", cell: (one) => one.organisationName },
              { key: "since", header: "Depuis", cell: (one) => formatDay(dayInParis(one.publishedAt)) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function List(props: {
  readonly items: readonly { readonly href: string; readonly title: string; readonly about: string }[];
}): JSX.Element {
  return (
    <Prose>
      <ul>
        {props.items.map(({ href, title, about }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <br />
            <span class="es-hint">{about}</span>
          </li>
        ))}
      </ul>
    </Prose>
  );
}

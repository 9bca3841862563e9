import type { JSX } from "preact";
import {
  dayInParis,
  EmptyState,
  FilterSelect,
  Filters,
  formatDay,
  LinkButton,
  PageHeader,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { departmentsInWords, departmentWords } from "../actors/actor.ts";
import { CommunityTabs } from "../web/tabs.tsx";
import { type Listing, listingKindWords } from "./listing.ts";
import type { ListingFilter } from "./store.ts";

export interface ListingsPageProps {
  readonly listings: readonly Listing[];
  readonly own: readonly Listing[];
  readonly filter: ListingFilter;
  readonly mayPublish: boolean;
}

export function ListingsPage(props: ListingsPageProps): JSX.Element {
  const { listings, own, filter } = props;
  return (
    <>
      <PageHeader
        title="Je cherche, je propose"
        lead="Une aide, un lieu, un retour d’expérience : on se répond par message, sans montrer d’adresse."
        actions={
          <LinkButton href={urls.newListing.href()} icon="plus">
            Écrire une annonce
          </LinkButton>
        }
      />
      <CommunityTabs at="listings" />
      {own.length > 0 && (
        <Section title="Mes annonces">
          <Entries listings={own} withState />
        </Section>
      )}
      <Section title="Annonces ouvertes">
        <Filters action={urls.listings.href()} label="Trier les annonces" button="Voir">
          <FilterSelect name="nature" label="Nature" all="Toutes" options={listingKindWords} value={filter.kind} />
          <FilterSelect
            name="departement"
            label="Département"
            all="Partout"
            options={departmentWords}
            value={filter.department}
          />
        </Filters>
        {listings.length === 0 ? (
          <EmptyState title="Aucune annonce ici" level={3}>
            <p>La première peut être la vôtre.</p>
          </EmptyState>
        ) : (
          <Entries listings={listings} />
        )}
      </Section>
    </>
  );
}

function Entries(props: { readonly listings: readonly Listing[]; readonly withState?: boolean }): JSX.Element {
  return (
    <ul class="es-entries">
      {props.listings.map((one) => (
        <li key={one.id}>
          <h3>
            {listingKindWords[one.kind]} : <a href={urls.listing.href({ id: one.id })}>{one.title}</a>
          </h3>
          <p class="es-entries-meta">
            {props.withState === true && <ListingState state={one.state} />}
            <span>{one.organisationName}</span>
            <span>{departmentsInWords(one.departments)}</span>
            <span>{`publiée le ${formatDay(dayInParis(one.publishedAt))}`}</span>
            <span>{`ouverte jusqu’au ${formatDay(one.closesOn)}`}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

export function ListingState(props: { readonly state: Listing["state"] }): JSX.Element {
  switch (props.state) {
    case "open":
      return <StateTag tone="success" icon="check" label="Ouverte" />;
    case "closed":
      return <StateTag tone="neutral" icon="stop" label="Close" />;
    case "removed":
      return <StateTag tone="danger" icon="stop" label="Retirée" />;
  }
}

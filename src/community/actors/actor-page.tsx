import type { JSX } from "preact";
import {
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
  StateTag,
  type SummaryItem,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { type Listing, listingKindWords } from "../exchanges/listing.ts";
import { DecideForm, type DecideProps } from "../moderation/decide-form.tsx";
import type { Practice } from "../practices/practice.ts";
import { type Actor, actorKindWords, actorLooks, departmentsInWords } from "./actor.ts";

export interface ActorPageProps {
  /** As this visitor may see it. */
  readonly actor: Actor;
  readonly listings: readonly Listing[];
  readonly practices: readonly Practice[];
  readonly mayEdit: boolean;
  readonly decide: DecideProps | null;
}

export function ActorPage(props: ActorPageProps): JSX.Element {
  const { actor } = props;
  const contacts: readonly SummaryItem[] = [
    {
      label: "Site",
      value:
        actor.website === "" ? (
          ""
        ) : (
          <a href={actor.website} rel="nofollow ugc">
            {actor.website}
          </a>
        ),
    },
    {
      label: "Adresse électronique",
      value: actor.email === "" ? "" : <a href={`mailto:${actor.email}`}>{actor.email}</a>,
    },
    { label: "Téléphone", value: actor.phone },
  ].filter((item) => item.value !== "");
  return (
    <>
      <PageHeader
        eyebrow={actorKindWords[actor.kind]}
        title={actor.name}
        lead={actor.summary}
        meta={
          actor.state === "published" ? (
            departmentsInWords(actor.departments)
          ) : (
            <StateTag {...actorLooks[actor.state]} />
          )
        }
        actions={
          props.mayEdit && (
            <LinkButton variant="secondary" icon="pen" href={urls.actorEdit.href({ id: actor.organisationId })}>
              Modifier ma fiche
            </LinkButton>
          )
        }
      />
      {actor.state !== "published" && (
        <Notice tone="info" title="Cette fiche n’est pas en ligne">
          <p>Seuls l’organisme et les animateurs la voient.</p>
        </Notice>
      )}
      {actor.offers !== "" && <Told title="Ce que nous proposons" text={actor.offers} />}
      {actor.seeks !== "" && <Told title="Ce que nous cherchons" text={actor.seeks} />}
      {contacts.length > 0 && (
        <Section title="Nous joindre">
          <SummaryList items={contacts} />
        </Section>
      )}
      <Made {...props} />
      <p class="es-hint">{`Fiche tenue par l’organisme, confirmée le ${formatDay(actor.confirmedOn)}.`}</p>
      {props.decide !== null && <DecideForm {...props.decide} />}
    </>
  );
}

function Told(props: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <Section title={props.title}>
      <Prose>
        <p class="es-lines">{props.text}</p>
      </Prose>
    </Section>
  );
}

function Made(props: ActorPageProps): JSX.Element | null {
  const { listings, practices } = props;
  if (listings.length + practices.length === 0) return null;
  return (
    <Section title="Dans la communauté">
      <Prose>
        <ul>
          {listings.map((one) => (
            <li key={one.id}>
              {listingKindWords[one.kind]} : <a href={urls.listing.href({ id: one.id })}>{one.title}</a>
            </li>
          ))}
          {practices.map((one) => (
            <li key={one.id}>
              Pratique : <a href={urls.practice.href({ slug: one.slug })}>{one.title}</a>
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}

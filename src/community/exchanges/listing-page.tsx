import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  DataTable,
  dayInParis,
  ErrorSummary,
  Form,
  formatDateTime,
  formatDay,
  LinkButton,
  PageHeader,
  PlainFields,
  Prose,
  plural,
  Section,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { departmentsInWords } from "../actors/actor.ts";
import { DecideForm, type DecideProps } from "../moderation/decide-form.tsx";
import { messageForm } from "./form.ts";
import { type Conversation, type Listing, type ListingMessage, listingKindWords } from "./listing.ts";
import { ListingState } from "./listings-page.tsx";

export interface ListingPageProps {
  readonly listing: Listing;
  /** Those who answered, for its organisation. */
  readonly conversations: readonly Conversation[];
  readonly mayClose: boolean;
  readonly mayAnswer: boolean;
  readonly isSignedIn: boolean;
  readonly personId: string | null;
  /** Whether this visitor answered it before. */
  readonly hasAnswered: boolean;
  readonly decide: DecideProps | null;
}

export function ListingPage(props: ListingPageProps): JSX.Element {
  const { listing, conversations } = props;
  const { id } = listing;
  return (
    <>
      <PageHeader
        eyebrow={`${listingKindWords[listing.kind]} · ${departmentsInWords(listing.departments)}`}
        title={listing.title}
        meta={<ListingState state={listing.state} />}
      />
      <Prose>
        <p class="es-lines">{listing.body}</p>
        <p class="es-hint">
          {listing.actorSlug === null ? (
            listing.organisationName
          ) : (
            <a href={urls.actor.href({ slug: listing.actorSlug })}>{listing.organisationName}</a>
          )}
          {` · publiée le ${formatDay(dayInParis(listing.publishedAt))}, ouverte jusqu’au ${formatDay(listing.closesOn)}`}
        </p>
      </Prose>
      <ButtonBar>
        <Answer {...props} />
        {props.mayClose && listing.state === "open" && (
          <ActionForm action={urls.listingClosing.href({ id })}>
            <Button variant="secondary">Clore l’annonce</Button>
          </ActionForm>
        )}
      </ButtonBar>
      {props.mayClose && (
        <Section title="Les réponses">
          <DataTable
            caption="Ceux qui ont répondu"
            captionHidden
            rows={conversations}
            rowKey={(one) => one.correspondent}
            empty={<p>Personne n’a encore répondu. Sans réponse au bout d’une semaine, les animateurs vous aident.</p>}
            columns={[
              {
                key: "who",
                header: "Personne",
                rowHeader: true,
                cell: (one) => (
                  <a href={urls.listingExchange.href({ id, person: one.correspondent })}>{one.correspondentName}</a>
                ),
              },
              { key: "count", header: "Messages", cell: (one) => plural(one.messages, "message") },
              { key: "last", header: "Dernier", cell: (one) => formatDateTime(one.lastAt) },
            ]}
          />
        </Section>
      )}
      {props.decide !== null && <DecideForm {...props.decide} />}
    </>
  );
}

function Answer(props: ListingPageProps): JSX.Element | null {
  const { listing, personId } = props;
  const { id } = listing;
  if (props.hasAnswered && personId !== null) {
    return (
      <LinkButton href={urls.listingExchange.href({ id, person: personId })}>Reprendre la conversation</LinkButton>
    );
  }
  if (listing.state !== "open") return null;
  if (!props.isSignedIn) {
    return (
      <LinkButton href={urls.signIn.href({}, { retour: urls.listing.href({ id }) })} icon="user">
        Me connecter pour répondre
      </LinkButton>
    );
  }
  if (!props.mayAnswer || personId === null) return null;
  return (
    <LinkButton href={urls.listingExchange.href({ id, person: personId })} icon="message">
      Répondre
    </LinkButton>
  );
}

export interface ExchangePageProps {
  readonly listing: Listing;
  readonly messages: readonly ListingMessage[];
  readonly person: string;
  /** Whether the visitor is the one who answered. */
  readonly isCorrespondent: boolean;
  readonly correspondentName: string;
  readonly mayWrite: boolean;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

export function ExchangePage(props: ExchangePageProps): JSX.Element {
  const { listing, messages, isCorrespondent } = props;
  return (
    <>
      <ErrorSummary errors={summaryOf(messageForm, props.errors)} />
      <PageHeader
        eyebrow={`${listingKindWords[listing.kind]} : ${listing.title}`}
        title={isCorrespondent ? `Avec ${listing.organisationName}` : `Avec ${props.correspondentName}`}
        lead="Vos adresses restent cachées ; donnez-les vous-même si vous le voulez."
      />
      <ol class="es-said" aria-label="Messages">
        {messages.map((one) => (
          <li key={one.id} data-side={one.fromCorrespondent === isCorrespondent ? "own" : "other"}>
            <p class="es-hint">{`${one.authorName}, ${formatDateTime(one.sentAt)}`}</p>
            <p>{one.body}</p>
          </li>
        ))}
      </ol>
      {props.mayWrite && (
        <Form action={urls.listingExchange.href({ id: listing.id, person: props.person })}>
          <PlainFields of={messageForm} raw={props.raw} errors={props.errors} />
          <ButtonBar>
            <Button icon="send">Envoyer</Button>
            <LinkButton variant="tertiary" href={urls.listing.href({ id: listing.id })}>
              Revoir l’annonce
            </LinkButton>
          </ButtonBar>
        </Form>
      )}
    </>
  );
}

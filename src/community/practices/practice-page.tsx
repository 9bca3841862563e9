import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  Disclosure,
  dayInParis,
  ErrorSummary,
  Form,
  formatDateTime,
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  PlainFields,
  Prose,
  Section,
  StateTag,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { OrganisationField } from "../exchanges/new-page.tsx";
import { DecideForm, type DecideProps } from "../moderation/decide-form.tsx";
import type { Moderation } from "../moderation/moderation.ts";
import { commentForm } from "./form.ts";
import type { PracticePiece } from "./piece.ts";
import { PracticePieces } from "./pieces-part.tsx";
import { isWritable, type Practice, type PracticeComment, practiceLooks } from "./practice.ts";
import { themesInWords } from "./practices-page.tsx";

export interface PracticePageProps {
  readonly practice: Practice;
  readonly pieces: readonly PracticePiece[];
  readonly comments: readonly PracticeComment[];
  readonly mayWrite: boolean;
  readonly mayModerate: boolean;
  readonly commentFor: readonly { readonly id: string; readonly name: string }[];
  readonly isSignedIn: boolean;
  /** Why it is not online, where somebody decided it. */
  readonly decision: Moderation | null;
  readonly decide: DecideProps | null;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

export function PracticePage(props: PracticePageProps): JSX.Element {
  const { practice } = props;
  const isOnline = practice.state === "published";
  return (
    <>
      <ErrorSummary errors={summaryOf(commentForm, props.errors)} />
      <PageHeader
        eyebrow={themesInWords(practice.themes)}
        title={practice.title}
        lead={practice.summary}
        meta={isOnline ? undefined : <StateTag {...practiceLooks[practice.state]} />}
      />
      <Standing {...props} />
      <Prose>
        {practice.body.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph} class="es-lines">
            {paragraph.trim()}
          </p>
        ))}
        <PracticePieces slug={practice.slug} pieces={props.pieces} />
        <p class="es-hint">
          {practice.actorSlug === null ? (
            practice.organisationName
          ) : (
            <a href={urls.actor.href({ slug: practice.actorSlug })}>{practice.organisationName}</a>
          )}
          {practice.publishedAt !== null && ` · publiée le ${formatDay(dayInParis(practice.publishedAt))}`}
        </p>
      </Prose>
      {isOnline && <Comments {...props} />}
      {props.decide !== null && <DecideForm {...props.decide} />}
    </>
  );
}

function Standing(props: PracticePageProps): JSX.Element | null {
  const { practice, decision, mayWrite } = props;
  const { slug, state } = practice;
  if (state === "published") return null;
  return (
    <>
      {decision !== null && (state === "refused" || state === "removed") && (
        <Notice tone="warning" title={state === "refused" ? "Elle n’a pas été acceptée" : "Elle a été retirée"}>
          <p class="es-lines">{decision.reasons}</p>
          <a href={urls.moderation.href({ id: decision.id })}>Lire la décision, ou la contester</a>
        </Notice>
      )}
      {state === "submitted" && (
        <Notice tone="info" title="Elle attend d’être relue">
          <p>L’organisme recevra un courriel dès qu’elle le sera.</p>
        </Notice>
      )}
      {mayWrite && isWritable(state) && (
        <ButtonBar>
          <ActionForm action={urls.practiceSubmission.href({ slug })}>
            <Button icon="send">Proposer à la communauté</Button>
          </ActionForm>
          <LinkButton variant="secondary" icon="pen" href={urls.practiceEdit.href({ slug })}>
            Modifier
          </LinkButton>
          <LinkButton variant="secondary" icon="upload" href={urls.practicePieces.href({ slug })}>
            Images, vidéos et fichiers
          </LinkButton>
        </ButtonBar>
      )}
    </>
  );
}

function Comments(props: PracticePageProps): JSX.Element {
  const { practice, comments, commentFor } = props;
  return (
    <Section id="commentaires" title={comments.length === 0 ? "Commentaires" : `Commentaires (${comments.length})`}>
      {comments.length === 0 ? <p>Personne n’a encore commenté.</p> : <Said {...props} />}
      {commentFor.length > 0 ? (
        <Form action={urls.practiceComments.href({ slug: practice.slug })}>
          <OrganisationField organisations={commentFor} value={props.raw.organisation} />
          <PlainFields of={commentForm} raw={props.raw} errors={props.errors} />
          <ButtonBar>
            <Button variant="secondary">Commenter</Button>
          </ButtonBar>
        </Form>
      ) : (
        !props.isSignedIn && (
          <p>
            <a href={urls.signIn.href({}, { retour: urls.practice.href({ slug: practice.slug }) })}>
              Se connecter pour commenter
            </a>
          </p>
        )
      )}
    </Section>
  );
}

function Said(props: PracticePageProps): JSX.Element {
  return (
    <ol class="es-said">
      {props.comments.map((one) => (
        <li key={one.id} id={`commentaire-${one.id}`}>
          <p class="es-hint">{`${one.authorName}, ${one.organisationName}, ${formatDateTime(one.postedAt)}`}</p>
          {one.removed && <StateTag tone="danger" icon="stop" label="Retiré" />}
          <p>{one.body}</p>
          {props.mayModerate && (
            <Disclosure summary="Modérer ce commentaire">
              <a href={urls.moderationDesk.href({ about: "comment", id: one.id })}>
                {one.removed ? "Remettre en ligne" : "Retirer, avec un motif"}
                <span class="ds-sr-only">{` : commentaire de ${one.authorName}`}</span>
              </a>
            </Disclosure>
          )}
        </li>
      ))}
    </ol>
  );
}

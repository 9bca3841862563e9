import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  ActionForm,
  Button,
  ButtonBar,
  Confirm,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  PlainFields,
  StateTag,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Moderation } from "../moderation/moderation.ts";
import { type Actor, actorLooks } from "./actor.ts";
import { actorForm } from "./form.ts";

export interface EditActorProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly actor: Actor | null;
  /** Why it is not online, where somebody decided it. */
  readonly decision: Moderation | null;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
  readonly mayLeave: boolean;
}

export function EditActorPage(props: EditActorProps): JSX.Element {
  const { organisation, actor, errors } = props;
  const isOnline = actor?.state === "published";
  return (
    <>
      <ErrorSummary errors={summaryOf(actorForm, errors)} />
      <PageHeader
        eyebrow={organisation.name}
        title={actor === null ? "Rejoindre la communauté" : "Votre fiche"}
        lead="Vous décidez de ce que tout le monde voit. Une animatrice ou un animateur lit chaque nouvelle fiche avant qu’elle paraisse."
        meta={actor === null ? undefined : <StateTag {...actorLooks[actor.state]} />}
      />
      {actor !== null && <Standing {...props} actor={actor} />}
      <Form action={urls.actorEdit.href({ id: organisation.id })}>
        <PlainFields of={actorForm} raw={props.raw} errors={errors} />
        <ButtonBar>
          <Button>{isOnline ? "Enregistrer" : actor?.state === "asked" ? "Enregistrer" : "Demander à paraître"}</Button>
          {isOnline && (
            <LinkButton variant="tertiary" href={urls.actor.href({ slug: actor.slug })}>
              Voir la fiche
            </LinkButton>
          )}
        </ButtonBar>
      </Form>
      {actor !== null && actor.state !== "left" && props.mayLeave && (
        <Confirm
          id="depart"
          action={urls.actorLeaving.href({ id: organisation.id })}
          label="Quitter l’annuaire"
          title="Quitter l’annuaire ?"
          confirmLabel="Quitter"
          danger
        >
          <p>La fiche disparaît tout de suite. Vos annonces et vos pratiques restent.</p>
        </Confirm>
      )}
    </>
  );
}

function Standing(props: EditActorProps & { readonly actor: Actor }): JSX.Element | null {
  const { actor, decision, organisation } = props;
  if (actor.state === "asked") {
    return (
      <Notice tone="info" title="Votre demande est en attente">
        <p>Vous recevrez un courriel dès qu’elle sera lue. Vous pouvez encore modifier la fiche.</p>
      </Notice>
    );
  }
  if (actor.state === "refused" || actor.state === "removed") {
    return (
      <Notice
        tone="warning"
        title={actor.state === "refused" ? "La fiche n’a pas été acceptée" : "La fiche a été retirée"}
      >
        <p class="es-lines">{decision?.reasons}</p>
        {decision !== null && <a href={urls.moderation.href({ id: decision.id })}>Lire la décision, ou la contester</a>}
      </Notice>
    );
  }
  if (actor.state === "asleep" || actor.state === "published") {
    return (
      <Notice
        tone={actor.state === "asleep" ? "warning" : "info"}
        title={actor.state === "asleep" ? "La fiche est en sommeil" : `Confirmée le ${formatDay(actor.confirmedOn)}`}
      >
        <p>Une fiche se confirme une fois par an, ou s’endort : ainsi l’annuaire reste juste.</p>
        <ActionForm action={urls.actorConfirmation.href({ id: organisation.id })}>
          <Button variant="secondary" size="sm">
            Tout est encore exact
          </Button>
        </ActionForm>
      </Notice>
    );
  }
  return null;
}

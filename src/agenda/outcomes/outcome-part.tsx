import type { JSX } from "preact";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import {
  ActionForm,
  Button,
  ChoiceField,
  Disclosure,
  ErrorSummary,
  Form,
  LinkButton,
  LongTextField,
  plural,
  pluralOf,
  Section,
  SelectField,
  TextField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import type { Idea, Outcome } from "./store.ts";

export interface OutcomePartProps {
  readonly occasion: Occasion;
  readonly outcome: Outcome;
  readonly ideas: readonly Idea[];
  /** The edition before, with what came of it. */
  readonly previous: { readonly slug: string; readonly title: string; readonly outcome: Outcome } | null;
  readonly isSignedIn: boolean;
  readonly hasBegun: boolean;
  readonly mayHide: boolean;
  /** The idea that was not taken, as it was typed, and what is wrong by the field. */
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly linkable: readonly { readonly id: string; readonly label: string }[];
}

/** « Ce qui en naît »: ideas kept and supported, calls for partners, requests for aid that were born there. */
export function OutcomePart(props: OutcomePartProps): JSX.Element | null {
  const { occasion, ideas, previous } = props;
  if (!props.hasBegun && ideas.length === 0 && previous === null) return null;
  return (
    <Section id="suites" title="Ce qui en naît">
      {(props.hasBegun || ideas.length > 0) && <Counts outcome={props.outcome} />}
      {previous !== null && (
        <>
          <p>
            L’édition précédente, <a href={urls.agendaItem.href({ slug: previous.slug })}>{previous.title}</a>
            {"\u00a0:"}
          </p>
          <Counts outcome={previous.outcome} />
        </>
      )}
      {ideas.length > 0 && (
        <ul class="es-door es-ideas">
          {ideas.map((idea) => (
            <IdeaRow key={idea.id} {...props} idea={idea} />
          ))}
        </ul>
      )}
      {props.hasBegun && props.isSignedIn && <Saying {...props} />}
      {props.hasBegun && props.linkable.length > 0 && (
        <Disclosure summary="Une de vos demandes est née ici ?">
          <Form action={urls.outcomeApplications.href({ slug: occasion.slug })} label="Rattacher une demande">
            <SelectField
              name="demande"
              label="Votre demande"
              options={props.linkable.map(({ id, label }) => ({ value: id, label }))}
            />
            <Button variant="secondary">La rattacher à cet événement</Button>
          </Form>
        </Disclosure>
      )}
      {props.hasBegun && (
        <p class="es-agenda-links">
          <a href={urls.newApplication.href({}, { evenement: occasion.slug })}>Commencer une demande d’aide</a>
          {!props.isSignedIn && (
            <a href={urls.signIn.href({}, { retour: urls.agendaItem.href({ slug: occasion.slug }) })}>
              Se connecter pour dire une idée
            </a>
          )}
        </p>
      )}
    </Section>
  );
}

function Counts(props: { readonly outcome: Outcome }): JSX.Element {
  const { ideas, partners, drafts, filed, accepted } = props.outcome;
  return (
    <dl class="es-counts">
      <div>
        <dt>{pluralOf(ideas, "idée déposée", "idées déposées")}</dt>
        <dd>{ideas}</dd>
      </div>
      <div>
        <dt>{pluralOf(partners, "recherche de partenaires", "recherches de partenaires")}</dt>
        <dd>{partners}</dd>
      </div>
      <div>
        <dt>{pluralOf(drafts, "demande en préparation", "demandes en préparation")}</dt>
        <dd>{drafts}</dd>
      </div>
      <div>
        <dt>
          {`${pluralOf(filed, "demande d’aide déposée", "demandes d’aide déposées")}${accepted === 0 ? "" : `, dont ${plural(accepted, "acceptée")}`}`}
        </dt>
        <dd>{filed}</dd>
      </div>
    </dl>
  );
}

function IdeaRow(props: OutcomePartProps & { readonly idea: Idea }): JSX.Element {
  const { idea } = props;
  return (
    <li>
      <div>
        <strong>{idea.title}</strong>
        {idea.kind === "partners" && <span class="es-hint"> cherche des partenaires</span>}
        {idea.said !== "" && <p class="es-lines">{idea.said}</p>}
        <p class="es-hint">{sayIdea(idea)}</p>
      </div>
      {(props.isSignedIn || props.mayHide) && <IdeaActs {...props} />}
    </li>
  );
}

/** Who said it, where they are still here to say so; who supports it; what came of it. */
function sayIdea({ author, supports, requests }: Idea): string {
  const born = requests === 0 ? "" : `${plural(requests, "demande")} en ${requests === 1 ? "est née" : "sont nées"}`;
  return [author, plural(supports, "soutien"), born].filter((part) => part !== "").join(", ");
}

function IdeaActs(props: OutcomePartProps & { readonly idea: Idea }): JSX.Element {
  const { idea, occasion } = props;
  return (
    <div class="es-button-bar">
      {props.isSignedIn && (
        <ActionForm
          action={urls.outcomeSupport.href({ slug: occasion.slug, idea: idea.id })}
          fields={{ soutien: idea.isMine ? "non" : "oui" }}
        >
          <Button variant="tertiary" size="sm" icon={idea.isMine ? "check" : "star"} context={idea.title}>
            {idea.isMine ? "Ne plus soutenir" : "Soutenir"}
          </Button>
        </ActionForm>
      )}
      {props.isSignedIn && (
        <LinkButton
          variant="tertiary"
          size="sm"
          href={urls.newApplication.href({}, { evenement: occasion.slug, idee: idea.id })}
          context={idea.title}
        >
          En faire une demande
        </LinkButton>
      )}
      {props.isSignedIn && (
        <LinkButton variant="tertiary" size="sm" href={searchOf(occasion, idea)} context={idea.title}>
          Chercher des partenaires
        </LinkButton>
      )}
      {props.mayHide && (
        <ActionForm action={urls.outcomeHiding.href({ id: occasion.id, idea: idea.id })}>
          <Button variant="tertiary" size="sm" icon="trash" context={idea.title}>
            Retirer
          </Button>
        </ActionForm>
      )}
    </div>
  );
}

/** The community's form for « je cherche », begun with the idea. */
function searchOf(occasion: Occasion, idea: Idea): string {
  const from = `Une idée de l’événement «\u202f${occasion.title}\u202f».`;
  const texte = idea.said === "" ? from : `${idea.said}\n\n${from}`;
  return urls.newListing.href({}, { nature: "seek", titre: idea.title, texte });
}

function Saying({ occasion, typed, errors }: OutcomePartProps): JSX.Element {
  const wrong = Object.entries(errors).map(([name, message]) => ({ name, message }));
  return (
    <Disclosure summary="Dire une idée" id="idee" open={wrong.length > 0}>
      <ErrorSummary errors={wrong} />
      <Form action={urls.outcomeIdeas.href({ slug: occasion.slug })} label="Dire une idée">
        <ChoiceField
          name="genre"
          label="C’est"
          options={[
            { value: "idea", label: "une idée à soutenir" },
            { value: "partners", label: "une recherche de partenaires" },
          ]}
          value={text(typed, "genre") || "idea"}
        />
        <TextField
          name="titre"
          label="En une phrase"
          maxLength={200}
          value={text(typed, "titre")}
          error={errors.titre}
        />
        <LongTextField
          name="texte"
          label="Ce que vous cherchez ou proposez"
          rows={3}
          maxLength={3000}
          value={text(typed, "texte")}
          error={errors.texte}
          required={false}
        />
        <p class="es-hint">Votre nom paraît avec votre idée.</p>
        <Button variant="secondary">Garder cette idée</Button>
      </Form>
    </Disclosure>
  );
}

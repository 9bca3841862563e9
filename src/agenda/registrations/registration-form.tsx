import type { JSX } from "preact";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  Button,
  CheckField,
  ChoiceField,
  EmailField,
  ErrorSummary,
  Form,
  Progress,
  plural,
  SelectField,
  TextField,
  YesNoField,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Occasion, OccasionQuestion } from "../occasions/occasion.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import { freePlaces, hasRoom, type Quota } from "./registration.ts";
import { TraineeFields } from "./trainee-fields.tsx";

export interface RegistrationFormProps {
  readonly occasion: Occasion;
  readonly quotas: readonly Quota[];
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  /** Name and address of who is signed in: not asked again. */
  readonly person: { readonly name: string; readonly email: string } | null;
  readonly structures: readonly { readonly id: string; readonly name: string }[];
}

/** Registers oneself, and up to a few colleagues. Works without an account: the address is confirmed by a mail. */
export function RegistrationForm(props: RegistrationFormProps): JSX.Element {
  const { occasion, quotas, typed, errors, person } = props;
  const value = (name: string) => one(typed[name]);
  return (
    <section class="es-card es-registration" id="inscription" tabIndex={-1} aria-labelledby="inscription-titre">
      <h2 class="es-card-title" id="inscription-titre">
        S’inscrire
      </h2>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <Places quotas={quotas} />
      <Form action={urls.agendaRegistration.href({ slug: occasion.slug })} label="Inscription">
        {quotas.length > 1 && (
          <ChoiceField
            name="public"
            label="Vous venez pour"
            as="radios"
            options={quotas.map((quota) => ({ value: quota.id, label: quota.label, hint: sayRoom(quota) }))}
            value={value("public")}
            error={errors.public}
          />
        )}
        {person === null ? (
          <>
            <TextField
              name="nom"
              label="Votre nom"
              autocomplete="name"
              maxLength={120}
              value={value("nom")}
              error={errors.nom}
            />
            <EmailField
              name="courriel"
              label="Votre courriel"
              hint="Vous confirmez en un clic, sans compte."
              value={value("courriel")}
              error={errors.courriel}
            />
            <TextField
              name="structure"
              label="Votre structure"
              required={false}
              autocomplete="organization"
              maxLength={200}
              value={value("structure")}
              error={errors.structure}
            />
          </>
        ) : (
          <>
            <p>{`Vous vous inscrivez comme ${person.name}, ${person.email}.`}</p>
            {props.structures.length > 0 && (
              <SelectField
                name="organisme"
                label="Pour quel organisme ?"
                required={false}
                options={props.structures.map(({ id, name }) => ({ value: id, label: name }))}
                value={value("organisme")}
              />
            )}
          </>
        )}
        {occasion.questions.map((question) => (
          <QuestionOf
            key={question.id}
            question={question}
            value={value(`reponse.${question.id}`)}
            error={errors[`reponse.${question.id}`]}
          />
        ))}
        {occasion.nature === "session" && <TraineeFields typed={typed} />}
        {occasion.nature === "event" && <Colleagues typed={typed} errors={errors} />}
        <TextField
          name="acces"
          label="Un besoin d’accessibilité ?"
          hint="Une personne vous rappelle."
          required={false}
          maxLength={500}
          value={value("acces")}
          error={errors.acces}
        />
        {occasion.nature === "event" && (
          <CheckField
            name="photo"
            label="J’accepte d’être pris en photo."
            required={false}
            checked={value("photo") === "oui"}
          />
        )}
        <Button>M’inscrire</Button>
      </Form>
      <p>
        <a href={urls.teamRegistration.href({ slug: occasion.slug })}>Inscrire toute une équipe</a>
      </p>
      <details class="es-why">
        <summary>Comment marche la liste d’attente ?</summary>
        <p>
          {`Quand tout est pris, vous prenez rang dans la liste. Une place qui se libère est proposée à la première personne, qui a ${plural(occasion.offerHours, "heure")} pour la prendre, puis à la suivante. Vous quittez la liste quand vous voulez.`}
        </p>
      </details>
    </section>
  );
}

function Places(props: { readonly quotas: readonly Quota[] }): JSX.Element {
  return (
    <>
      {props.quotas.map((quota) =>
        quota.places === null ? (
          props.quotas.length === 1 && <p key={quota.id}>Sans limite de places.</p>
        ) : (
          <Progress
            key={quota.id}
            done={Math.min(quota.held, quota.places)}
            total={quota.places}
            label={`${props.quotas.length > 1 ? `${quota.label} : ` : ""}${sayRoom(quota)}`}
          />
        ),
      )}
    </>
  );
}

/** « 12 places libres », « complet, 4 personnes attendent ». */
export function sayRoom(quota: Quota): string {
  const free = freePlaces(quota);
  if (free === null) return "places libres";
  if (hasRoom(quota)) return plural(free, "place libre", "places libres");
  return quota.waiting === 0
    ? "complet"
    : `complet, ${plural(quota.waiting, "personne attend", "personnes attendent")}`;
}

export function QuestionOf(props: {
  readonly question: OccasionQuestion;
  readonly value: string;
  readonly error: string | undefined;
}): JSX.Element {
  const { question } = props;
  const common = {
    name: `reponse.${question.id}`,
    label: question.label,
    value: props.value,
    error: props.error,
    required: question.required,
  };
  if (question.kind === "yes-no") return <YesNoField {...common} />;
  if (question.kind === "choice") {
    return <ChoiceField {...common} options={question.options.map((option) => ({ value: option, label: option }))} />;
  }
  return <TextField {...common} maxLength={500} />;
}

export const MOST_COLLEAGUES = 5;

function Colleagues(props: { readonly typed: FormFields; readonly errors: FieldErrors }): JSX.Element {
  const isOpen = Object.keys(props.typed).some((name) => name.startsWith("collegue.") && one(props.typed[name]) !== "");
  return (
    <details class="es-disclosure" open={isOpen}>
      <summary>J’inscris aussi des collègues</summary>
      <div class="es-disclosure-body">
        <p class="es-hint">Chaque personne reçoit un courriel qui dit que vous l’avez inscrite, et peut refuser.</p>
        {Array.from({ length: MOST_COLLEAGUES }, (_, n) => (
          <fieldset key={n} class="ds-fieldset">
            <legend class="ds-label">{`Collègue ${n + 1}`}</legend>
            <TextField
              name={`collegue.${n}.nom`}
              label="Nom"
              required={false}
              unmarked
              maxLength={120}
              value={one(props.typed[`collegue.${n}.nom`])}
              error={props.errors[`collegue.${n}.nom`]}
            />
            <EmailField
              name={`collegue.${n}.courriel`}
              label="Courriel"
              autocomplete="off"
              required={false}
              unmarked
              value={one(props.typed[`collegue.${n}.courriel`])}
              error={props.errors[`collegue.${n}.courriel`]}
            />
          </fieldset>
        ))}
      </div>
    </details>
  );
}

function one(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

import type { JSX } from "preact";
import {
  Button,
  ButtonBar,
  DayField,
  Disclosure,
  ErrorSummary,
  formatDayShort,
  LinkButton,
  LongTextField,
  PageHeader,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ActFields, allTypedIn, errorOf, errorsOf, idIn, type ReviewedView, typedIn } from "../file/file-view.tsx";
import type { Askable } from "./completion.ts";

export const COMPLETION_FORM = "complements";

/** Chooses the fields and papers to ask for, each with its own words; what the machine finds missing is ticked. */
export function CompletionPage(props: { readonly view: ReviewedView; readonly dueOn: string }): JSX.Element {
  const { view } = props;
  const { application } = view.file;
  const sections = [...new Set(view.asked.map((one) => one.section))];
  const isFresh = view.typed === null;
  return (
    <>
      <ErrorSummary errors={errorsOf(view.typed)} />
      <PageHeader
        eyebrow={`${application.number ?? ""}, ${application.organisationName}`}
        title="Demander des compléments"
        lead="Le demandeur recevra une lettre et un courriel qui le mènent à chaque champ choisi. Le délai de décision est suspendu jusqu’à sa réponse."
      />
      <form
        class="es-form"
        method="post"
        action={urls.reviewCompletion.href({ id: application.id })}
        id={COMPLETION_FORM}
      >
        <ActFields view={view} />
        {errorOf(view, COMPLETION_FORM, "champ") !== undefined && (
          <p class="es-error" id={idIn(COMPLETION_FORM, "champ")} tabIndex={-1}>
            {errorOf(view, COMPLETION_FORM, "champ")}
          </p>
        )}
        {sections.map((section) => {
          const items = view.asked.filter((one) => one.section === section);
          const missing = items.filter((one) => one.isMissing).length;
          return (
            <Disclosure
              key={section}
              summary={missing === 0 ? section : `${section} (${missing} à compléter)`}
              open={missing > 0 || items.some((one) => isTicked(view, one, isFresh))}
            >
              <div class="es-options">
                {items.map((one) => (
                  <AskableField key={one.path} view={view} one={one} isFresh={isFresh} />
                ))}
              </div>
            </Disclosure>
          );
        })}
        <DayField
          name="echeance"
          id={idIn(COMPLETION_FORM, "echeance")}
          label="Réponse attendue au plus tard le"
          value={typedIn(view, COMPLETION_FORM, "echeance", formatDayShort(props.dueOn))}
          error={errorOf(view, COMPLETION_FORM, "echeance")}
        />
        <LongTextField
          name="note"
          id={idIn(COMPLETION_FORM, "note")}
          label="Un mot d’accompagnement"
          required={false}
          rows={3}
          maxLength={4000}
          value={typedIn(view, COMPLETION_FORM, "note")}
          error={errorOf(view, COMPLETION_FORM, "note")}
        />
        <ButtonBar>
          <Button icon="send">Envoyer la demande</Button>
          <Button
            variant="secondary"
            icon="eye"
            newTab
            formAction={urls.reviewPreview.href({ id: application.id, letter: "demande-de-complements" })}
          >
            Voir la lettre
          </Button>
          <LinkButton variant="tertiary" href={urls.review.href({ id: application.id }, view.list.query)}>
            Revenir au dossier
          </LinkButton>
        </ButtonBar>
      </form>
    </>
  );
}

function isTicked(view: ReviewedView, one: Askable, isFresh: boolean): boolean {
  return isFresh ? one.isMissing : allTypedIn(view, COMPLETION_FORM, "champ").includes(one.path);
}

function AskableField(props: {
  readonly view: ReviewedView;
  readonly one: Askable;
  readonly isFresh: boolean;
}): JSX.Element {
  const { view, one, isFresh } = props;
  const message = `message:${one.path}`;
  const id = idIn(COMPLETION_FORM, one.path);
  const answer = `${id}-reponse`;
  return (
    <div class="es-option">
      <input
        class="ds-input"
        type="checkbox"
        name="champ"
        aria-describedby={answer}
        id={id}
        value={one.path}
        checked={isTicked(view, one, isFresh)}
      />
      <label for={id}>{one.label}</label>
      <div class="es-hint" id={answer}>
        Réponse actuelle : {one.answer}
      </div>
      <div class="es-option-more">
        <LongTextField
          name={message}
          id={idIn(COMPLETION_FORM, message)}
          label={
            <>
              Ce qui est attendu<span class="ds-sr-only"> : {one.label}</span>
            </>
          }
          required={false}
          rows={2}
          maxLength={1000}
          value={typedIn(view, COMPLETION_FORM, message)}
          error={errorOf(view, COMPLETION_FORM, message)}
        />
      </div>
    </div>
  );
}

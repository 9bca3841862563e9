import type { JSX } from "preact";
import { labelHere, type OpenScheme, type Section, valueAtPath } from "#policy/index.ts";
import { type OpenApplication, sayAnswer } from "#src/life/index.ts";
import {
  AutosaveStatus,
  Button,
  ButtonBar,
  Columns,
  ErrorSummary,
  Form,
  type FormError,
  HiddenField,
  Notice,
  PageHeader,
  RequiredNote,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { Budget } from "../web/budget.tsx";
import { LivePicture, SectionPicture } from "../web/pictures.tsx";
import { OlderFramework, OtherAuthors } from "./draft-notices.tsx";
import { FormItems } from "./form-items.tsx";
import { buttons } from "./form-question.tsx";
import type { FormState } from "./form-state.ts";
import { SaveButtons } from "./save-buttons.tsx";
import { DraftSteps } from "./sidebar.tsx";
import { Standing, UnmetFlag } from "./unmet.tsx";

export interface SectionPageProps {
  readonly file: OpenApplication;
  readonly section: Section;
  readonly state: FormState;
  /** Told at the top: what could not be read, what conflicts; empty until something was sent. */
  readonly summary: readonly FormError[];
  /** This rendering's own name: what it sent itself never conflicts with it. */
  readonly page: string;
  readonly savedText: string;
  readonly mayEdit: boolean;
  readonly conflict: boolean;
  readonly lastAuthor: string | null;
}

/** One section of the draft, its steps beside, the budget under the questions that make it. */
export function SectionPage(props: SectionPageProps): JSX.Element {
  const { file, section } = props;
  const { sections } = file.reading.scheme.form;
  const index = sections.findIndex((one) => one.id === section.id);
  return (
    <Columns side={<DraftSteps file={file} current={section.id} />}>
      <PageHeader
        eyebrow={`${file.reading.scheme.name} · ${file.application.organisationName}`}
        title={section.title}
        lead={section.intro}
      />
      <OlderFramework file={file} />
      {props.conflict && (
        <Notice tone="warning" title="Les mêmes champs ont été modifiés ailleurs" headingLevel={2}>
          Sous chacun de ces champs, choisissez la valeur à garder, puis enregistrez. D’ici là, la valeur enregistrée ne
          change pas. Vos autres réponses sont enregistrées.
        </Notice>
      )}
      <ErrorSummary errors={props.summary} />
      {props.mayEdit ? <SectionForm {...props} isFirst={index === 0} /> : <SectionAnswers {...props} />}
    </Columns>
  );
}

function SectionForm(props: SectionPageProps & { readonly isFirst: boolean }): JSX.Element {
  const { file, section } = props;
  const { application } = file;
  const action = urls.applicationSection.href({ id: application.id, section: section.id });
  return (
    <Form id="formulaire" action={action} autosaveUrl={action} live label={section.title}>
      <EnterSaves />
      <UnmetFlag reading={file.reading} section={section.id} />
      <HiddenField name="base" value={String(application.rawVersion)} />
      <HiddenField name="page" value={props.page} />
      <RequiredNote />
      <OtherAuthors name={props.lastAuthor} at={application.rawSavedAt} />
      <FormItems state={props.state} items={section.items} id={`section-${section.id}`} />
      <LivePicture reading={file.reading} section={section} />
      {showsBudget(file.reading.scheme, section) ? (
        <Budget reading={file.reading} id="budget" />
      ) : (
        <Standing reading={file.reading} />
      )}
      <SaveButtons />
      <ButtonBar sticky>
        {!props.isFirst && (
          <Button variant="tertiary" name={buttons.go} value="retour" icon="arrow-left">
            <span class="es-on-wide">Étape précédente</span>
          </Button>
        )}
        <AutosaveStatus savedText={props.savedText} />
        <Button name={buttons.go} value="suite" icon="arrow-right" iconAt="end">
          <span data-no-script>Enregistrer et continuer</span>
          <span data-with-script>Continuer</span>
        </Button>
      </ButtonBar>
    </Form>
  );
}

/** The first button of a form is the one that Enter presses: this one keeps the page and loses nothing. */
export function EnterSaves(): JSX.Element {
  return (
    <button class="ds-sr-only" type="submit" name={buttons.go} value="ici" tabIndex={-1} aria-hidden="true">
      Enregistrer
    </button>
  );
}

/** For who may read and not write: questions and answers. */
function SectionAnswers(props: SectionPageProps): JSX.Element {
  const { reading } = props.file;
  const asked = reading.questions.filter((one) => one.section === props.section.id);
  return (
    <>
      <Notice tone="info" title="Vous consultez cette demande">
        Votre rôle permet de lire les réponses, pas de les modifier.
      </Notice>
      <SummaryList
        items={asked.map(({ question, path, situation }) => ({
          label: labelHere(question.label, situation),
          value: sayAnswer(question, valueAtPath(reading.answers, path)),
          id: path,
        }))}
      />
      <SectionPicture reading={reading} section={props.section} />
      {showsBudget(reading.scheme, props.section) && <Budget reading={reading} id="budget" />}
    </>
  );
}

/** The budget stands where its lines and the other funding are asked. */
function showsBudget({ costs }: OpenScheme, section: Section): boolean {
  const lines = costs.each.join(".");
  const reads = (items: Section["items"]): boolean =>
    items.some((item) => {
      const path = item.path.join(".");
      if (item.type === "group") return path === lines || reads(item.items);
      return path === "otherPublicFunding";
    });
  return reads(section.items);
}

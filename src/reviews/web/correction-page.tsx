import type { JSX } from "preact";
import type { AskedHere, Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  ErrorSummary,
  LinkButton,
  LongTextField,
  PageHeader,
  QuestionField,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ActFields, answerId, errorOf, type FileView, typedIn } from "./file-view.tsx";

export const CORRECTION_FORM = "correction";

/** Corrects one answer: the value before, the value after, and why it is an evident slip. */
export function CorrectionPage(props: {
  readonly view: FileView;
  readonly asked: AskedHere;
  readonly raw: Raw;
  readonly before: string;
}): JSX.Element {
  const { view, asked, raw, before } = props;
  const { application } = view.file;
  const label = asked.situation === "" ? asked.question.label : `${asked.situation} : ${asked.question.label}`;
  const error = errorOf(view, CORRECTION_FORM, asked.path);
  return (
    <>
      <ErrorSummary
        errors={
          view.typed?.refusals.map(({ message, path }) =>
            path === undefined ? { message } : { message, name: path },
          ) ?? []
        }
      />
      <PageHeader
        eyebrow={`${application.number ?? ""}, ${application.organisationName}`}
        title="Corriger une erreur évidente"
        lead="Une faute de frappe, une inversion. La correction fait une nouvelle version du dossier, inscrite au journal ; le demandeur en est averti par courriel."
      />
      <SummaryList items={[{ label, value: before }]} />
      <form class="es-form" method="post" action={urls.reviewCorrection.href({ id: application.id })}>
        <ActFields view={view} />
        <input type="hidden" name="champ" value={asked.path} />
        <QuestionField
          question={asked.question}
          path={asked.path}
          raw={raw}
          {...(error === undefined ? {} : { error })}
        />
        <LongTextField
          name="motif"
          label="Pourquoi est-ce une erreur évidente ?"
          hint="Le demandeur lira ce motif."
          rows={3}
          value={typedIn(view, CORRECTION_FORM, "motif")}
          error={errorOf(view, CORRECTION_FORM, "motif")}
        />
        <ButtonBar>
          <Button icon="pen">Corriger et avertir le demandeur</Button>
          <LinkButton variant="tertiary" href={`${urls.review.href({ id: application.id })}#${answerId(asked.path)}`}>
            Revenir au dossier
          </LinkButton>
        </ButtonBar>
      </form>
    </>
  );
}

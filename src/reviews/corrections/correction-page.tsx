import type { JSX } from "preact";
import { type AskedHere, labelHere, type Raw } from "#policy/index.ts";
import { communeBox } from "#src/applications/web/index.ts";
import {
  Button,
  ButtonBar,
  ErrorSummary,
  fieldId,
  LinkButton,
  LongTextField,
  Notice,
  PageHeader,
  QuestionField,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { ActFields, answerId, errorOf, type ReviewedView, typedIn } from "../file/file-view.tsx";
import { KNOWINGLY } from "./correct.ts";

export const CORRECTION_FORM = "correction";

/** Corrects one answer: the value before, the value after, and why it is an evident slip. */
export function CorrectionPage(props: {
  readonly view: ReviewedView;
  readonly asked: AskedHere;
  readonly raw: Raw;
  readonly before: string;
}): JSX.Element {
  const { view, asked, raw, before } = props;
  const { application } = view.file;
  const label = labelHere(asked.question.label, asked.situation);
  const error = errorOf(view, CORRECTION_FORM, asked.path);
  const refusals = view.typed?.refusals ?? [];
  const reopened = refusals.filter(({ path }) => path === KNOWINGLY).map(({ message }) => message);
  return (
    <>
      <ErrorSummary
        errors={[
          ...refusals.flatMap(({ message, path }) =>
            path === KNOWINGLY ? [] : path === undefined ? [{ message }] : [{ message, name: path }],
          ),
          ...(reopened.length === 0
            ? []
            : [{ message: "Cette correction rouvre des points déjà conclus : confirmez-la.", name: KNOWINGLY }]),
        ]}
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
          commune={asked.question.control.kind === "commune" ? communeBox(raw, asked.path) : undefined}
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
        {reopened.length > 0 && <Reopened points={reopened} />}
        <ButtonBar>
          <Button icon="pen">Corriger et avertir le demandeur</Button>
          <LinkButton
            variant="tertiary"
            href={`${urls.review.href({ id: application.id }, view.list.query)}#${answerId(asked.path)}`}
          >
            Revenir au dossier
          </LinkButton>
        </ButtonBar>
      </form>
    </>
  );
}

/** What was settled and is no longer once the answer changes: its author says that they have seen it. */
function Reopened(props: { readonly points: readonly string[] }): JSX.Element {
  return (
    <Notice tone="warning" title="Ce que cette correction rouvre">
      <ul>
        {props.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div class="es-option">
        <input class="ds-input" type="checkbox" id={fieldId(KNOWINGLY)} name={KNOWINGLY} value="vues" />
        <label for={fieldId(KNOWINGLY)}>J’ai lu cette liste : je reprendrai ces points après la correction.</label>
      </div>
    </Notice>
  );
}

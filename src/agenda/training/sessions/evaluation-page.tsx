import type { JSX } from "preact";
import type { Question } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import { Button, ErrorSummary, Form, PageHeader, QuestionField } from "#src/ui/index.ts";

/** A few questions about what one attended; the form engine's own fields. */
export function EvaluationPage(props: {
  readonly action: string;
  readonly eyebrow: string;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly typed: FormFields;
  readonly errors: Readonly<Record<string, string>>;
}): JSX.Element {
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader eyebrow={props.eyebrow} title={props.title} lead="Vos réponses sont lues ensemble, sans votre nom." />
      <Form action={props.action}>
        {props.questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            path={question.id}
            raw={props.typed}
            error={props.errors[question.id]}
          />
        ))}
        <Button>Envoyer mes réponses</Button>
      </Form>
    </>
  );
}

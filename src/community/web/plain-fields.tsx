import type { JSX } from "preact";
import type { Form, Question, Raw } from "#policy/index.ts";
import { QuestionField } from "#src/ui/index.ts";

/** Every question of a short form, as it was typed, each error at its field. */
export function PlainFields(props: {
  readonly of: { readonly form: Form };
  readonly raw: Raw;
  readonly errors?: ReadonlyMap<string, string> | undefined;
}): JSX.Element {
  const questions = props.of.form.sections.flatMap(({ items }) => items as readonly Question[]);
  return (
    <>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          path={question.id}
          raw={props.raw}
          error={props.errors?.get(question.id)}
        />
      ))}
    </>
  );
}

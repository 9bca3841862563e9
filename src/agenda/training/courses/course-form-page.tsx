import type { ComponentChildren, JSX } from "preact";
import { Button, ButtonBar, ErrorSummary, Form, PageHeader, RequiredNote, Section } from "#src/ui/index.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";

/** The form of a course, alone on its page, or under what the page says already (`title` null). */
export function CourseFormPage(props: {
  readonly action: string;
  readonly title: string | null;
  readonly eyebrow?: string;
  readonly button: string;
  readonly errors: FieldErrors;
  readonly children: ComponentChildren;
}): JSX.Element {
  const form = (
    <Form action={props.action} label="Formation">
      <RequiredNote />
      {props.children}
      <ButtonBar>
        <Button>{props.button}</Button>
      </ButtonBar>
    </Form>
  );
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      {props.title === null ? (
        <Section title="Ce que dit la formation">{form}</Section>
      ) : (
        <>
          <PageHeader eyebrow={props.eyebrow} title={props.title} />
          {form}
        </>
      )}
    </>
  );
}

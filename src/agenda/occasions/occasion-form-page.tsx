import type { ComponentChildren, JSX } from "preact";
import { Button, ButtonBar, ErrorSummary, Form, HiddenField, PageHeader, RequiredNote } from "#src/ui/index.ts";
import { OccasionFields, type OccasionFieldsProps } from "./occasion-fields.tsx";

export interface OccasionFormPageProps extends OccasionFieldsProps {
  readonly action: string;
  readonly title: string;
  readonly lead?: string;
  readonly button: string;
  readonly version: number | null;
  readonly children?: ComponentChildren;
}

export function OccasionFormPage(props: OccasionFormPageProps): JSX.Element {
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader title={props.title} lead={props.lead} />
      <Form action={props.action}>
        <RequiredNote />
        {props.version !== null && <HiddenField name="version" value={String(props.version)} />}
        {props.children}
        <OccasionFields {...props} />
        <ButtonBar>
          <Button>{props.button}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}

import type { JSX } from "preact";
import type { FormFields } from "#src/platform/http/forms.ts";
import { Button, ButtonBar, ErrorSummary, Form, LinkButton, PageHeader } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Organisation } from "./organisation.ts";
import type { FieldErrors } from "./organisation-form.ts";
import { OrganisationFields } from "./organisation-form.tsx";

export function OrganisationEditPage(props: {
  readonly organisation: Organisation;
  readonly fields: FormFields;
  readonly errors: FieldErrors;
}): JSX.Element {
  const { organisation } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader title="Modifier l’organisme" eyebrow={organisation.name} />
      <Form action={urls.organisationEdit.href({ id: organisation.id })}>
        <OrganisationFields
          fields={props.fields}
          errors={props.errors}
          company={organisation.source === "directory" ? organisation : null}
        />
        <ButtonBar>
          <Button>Enregistrer</Button>
          <LinkButton variant="tertiary" href={urls.organisation.href({ id: organisation.id })}>
            Annuler
          </LinkButton>
        </ButtonBar>
      </Form>
    </>
  );
}

import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  PageHeader,
  PlainFields,
  SelectField,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { listingForm } from "./form.ts";

export function NewListingPage(props: {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}): JSX.Element {
  const { organisations, raw, errors } = props;
  return (
    <>
      <ErrorSummary errors={summaryOf(listingForm, errors)} />
      <PageHeader title="Écrire une annonce" lead="Elle paraît tout de suite et se ferme toute seule." />
      <InTheNameOf organisations={organisations} back={urls.newListing.href()}>
        <Form action={urls.newListing.href()}>
          <OrganisationField organisations={organisations} value={raw.organisation} />
          <PlainFields of={listingForm} raw={raw} errors={errors} />
          <ButtonBar>
            <Button icon="send">Publier</Button>
          </ButtonBar>
        </Form>
      </InTheNameOf>
    </>
  );
}

/** What it takes to write here: an organisation to write for. */
export function InTheNameOf(props: {
  readonly organisations: readonly unknown[];
  readonly back: string;
  readonly children: JSX.Element;
}): JSX.Element {
  if (props.organisations.length > 0) return props.children;
  return (
    <EmptyState title="Au nom de quel organisme ?">
      <p>Il faut être responsable ou rédacteur d’un organisme pour écrire ici.</p>
      <LinkButton href={urls.newOrganisation.href({}, { retour: props.back })}>Ajouter un organisme</LinkButton>
    </EmptyState>
  );
}

export function OrganisationField(props: {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | readonly string[] | undefined;
}): JSX.Element {
  const [first] = props.organisations;
  if (props.organisations.length < 2) return <HiddenField name="organisation" value={first?.id ?? ""} />;
  return (
    <SelectField
      name="organisation"
      label="Au nom de"
      options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      value={String(props.value ?? first?.id)}
    />
  );
}

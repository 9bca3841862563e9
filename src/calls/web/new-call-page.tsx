import type { JSX } from "preact";
import type { OpenScheme } from "#policy/index.ts";
import { Button, ChoiceField, EmptyState, ErrorSummary, Form, PageHeader, TextField } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";

/** What a call begins with: its scheme and its title. The rest is written part by part. */
export function NewCallPage(props: {
  readonly schemes: readonly OpenScheme[];
  readonly typed: { readonly title: string; readonly scheme: string };
  readonly errors: Readonly<Record<string, string>>;
}): JSX.Element {
  const { schemes, typed, errors } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Préparer un appel"
        lead="Il reste un brouillon, que seuls les agents voient, jusqu’à sa publication."
      />
      {schemes.length === 0 ? (
        <EmptyState title="Aucun dispositif ne s’ouvre par un appel">
          <p>La version en vigueur du cadre n’en a pas.</p>
        </EmptyState>
      ) : (
        <Form action={urls.newCall.href()}>
          <ChoiceField
            name="dispositif"
            label="Dispositif"
            value={typed.scheme}
            error={errors.dispositif}
            options={schemes.map(({ slug, name, provision }) => ({ value: slug, label: `${provision} ${name}` }))}
          />
          <TextField name="titre" label="Titre de l’appel" value={typed.title} error={errors.titre} maxLength={200} />
          <Button>Commencer</Button>
        </Form>
      )}
    </>
  );
}

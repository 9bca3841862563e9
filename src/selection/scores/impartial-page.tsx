import type { JSX } from "preact";
import {
  ActionForm,
  Button,
  ButtonBar,
  ChoicesField,
  Disclosure,
  ErrorSummary,
  Form,
  LongTextField,
  PageHeader,
  Section,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { OwnSheet } from "./store.ts";

/** Asked before anything of a file is read: does anything bind the assessor to those it is about? */
export function ImpartialPage(props: {
  readonly sheet: OwnSheet;
  readonly parties: readonly { readonly siren: string; readonly name: string }[];
  readonly errors: ReadonlyMap<string, string>;
  readonly typed: { readonly sirens: readonly string[]; readonly reason: string };
}): JSX.Element {
  const { sheet, parties, errors } = props;
  return (
    <>
      <ErrorSummary errors={[...errors].map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow={sheet.number}
        title="Avant d’ouvrir ce dossier"
        lead="Un lien personnel, professionnel, familial ou financier avec l’un de ces organismes vous empêche de l’évaluer. Le dossier ne s’ouvre qu’après votre réponse."
      />
      <Section title="Il concerne">
        <ul>
          {parties.map(({ siren, name }) => (
            <li key={siren}>{name === "" ? siren : name}</li>
          ))}
        </ul>
        <ActionForm action={urls.sheetInterest.href({ sheet: sheet.id })} fields={{ action: "aucun" }}>
          <ButtonBar>
            <Button icon="check">Aucun intérêt ne me lie : ouvrir le dossier</Button>
          </ButtonBar>
        </ActionForm>
        <InterestForm {...props} />
      </Section>
    </>
  );
}

/** Says an interest, before or after the file was opened: it closes, and another person is asked. */
export function InterestForm(props: Parameters<typeof ImpartialPage>[0]): JSX.Element {
  const { sheet, parties, errors, typed } = props;
  return (
    <Disclosure summary="Déclarer un intérêt" open={errors.size > 0}>
      <Form action={urls.sheetInterest.href({ sheet: sheet.id })}>
        <ChoicesField
          name="siren"
          label="Auquel êtes-vous lié ?"
          options={parties.map(({ siren, name }) => ({ value: siren, label: name === "" ? siren : name }))}
          values={typed.sirens}
          error={errors.get("siren")}
        />
        <LongTextField
          name="reason"
          label="En quoi consiste ce lien ?"
          hint="Le dossier vous est retiré, et une autre personne l’évalue."
          rows={2}
          value={typed.reason}
          error={errors.get("reason")}
        />
        <Button variant="secondary">Déclarer, et ne pas évaluer ce dossier</Button>
      </Form>
    </Disclosure>
  );
}

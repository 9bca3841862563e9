import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  CheckField,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  PlainFields,
  SelectField,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { referralForm } from "./forms.ts";

export interface NewReferralProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

export const CONSENT_ERROR = "Sans votre accord, rien ne peut être transmis. Cochez la case pour le donner.";

export function NewReferralPage(props: NewReferralProps): JSX.Element {
  const { organisations, raw, errors } = props;
  const [first] = organisations;
  return (
    <>
      <ErrorSummary errors={summaryOf(referralForm, errors)} />
      <PageHeader
        title="Être orienté vers le service E3D"
        eyebrow="Développement durable"
        lead="La direction régionale chargée du développement durable (DEEDD) accompagne les structures qui veulent changer leurs pratiques. Ce n’est pas une subvention : c’est une mise en relation."
      />
      {first === undefined ? (
        <EmptyState title="Au nom de quel organisme ?">
          <p>Il faut être responsable ou rédacteur d’un organisme pour demander cette mise en relation.</p>
          <LinkButton href={urls.newOrganisation.href({}, { retour: urls.newReferral.href() })}>
            Ajouter un organisme
          </LinkButton>
        </EmptyState>
      ) : (
        <Form action={urls.newReferral.href()}>
          {organisations.length === 1 ? (
            <HiddenField name="organisation" value={first.id} />
          ) : (
            <SelectField
              name="organisation"
              label="Pour quel organisme ?"
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              value={String(raw.organisation ?? first.id)}
              error={errors.get("organisation")}
            />
          )}
          <PlainFields of={referralForm} raw={raw} errors={errors} />
          <Notice tone="info" title="Ce qui sera transmis, et à qui">
            <p>
              Le nom de l’organisme, ce que vous venez d’écrire et ce que vous cochez vont à la DEEDD, et à elle seule.
              Vous pourrez retirer votre accord à tout moment : tout sera alors effacé.
            </p>
          </Notice>
          <CheckField
            name="consent"
            label="J’accepte, au nom de l’organisme, que ces informations soient transmises à la DEEDD."
            error={errors.get("consent")}
            checked={raw.consent !== undefined}
          />
          <ButtonBar>
            <Button icon="send">Envoyer la demande</Button>
          </ButtonBar>
        </Form>
      )}
    </>
  );
}

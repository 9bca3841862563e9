import type { JSX } from "preact";
import type { Raw } from "#policy/index.ts";
import {
  Button,
  ButtonBar,
  ErrorSummary,
  Form,
  formatDay,
  Notice,
  PageHeader,
  PlainFields,
  summaryOf,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { labelForm } from "./forms.ts";
import type { Label } from "./referral.ts";

export function LabelPage(props: {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly label: Label | null;
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}): JSX.Element {
  const { organisation, label } = props;
  return (
    <>
      <ErrorSummary errors={summaryOf(labelForm, props.errors)} />
      <PageHeader
        title="Le label E3D"
        eyebrow={organisation.name}
        lead="Si vous avez le label de l’Éducation nationale, déclarez-le : vous pourrez le joindre à une orientation. Aucune aide n’en dépend."
      />
      {label !== null && (
        <Notice tone="info" title={`Niveau ${label.level}, valable jusqu’au ${formatDay(label.endsOn)}`}>
          <p>Déclaré par l’organisme, non vérifié par le service.</p>
        </Notice>
      )}
      <Form action={urls.sustainabilityLabel.href({ id: organisation.id })}>
        <PlainFields of={labelForm} raw={props.raw} errors={props.errors} />
        <ButtonBar>
          <Button>Enregistrer</Button>
          {label !== null && (
            <Button variant="tertiary" name="retirer" value="oui">
              Retirer cette déclaration
            </Button>
          )}
        </ButtonBar>
      </Form>
    </>
  );
}

import type { JSX } from "preact";
import { costBases, type RemainingCost } from "#policy/index.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  Answer,
  Button,
  ErrorSummary,
  Fieldset,
  Form,
  formatMoney,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Prose,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import type { YearPlan } from "../year/plan.ts";
import { sayRule } from "../year/year-page.tsx";
import { CostInputs } from "./cost-inputs.tsx";

/** What would be taken in charge for one person: nothing is kept, the address says it all. */
export function CostSimulatorPage(props: {
  readonly plan: YearPlan | null;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
  readonly found: RemainingCost | null;
}): JSX.Element {
  const { plan, found } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Ce qui reste à la charge de l’employeur"
        lead="Former une personne coûte aussi du salaire et des déplacements. Le programme peut en prendre une part."
        actions={
          <LinkButton variant="secondary" href={urls.costRequests.href()}>
            Demander pour des sessions suivies
          </LinkButton>
        }
      />
      {plan === null || plan.remainingCost === null ? (
        <Notice tone="info" title="Modalités non publiées">
          {plan === null ? "Le programme de l’année n’est pas ouvert." : sayRule(plan)}
        </Notice>
      ) : (
        <>
          <Prose>
            <p>{sayRule(plan)}</p>
          </Prose>
          {found?.kind === "computed" && <Result found={found} />}
          <Form action={urls.remainingCost.href()} method="get" label="Simuler">
            <Fieldset legend="Pour une personne et une session">
              <CostInputs prefix="" typed={props.typed} errors={props.errors} />
            </Fieldset>
            <Button>Calculer</Button>
          </Form>
        </>
      )}
    </>
  );
}

function Result(props: { readonly found: Extract<RemainingCost, { kind: "computed" }> }): JSX.Element {
  const { found } = props;
  return (
    <Answer tone="success" icon="euro" title={`${formatMoney(found.amount)} au plus pour cette personne`}>
      <SummaryList
        compact
        items={[
          ...found.counted.map((one) => ({ label: costBases[one.base], value: <Money cents={one.amount} exact /> })),
          ...(found.paidByOthers === 0
            ? []
            : [{ label: "Déjà payé par d’autres", value: <Money cents={-found.paidByOthers} exact /> }]),
          { label: "Reste à l’employeur", value: <Money cents={found.remaining} exact /> },
          { label: "Part du programme", value: <Money cents={found.part} exact /> },
          ...(found.isCapped ? [{ label: "Après le plafond", value: <Money cents={found.amount} exact /> }] : []),
          ...found.left.map((base) => ({ label: costBases[base], value: "Ne compte pas cette année" })),
        ]}
      />
    </Answer>
  );
}

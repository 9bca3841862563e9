import type { JSX } from "preact";
import type { FormFields } from "#src/platform/http/forms.ts";
import {
  Button,
  ButtonBar,
  CheckField,
  DataTable,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
  formatDateTime,
  HiddenField,
  LinkButton,
  Money,
  PageHeader,
  Section,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import type { YearPlan } from "../year/plan.ts";
import { sayRule } from "../year/year-page.tsx";
import { CostInputs, costStates } from "./cost-inputs.tsx";
import type { CostRequest } from "./cost-store.ts";
import type { AttendedSeat } from "./costs.ts";

export interface CostRequestsPageProps {
  readonly requests: readonly CostRequest[];
  /** Seats of each organisation that can be asked for, with the rule of their year. */
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly seats: readonly AttendedSeat[];
  }[];
  readonly plans: ReadonlyMap<number, YearPlan>;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}

export function CostRequestsPage(props: CostRequestsPageProps): JSX.Element {
  const { organisations, plans } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        title="Reste à charge"
        lead="Demandez une part de ce que vos sessions suivies vous ont coûté."
        actions={
          <LinkButton variant="secondary" href={urls.remainingCost.href()}>
            Simuler
          </LinkButton>
        }
      />
      {props.requests.length > 0 && (
        <Section title="Vos demandes">
          <Requests requests={props.requests} href={(id) => urls.costRequest.href({ id })} />
        </Section>
      )}
      {organisations.every((one) => one.seats.length === 0) && (
        <EmptyState title="Aucune place à demander pour l’instant">
          <p>Les places de vos équipes apparaissent ici quand la session est finie et close par l’opérateur.</p>
        </EmptyState>
      )}
      {organisations.map((organisation) =>
        [...Map.groupBy(organisation.seats, (seat) => seat.year)].map(([year, seats]) => {
          const plan = plans.get(year);
          return (
            <Section key={`${organisation.id}-${year}`} title={`${organisation.name}, programme ${year}`}>
              {plan === undefined || plan.remainingCost === null ? (
                <p>{sayRule({ year, remainingCost: null })}</p>
              ) : (
                <>
                  <p>{sayRule(plan)}</p>
                  <Form action={urls.costRequests.href()} label={`Demander pour ${organisation.name}`}>
                    <HiddenField name="organisme" value={organisation.id} />
                    <HiddenField name="annee" value={String(year)} />
                    {seats.map((seat) => (
                      <Fieldset key={seat.registrationId} legend={`${seat.name}, ${seat.session}`}>
                        <CheckField
                          name={`place.${seat.registrationId}.choisie`}
                          label="Demander pour cette place"
                          checked={props.typed[`place.${seat.registrationId}.choisie`] === "oui"}
                          required={false}
                        />
                        <CostInputs
                          prefix={`place.${seat.registrationId}.`}
                          typed={props.typed}
                          errors={props.errors}
                        />
                      </Fieldset>
                    ))}
                    <ButtonBar>
                      <Button>Déposer la demande</Button>
                    </ButtonBar>
                  </Form>
                </>
              )}
            </Section>
          );
        }),
      )}
    </>
  );
}

export function Requests(props: {
  readonly requests: readonly CostRequest[];
  readonly href: (id: string) => string;
}): JSX.Element {
  return (
    <DataTable
      caption="Demandes de reste à charge"
      captionHidden
      rows={props.requests}
      rowKey={(one) => one.id}
      empty={
        <EmptyState title="Aucune demande" level={3}>
          <p>Les demandes déposées apparaîtront ici.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "number",
          header: "Numéro",
          rowHeader: true,
          cell: (one) => <a href={props.href(one.id)}>{one.number}</a>,
        },
        { key: "organisation", header: "Organisme", cell: (one) => one.organisation },
        { key: "filed", header: "Déposée", cell: (one) => formatDateTime(one.filedAt) },
        { key: "state", header: "État", cell: (one) => <StateTag {...costStates[one.state]} /> },
        {
          key: "amount",
          header: "Montant décidé",
          numeric: true,
          cell: (one) => (one.decidedAmount === null ? "" : <Money cents={one.decidedAmount} exact />),
        },
      ]}
    />
  );
}

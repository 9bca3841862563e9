import type { JSX } from "preact";
import { type CostBase, costBases, type RemainingCost } from "#policy/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import {
  Answer,
  Button,
  ButtonBar,
  CheckField,
  DataTable,
  EmptyState,
  ErrorSummary,
  Fieldset,
  Form,
  formatDateTime,
  formatMoney,
  HiddenField,
  LinkButton,
  LongTextField,
  Money,
  MoneyField,
  Notice,
  PageHeader,
  Prose,
  Section,
  type StateLook,
  StateTag,
  SummaryList,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../occasions/occasion-form.ts";
import type { CostRequest, CostState, FiledLine } from "./cost-store.ts";
import { costFields, type Seat } from "./costs.ts";
import type { YearPlan } from "./plan.ts";
import { sayRule } from "./year-page.tsx";

const bases = Object.keys(costBases) as CostBase[];

export const costStates: Readonly<Record<CostState, StateLook>> = {
  filed: { tone: "info", icon: "send", label: "Déposée" },
  checked: { tone: "honey", icon: "scale", label: "Vérifiée, à décider" },
  decided: { tone: "success", icon: "check", label: "Décidée" },
};

function CostInputs(props: {
  readonly prefix: string;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}): JSX.Element {
  const field = (name: string) => ({
    name: `${props.prefix}${name}`,
    value: String(props.typed[`${props.prefix}${name}`] ?? ""),
    error: props.errors[`${props.prefix}${name}`],
    required: false,
    unmarked: true,
  });
  return (
    <div class="es-row">
      {bases.map((base) => (
        <MoneyField key={base} {...field(costFields[base])} label={costBases[base]} />
      ))}
      <MoneyField {...field("opco")} label="Déjà payé par l’OPCO ou un autre" />
    </div>
  );
}

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

export interface CostRequestsPageProps {
  readonly requests: readonly CostRequest[];
  /** Seats of each organisation that can be asked for, with the rule of their year. */
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly seats: readonly Seat[];
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

export interface CostRequestPageProps {
  readonly request: CostRequest;
  readonly lines: readonly FiledLine[];
  readonly mayCheck: boolean;
  readonly mayDecide: boolean;
  readonly typed: FormFields;
  readonly errors: FieldErrors;
}

export function CostRequestPage(props: CostRequestPageProps): JSX.Element {
  const { request, lines } = props;
  const total = lines.reduce((sum, line) => sum + line.computed, 0);
  return (
    <>
      <ErrorSummary errors={Object.entries(props.errors).map(([name, message]) => ({ name, message }))} />
      <PageHeader
        eyebrow="Reste à charge"
        title={request.number}
        lead={`${request.organisation}, programme ${request.year}, déposée le ${formatDateTime(request.filedAt)}.`}
        meta={<StateTag {...costStates[request.state]} />}
      />
      {request.decidedAmount !== null && (
        <Answer tone="success" icon="euro" title={`${formatMoney(request.decidedAmount)} décidés`}>
          {request.decisionReason !== "" && <p>{request.decisionReason}</p>}
          <p>Le versement suit avec vos demandes de paiement.</p>
        </Answer>
      )}
      <p>{sayRule({ year: request.year, remainingCost: request.rule })}</p>
      <DataTable
        caption="Place par place"
        captionHidden
        rows={lines}
        rowKey={(one) => one.registrationId}
        footer={["Total", "", "", "", "", "", <Money key="total" cents={total} exact />, ""]}
        columns={[
          { key: "name", header: "Personne", rowHeader: true, cell: (one) => one.name },
          { key: "session", header: "Session", cell: (one) => one.session },
          ...bases.map((base) => ({
            key: base,
            header: costBases[base],
            numeric: true,
            cell: (one: FiledLine) => <Money cents={one.seat.costs[base]} exact />,
          })),
          {
            key: "others",
            header: "Payé par d’autres",
            numeric: true,
            cell: (one) => <Money cents={one.seat.paidByOthers} exact />,
          },
          { key: "computed", header: "Calculé", numeric: true, cell: (one) => <Money cents={one.computed} exact /> },
          {
            key: "decided",
            header: "Décidé",
            numeric: true,
            cell: (one) => (one.decided === null ? "" : <Money cents={one.decided} exact />),
          },
        ]}
      />
      {request.checkNote !== "" && (
        <Notice tone="info" title="Ce que l’opérateur a vérifié">
          {request.checkNote}
        </Notice>
      )}
      {props.mayCheck && request.state === "filed" && (
        <Form action={urls.costDeskRequest.href({ id: request.id })} label="Vérifier">
          <HiddenField name="version" value={String(request.version)} />
          <HiddenField name="acte" value="verification" />
          <LongTextField
            name="mot"
            label="Ce qui a été vérifié"
            rows={3}
            maxLength={1000}
            value={text(props.typed, "mot")}
            error={props.errors.mot}
          />
          <Button>La demande est vérifiée</Button>
        </Form>
      )}
      {props.mayDecide && request.state === "checked" && (
        <Form action={urls.costDeskRequest.href({ id: request.id })} label="Décider">
          <HiddenField name="version" value={String(request.version)} />
          <HiddenField name="acte" value="decision" />
          <Fieldset legend="Montant de chaque place" hint="Jamais plus que le montant calculé.">
            {lines.map((line) => (
              <MoneyField
                key={line.registrationId}
                name={`montant.${line.registrationId}`}
                label={`${line.name}, ${line.session}`}
                value={
                  text(props.typed, `montant.${line.registrationId}`) || String(line.computed / 100).replace(".", ",")
                }
                error={props.errors[`montant.${line.registrationId}`]}
              />
            ))}
          </Fieldset>
          <LongTextField
            name="motif"
            label="Motif"
            hint="Dit à l’employeur ; nécessaire si un montant est réduit."
            rows={3}
            maxLength={1000}
            value={text(props.typed, "motif")}
            error={props.errors.motif}
            required={false}
          />
          <Button>Décider et prévenir l’employeur</Button>
        </Form>
      )}
    </>
  );
}

import type { JSX } from "preact";
import { costBases } from "#policy/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import {
  Answer,
  Button,
  DataTable,
  ErrorSummary,
  Fieldset,
  Form,
  formatDateTime,
  formatMoney,
  HiddenField,
  LongTextField,
  Money,
  MoneyField,
  Notice,
  PageHeader,
  StateTag,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { FieldErrors } from "../../occasions/occasion-form.ts";
import { sayRule } from "../year/year-page.tsx";
import { bases, costStates } from "./cost-inputs.tsx";
import type { CostRequest, FiledLine } from "./cost-store.ts";

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

import type { JSX } from "preact";
import { costBases, referenceYear } from "#policy/index.ts";
import {
  DataTable,
  EmptyState,
  formatMoney,
  formatNumber,
  formatPercent,
  LinkButton,
  PageHeader,
  Prose,
  Section,
  SummaryList,
  useFunder,
} from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Volume, YearPlan } from "./plan.ts";

export interface YearPageProps {
  readonly plan: YearPlan;
  readonly volumes: readonly Volume[];
}

/** What a year's programme is: who runs it, who pays, how much it offers beside 2019, what it takes of the remaining cost. */
export function YearPage(props: YearPageProps): JSX.Element {
  const funder = useFunder();
  const { plan } = props;
  return (
    <>
      <PageHeader
        eyebrow="Formations"
        title={`Le programme ${plan.year}`}
        lead={`${funder.capital} et l’État l’offrent chaque année à toutes les équipes des structures de formation.`}
        actions={<LinkButton href={urls.catalogue.href()}>Voir les formations</LinkButton>}
      />
      {plan.presentation !== "" && (
        <Prose>
          <p class="es-lines">{plan.presentation}</p>
        </Prose>
      )}
      <SummaryList
        items={[
          { label: "Opérateur", value: plan.operator.name },
          {
            label: "Financeurs",
            value: plan.sources
              .map((one) => (one.amount === null ? one.name : `${one.name}, ${formatMoney(one.amount)}`))
              .join(" ; "),
          },
        ]}
      />
      <Section
        title="Les volumes"
        intro={`Chaque année se compare à ${referenceYear}, où le programme a commencé de grandir.`}
      >
        <Volumes volumes={props.volumes} />
      </Section>
      <Section id="reste-a-charge" title="Ce que l’employeur garde à sa charge">
        <Prose>
          <p>{sayRule(plan)}</p>
          <p>
            <a href={urls.remainingCost.href()}>Simuler pour une personne</a>
          </p>
        </Prose>
      </Section>
    </>
  );
}

/** The year's rule in a sentence; a year without one says so, and no amount. */
export function sayRule(plan: Pick<YearPlan, "year" | "remainingCost">): string {
  const rule = plan.remainingCost;
  if (rule === null) {
    return `Modalités non publiées pour ${plan.year} : aucun montant n’est calculé tant que le programme ne les fixe pas.`;
  }
  const base = rule.base.map((one) => costBases[one].toLowerCase()).join(" ; ");
  const ceiling = rule.ceiling === null ? "" : `, ${formatMoney(rule.ceiling)} au plus par personne et par session`;
  return `Le programme ${plan.year} prend ${formatPercent(rule.share)} de ce qui reste à l’employeur une fois déduit ce que l’OPCO paie${ceiling}. Comptent : ${base}.`;
}

export function Volumes(props: { readonly volumes: readonly Volume[] }): JSX.Element {
  const reference = props.volumes.find((one) => one.year === referenceYear);
  const times = (value: number, before: number | undefined) =>
    before === undefined || before === 0 ? "" : `× ${formatNumber(Math.round((value / before) * 10) / 10)}`;
  const cell = (key: "sessions" | "places" | "hours" | "persons") => (one: Volume) => (
    <span>
      {formatNumber(one[key])}
      {one.year !== referenceYear && <span class="es-hint">{` ${times(one[key], reference?.[key])}`}</span>}
    </span>
  );
  return (
    <DataTable
      caption="Volumes par année"
      captionHidden
      rows={props.volumes}
      rowKey={(one) => String(one.year)}
      empty={<EmptyState title="Aucune session encore" level={3} />}
      columns={[
        { key: "year", header: "Année", rowHeader: true, cell: (one) => one.year },
        { key: "sessions", header: "Sessions", numeric: true, cell: cell("sessions") },
        { key: "places", header: "Places", numeric: true, cell: cell("places") },
        { key: "hours", header: "Heures de formation", numeric: true, cell: cell("hours") },
        { key: "persons", header: "Personnes formées", numeric: true, cell: cell("persons") },
        { key: "source", header: "Source", cell: (one) => one.source ?? "Compté par le service" },
      ]}
    />
  );
}

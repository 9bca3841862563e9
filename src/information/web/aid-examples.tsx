import type { JSX } from "preact";
import { day, euros, type OpenScheme } from "#policy/index.ts";
import { DataTable, formatMoney, formatNumber } from "#src/ui/index.ts";

interface Example {
  readonly days: number;
  readonly dailyCost: number;
}

/** Requests that show each figure at work: the rate, the ceiling of a day, the days, and the days already used. */
const examples: readonly Example[] = [
  { days: 5, dailyCost: 900 },
  { days: 10, dailyCost: 800 },
  { days: 15, dailyCost: 1_000 },
  { days: 20, dailyCost: 1_200 },
  { days: 25, dailyCost: 1_000 },
  { days: 30, dailyCost: 900 },
];

interface Computed extends Example {
  readonly realCost: number;
  readonly region: number;
  readonly own: number;
  readonly daysKept: number;
}

/** What the rules give for the examples: a table that is also a picture. */
export function AidExamples(props: { readonly scheme: OpenScheme }): JSX.Element {
  const rows = examples.map((example) => compute(props.scheme, example));
  const widest = Math.max(...rows.map((row) => row.realCost));
  return (
    <DataTable
      caption="Aide selon le nombre de jours et leur coût hors taxes"
      columns={[
        {
          key: "request",
          header: "Demande",
          cell: (row) => `${formatNumber(row.days)} jours à ${formatMoney(row.dailyCost * 100)}`,
          rowHeader: true,
        },
        { key: "kept", header: "Jours retenus", cell: (row) => formatNumber(row.daysKept), numeric: true },
        { key: "cost", header: "Coût", cell: (row) => formatMoney(row.realCost), numeric: true },
        { key: "region", header: "Aide de la Région", cell: (row) => formatMoney(row.region), numeric: true },
        { key: "own", header: "Votre part", cell: (row) => formatMoney(row.own), numeric: true },
      ]}
      rows={rows}
      rowKey={(row) => `${row.days}-${row.dailyCost}`}
      detail={(row) => <Bar row={row} widest={widest} />}
    />
  );
}

/** The same figures as lengths; the table says them in words. */
function Bar(props: { readonly row: Computed; readonly widest: number }): JSX.Element {
  const { row, widest } = props;
  const region = (100 * row.region) / widest;
  const own = (100 * row.own) / widest;
  return (
    <svg width="100%" height="10" aria-hidden="true" focusable="false">
      <rect class="es-part-region" width={`${region}%`} height="10" rx="2" />
      <rect class="es-part-own" x={`${region}%`} width={`${own}%`} height="10" rx="2" />
    </svg>
  );
}

function compute(scheme: OpenScheme, example: Example): Computed {
  const phases = [{ phase: "accompagnement", days: example.days, dailyCost: euros(example.dailyCost) }];
  const facts = { route: "individual", structures: [{ daysAlreadyFunded: 0, phases }], otherPublicFunding: euros(0) };
  const { funding } = scheme.evaluate(facts, { today: day("2026-01-01") });
  return {
    ...example,
    realCost: funding.realCost ?? 0,
    region: funding.aid ?? 0,
    own: funding.ownContribution ?? 0,
    daysKept: funding.parties[0]?.measures.days?.kept ?? 0,
  };
}

import type { JSX } from "preact";
import { type OpenScheme, paidBeside, payerOf } from "#policy/index.ts";
import { DataTable, formatMoney, formatNumber } from "#src/ui/index.ts";

interface Computed {
  readonly label: string;
  readonly realCost: number;
  readonly aid: number;
  readonly own: number;
  readonly kept: number;
  /** What others pay, by name: another funder of the scheme, other public money. */
  readonly beside: ReturnType<typeof paidBeside>;
}

/** What the rules give for the scheme's own examples: a table that is also a picture. */
export function AidExamples(props: { readonly scheme: OpenScheme }): JSX.Element {
  const { scheme } = props;
  const { caption, measure } = scheme.words.cases;
  const rows = computed(scheme);
  const widest = Math.max(...rows.map((row) => row.realCost));
  const payers = [...new Set(rows.flatMap(({ beside }) => beside.map(({ label }) => label)))];
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "request", header: "Demande", cell: (row) => row.label, rowHeader: true },
        ...(measure === undefined
          ? []
          : [{ key: "kept", header: measure.label, cell: (row: Computed) => formatNumber(row.kept), numeric: true }]),
        { key: "cost", header: "Coût", cell: (row) => formatMoney(row.realCost), numeric: true },
        { key: "region", header: "Aide au plus", cell: (row) => formatMoney(row.aid), numeric: true },
        ...payers.map((payer) => ({
          key: payer,
          header: payer,
          cell: (row: Computed) => formatMoney(row.beside.find(({ label }) => label === payer)?.amount ?? 0),
          numeric: true,
        })),
        { key: "own", header: "Votre part", cell: (row) => formatMoney(row.own), numeric: true },
      ]}
      rows={rows}
      rowKey={(row) => row.label}
      detail={(row) => <Bar row={row} widest={widest} />}
    />
  );
}

/** The same figures as lengths; the table says them in words. */
function Bar(props: { readonly row: Computed; readonly widest: number }): JSX.Element {
  const { row, widest } = props;
  const parts = [
    { part: "funder", amount: row.aid },
    ...row.beside.map((share) => ({ part: payerOf(share), amount: share.amount })),
    { part: "own", amount: row.own },
  ];
  let from = 0;
  return (
    <svg width="100%" height="10" aria-hidden="true" focusable="false">
      {parts.map(({ part, amount }, index) => {
        const x = from;
        const width = (100 * amount) / widest;
        from += width;
        return <rect key={index} class={`es-part-${part}`} x={`${x}%`} width={`${width}%`} height="10" rx="2" />;
      })}
    </svg>
  );
}

function computed(scheme: OpenScheme): readonly Computed[] {
  const { cases, example } = scheme.words;
  return cases.rows.map(({ label, facts }) => {
    const { funding } = scheme.evaluate(facts, { today: example.on });
    return {
      label,
      realCost: funding.realCost ?? 0,
      aid: funding.aid ?? 0,
      own: funding.ownContribution ?? 0,
      beside: paidBeside(funding.sources),
      kept: cases.measure === undefined ? 0 : (funding.parties[0]?.measures[cases.measure.id]?.kept ?? 0),
    };
  });
}

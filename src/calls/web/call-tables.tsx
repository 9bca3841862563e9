import type { JSX } from "preact";
import { asker, type Money, type OpenScheme, type Values } from "#policy/index.ts";
import { capital, DataTable, formatDay, formatMoney, NBSP, SummaryList } from "#src/ui/index.ts";
import { type CallContent, own } from "../fields.ts";
import { sayTerm, weighedLines } from "../form.ts";
import { weightOrigin } from "../weights.ts";

const envelopeFields = own.fields.envelope.item.fields;

/** Who gives what, in which year, in which kind of credits. */
export function EnvelopeTable(props: { readonly lines: NonNullable<CallContent["envelope"]> }): JSX.Element {
  const { lines } = props;
  const sum = (of: (line: (typeof lines)[number]) => Money | null | undefined) =>
    formatMoney(lines.reduce((total, line) => total + (of(line) ?? 0), 0));
  return (
    <DataTable
      caption="Enveloppe par financeur et par année"
      rows={lines}
      rowKey={(_, index) => String(index)}
      columns={[
        {
          key: "funder",
          header: "Financeur",
          rowHeader: true,
          cell: ({ funder }) => (funder == null ? "" : envelopeFields.funder.options[funder]),
        },
        { key: "year", header: "Année", cell: ({ year }) => year ?? "" },
        {
          key: "section",
          header: "Section",
          cell: ({ section }) => (section == null ? "" : envelopeFields.section.options[section]),
        },
        { key: "committed", header: "Autorisations", numeric: true, cell: ({ committed }) => amount(committed) },
        { key: "payable", header: "Crédits de paiement", numeric: true, cell: ({ payable }) => amount(payable) },
      ]}
      footer={["Total", "", "", sum((line) => line.committed), sum((line) => line.payable)]}
    />
  );
}

function amount(cents: Money | null | undefined): string {
  return cents == null ? "" : formatMoney(cents);
}

/** Each term with its value and who says it: the text that was voted, or this call. */
export function TermsTable(props: { readonly scheme: OpenScheme; readonly fixed: Values }): JSX.Element {
  const { scheme, fixed } = props;
  const { declared, voted } = scheme.terms;
  const items = Object.entries(declared.fields).flatMap(([name, field]) => {
    if (field.kind === "record" || field.kind === "list") return [];
    const question = asker(declared)({ op: "fact", path: [name], kind: field.kind, name: field.name }, { label: "" });
    const value = fixed[name] ?? voted[name];
    return [
      {
        label: capital(field.name),
        value: value == null ? "" : sayTerm(question, value),
        note: fixed[name] == null ? "Dit par le texte voté" : "Fixé par cet appel",
      },
    ];
  });
  return <SummaryList items={items} compact />;
}

const origins = {
  voted: "votés par le comité",
  proposed: "proposition du service, non issue du texte",
  changed: "fixé par le financeur, à voter par le comité",
} as const;

export function WeightsTable(props: {
  readonly scheme: OpenScheme;
  readonly weights: Readonly<Record<string, number>>;
  readonly vote: { readonly on: string; readonly by: string } | null;
}): JSX.Element | null {
  const { scheme, weights, vote } = props;
  const lines = weighedLines(scheme);
  if (lines.length === 0) return null;
  const total = lines.reduce((sum, line) => sum + (weights[line.id] ?? 0), 0);
  return (
    <DataTable
      caption={`Poids de la grille${vote === null ? "" : `, ${origins.voted} (${vote.by}) le ${formatDay(vote.on)}`}`}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: "title", header: "Critère", rowHeader: true, cell: (line) => line.title },
        { key: "weight", header: "Poids", numeric: true, cell: ({ id }) => weights[id] ?? 0 },
        {
          key: "share",
          header: "Part de la note",
          numeric: true,
          cell: ({ id }) => (total === 0 ? "" : `${Math.round((100 * (weights[id] ?? 0)) / total)}${NBSP}%`),
        },
        {
          key: "origin",
          header: "D’où il vient",
          cell: (line) => origins[weightOrigin(line, weights[line.id] ?? 0, vote)],
        },
      ]}
    />
  );
}

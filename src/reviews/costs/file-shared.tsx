import type { JSX } from "preact";
import { fundedIn, sayDays } from "#policy/index.ts";
import { Button, type Column, DataTable, formatNumber, Money, ProvisionId } from "#src/ui/index.ts";
import { JUDGEMENT } from "../file/file-form.tsx";
import { may, type ReviewedView } from "../file/file-view.tsx";
import { isShared, sharedHeadings, wholeOf } from "./shared-days.ts";

/** Name of the boxes of those who attend; the value is the line of the budget. */
export const ATTENDS = "presente";
/** The button that shares out the common days between those who attend. */
export const SHARE_OUT = "repartir";

interface Row {
  readonly party: number;
  readonly name: string;
}

/**
 * Days common to several parties: what each attends, its share, the whole days that it follows, and what both ways of
 * counting give it. Ceilings bear on shares; the whole days are shown beside.
 */
export function SharedDays(props: { readonly view: ReviewedView }): JSX.Element | null {
  const { view } = props;
  const { shared } = view.scheme.costs;
  if (shared === undefined || !isShared(view.scheme, view.file.answers)) return null;
  const rows = fundedIn(view.scheme, view.file.answers).map(
    ({ place, called }): Row => ({ party: place, name: called }),
  );
  const other = view.instruction.otherShared;
  return (
    <section class="es-shared" aria-labelledby="titre-communes">
      <h3 id="titre-communes">
        Présences aux journées communes <ProvisionId id={shared.doubt} />
      </h3>
      <DataTable
        caption="Présences aux journées communes, structure par structure"
        captionHidden
        columns={columnsOf(view)}
        rows={rows}
        rowKey={({ party }) => String(party)}
        footer={[
          "Ensemble",
          ...sharedHeadings(view.scheme, view.file.answers).map(({ total }) => sayDays(total)),
          formatNumber(sum(rows, (row) => shareOf(view, row))),
          formatNumber(sum(rows, (row) => wholeOf(view.scheme, view.file.answers)[row.party] ?? 0)),
          <Money key="share" cents={view.instruction.accepted.funding.aid ?? 0} />,
          other === null ? "" : <Money key="whole" cents={other.funding.aid ?? 0} />,
        ]}
      />
      {may(view, "accept-costs") && (
        <div class="es-shared-out">
          <Button variant="secondary" size="sm" form={JUDGEMENT} name="acte" value={SHARE_OUT}>
            Répartir à parts égales entre les présentes
          </Button>
          <p class="es-hint">La somme de chaque poste reste celle du devis.</p>
        </div>
      )}
    </section>
  );
}

function columnsOf(view: ReviewedView): readonly Column<Row>[] {
  const headings = sharedHeadings(view.scheme, view.file.answers);
  const whole = wholeOf(view.scheme, view.file.answers);
  const other = view.instruction.otherShared;
  return [
    { key: "name", header: "Structure", rowHeader: true, cell: ({ name }) => name },
    ...headings.map(
      ({ heading, lines }): Column<Row> => ({
        key: heading,
        header: heading,
        cell: ({ party, name }) =>
          lines
            .filter((line) => line.party === party)
            .map(({ line }) => (
              <input
                key={line}
                class="ds-input"
                type="checkbox"
                form={JUDGEMENT}
                name={ATTENDS}
                value={line}
                disabled={!may(view, "accept-costs")}
                checked={acceptedOf(view, line) > 0}
                aria-label={`${name} est présente, ${heading}`}
              />
            )),
      }),
    ),
    { key: "share", header: "Part (j)", numeric: true, cell: (row) => formatNumber(shareOf(view, row)) },
    {
      key: "whole",
      header: "Entiers (j)",
      numeric: true,
      cell: ({ party }) => (whole[party] == null ? "non dit" : formatNumber(whole[party])),
    },
    {
      key: "aid",
      header: "Aide sur la part",
      numeric: true,
      cell: ({ party }) => <Money cents={view.instruction.accepted.funding.parties[party]?.aid ?? 0} />,
    },
    {
      key: "other",
      header: "Aide sur les jours entiers",
      numeric: true,
      cell: ({ party }) => {
        const aid = other?.funding.parties[party]?.aid;
        return aid == null ? "" : <Money cents={aid} />;
      },
    },
  ];
}

/** What is accepted of a line, as filed where nothing else is. */
function acceptedOf(view: ReviewedView, line: string): number {
  const column = view.scheme.costs.shared?.column ?? "";
  const kept = view.file.costs.find((one) => one.line === line)?.values[column];
  const asked = sharedHeadings(view.scheme, view.file.answers)
    .flatMap(({ lines }) => lines)
    .find((one) => one.line === line)?.values[column];
  return kept ?? asked ?? 0;
}

function shareOf(view: ReviewedView, { party }: Row): number {
  return sum(
    sharedHeadings(view.scheme, view.file.answers).flatMap(({ lines }) => lines.filter((line) => line.party === party)),
    ({ line }) => acceptedOf(view, line),
  );
}

function sum<T>(of: readonly T[], value: (one: T) => number): number {
  return of.reduce((total, one) => total + value(one), 0);
}

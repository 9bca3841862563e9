import type { JSX } from "preact";
import type { CostColumn } from "#policy/index.ts";
import { type Column, type Content, DataTable, formatNumber, Money } from "#src/ui/index.ts";
import { JUDGEMENT, Wrong } from "../file/file-form.tsx";
import { errorOf, idIn, may, type ReviewedView, typedIn } from "../file/file-view.tsx";
import { type BudgetLine, cuttable, whyLess } from "./accepted-costs.ts";
import { belowLines } from "./below-lines.ts";
import { type PlanLine, planLines } from "./funding-plan.ts";

/** Says that the budget was sent with the judgement. */
export const COSTS = "couts";

/** Line by line: asked, accepted, and why not all, in one table. The aid follows from what is accepted. */
export function Budget(props: { readonly view: ReviewedView }): JSX.Element {
  const { view } = props;
  const lines = planLines(view.scheme, view.file.answers, view.file.costs, view.instruction);
  const editable = may(view, "accept-costs");
  const several = new Set(lines.map((line) => line.party)).size > 1;
  const rows = [...lines, ...rowsBelow(view, lines)];
  return (
    <div class="es-budget">
      {editable && lines.length > 0 && <input type="hidden" form={JUDGEMENT} name={COSTS} value="oui" />}
      <DataTable
        caption="Budget, ligne par ligne"
        captionHidden
        columns={columnsOf(view, editable, several)}
        rows={rows}
        rowKey={(line) => line.line}
        footer={totalsOf(view, rows)}
        empty={<p class="es-hint">Aucune phase n’est chiffrée.</p>}
      />
    </div>
  );
}

/** A row of the table: a line of the budget, or what counts under them and nobody types. */
type Row = PlanLine & { readonly isBelow?: true };

function rowsBelow(view: ReviewedView, lines: readonly PlanLine[]): readonly Row[] {
  return belowLines(view.file.application, lines, view.instruction).map((below, at) => ({
    ...below,
    line: `below.${at}`,
    party: 0,
    partyName: "",
    values: {},
    counted: {},
    isBelow: true,
  }));
}

function accepted(view: ReviewedView, line: BudgetLine) {
  return view.file.costs.find((one) => one.line === line.line) ?? null;
}

function columnsOf(view: ReviewedView, editable: boolean, several: boolean): readonly Column<Row>[] {
  return [
    {
      key: "label",
      header: "Poste",
      rowHeader: true,
      cell: (line) => (
        <>
          {line.label} {several && <small>{line.partyName}</small>}
        </>
      ),
    },
    ...cuttable(view.scheme).map(
      (column): Column<Row> => ({
        key: column.id,
        header: `${column.label} : demandé`,
        numeric: true,
        cell: (line) => shown(column, line.values[column.id] ?? null),
      }),
    ),
    {
      key: "presented",
      header: "Coût présenté",
      numeric: true,
      cell: (line) => (line.isBelow === true && line.presented === 0 ? "" : <Money cents={line.presented} exact />),
    },
    ...cuttable(view.scheme).map((column): Column<Row> => {
      const label = `${column.label} : accepté`;
      return {
        key: `accepted-${column.id}`,
        header: label,
        numeric: true,
        cell: (line) => {
          const value = accepted(view, line)?.values[column.id] ?? line.values[column.id] ?? null;
          if (!editable || line.isBelow === true) return shown(column, value);
          return <Cell view={view} line={line} name={column.id} label={label} value={typed(column, value)} />;
        },
      };
    }),
    {
      key: "why",
      header: editable ? "Raison, si réduit" : "Raison",
      cell: (line) => (line.isBelow === true ? line.why : <Why view={view} line={line} editable={editable} />),
    },
    {
      key: "eligible",
      header: "Dépense éligible",
      numeric: true,
      cell: (line) => <Money cents={line.kept} exact />,
    },
  ];
}

/** Under the columns of money, their sum; days add up too, a price does not. */
function totalsOf(view: ReviewedView, lines: readonly Row[]): readonly Content[] {
  const columns = cuttable(view.scheme);
  const sum = (of: (line: PlanLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const total = (column: CostColumn, of: (line: PlanLine) => number | null): Content =>
    column.per === undefined
      ? shown(
          column,
          sum((line) => of(line) ?? 0),
        )
      : "";
  return [
    "Ensemble",
    ...columns.map((column) => total(column, (line) => line.values[column.id] ?? null)),
    <Money key="presented" cents={sum((line) => line.presented)} exact />,
    ...columns.map((column) =>
      total(column, (line) => accepted(view, line)?.values[column.id] ?? line.values[column.id] ?? null),
    ),
    "",
    <Money key="kept" cents={sum((line) => line.kept)} exact />,
  ];
}

function Cell(props: {
  readonly view: ReviewedView;
  readonly line: BudgetLine;
  readonly name: string;
  readonly label: string;
  readonly value: string;
}): JSX.Element {
  const { view, line } = props;
  const name = `${line.line}.${props.name}`;
  const error = errorOf(view, JUDGEMENT, name);
  const id = idIn(JUDGEMENT, name);
  const isReason = props.name === "reason";
  return (
    <>
      <input
        class={isReason ? "ds-input" : "ds-input es-num"}
        form={JUDGEMENT}
        id={id}
        type="text"
        name={name}
        value={typedIn(view, JUDGEMENT, name, props.value)}
        inputmode={isReason ? undefined : "decimal"}
        autocomplete="off"
        aria-label={`${props.label}, ${line.partyName}, ${line.label}`}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-erreur`}
      />
      {error !== undefined && <Wrong id={`${id}-erreur`}>{error}</Wrong>}
    </>
  );
}

function shown(column: CostColumn, value: number | null): Content {
  if (value === null) return "";
  return column.kind === "days" ? formatNumber(value) : <Money cents={value} />;
}

/** A value as a person would type it. */
function typed(column: CostColumn, value: number | null): string {
  if (value === null) return "";
  return formatNumber(column.kind === "days" ? value : value / 100);
}

/** What the rules keep of the line and why, and the officer's own reason when less is accepted. */
function Why(props: {
  readonly view: ReviewedView;
  readonly line: BudgetLine;
  readonly editable: boolean;
}): JSX.Element {
  const { view, line, editable } = props;
  const reason = accepted(view, line)?.reason ?? "";
  const rule = whyLess(
    null,
    view.instruction.accepted.costs.find((one) => one.path === line.line),
  );
  return (
    <>
      {editable ? <Cell view={view} line={line} name="reason" label="Raison de la réduction" value={reason} /> : reason}
      {rule !== "" && <small class="es-rule">{rule}</small>}
    </>
  );
}

import type { JSX } from "preact";
import type { Assessment } from "#policy/index.ts";
import { Button, fieldId, formatMoneyExact } from "#src/ui/index.ts";
import { buttons } from "../draft/form-question.tsx";
import { LineRow } from "./line-row.tsx";
import type { WrittenLine } from "./table.ts";
import type { TableState } from "./table-state.ts";

type Shown = TableState["lines"][number];

/** The budget, heading after heading: a line a cost, a cell an answer, and under each why it does not count. */
export function BudgetTableView(props: { readonly state: TableState }): JSX.Element {
  const { state } = props;
  const { table, lines, figures } = state;
  const headings = Object.entries(table.sheet.headings);
  const of = (heading: string | null) => lines.filter((line) => line.heading === heading);
  const [filled, empty] = [
    headings.filter(([id]) => of(id).length > 0),
    headings.filter(([id]) => of(id).length === 0),
  ];
  const { realCost, eligibleCosts } = figures.assessment.funding;
  return (
    <div class="es-budget-lines">
      <table class="es-budget-table" data-budget-table>
        <caption class="ds-sr-only">Lignes du budget, poste par poste</caption>
        <thead>
          <tr>
            <th scope="col" class="es-line-number">
              <span class="ds-sr-only">Numéro</span>
            </th>
            {table.columns.map(({ label, width }) => (
              <th key={label} scope="col" class={`es-line-${width}`}>
                {label}
              </th>
            ))}
            <th scope="col" class="es-line-kept">
              Retenu, €
            </th>
            <th scope="col" class="es-line-acts">
              <span class="ds-sr-only">Sur la ligne</span>
            </th>
          </tr>
        </thead>
        {filled.map(([id, label]) => (
          <Heading key={id} state={state} id={id} label={label} lines={of(id)} />
        ))}
        {of(null).length > 0 && <Heading state={state} id="" label="Poste à choisir" lines={of(null)} />}
        <tfoot>
          <tr>
            <th scope="row" colSpan={table.columns.length}>
              Total
            </th>
            <td data-total="cost">{amount(realCost)}</td>
            <td data-total="kept">{amount(eligibleCosts)}</td>
            <td class="es-line-acts" />
          </tr>
        </tfoot>
      </table>
      {state.mayEdit && empty.length > 0 && (
        <fieldset class="es-budget-more">
          <legend>
            {filled.length === 0 ? "Ajoutez une première ligne, dans le poste qui convient :" : "Dans un autre poste :"}
          </legend>
          <div>
            {empty.map(([id, label]) => (
              <AddLine key={id} heading={id}>
                {label}
              </AddLine>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function Heading(props: {
  readonly state: TableState;
  readonly id: string;
  readonly label: string;
  readonly lines: readonly Shown[];
}): JSX.Element {
  const { state, id, label, lines } = props;
  const { table, figures } = state;
  const { cost, kept } = sumsOf(lines, figures.lines);
  return (
    <tbody id={headingAnchor(id)} data-heading={id}>
      <tr class="es-budget-heading">
        <th scope="rowgroup" colSpan={table.columns.length}>
          {label}
        </th>
        <td data-sum="cost">{amount(cost)}</td>
        <td data-sum="kept">{amount(kept)}</td>
        <td class="es-line-acts" />
      </tr>
      {lines.map((line) => (
        <LineRow key={line.path} state={state} line={line} note={line.note} stamp={line.stamp} />
      ))}
      {state.mayEdit && id !== "" && (
        <tr class="es-budget-add">
          <td colSpan={table.columns.length + 3}>
            <AddLine heading={id}>
              Ajouter une ligne<span class="ds-sr-only"> dans {label}</span>
            </AddLine>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function AddLine(props: {
  readonly heading: string;
  readonly children: JSX.Element | string | (string | JSX.Element)[];
}): JSX.Element {
  return (
    <Button variant="tertiary" size="sm" icon="plus" name={buttons.addLine} value={props.heading}>
      {props.children}
    </Button>
  );
}

/** The headings, each with what it counts for: a way to each, on top of a long table. */
export function HeadingLinks({ state }: { readonly state: TableState }): JSX.Element | null {
  const { lines, table, figures } = state;
  const filled = Object.entries(table.sheet.headings).flatMap(([id, label]) => {
    const own = lines.filter((line) => line.heading === id);
    return own.length === 0 ? [] : [{ id, label, ...sumsOf(own, figures.lines) }];
  });
  if (filled.length < 2) return null;
  return (
    <ul class="es-budget-jump">
      {filled.map(({ id, label, kept }) => (
        <li key={id}>
          <a href={`#${headingAnchor(id)}`}>{label}</a>
          <span data-sum-of={id}>{amount(kept)}</span>
        </li>
      ))}
    </ul>
  );
}

export function headingAnchor(id: string): string {
  return fieldId(`poste-${id}`);
}

/** What a heading costs and what of it counts, lines without an amount left out. */
export function sumsOf(
  lines: readonly WrittenLine[],
  results: ReadonlyMap<string, Assessment["costs"][number]>,
): { readonly cost: number; readonly kept: number | null } {
  let cost = 0;
  let kept: number | null = 0;
  for (const { path } of lines) {
    const result = results.get(path);
    cost += result?.cost ?? 0;
    if (result?.cost == null) continue;
    kept = kept === null || result.eligible === null ? null : kept + result.eligible;
  }
  return { cost, kept };
}

/** « 18 176,00 »; nothing where it is not known. */
export function amount(cents: number | null): string {
  return cents === null ? "—" : formatMoneyExact(cents).replace(/[\u00a0\u202f]?€$/, "");
}

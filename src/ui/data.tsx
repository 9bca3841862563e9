import type { JSX } from "preact";
import { type DayLike, formatDay, formatMoney, formatMoneyExact } from "./format.ts";
import { type Content, classes } from "./text.ts";

/** Cents as euros, never broken over two lines. */
export function Money(props: { readonly cents: number; readonly exact?: boolean | undefined }): JSX.Element {
  return (
    <span class="es-money">{props.exact === true ? formatMoneyExact(props.cents) : formatMoney(props.cents)}</span>
  );
}

export function Day(props: { readonly day: DayLike }): JSX.Element {
  return (
    <time class="es-day" dateTime={String(props.day)}>
      {formatDay(props.day)}
    </time>
  );
}

export interface SummaryItem {
  readonly label: Content;
  readonly value: Content;
  /** Under the value: what differs, the rule that reads it. */
  readonly note?: Content;
  /** At the end of the line: « Modifier ». */
  readonly action?: Content;
  readonly id?: string | undefined;
}

/** Questions and their answers. An empty answer says so. */
export function SummaryList(props: {
  readonly items?: readonly SummaryItem[];
  readonly compact?: boolean | undefined;
  /** Instead of `items`, where each row is written apart. */
  readonly children?: Content;
}): JSX.Element {
  return (
    <dl class={classes("es-summary", props.compact === true && "es-summary-compact")}>
      {props.items?.map((item, index) => (
        <SummaryRow key={item.id ?? index} {...item} />
      ))}
      {props.children}
    </dl>
  );
}

export function SummaryRow(props: SummaryItem): JSX.Element {
  return (
    <div id={props.id}>
      <dt>{props.label}</dt>
      <dd>
        {isEmpty(props.value) ? <span class="es-none">Non renseigné</span> : props.value}
        {props.note !== undefined && <div class="es-summary-note">{props.note}</div>}
      </dd>
      {props.action !== undefined && <dd class="es-summary-action">{props.action}</dd>}
    </div>
  );
}

export interface Column<Row> {
  readonly key: string;
  readonly header: Content;
  readonly cell: (row: Row, index: number) => Content;
  /** Figures are right-aligned with tabular digits. */
  readonly numeric?: boolean | undefined;
  /** The column that names the row; it becomes `th scope=row`. */
  readonly rowHeader?: boolean | undefined;
  /** A link that sorts by it, and how it is sorted now. */
  readonly sortHref?: string | undefined;
  readonly sorted?: "ascending" | "descending" | undefined;
  /** Shown in the card's view beside the cell when the header is not plain text. */
  readonly short?: string | undefined;
  readonly narrow?: boolean | undefined;
}

export interface DataTableProps<Row> {
  readonly caption: Content;
  /** Keep it for screen readers only, when a heading just above says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly footer?: readonly Content[] | undefined;
  /** What a small screen does: rows become cards, or the table scrolls in a region one can focus. */
  readonly small?: "cards" | "scroll" | undefined;
  readonly empty?: Content;
  readonly stickyHeader?: boolean | undefined;
  /** A line under the row, over the whole width: the reason of a cut. */
  readonly detail?: ((row: Row) => Content) | undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const small = props.small ?? "cards";
  const label = typeof props.caption === "string" ? props.caption : "Tableau";
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const table = (
    <table
      class={classes(
        "es-table",
        small === "cards" && "es-table-cards",
        props.stickyHeader === true && "es-table-sticky",
      )}
    >
      <caption class={props.captionHidden === true ? "ds-sr-only" : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <BodyRow key={props.rowKey(row, index)} {...props} row={row} index={index} />
        ))}
      </tbody>
      {props.footer !== undefined && (
        <tfoot>
          <tr>
            {props.footer.map((cell, index) => (
              <FooterCell key={index} column={props.columns[index]} first={index === 0}>
                {cell}
              </FooterCell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (small === "cards") return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="es-scroll" aria-label={label} tabIndex={0}>
      {table}
    </section>
  );
}

function HeaderCell<Row>(props: { readonly column: Column<Row> }): JSX.Element {
  const { column } = props;
  return (
    <th scope="col" class={cellClass(column)} aria-sort={column.sorted}>
      {column.sortHref === undefined ? (
        column.header
      ) : (
        <a class="es-sort" href={column.sortHref} data-sorted={column.sorted}>
          {column.header}
        </a>
      )}
    </th>
  );
}

function BodyRow<Row>(props: DataTableProps<Row> & { readonly row: Row; readonly index: number }): JSX.Element {
  const detail = props.detail?.(props.row);
  const hasDetail = !isEmpty(detail);
  return (
    <>
      <tr class={hasDetail ? "es-row-with-detail" : undefined}>
        {props.columns.map((column) => {
          const content = column.cell(props.row, props.index);
          const label = column.short ?? (typeof column.header === "string" ? column.header : undefined);
          if (column.rowHeader === true) {
            return (
              <th key={column.key} scope="row" class={cellClass(column)}>
                {content}
              </th>
            );
          }
          return (
            <td key={column.key} class={cellClass(column)} data-label={label}>
              {content}
            </td>
          );
        })}
      </tr>
      {hasDetail && (
        <tr class="es-row-detail">
          <td colSpan={props.columns.length}>{detail}</td>
        </tr>
      )}
    </>
  );
}

function FooterCell<Row>(props: {
  readonly column: Column<Row> | undefined;
  readonly first: boolean;
  readonly children: Content;
}): JSX.Element {
  const label = typeof props.column?.header === "string" ? props.column.header : props.column?.short;
  if (props.first) return <th scope="row">{props.children}</th>;
  return (
    <td class={props.column === undefined ? undefined : cellClass(props.column)} data-label={label}>
      {props.children}
    </td>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const name = classes(column.numeric === true && "es-num", column.narrow === true && "es-narrow");
  return name === "" ? undefined : name;
}

function isEmpty(value: Content): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

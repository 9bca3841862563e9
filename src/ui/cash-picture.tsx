import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { DataTable } from "./data.tsx";
import { formatMoney, formatMonth } from "./format.ts";
import { Disclosure } from "./surfaces.tsx";

export interface CashRow {
  /** `2026-09`. */
  readonly month: string;
  /** In cents. */
  readonly out: number;
  readonly in: number;
  readonly balance: number;
}

const HEIGHT = 160;

/** What is left at the end of each month, above or below nothing, and the same in a table: the bars are only a picture. */
export function CashPicture(props: { readonly caption: string; readonly rows: readonly CashRow[] }): JSX.Element {
  const { rows, caption } = props;
  const top = Math.max(0, ...rows.map(({ balance }) => balance));
  const bottom = Math.min(0, ...rows.map(({ balance }) => balance));
  const span = Math.max(1, top - bottom);
  const at = (cents: number) => (HEIGHT * (top - cents)) / span;
  const width = 100 / rows.length;
  return (
    <figure class="es-cash">
      <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        {rows.map(({ month, balance }, place) => (
          <rect
            key={month}
            class={balance < 0 ? "es-cash-missing" : "es-cash-left"}
            x={`${(place * width + width * 0.1).toFixed(2)}%`}
            width={`${(width * 0.8).toFixed(2)}%`}
            y={Math.min(at(0), at(balance))}
            height={Math.max(1, Math.abs(at(balance) - at(0)))}
          />
        ))}
        <rect class="es-cash-zero" x="0" width="100%" y={at(0)} height="1" />
      </svg>
      <Disclosure summary={caption}>
        <DataTable
          caption={caption}
          captionHidden
          rows={rows}
          rowKey={({ month }) => month}
          columns={[
            { key: "month", header: "Mois", rowHeader: true, cell: ({ month }) => sayMonth(month) },
            { key: "out", header: "Dépenses", numeric: true, cell: (row) => formatMoney(row.out) },
            { key: "in", header: "Recettes", numeric: true, cell: (row) => formatMoney(row.in) },
            { key: "balance", header: "Reste en fin de mois", numeric: true, cell: (row) => formatMoney(row.balance) },
          ]}
        />
      </Disclosure>
    </figure>
  );
}

export function sayMonth(month: string): string {
  return formatMonth(Temporal.PlainDate.from(`${month}-01`));
}

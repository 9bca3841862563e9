import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { DataTable } from "./data.tsx";
import { formatMoney, formatMonth, NBSP } from "./format.ts";
import { AXIS_HEIGHT, MonthAxis } from "./month-axis.tsx";
import { roundSteps } from "./scale.ts";
import { Disclosure } from "./surfaces.tsx";

export interface CashRow {
  /** `2026-09`. */
  readonly month: string;
  /** In cents. */
  readonly out: number;
  readonly in: number;
  readonly balance: number;
}

export interface CashPictureProps {
  readonly caption: string;
  readonly rows: readonly CashRow[];
  /** The most that is missing at the end of a month, named on the picture; null where nothing ever is. */
  readonly gap: { readonly month: string; readonly amount: number } | null;
}

const HEIGHT = 220;
/** Room above and below, for the words of the largest gap. */
const ROOM = 22;
const STEPS = 5;

/**
 * What is left at the end of each month, above or below nothing, against a scale; the largest gap is named. The same
 * stands in a table: the bars are only a picture, whose title sums it up for who cannot see it.
 */
export function CashPicture({ caption, rows, gap }: CashPictureProps): JSX.Element {
  const balances = rows.map(({ balance }) => balance);
  const steps = roundSteps(Math.min(0, ...balances), Math.max(0, ...balances), STEPS);
  const [bottom, top] = [steps[0] ?? 0, steps.at(-1) ?? 1];
  const y = (cents: number) => ROOM + ((HEIGHT - 2 * ROOM) * (top - cents)) / (top - bottom);
  const width = 100 / rows.length;
  return (
    <figure class="es-cash">
      <figcaption>{caption}</figcaption>
      <div class="es-cash-plot">
        <svg class="es-cash-scale" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          {steps.map((step) => (
            <text key={step} class="es-plot-text" x="100%" y={y(step) + 4} text-anchor="end">
              {formatMoney(step)}
            </text>
          ))}
        </svg>
        <svg class="es-plot" width="100%" height={HEIGHT + AXIS_HEIGHT} role="img" focusable="false">
          <title>{`${caption}${NBSP}: ${sayPicture(rows, gap)} Le tableau qui suit donne chaque mois.`}</title>
          {steps.map((step) => (
            <rect key={step} class="es-plot-line" width="100%" y={y(step)} height="1" />
          ))}
          <MonthAxis
            months={rows.map(({ month }) => month)}
            height={HEIGHT}
            at={(month) => `${(width * rows.findIndex((row) => row.month === month)).toFixed(2)}%`}
          />
          {rows.map(({ month, balance }, place) => (
            <rect
              key={month}
              class={balance < 0 ? "es-cash-missing" : "es-cash-left"}
              x={`${(width * (place + 0.14)).toFixed(2)}%`}
              width={`${(width * 0.72).toFixed(2)}%`}
              y={Math.min(y(0), y(balance))}
              height={Math.max(1, Math.abs(y(balance) - y(0)))}
              rx="2"
            />
          ))}
          <rect class="es-cash-zero" width="100%" y={y(0) - 0.5} height="2" />
          {gap !== null && <LargestGap rows={rows} gap={gap} y={y(-gap.amount)} />}
        </svg>
      </div>
      <ul class="es-cash-key">
        <Key look="left">Reste en caisse en fin de mois</Key>
        {balances.some((one) => one < 0) && <Key look="missing">À trouver en fin de mois</Key>}
      </ul>
      <Disclosure summary="Le tableau, mois par mois">
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

/** Named under its bar, towards the side where there is room. */
function LargestGap(props: {
  readonly rows: readonly CashRow[];
  readonly gap: { readonly month: string; readonly amount: number };
  readonly y: number;
}): JSX.Element {
  const { rows, gap, y } = props;
  const middle = (rows.findIndex(({ month }) => month === gap.month) + 0.5) / rows.length;
  const anchor = middle < 0.25 ? "start" : middle > 0.75 ? "end" : "middle";
  return (
    <text class="es-cash-gap" x={`${(100 * middle).toFixed(2)}%`} y={y + 16} text-anchor={anchor}>
      {formatMoney(-gap.amount)}
    </text>
  );
}

function Key(props: { readonly look: "left" | "missing"; readonly children: string }): JSX.Element {
  return (
    <li>
      <svg width="14" height="14" aria-hidden="true" focusable="false">
        <rect class={`es-cash-${props.look}`} width="14" height="14" rx="3" />
      </svg>
      {props.children}
    </li>
  );
}

function sayPicture(rows: readonly CashRow[], gap: CashPictureProps["gap"]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  const over =
    first === undefined || last === undefined ? "" : `de ${sayMonth(first.month)} à ${sayMonth(last.month)}, `;
  return gap === null
    ? `${over}il reste de l’argent chaque mois.`
    : `${over}il manque au plus ${formatMoney(gap.amount)}, fin ${sayMonth(gap.month)}.`;
}

export function sayMonth(month: string): string {
  return formatMonth(Temporal.PlainDate.from(`${month}-01`));
}

import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { monthsBetween } from "#policy/index.ts";
import { DataTable } from "./data.tsx";
import { formatDay, formatDayShort, NBSP, plural } from "./format.ts";
import { AXIS_HEIGHT, MonthAxis } from "./month-axis.tsx";

/** A stretch of time, both days included (ISO). */
export interface GanttRow {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const ROW = 48;
const NAME = 18;
const BAR = 26;
const LONGEST = 46;
/** Past this share of the width, a name reads back from the end of its bar. */
const FAR = 50;

/**
 * Stretches of time as bars under their names, over whole months, and the same in a table: the bars are only a picture,
 * whose title sums it up for who cannot see it.
 */
export function Gantt(props: { readonly caption: string; readonly rows: readonly GanttRow[] }): JSX.Element | null {
  const { rows, caption } = props;
  const first = rows.map(({ from }) => from).sort()[0];
  const last = rows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const months = monthsBetween(first.slice(0, 7), last.slice(0, 7));
  const start = `${first.slice(0, 7)}-01`;
  const whole = daysFrom(
    start,
    Temporal.PlainDate.from(`${last.slice(0, 7)}-01`)
      .add({ months: 1 })
      .toString(),
  );
  const height = rows.length * ROW + 8;
  const share = (day: string, after: 0 | 1) => (100 * (daysFrom(start, day) + after)) / whole;
  return (
    <figure class="es-gantt">
      <figcaption>{caption}</figcaption>
      <svg class="es-plot" width="100%" height={height + AXIS_HEIGHT} role="img" focusable="false">
        <title>{`${caption}${NBSP}: ${plural(rows.length, "phase")}, du ${formatDay(first)} au ${formatDay(last)}. Le tableau qui suit le dit aussi.`}</title>
        <MonthAxis months={months} height={height} at={(month) => percent(share(`${month}-01`, 0))} />
        {rows.map(({ label, from, to }, place) => (
          <g key={`${label}-${from}`}>
            <text class="es-gantt-name" {...nameAt(share(from, 0), share(to, 1))} y={place * ROW + NAME}>
              {label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label}
            </text>
            <rect
              class="es-gantt-bar"
              x={percent(share(from, 0))}
              width={percent(share(to, 1) - share(from, 0))}
              y={place * ROW + BAR}
              height={ROW - BAR - 6}
              rx="4"
            />
          </g>
        ))}
      </svg>
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={(_, place) => String(place)}
        columns={[
          { key: "label", header: "Phase", rowHeader: true, cell: ({ label }) => label },
          { key: "from", header: "Début", cell: ({ from }) => formatDayShort(Temporal.PlainDate.from(from)) },
          { key: "to", header: "Fin", cell: ({ to }) => formatDayShort(Temporal.PlainDate.from(to)) },
        ]}
      />
    </figure>
  );
}

function daysFrom(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`;
}

/** Over its bar, from its beginning, or back from its end where it would leave the picture. */
function nameAt(from: number, to: number): { readonly x: string; readonly "text-anchor": "start" | "end" } {
  return from <= FAR ? { x: percent(from), "text-anchor": "start" } : { x: percent(to), "text-anchor": "end" };
}

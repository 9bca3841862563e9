import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { DataTable } from "./data.tsx";
import { formatDayShort } from "./format.ts";

/** A stretch of time, both days included (ISO). */
export interface GanttRow {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const ROW = 28;

/** Stretches of time as bars under one another, and the same in a table: the bars are only a picture. */
export function Gantt(props: { readonly caption: string; readonly rows: readonly GanttRow[] }): JSX.Element | null {
  const { rows, caption } = props;
  const first = rows.map(({ from }) => from).sort()[0];
  const last = rows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const whole = daysFrom(first, last) + 1;
  const years = newYears(first, last);
  return (
    <figure class="es-gantt">
      <svg width="100%" height={rows.length * ROW} aria-hidden="true" focusable="false">
        {years.map((day) => (
          <rect
            key={day}
            class="es-gantt-year"
            x={percent(daysFrom(first, day), whole)}
            width="1"
            height={rows.length * ROW}
          />
        ))}
        {rows.map(({ label, from, to }, place) => (
          <rect
            key={`${label}-${from}`}
            class="es-gantt-bar"
            x={percent(daysFrom(first, from), whole)}
            width={percent(daysFrom(from, to) + 1, whole)}
            y={place * ROW + 5}
            height={ROW - 10}
            rx="3"
          />
        ))}
      </svg>
      <p class="es-gantt-scale" aria-hidden="true">
        <span>{formatDayShort(Temporal.PlainDate.from(first))}</span>
        <span>{formatDayShort(Temporal.PlainDate.from(last))}</span>
      </p>
      <DataTable
        caption={caption}
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

function percent(days: number, whole: number): string {
  return `${((100 * days) / whole).toFixed(2)}%`;
}

/** The first days of the years inside. */
function newYears(first: string, last: string): readonly string[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.min(50, to - from) }, (_, step) => `${from + 1 + step}-01-01`);
}

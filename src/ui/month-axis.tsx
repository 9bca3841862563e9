import type { JSX } from "preact";
import { monthMarks } from "./scale.ts";
import { classes } from "./text.ts";

/** What its words take under a picture. */
export const AXIS_HEIGHT = 40;

/** The months under a picture: a hairline where each that is named begins, its name, and the year where it changes. */
export function MonthAxis(props: {
  readonly months: readonly string[];
  /** Of what stands above. */
  readonly height: number;
  /** Where a month begins, in percent. */
  readonly at: (month: string) => string;
}): JSX.Element {
  const { months, height, at } = props;
  return (
    <g>
      {monthMarks(months).map(({ month, label, year, beginsYear, isRare, beginsRareYear }) => (
        <g key={month} class={isRare ? undefined : "es-plot-often"}>
          <rect class="es-plot-line" x={at(month)} width="1" height={height + 6} />
          <text class="es-plot-text" x={at(month)} dx="4" y={height + 16}>
            {label}
          </text>
          {(beginsYear || beginsRareYear) && (
            <text
              class={classes(
                "es-plot-text es-plot-year",
                !beginsRareYear && "es-plot-often",
                !beginsYear && "es-plot-few",
              )}
              x={at(month)}
              dx="4"
              y={height + 32}
            >
              {year}
            </text>
          )}
        </g>
      ))}
      <rect class="es-plot-base" width="100%" y={height} height="1" />
    </g>
  );
}

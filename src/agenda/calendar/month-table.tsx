import type { JSX } from "preact";
import type { Temporal } from "temporal-polyfill";
import { capital, formatDay, formatMonth } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { familyOf } from "../occasions/occasion.ts";
import { weeksOf } from "./agenda.ts";
import { byDay, type DayEntries } from "./by-day.ts";
import type { Listed } from "./store.ts";

const WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

/** A month as a table of weeks. On a telephone the days that have something are links to the list, with a dot for each. */
export function MonthTable(props: {
  readonly month: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly listed: readonly Listed[];
  readonly listHref: string;
}): JSX.Element {
  const days = new Map(byDay(props.listed, props.month, "every").map((one) => [one.day, one.entries]));
  return (
    <table class="es-month">
      <caption>{capital(formatMonth(props.month))}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              <span aria-hidden="true">
                {day.charAt(0)}
                <i>{`${day.slice(1, 3)}.`}</i>
              </span>
              <span class="ds-sr-only">{day}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.month).map((week) => (
          <tr key={week[0]?.toString()}>
            {week.map((day) => (
              <Cell
                key={day.toString()}
                day={day}
                isOut={day.month !== props.month.month}
                isToday={day.equals(props.today)}
                entries={days.get(day.toString()) ?? []}
                listHref={props.listHref}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: {
  readonly day: Temporal.PlainDate;
  readonly isOut: boolean;
  readonly isToday: boolean;
  readonly entries: DayEntries["entries"];
  readonly listHref: string;
}): JSX.Element {
  const { day, entries } = props;
  const number = (
    <span class={props.isToday ? "es-month-today" : undefined}>
      {day.day}
      {props.isToday && <span class="ds-sr-only"> (aujourd’hui)</span>}
    </span>
  );
  return (
    <td class={props.isOut ? "es-month-out" : undefined}>
      {entries.length === 0 || props.isOut ? (
        <span class="es-month-day">{number}</span>
      ) : (
        <>
          <a
            class="es-month-day"
            href={`${props.listHref}#j${day.day}`}
            aria-label={`${formatDay(day)}, ${entries.length} rendez-vous`}
          >
            {number}
          </a>
          <ul>
            {entries.map(({ occasion, isMoved }) => (
              <li key={occasion.id} class={`es-family-${familyOf(occasion)}`}>
                <a href={urls.agendaItem.href({ slug: occasion.slug })}>
                  {occasion.title}
                  {stateWord(occasion, isMoved)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </td>
  );
}

function stateWord(occasion: Listed, isMoved: boolean): string {
  if (occasion.state === "cancelled") return " (annulé)";
  if (occasion.state === "postponed" || isMoved) return " (reporté)";
  return occasion.free === 0 ? " (complet)" : "";
}

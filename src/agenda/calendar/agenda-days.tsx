import type { JSX } from "preact";
import { Temporal } from "temporal-polyfill";
import { jobFamilies } from "#policy/index.ts";
import { dayInParis, formatDayOfYear, formatList, Icon, plural, StateTag } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { familyOf, kindLabel } from "../occasions/occasion.ts";
import { sayHours, sayTown, weekday } from "../occasions/words.ts";
import { byDay } from "./by-day.ts";
import type { Listed } from "./store.ts";

/** The rendez-vous of a month, day by day; one that lasts several days stands on its first. */
export function AgendaDays(props: {
  readonly month: Temporal.PlainDate;
  readonly listed: readonly Listed[];
}): JSX.Element {
  return (
    <ol class="es-days">
      {byDay(props.listed, props.month, "first").map(({ day, entries }) => {
        const date = Temporal.PlainDate.from(day);
        return (
          <li key={day} id={`j${date.day}`}>
            <h3>
              <b>{date.day}</b>
              <span>{weekday(date)}</span>
            </h3>
            <div>
              {entries.map(({ occasion, isMoved }) => (
                <Entry key={occasion.id} occasion={occasion} isMoved={isMoved} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Entry(props: { readonly occasion: Listed; readonly isMoved: boolean }): JSX.Element {
  const { occasion } = props;
  return (
    <div class={`es-entry es-family-${familyOf(occasion)}`}>
      <div>
        <a href={urls.agendaItem.href({ slug: occasion.slug })}>{occasion.title}</a>
        <p>{detail(occasion)}</p>
      </div>
      <p class="es-entry-state">
        <Places occasion={occasion} isMoved={props.isMoved} />
      </p>
    </div>
  );
}

function detail(occasion: Listed): string {
  const isShort = dayInParis(occasion.startsAt) === dayInParis(occasion.endsAt);
  const hours = isShort ? sayHours(occasion) : `jusqu’au ${formatDayOfYear(dayInParis(occasion.endsAt))}`;
  const forWhom = occasion.audience.map((one) => (jobFamilies[one] ?? "").toLowerCase());
  const audience = forWhom.length === 0 ? "" : `pour ${formatList(forWhom)}`;
  return [kindLabel(occasion), sayTown(occasion), hours, audience].filter((part) => part !== "").join(", ");
}

/** What is left, in a word. */
function Places(props: { readonly occasion: Listed; readonly isMoved: boolean }): JSX.Element {
  const { occasion } = props;
  if (occasion.state === "cancelled") return <StateTag quiet tone="danger" icon="cross" label="Annulé" />;
  if (occasion.state === "postponed") return <StateTag quiet tone="warning" icon="warning" label="Reporté" />;
  if (props.isMoved) {
    return (
      <StateTag
        quiet
        tone="warning"
        icon="warning"
        label={`Reporté au ${formatDayOfYear(dayInParis(occasion.startsAt))}`}
      />
    );
  }
  if (occasion.free === null) return <>Places libres</>;
  if (occasion.waiting > 0) return <StateTag quiet tone="honey" icon="clock" label="Liste d’attente" />;
  if (occasion.free === 0) {
    return (
      <span class="es-state es-state-quiet" data-color="neutral">
        <Icon name="minus" />
        Complet
      </span>
    );
  }
  return <>{plural(occasion.free, "place")}</>;
}

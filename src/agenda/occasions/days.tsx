import type { JSX } from "preact";
import { capital } from "#src/ui/index.ts";
import type { Slot } from "./occasion.ts";
import { sayWhen } from "./words.ts";

/** The days of an occasion that lasts more than one, each with its hours; nothing where one day says it all. */
export function Days(props: { readonly days: readonly Slot[] }): JSX.Element | null {
  if (props.days.length < 2) return null;
  return (
    <ul>
      {props.days.map((day) => (
        <li key={day.startsAt.toString()}>{capital(sayWhen(day))}</li>
      ))}
    </ul>
  );
}

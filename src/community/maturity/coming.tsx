import type { JSX } from "preact";
import type { Instrument } from "#policy/index.ts";
import type { World } from "#src/platform/world.ts";
import { Section } from "#src/ui/index.ts";

/** A date to come that fits what was measured, as a later slice tells it. */
export interface ComingDate {
  readonly title: string;
  readonly href: string;
  /** « mardi 8 décembre 2026, de 9 h 30 à 16 h 30, Caen ». */
  readonly when: string;
}

/** Finds the dates that fit an instrument, the nearest first. */
export type ComingDates = (world: World, instrument: Instrument["id"]) => Promise<readonly ComingDate[]>;

export function Coming(props: { readonly dates: readonly ComingDate[] }): JSX.Element | null {
  if (props.dates.length === 0) return null;
  return (
    <Section title="Des dates pour en parler" intro="Rencontres et formations de l’agenda, sur ce sujet.">
      <ul class="es-entries">
        {props.dates.map(({ title, href, when }) => (
          <li key={href}>
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p class="es-entries-meta">{when}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

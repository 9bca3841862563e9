import type { JSX } from "preact";
import { plural } from "./format.ts";

export interface RegionMapProps {
  readonly map: {
    readonly viewBox: string;
    readonly departments: readonly { readonly code: string; readonly name: string; readonly path: string }[];
    /** Who drew it, said under it. */
    readonly credit: string;
  };
  /** How many there are in each department, by its code. */
  readonly counts: ReadonlyMap<string, number>;
  /** What is counted: « acteur », « acteurs ». */
  readonly noun: readonly [one: string, many: string];
  readonly current: string | null;
  /** Where a department leads; null leads to all of them. */
  readonly href: (code: string | null) => string;
  readonly all: string;
}

/** The departments, drawn and listed: each leads to what is counted there. The list is the map for whoever does not see it. */
export function RegionMap(props: RegionMapProps): JSX.Element {
  const { map, counts, current, href } = props;
  const [one, many] = props.noun;
  return (
    <figure class="es-region">
      <Drawing {...props} />
      <figcaption>
        <ul>
          {map.departments.map(({ code, name }) => {
            const count = counts.get(code) ?? 0;
            return (
              <li key={code}>
                <a href={href(code)} aria-current={code === current ? "true" : undefined}>
                  {name}
                </a>{" "}
                <span class="es-count">{count}</span>
                <span class="ds-sr-only">{` ${count < 2 ? one : many}`}</span>
              </li>
            );
          })}
          {current !== null && (
            <li>
              <a href={href(null)}>{props.all}</a>
            </li>
          )}
        </ul>
        <small>{map.credit}</small>
      </figcaption>
    </figure>
  );
}

const SHADES = 4;

function Drawing({ map, counts, noun: [one, many], current }: RegionMapProps): JSX.Element {
  const most = Math.max(1, ...counts.values());
  return (
    <svg viewBox={map.viewBox} width="100%" aria-hidden="true" focusable="false">
      {map.departments.map(({ code, name, path }) => {
        const count = counts.get(code) ?? 0;
        const shade = Math.ceil((SHADES * count) / most);
        return (
          <path key={code} class={code === current ? "es-region-current" : `es-region-${shade}`} d={path}>
            <title>{`${name} : ${plural(count, one, many)}`}</title>
          </path>
        );
      })}
    </svg>
  );
}

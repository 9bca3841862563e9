import type { JSX } from "preact";
import { type RegionMap, regionMap } from "#src/territory/index.ts";
import { plural } from "#src/ui/index.ts";
import { queryString, urls } from "#src/urls.ts";

/** The departments, drawn and listed: each leads to its actors. The list is the map for whoever does not see it. */
export function ActorsMap(props: {
  readonly counts: ReadonlyMap<string, number>;
  readonly current: string | null;
  /** The rest of the search, kept along. */
  readonly query: Readonly<Record<string, string>>;
}): JSX.Element {
  const map = regionMap();
  const most = Math.max(1, ...props.counts.values());
  const places = map.departments.map((one) => {
    const count = props.counts.get(one.code) ?? 0;
    return { ...one, count, shade: count === 0 ? 0 : Math.ceil((4 * count) / most) };
  });
  return (
    <figure class="es-region">
      <Drawing map={map} places={places} current={props.current} />
      <figcaption>
        <ul>
          {places.map(({ code, name, count }) => (
            <li key={code}>
              <a
                href={urls.community.href() + queryString({ ...props.query, departement: code })}
                aria-current={code === props.current ? "true" : undefined}
              >
                {name}
              </a>{" "}
              <span class="es-count">{count}</span>
              <span class="ds-sr-only">{count < 2 ? " acteur" : " acteurs"}</span>
            </li>
          ))}
          {props.current !== null && (
            <li>
              <a href={urls.community.href() + queryString(props.query)}>Toute la Normandie</a>
            </li>
          )}
        </ul>
        <small>{map.credit}</small>
      </figcaption>
    </figure>
  );
}

function Drawing(props: {
  readonly map: RegionMap;
  readonly places: readonly {
    readonly code: string;
    readonly name: string;
    readonly path: string;
    readonly count: number;
    readonly shade: number;
  }[];
  readonly current: string | null;
}): JSX.Element {
  return (
    <svg viewBox={props.map.viewBox} width="100%" aria-hidden="true" focusable="false">
      {props.places.map(({ code, name, path, count, shade }) => (
        <path key={code} class={code === props.current ? "es-region-current" : `es-region-${shade}`} d={path}>
          <title>{`${name} : ${plural(count, "acteur")}`}</title>
        </path>
      ))}
    </svg>
  );
}

import type { JSX } from "preact";
import { Disclosure, formatList, plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Near } from "../nearest.ts";

/** How many stand in sight; the others unfold. */
const SEEN = 3;

/** What exists beside a project: one looks at it before saying what the project adds. */
export function NearestList({ near }: { readonly near: readonly Near[] }): JSX.Element {
  if (near.length === 0)
    return (
      <p class="es-hint" id="voisins">
        Aucun projet, aucune pratique, aucune formation ne dit des choses voisines.
      </p>
    );
  const more = near.slice(SEEN);
  return (
    <div id="voisins">
      <p class="es-hint">
        {`Ce qui existe et lui ressemble (${near.length}), par les mots et les réponses rares. À vous de dire ce que ce projet ajoute.`}
      </p>
      <Items near={near.slice(0, SEEN)} />
      {more.length > 0 && (
        <Disclosure summary={plural(more.length, "autre voisin", "autres voisins")}>
          <Items near={more} />
        </Disclosure>
      )}
    </div>
  );
}

function Items({ near }: { readonly near: readonly Near[] }): JSX.Element {
  return (
    <ul>
      {near.map((one) => (
        <li key={one.at}>
          <a href={hrefOf(one)}>{one.title}</a>
          {` (${called(one)})${one.who === "" ? "" : `, ${one.who}`}`}
          <div class="es-hint">{`En commun\u00a0: ${formatList([...one.alike, ...one.shared])}`}</div>
        </li>
      ))}
    </ul>
  );
}

function hrefOf({ kind, at }: Near): string {
  if (kind === "project") return urls.review.href({ id: at });
  return kind === "practice" ? urls.practice.href({ slug: at }) : urls.course.href({ slug: at });
}

function called({ kind, number }: Near): string {
  if (kind === "project") return number;
  return kind === "practice" ? "pratique partagée" : "formation";
}

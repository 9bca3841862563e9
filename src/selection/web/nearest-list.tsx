import type { JSX } from "preact";
import { formatList } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Near } from "../nearest.ts";

/** What exists beside a project: one looks at it before saying what the project adds. */
export function NearestList({ near }: { readonly near: readonly Near[] }): JSX.Element {
  if (near.length === 0)
    return <p class="es-hint">Aucun projet, aucune pratique, aucune formation ne dit des choses voisines.</p>;
  return (
    <>
      <p class="es-hint">
        Par les mots rares des titres et des résumés. À vous de dire ce que ce projet ajoute à ce qui existe.
      </p>
      <ul>
        {near.map((one) => (
          <li key={one.at}>
            <a href={hrefOf(one)}>{one.title}</a>
            {` (${called(one)})${one.who === "" ? "" : `, ${one.who}`}`}
            <div class="es-hint">{`En commun\u00a0: ${formatList(one.shared)}`}</div>
          </li>
        ))}
      </ul>
    </>
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

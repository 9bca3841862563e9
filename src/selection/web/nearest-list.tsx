import type { JSX } from "preact";
import { plural } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { Near } from "../nearest.ts";

/** What exists beside a project: one looks at it before saying what the project adds. */
export function NearestList({ near }: { readonly near: readonly Near[] }): JSX.Element {
  if (near.length === 0) return <p class="es-hint">Aucun projet ni aucune pratique ne dit des choses voisines.</p>;
  return (
    <>
      <p class="es-hint">Par les mots des titres et des résumés. À vous de dire ce que ce projet y ajoute.</p>
      <ul>
        {near.map(({ kind, at, number, title, who, shared }) => (
          <li key={at}>
            <a href={kind === "project" ? urls.review.href({ id: at }) : urls.practice.href({ slug: at })}>{title}</a>
            {kind === "project" ? ` (${number})` : " (pratique partagée)"}
            {`, ${who}\u00a0: ${plural(shared, "mot en commun", "mots en commun")}`}
          </li>
        ))}
      </ul>
    </>
  );
}

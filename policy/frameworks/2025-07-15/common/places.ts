import { type asker, type Group, group } from "../../../engine/questions/form.ts";
import type { Term } from "../../../engine/rules/expression.ts";

type Places = Parameters<typeof group>[0] & { readonly item: { readonly commune: Term<"text"> } };

/** Where else a project takes place, the same in every form. */
export function otherPlaces(ask: ReturnType<typeof asker>, places: Places): Group {
  return group(places, {
    label: "Autres lieux du projet",
    itemLabel: "Lieu",
    addLabel: "Ajouter un lieu",
    min: 0,
    max: 50,
    items: [ask(places.item.commune, { label: "Commune" })],
  });
}

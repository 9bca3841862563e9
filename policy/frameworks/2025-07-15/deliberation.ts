import type { Deliberation } from "../../engine/framework/deliberation.ts";
import type { Told } from "../../engine/framework/scheme.ts";
import { day } from "../../engine/values/day.ts";

/** The text gives its assembly and its day, nothing else: the Region fills in the rest (ACT-01). */
export const deliberation: Deliberation = {
  number: null,
  assembly: "Commission permanente de la Région Normandie",
  votedOn: day("2025-07-15"),
  transmittedOn: null,
  publishedOn: null,
};

/** The title says « modification », no more. */
export const earlier: readonly Told[] = [
  {
    when: "Avant le 15 juillet 2025",
    title: "Un cadre antérieur",
    text: "Le titre dit que le texte en modifie un autre. D’après la presse, une première stratégie a été adoptée le 14 décembre 2020 par l’assemblée plénière : à confirmer par la Région.",
    place: "titre",
    provisions: ["ACT-03"],
  },
];

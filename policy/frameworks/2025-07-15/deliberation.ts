import { day } from "../../engine/day.ts";
import type { Deliberation } from "../../engine/deliberation.ts";
import type { Told } from "../../engine/scheme.ts";

/** The text gives its assembly and its day, nothing else: the Region fills in the rest (ACT-01). */
export const deliberation: Deliberation = {
  number: null,
  assembly: "Commission permanente de la Région Normandie",
  votedOn: day("2025-07-15"),
  transmittedOn: null,
  publishedOn: null,
};

/** The title says « modification »; the day of the first vote comes from the press, so the Region is to confirm it. */
export const earlier: readonly Told[] = [
  {
    when: "14 décembre 2020",
    title: "Une première stratégie",
    text: "L’assemblée plénière de la Région adopte une stratégie de modernisation de l’appareil de formation. Cette date est à confirmer par la Région.",
    place: "titre",
    provisions: ["ACT-03"],
  },
];

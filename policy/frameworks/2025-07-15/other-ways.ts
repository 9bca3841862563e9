import type { OtherWay } from "../../engine/framework/scheme.ts";

/** What the strategy still offers where an aid is not possible. */
export const otherWays: readonly OtherWay[] = [
  {
    slug: "e3d",
    title: "Agir pour le développement durable",
    text: "Le dispositif E3D aide les structures de formation à faire évoluer leurs pratiques.",
  },
  {
    slug: "communotic",
    title: "Avancer avec le numérique",
    text: "Le réseau Communotic rassemble les acteurs du territoire, quelle que soit leur maturité numérique.",
  },
];

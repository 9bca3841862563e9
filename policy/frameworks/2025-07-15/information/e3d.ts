import type { InformationScheme } from "../../../engine/framework/scheme.ts";

export const e3d: InformationScheme = {
  slug: "e3d",
  name: "E3D : accompagnement au développement durable",
  axis: "support",
  status: "information",
  provision: "1.a",
  summary:
    "Le dispositif régional qui aide les établissements d’éducation et de formation à agir pour le développement durable.",
  passages: [
    {
      title: "De quoi s’agit-il ?",
      paragraphs: [
        "E3D est porté par la direction régionale chargée de l’énergie, de l’environnement et du développement durable (DEEDD). Il est mobilisé selon les besoins, au profit des structures de formation qui veulent faire évoluer leurs pratiques.",
        "Ce n’est pas une subvention de ce cadre : le service peut vous orienter vers la direction qui le porte.",
      ],
      provisions: ["E3D-1"],
    },
    {
      title: "Un enjeu pour tous les appuis",
      paragraphs: [
        "Le développement durable est pris en compte dans chaque appui apporté aux structures de formation.",
      ],
      provisions: ["E3D-2"],
    },
  ],
};

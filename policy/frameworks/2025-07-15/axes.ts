import type { Axis } from "../../engine/scheme.ts";

/** The four axes: a short name, and the title of the heading that deals with each. */
export const axes: readonly Axis[] = [
  {
    id: "support",
    label: "Accompagner",
    heading: "1. Accompagner la modernisation et la transformation des structures de formation",
    provision: "GOV-2",
    summary: "Aider les structures de formation à se moderniser et à se transformer.",
  },
  {
    id: "innovate",
    label: "Innover",
    heading: "2. Favoriser les innovations et transformer les modes de mise en œuvre de la formation",
    provision: "GOV-2",
    summary: "Favoriser les innovations et transformer les façons de former.",
  },
  {
    id: "professionalise",
    label: "Professionnaliser",
    heading: "3. Professionnaliser les acteurs de la formation et apporter les compétences nécessaires au secteur",
    provision: "GOV-2",
    summary: "Apporter aux équipes les compétences dont elles ont besoin.",
  },
  {
    id: "spread",
    label: "Évaluer, capitaliser, essaimer",
    heading: "4. Évaluer, capitaliser et essaimer",
    provision: "GOV-2",
    summary: "Mesurer les effets, garder ce qui marche et le partager.",
  },
];

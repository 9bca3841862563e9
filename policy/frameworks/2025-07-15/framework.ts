import { day } from "../../engine/day.ts";
import type { Framework, Named, Scheme } from "../../engine/scheme.ts";
import { consultingSupport } from "./consulting-support/scheme.ts";
import { informationSchemes } from "./information.ts";
import { objectives, purposes, transitions } from "./references.ts";

const [e3d, ...others] = informationSchemes;
const schemes: readonly Scheme[] = [...(e3d === undefined ? [] : [e3d]), consultingSupport, ...others];

/** The framework as amended by the Permanent Commission on 15 July 2025. */
export const framework20250715: Framework = {
  version: "2025-07-15",
  title: "Stratégie régionale de transformation et de modernisation des structures de formation",
  authority: "Commission permanente de la Région Normandie",
  adoptedOn: day("2025-07-15"),
  inForceFrom: day("2025-07-15"),
  source: "Cadre d’intervention modifié par la Commission permanente du 15 juillet 2025",
  axes: [
    {
      id: "support",
      label: "Accompagner",
      provision: "GOV-2",
      summary: "Aider les structures de formation à se moderniser et à se transformer.",
    },
    {
      id: "innovate",
      label: "Innover",
      provision: "GOV-2",
      summary: "Favoriser les innovations et transformer les façons de former.",
    },
    {
      id: "professionalise",
      label: "Professionnaliser",
      provision: "GOV-2",
      summary: "Apporter aux équipes les compétences dont elles ont besoin.",
    },
    {
      id: "spread",
      label: "Évaluer, capitaliser, essaimer",
      provision: "GOV-2",
      summary: "Mesurer les effets, garder ce qui marche et le partager.",
    },
  ],
  transitions: named(transitions, "GOV-3"),
  objectives: named(objectives, "GOV-4"),
  purposes: named(purposes, "GOV-4"),
  contextFigures: [
    { label: "Budget régional de la formation professionnelle, par an", value: "environ 190 M€", provision: "GOV-5" },
    { label: "Stagiaires en recherche d’emploi en 2019", value: "près de 25 000", provision: "GOV-5" },
    { label: "Étudiants des formations sanitaires et sociales en 2019", value: "10 000", provision: "GOV-5" },
    { label: "Organismes et instituts partenaires en 2019", value: "150", provision: "GOV-5" },
  ],
  schemes,
  scheme: (slug) => schemes.find((scheme) => scheme.slug === slug) ?? null,
};

function named(list: Readonly<Record<string, string>>, provision: string): readonly Named[] {
  return Object.entries(list).map(([id, label]) => ({ id, label, provision }));
}

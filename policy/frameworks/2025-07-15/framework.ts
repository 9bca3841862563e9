import { inForceFrom } from "../../engine/deliberation.ts";
import type { Framework, Scheme } from "../../engine/scheme.ts";
import { axes } from "./axes.ts";
import { consultingSupport } from "./consulting-support/scheme.ts";
import { deliberation } from "./deliberation.ts";
import { informationSchemes } from "./information.ts";
import { sources } from "./sources.ts";
import { tagFamilies, tags, transitionWords } from "./tags.ts";

const [e3d, ...others] = informationSchemes;
const schemes: readonly Scheme[] = [...(e3d === undefined ? [] : [e3d]), consultingSupport, ...others];

/** The framework as amended by the Permanent Commission on 15 July 2025. */
export const framework20250715: Framework = {
  version: "2025-07-15",
  title: "Stratégie régionale de transformation et de modernisation des structures de formation",
  deliberation,
  inForceFrom: inForceFrom(deliberation),
  citation: "Cadre d’intervention modifié par la Commission permanente du 15 juillet 2025",
  axes,
  tags,
  tagFamilies,
  transitionWords,
  sources,
  contextFigures: [
    { label: "Budget régional de la formation professionnelle, par an", value: "environ 190 M€", provision: "GOV-5" },
    { label: "Stagiaires en recherche d’emploi en 2019", value: "près de 25 000", provision: "GOV-5" },
    { label: "Étudiants des formations sanitaires et sociales en 2019", value: "10 000", provision: "GOV-5" },
    { label: "Organismes et instituts partenaires en 2019", value: "150", provision: "GOV-5" },
  ],
  schemes,
  scheme: (slug) => schemes.find((scheme) => scheme.slug === slug) ?? null,
};

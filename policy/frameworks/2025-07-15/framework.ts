import { inForceFrom } from "../../engine/framework/deliberation.ts";
import type { Framework, Scheme } from "../../engine/framework/scheme.ts";
import { axes } from "./axes.ts";
import { digitalMaturity } from "./communotic/digital-maturity.ts";
import { consultingSupport } from "./consulting-support/scheme.ts";
import { deliberation, earlier } from "./deliberation.ts";
import { communotic } from "./information/communotic.ts";
import { contextFigures, milestones, reasons } from "./information/context.ts";
import { e3d } from "./information/e3d.ts";
import { events } from "./information/events.ts";
import { professionalTraining } from "./information/professional-training.ts";
import { orientation } from "./orientation.ts";
import { otherWays } from "./other-ways.ts";
import { provisions } from "./provisions/provisions.ts";
import { serviceModernisation } from "./service-modernisation/scheme.ts";
import { sources } from "./sources.ts";
import { sustainabilitySelfAssessment } from "./sustainability/self-assessment.ts";
import { tagFamilies, tags, transitionWords } from "./tags.ts";
import { territory } from "./territory.ts";
import { transitions } from "./transitions/scheme.ts";

/** In the order of the text. */
const schemes: readonly Scheme[] = [
  e3d,
  consultingSupport,
  communotic,
  events,
  transitions,
  serviceModernisation,
  professionalTraining,
];

/** The framework as amended by the Permanent Commission on 15 July 2025. */
export const framework20250715: Framework = {
  version: "2025-07-15",
  title: "Stratégie régionale de transformation et de modernisation des structures de formation",
  deliberation,
  inForceFrom: inForceFrom(deliberation),
  citation: "Cadre d’intervention modifié par la Commission permanente du 15 juillet 2025",
  earlier,
  reasons,
  milestones,
  contextFigures,
  axes,
  tags,
  tagFamilies,
  transitionWords,
  transitionsReading: "D-08",
  sources,
  provisions,
  schemes,
  orientation,
  otherWays,
  territory,
  instruments: [digitalMaturity, sustainabilitySelfAssessment],
  scheme: (slug) => schemes.find((scheme) => scheme.slug === slug) ?? null,
};

import { day } from "../../engine/day.ts";
import type { Deliberation } from "../../engine/deliberation.ts";

/** The text gives its assembly and its day, nothing else: the Region fills in the rest (ACT-01). */
export const deliberation: Deliberation = {
  number: null,
  assembly: "Commission permanente de la Région Normandie",
  votedOn: day("2025-07-15"),
  transmittedOn: null,
  publishedOn: null,
};

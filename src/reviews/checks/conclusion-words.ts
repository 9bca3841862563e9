import type { Finding } from "./finding.ts";

export const conclusionWords: Readonly<Record<Finding["conclusion"], string>> = {
  met: "remplie",
  "not-met": "non remplie",
  default: "lecture appliquée d’ordinaire",
  alternative: "autre lecture",
  satisfying: "satisfaisant",
  "to-complete": "à compléter",
  insufficient: "insuffisant",
};

import type { JudgedGrid, JudgedGridLine } from "../../../engine/grants/grid.ts";

const answers = { satisfying: "Rempli", "to-complete": "À compléter", insufficient: "Non rempli" };

function line(
  id: string,
  title: string,
  provision: string,
  question: string,
  hint: string,
  reads: readonly string[],
): JudgedGridLine {
  return { id, title, provision, question, hint, reads, answers, origin: "text" };
}

/** The four criteria of the text, met or not: there is no mark and no weight (MO-9). */
export const grid: JudgedGrid = {
  kind: "judged",
  lines: [
    line(
      "in-normandy",
      "Se réaliser en Normandie",
      "MO-9",
      "Le projet est-il mené en Normandie ?",
      "Un lieu de mise en œuvre suffit.",
      ["project.commune"],
    ),
    line(
      "better-answer",
      "Mieux répondre au besoin",
      "MO-9",
      "Le projet améliore-t-il la réponse au besoin de formation repéré, pour s’adapter aux transitions ?",
      "Le besoin est-il repéré, et par qui ? Quelle transition ?",
      ["project.need", "project.transitions"],
    ),
    line(
      "relevance",
      "De quoi juger de la pertinence",
      "MO-9",
      "Le contexte décrit permet-il de juger des changements, au regard de l’existant et des transitions ?",
      "Ce qui existe, ce qui change, pourquoi cela convient.",
      ["project.context", "project.change"],
    ),
    line(
      "phases-and-plan",
      "Phases, calendrier, plan de financement",
      "MO-9",
      "Les phases sont-elles décrites, datées, et le plan de financement complet ?",
      "Le plan fait le coût du projet, au centime.",
      ["project.phases.*.title", "project.phases.*.startsOn", "project.phases.*.endsOn", "project.funding.*.amount"],
    ),
  ],
};

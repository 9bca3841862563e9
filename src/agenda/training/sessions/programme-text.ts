import { entryLevels, pathways, teachingModes } from "#policy/index.ts";
import { formatNumber } from "#src/ui/index.ts";
import type { Course } from "../courses/course.ts";

/** What the course says of itself, as plain words that a folder keeps: what was promised to those who came. */
export function programmeText(course: Course, when: readonly string[], where: string): string {
  const { content } = course;
  const lines: readonly (readonly [label: string, value: string])[] = [
    ["Objectif", content.objective],
    ["À la fin, on sait", content.results],
    ["Contenu", content.contents],
    ["Durée", `${formatNumber(course.hours)} heures`],
    ["Dates", when.join("\n")],
    ["Lieu", where],
    ["Modalité", word(teachingModes, course.teachingMode)],
    ["Rythme", content.rhythm],
    ["Parcours", word(pathways, content.pathway)],
    ["Niveau à l’entrée", word(entryLevels, content.entryLevel)],
    ["Conditions", content.conditions],
    ["Formateur", content.trainer],
    ["Ce qu’elle complète", content.complements],
    ["FORMACODE", content.formacode.join(", ")],
  ];
  const said = lines.filter(([, value]) => value !== "").map(([label, value]) => `${label}\n${value}`);
  return `${[course.title, ...said].join("\n\n")}\n`;
}

function word(words: Readonly<Record<string, string>>, key: string): string {
  return Object.entries(words).find(([one]) => one === key)?.[1] ?? "";
}

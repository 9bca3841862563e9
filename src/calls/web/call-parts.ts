import type { readCall } from "../content.ts";

export const parts = [
  ["objet", "Ce que l’appel demande"],
  ["qui", "Qui peut répondre"],
  ["argent", "L’argent"],
  ["modalites", "Les modalités"],
  ["dossier", "Le dossier"],
  ["choix", "Comment les projets sont choisis"],
  ["apres", "Après le dépôt"],
  ["questions", "Questions et réponses"],
] as const;

export type Content = ReturnType<typeof readCall>["content"];

export function titleOf(id: (typeof parts)[number][0]): string {
  return parts.find(([one]) => one === id)?.[1] ?? "";
}

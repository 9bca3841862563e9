import type { Counted } from "../../../engine/grants/counted.ts";
import { sayDays, sayNumber } from "../../../engine/values/french.ts";

/** Days of consulting, which a structure has 25 of (CS-9). */
export const counted: Counted = {
  measure: "days",
  head: "Jours",
  typed: "des jours ou des demi-journées, par exemple 12,5",
  asked: "Jours demandés",
  kept: "Jours retenus",
  eligible: "Jours éligibles",
  say: sayDays,
  accepted: (asked) => `Jours acceptés (${asked} demandés)`,
  beyond: {
    title: "Des jours dépassent le plafond",
    say: (refused, left) =>
      `${some(refused, "jour demandé", "jours demandés")} en trop\u00a0; il reste ${some(left, "jour finançable", "jours finançables")}.`,
  },
  known: {
    title: (days) => `Jours d’appui conseil déjà comptés\u00a0: ${sayDays(days)}`,
    say: (left) =>
      `Calculé par le service, toutes demandes confondues depuis l’entrée en vigueur du texte${
        left === null ? "" : `. Il reste ${some(left, "jour finançable", "jours finançables")}`
      }.`,
  },
  toCount: "Les jours déjà financés seront comptés par le service dès que le SIRET est indiqué.",
  toCheck: "Le service vérifiera les jours déjà financés. D’ici là, le calcul se fait d’après votre réponse.",
  declared:
    "Il suppose les jours déjà financés que vous avez déclarés. Le service comptera ceux qu’il connaît pour chaque structure\u00a0: l’aide peut en être réduite.",
  moved: {
    title: "Les jours déjà financés ont changé depuis le dépôt",
    basis: "L’avis et le vote se calculent sur les jours d’aujourd’hui.",
    filed: (days) => `${sayDays(days)} comptés au dépôt`,
    now: (days) => `${sayDays(days)} accordés ou payés aujourd’hui`,
  },
  little: "les jours et le coût de chaque phase, les jours déjà financés et les autres financements publics",
};

function some(days: number, one: string, several: string): string {
  return `${sayNumber(days)}\u00a0${days < 2 ? one : several}`;
}

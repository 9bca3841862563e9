import type { Processing } from "#src/platform/processing.ts";

/** What the officers' list records of persons, for the privacy page. */
export const reviewProcessings: readonly Processing[] = [
  {
    what: "Agents : vues gardées, colonnes et page de départ de la liste des dossiers, touches du clavier",
    why: "Rouvrir la liste comme chacun l’a laissée",
    ground: "Mission d’intérêt public",
    kept: "Le temps du compte de l’agent",
  },
  {
    what: "Étiquettes que les agents posent sur un dossier, et qui les a posées",
    why: "Trier et suivre les dossiers",
    ground: "Mission d’intérêt public",
    kept: "Comme le dossier ; le nom de l’agent, le temps de son compte",
  },
];

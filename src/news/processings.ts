import type { Processing } from "#src/platform/processing.ts";

/** What this slice records of persons. */
export const newsProcessings: readonly Processing[] = [
  {
    what: "Nouvelles d’un agent : ce qui est arrivé sur ses dossiers, ce qu’il a lu",
    why: "Dire à chacun ce qui l’attend, sans le dire deux fois",
    ground: "Mission d’intérêt public",
    kept: "6 mois",
  },
  {
    what: "Choix des courriels de chacun",
    why: "N’envoyer que ce qui est voulu",
    ground: "Mission d’intérêt public",
    kept: "Le temps du compte",
  },
  {
    what: "Absences des agents et leurs suppléants",
    why: "Qu’un dossier ne dorme pas pendant une absence",
    ground: "Mission d’intérêt public",
    kept: "1 an après l’absence",
  },
];

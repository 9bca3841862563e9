/** Events « de différentes formes » (EVT-1): the text names none, the service proposes these. */
export const eventKinds: Readonly<Record<string, string>> = {
  conference: "Journée",
  meeting: "Rencontre",
  visit: "Visite",
  challenge: "Défi d’idées",
  workshop: "Atelier",
  questions: "Questions et réponses",
};

/** Small occasions where one learns to use what the Region opens: told apart in the agenda. */
export const workshopKinds: readonly string[] = ["workshop", "questions"];

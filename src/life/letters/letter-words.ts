/** How a kind of letter is called, by agents and by whoever it is sent to: a new letter is one row here. */
const letterWords: Readonly<Record<string, { readonly funder: string; readonly applicant: string }>> = {
  receipt: both("Accusé de réception"),
  "completion-request": both("Demande de compléments"),
  "award-letter": { funder: "Notification de l’aide", applicant: "Lettre de décision" },
  "refusal-letter": { funder: "Notification du refus", applicant: "Lettre de refus" },
  "grant-agreement": both("Convention"),
  "agreement-amendment": both("Avenant à la convention"),
  "commission-report": both("Rapport des dossiers à voter"),
};

function both(words: string): { readonly funder: string; readonly applicant: string } {
  return { funder: words, applicant: words };
}

/** « Accusé de réception », as one side reads it. */
export function letterWord(kind: string, side: "funder" | "applicant"): string {
  return letterWords[kind]?.[side] ?? "Document";
}

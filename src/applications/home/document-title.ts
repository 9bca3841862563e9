export function documentTitle(kind: string): string {
  const titles: Readonly<Record<string, string>> = {
    receipt: "Accusé de réception",
    "completion-request": "Demande de compléments",
    "award-letter": "Lettre de décision",
    "refusal-letter": "Lettre de refus",
    "grant-agreement": "Convention",
    "agreement-amendment": "Avenant à la convention",
  };
  return titles[kind] ?? "Document";
}

/** What an organisation is in law, as forms ask it where no category of the text is needed. */
export const legalKinds = {
  association: "Association",
  foundation: "Fondation",
  company: "Entreprise",
  "public-body": "Établissement ou organisme public",
  other: "Autre",
} as const;

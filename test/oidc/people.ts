import type { ProviderPerson } from "#src/people/signing-in/demonstration-provider.ts";

/** Fictional professionals, one of whom has a namesake address at another identity provider. */
export const professionals: readonly ProviderPerson[] = [
  {
    sub: "fi-1:alix",
    email: "alix.modele@organisme.example",
    givenName: "Alix",
    usualName: "Modèle",
    siret: "35600000000048",
  },
  {
    sub: "fi-2:alix",
    email: "alix.modele@organisme.example",
    givenName: "Alix",
    usualName: "Modèle",
    siret: "35600000000048",
  },
  { sub: "fi-1:sans-nom", email: "sans.nom@organisme.example", givenName: "", usualName: "", siret: "35600000000048" },
];

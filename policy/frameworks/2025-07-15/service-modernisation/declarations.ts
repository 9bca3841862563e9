import { oneOf, some } from "../../../engine/expression.ts";
import type { Declaration } from "../../../engine/form.ts";
import { a } from "./answers.ts";
import { mention } from "./mention.ts";

/** Ticked one by one when filing; each is kept with the frozen file. */
export const declarations: readonly Declaration[] = [
  {
    id: "honour",
    label:
      "Je certifie sur l’honneur que les informations de cette demande sont exactes et que j’ai qualité pour la déposer.",
    why: "Une déclaration inexacte peut conduire à rendre l’aide.",
    provision: "MO-9",
  },
  {
    id: "other-aid",
    label: "Je déclare tous les financements publics reçus ou demandés pour ces dépenses.",
    why: "Une même dépense ne peut pas être payée deux fois.",
    provision: "MO-9",
  },
  {
    id: "mention",
    label: `Tous les outils de promotion du projet porteront la mention : « ${mention.text} ».`,
    why: "Le texte demande ces mots exacts ; une preuve est demandée avant le paiement du solde.",
    provision: mention.provision,
    visible: some(a.costs, (cost) => oneOf(cost.nature, ["communication", "website"])),
  },
  {
    id: "republican-commitment",
    label: "La structure a souscrit le contrat d’engagement républicain et en respecte les termes.",
    why: "La loi le demande aux associations et aux fondations qui sollicitent une subvention.",
    provision: "Loi n° 2000-321, article 10-1",
    visible: oneOf(a.applicant.legalKind, ["association", "foundation"]),
  },
  {
    id: "data",
    label: "J’ai pris connaissance de l’usage que la Région fait des données de cette demande.",
    why: "La notice dit qui les lit, pourquoi et combien de temps.",
    provision: "RGPD, articles 13 et 14",
  },
];

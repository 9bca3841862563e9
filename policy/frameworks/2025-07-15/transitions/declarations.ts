import type { Declaration } from "../../../engine/questions/form.ts";
import { count, is, moreThan, some } from "../../../engine/rules/expression.ts";
import { a } from "./answers.ts";

const republican = {
  id: "republican-commitment",
  label: "La structure a souscrit le contrat d’engagement républicain et en respecte les termes.",
  why: "La loi le demande aux associations et aux fondations qui sollicitent une subvention.",
  provision: "Loi n°\u00a02000-321, article 10-1",
} as const;

/** The same, of the partner that confirms its part. */
export const commitment: Declaration = { ...republican, visible: is(a.partners.item.category, "association") };

/** Ticked one by one when filing; each is kept with the frozen file. */
export const declarations: readonly Declaration[] = [
  {
    id: "honour",
    label:
      "Je certifie sur l’honneur que les informations de ce projet sont exactes et que j’ai qualité pour le déposer.",
    why: "Une déclaration inexacte peut conduire à rendre l’aide.",
    provision: "EL-1",
  },
  {
    id: "no-double-funding",
    label:
      "Aucune de ces dépenses n’est payée deux fois\u00a0: ni par un marché, ni par un OPCO, ni par un autre fonds que ceux déclarés.",
    why: "Une même dépense ne peut pas être financée deux fois.",
    provision: "TR-5",
  },
  {
    id: "free-sharing",
    label: "Les productions du projet seront gratuites pour tous les publics, au moins le temps de la convention.",
    why: "La gratuité est une condition de l’aide.",
    provision: "EL-8",
  },
  {
    id: "bears-all-costs",
    label: "Le chef de file porte l’ensemble des dépenses du projet, et dépose pour tous.",
    why: "Les partenaires ne portent pas de dépense.",
    provision: "TR-15",
    visible: moreThan(count(a.partners), 1),
  },
  {
    id: "partners-informed",
    label: "Les personnes et les structures nommées dans ce dossier savent que leurs données y figurent.",
    why: "Le service traite ces données pour instruire la demande.",
    provision: "TR-15",
  },
  {
    ...republican,
    visible: some(a.partners, (one) => is(one.category, "association")),
  },
];

import type { Declaration } from "../../../engine/questions/form.ts";
import { oneOf, some } from "../../../engine/rules/expression.ts";
import { dataNotice, honour, republicanCommitment } from "../common/declarations.ts";
import { a } from "./answers.ts";
import { mention } from "./mention.ts";

/** Ticked one by one when filing; each is kept with the frozen file. */
export const declarations: readonly Declaration[] = [
  honour("MO-9"),
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
  republicanCommitment(oneOf(a.applicant.legalKind, ["association", "foundation"])),
  dataNotice,
];

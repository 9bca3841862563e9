import type { Declaration } from "../../../engine/questions/form.ts";
import { oneOf, some } from "../../../engine/rules/expression.ts";
import { dataNotice, honour, republicanCommitment } from "../common/declarations.ts";
import { a } from "./answers.ts";

/** Ticked one by one when filing; each is kept with the frozen file. */
export const declarations: readonly Declaration[] = [
  honour("CS-10"),
  {
    id: "other-aid",
    label:
      "Je déclare tous les financements publics reçus ou demandés pour ces dépenses, qui ne sont payées par aucun marché public.",
    why: "Une même dépense ne peut pas être payée deux fois.",
    provision: "CS-8",
  },
  republicanCommitment(some(a.structures, (one) => oneOf(one.legalKind, ["association", "foundation"]))),
  {
    id: "provider-informed",
    label:
      "Le prestataire et ses intervenants savent que leurs informations figurent dans cette demande, et ont pris les engagements indiqués.",
    why: "Les comités de suivi et les livrables dépendent d’eux.",
    provision: "CS-16",
  },
  dataNotice,
];

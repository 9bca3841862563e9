import type { receivedAid } from "../../../engine/law/aid-regimes.ts";
import { type asker, type Group, group } from "../../../engine/questions/form.ts";
import type { ListRef } from "../../../engine/rules/expression.ts";

/** The aids already received that a regime of State aid counts, the same in every form that asks for them. */
export function receivedAidsGroup(ask: ReturnType<typeof asker>, of: ListRef<typeof receivedAid>): Group {
  return group(of, {
    label: "Aides publiques reçues depuis trois ans",
    hint: "Celles qui comptent pour le plafond que fixe l’appel, celles d’entreprises liées comprises.",
    itemLabel: "Aide reçue",
    addLabel: "Ajouter une aide reçue",
    min: 0,
    max: 50,
    items: [
      ask(of.item.grantedOn, { label: "Date de la décision" }),
      ask(of.item.amount, { label: "Montant" }),
      ask(of.item.funder, { label: "Financeur" }),
    ],
  });
}

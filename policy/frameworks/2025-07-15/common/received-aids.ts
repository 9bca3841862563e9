import type { linkedUndertaking, receivedAid } from "../../../engine/law/aid-regimes.ts";
import { type asker, type Group, group } from "../../../engine/questions/form.ts";
import type { ListRef } from "../../../engine/rules/expression.ts";

/** The aids already received that a regime of State aid counts, the same in every form that asks for them. */
export function receivedAidsGroup(ask: ReturnType<typeof asker>, of: ListRef<typeof receivedAid>): Group {
  return group(of, {
    label: "Aides publiques reçues depuis trois ans",
    hint: "Celles qui comptent pour le plafond que fixe l’appel, celles d’entreprises liées comprises. Celles accordées par ce service comptent d’elles-mêmes\u202f; les redire ici ne les compte pas deux fois.",
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

/** Who counts as one undertaking with who asks: what the service granted them counts too. */
export function linkedUndertakingsGroup(ask: ReturnType<typeof asker>, of: ListRef<typeof linkedUndertaking>): Group {
  return group(of, {
    label: "Entreprises liées à la vôtre",
    hint: "Celle qui détient la majorité des voix d’une autre, nomme ses dirigeants ou la dirige de fait lui est liée\u00a0: vos aides et les siennes comptent ensemble.",
    itemLabel: "Entreprise liée",
    addLabel: "Ajouter une entreprise liée",
    min: 0,
    max: 20,
    items: [ask(of.item.siret, { label: "SIRET", hint: "Celui de l’un de ses établissements." })],
  });
}

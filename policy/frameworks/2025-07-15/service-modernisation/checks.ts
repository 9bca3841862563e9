import { lessThan } from "../../../engine/expression.ts";
import type { Check } from "../../../engine/form.ts";
import { a } from "./answers.ts";

/** Answers that contradict each other, told before the file is submitted. */
export const checks: readonly Check[] = [
  {
    id: "phase-ends-after-start",
    path: ["project", "phases", "*", "endsOn"],
    provision: "MO-9",
    message: "La fin de la phase précède son début : vérifiez les deux dates.",
    fails: lessThan(a.project.phases.item.endsOn, a.project.phases.item.startsOn),
  },
  {
    id: "service-ends-after-start",
    path: ["costs", "*", "servedTo"],
    provision: "MO-3",
    message: "La fin du service précède son début : vérifiez les deux dates.",
    fails: lessThan(a.costs.item.servedTo, a.costs.item.servedFrom),
  },
  {
    id: "invoice-before-payment",
    path: ["costs", "*", "invoicedOn"],
    provision: "MO-3",
    message: "La facture est datée d’après son paiement : vérifiez les deux dates.",
    fails: lessThan(a.costs.item.paidOn, a.costs.item.invoicedOn),
  },
];

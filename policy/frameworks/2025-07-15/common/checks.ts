import type { Check } from "../../../engine/questions/form.ts";
import { atMost, lessThan, type Path, type Term } from "../../../engine/rules/expression.ts";

/** Two dates that contradict each other, told in the same words by every scheme. */

type Dates<K extends string> = Readonly<Record<K, Term<"day">>>;

export function phaseEndsAfterStart(path: Path, phase: Dates<"startsOn" | "endsOn">, provision: string): Check {
  return {
    id: "phase-ends-after-start",
    path: [...path, "endsOn"],
    provision,
    message: "La fin de la phase précède son début\u00a0: vérifiez les deux dates.",
    fails: lessThan(phase.endsOn, phase.startsOn),
  };
}

export function serviceEndsAfterStart(path: Path, line: Dates<"servedFrom" | "servedTo">, provision: string): Check {
  return {
    id: "service-ends-after-start",
    path: [...path, "servedTo"],
    provision,
    message: "La fin du service précède son début\u00a0: vérifiez les deux dates.",
    fails: lessThan(line.servedTo, line.servedFrom),
  };
}

export function invoiceBeforePayment(path: Path, line: Dates<"invoicedOn" | "paidOn">, provision: string): Check {
  return {
    id: "invoice-before-payment",
    path: [...path, "invoicedOn"],
    provision,
    message: "La facture est datée d’après son paiement\u00a0: vérifiez les deux dates.",
    fails: lessThan(line.paidOn, line.invoicedOn),
  };
}

export function windowEndsAfterStart(window: Dates<"costsFrom" | "costsUntil">, provision: string): Check {
  return {
    id: "window-ends-after-start",
    path: ["costsUntil"],
    provision,
    message: "Le dernier jour des dépenses précède le premier\u00a0: vérifiez les deux dates.",
    fails: lessThan(window.costsUntil, window.costsFrom),
  };
}

export function operationEndsAfterWindowOpens(window: Dates<"costsFrom" | "endsBefore">, provision: string): Check {
  return {
    id: "operation-ends-after-window-opens",
    path: ["endsBefore"],
    provision,
    message: "L’opération s’achèverait avant le premier jour des dépenses\u00a0: vérifiez les deux dates.",
    fails: atMost(window.endsBefore, window.costsFrom),
  };
}

import { all, is, lessThan, moreThan, not } from "../../../engine/expression.ts";
import type { Check } from "../../../engine/form.ts";
import { a } from "./answers.ts";
import { f } from "./facts.ts";

const line = f.costs.item;
const phase = a.phases.item;

/** Facts well written one by one that no project can hold together. */
export const factChecks: readonly Check[] = [
  {
    id: "service-ends-after-start",
    path: ["costs", "*", "servedTo"],
    provision: "TR-6",
    message: "La fin du service précède son début\u00a0: vérifiez les deux dates.",
    fails: lessThan(line.servedTo, line.servedFrom),
  },
  {
    id: "hours-are-among-own",
    path: ["costs", "*", "hours"],
    provision: "TR-8",
    message:
      "Les heures sur le projet font partie des heures de travail de la personne\u00a0: elles ne les dépassent pas.",
    fails: moreThan(line.hours, line.ownHours),
  },
  {
    id: "invoice-before-payment",
    path: ["costs", "*", "invoicedOn"],
    provision: "TR-6",
    message: "La facture est datée d’après son paiement\u00a0: vérifiez les deux dates.",
    fails: lessThan(line.paidOn, line.invoicedOn),
  },
  {
    id: "project-ends-after-start",
    path: ["project", "endsOn"],
    provision: "TR-7",
    message: "La fin de l’opération précède son début\u00a0: vérifiez les deux dates.",
    fails: lessThan(f.project.endsOn, f.project.startsOn),
  },
];

/** Answers that contradict each other, told before the file is submitted. */
export const checks: readonly Check[] = [
  ...factChecks,
  {
    id: "phase-ends-after-start",
    path: ["phases", "*", "endsOn"],
    provision: "SEL-4",
    message: "La fin de la phase précède son début\u00a0: vérifiez les deux dates.",
    fails: lessThan(phase.endsOn, phase.startsOn),
  },
  {
    id: "phase-within-project",
    path: ["phases", "*", "endsOn"],
    provision: "SEL-4",
    message: "Cette phase se termine après l’opération\u00a0: corrigez l’une des deux dates.",
    fails: moreThan(phase.endsOn, a.project.endsOn),
  },
  {
    id: "greta-files-through-its-school",
    path: ["partners", "*", "category"],
    provision: "TR-14",
    message: "Un GRETA dépose par son établissement support, un établissement d’enseignement.",
    fails: all(a.partners.item.isGreta, not(is(a.partners.item.category, "educational-body"))),
  },
];

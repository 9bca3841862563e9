import type { Check } from "../../../engine/questions/form.ts";
import { all, count, is, lessThan, moreThan, not } from "../../../engine/rules/expression.ts";
import { invoiceBeforePayment, phaseEndsAfterStart, serviceEndsAfterStart } from "../common/checks.ts";
import { a } from "./answers.ts";
import { f } from "./facts.ts";

const line = f.costs.item;
const phase = a.phases.item;

/** Facts well written one by one that no project can hold together. */
export const factChecks: readonly Check[] = [
  serviceEndsAfterStart(["costs", "*"], line, "TR-6"),
  {
    id: "hours-are-among-own",
    path: ["costs", "*", "hours"],
    provision: "TR-8",
    message:
      "Les heures sur le projet font partie des heures de travail de la personne\u00a0: elles ne les dépassent pas.",
    fails: moreThan(line.hours, line.ownHours),
  },
  invoiceBeforePayment(["costs", "*"], line, "TR-6"),
  {
    id: "project-ends-after-start",
    path: ["project", "endsOn"],
    provision: "TR-7",
    message: "La fin de l’opération précède son début\u00a0: vérifiez les deux dates.",
    fails: lessThan(f.project.endsOn, f.project.startsOn),
  },
  {
    id: "one-lead",
    path: ["partners", "*", "role"],
    provision: "TR-15",
    message:
      "Un projet a un seul chef de file, qui le dépose et porte toutes les dépenses\u00a0: les autres sont partenaires.",
    fails: all(
      is(f.partners.item.role, "lead"),
      moreThan(
        count(f.partners, ({ role }) => is(role, "lead")),
        1,
      ),
    ),
  },
];

/** Answers that contradict each other, told before the file is submitted. */
export const checks: readonly Check[] = [
  ...factChecks,
  phaseEndsAfterStart(["phases", "*"], phase, "SEL-4"),
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

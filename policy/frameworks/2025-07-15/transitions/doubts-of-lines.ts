import { say } from "../../../engine/rules/criterion.ts";
import type { Doubt } from "../../../engine/rules/doubt.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  ifKnown,
  is,
  known,
  lessThan,
  moreThan,
  not,
  oneOf,
  some,
  times,
} from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { a } from "./answers.ts";
import { compareTime, isMaintenanceWithin, isMethod, isServed } from "./conditions-of-lines.ts";
import { f } from "./facts.ts";
import { bounds } from "./figures.ts";
import { costs, t } from "./read.ts";
import type { TransitionTerms } from "./terms.ts";

const line = costs.item;
const d = line.derived;

/** A line of this heading at least meets it. */
const someStaff = (of: Condition) => some(costs, () => all(is(line.heading, "staff"), of));

/** Doubts on the lines of the budget: their effect is that of the other reading on every line. */
export const lineDoubts: readonly Doubt<TransitionTerms>[] = [
  {
    id: "D-34",
    provision: "TR-6",
    question: "Jusqu’à quand un service peut-il être rendu\u202f?",
    defaultReading:
      "Jusqu’à la fin de l’opération\u202f; son paiement peut suivre, jusqu’au dernier jour des dépenses.",
    alternative: "Jusqu’au dernier jour des dépenses prises en compte.",
    reads: { "TR-6-service": isServed(t.costsUntil) },
    raisedWhen: some(costs, () =>
      all(
        ifKnown(not(line.isMaintenance)),
        moreThan(line.servedTo, f.project.endsOn),
        atMost(line.servedTo, t.costsUntil),
      ),
    ),
  },
  {
    id: "D-35",
    provision: "TR-8",
    question: `Que vaut un temps d’exactement ${bounds.time} du temps de travail\u202f?`,
    defaultReading:
      "Le texte ne le dit pas\u00a0: la dépense est à apprécier et comptée à part. Le temps se rapporte à celui de la personne, sur la même période, et jamais aux 1\u202f720\u00a0heures, qui ne servent qu’au coût horaire.",
    alternative: "Exactement ce temps suffit.",
    reads: { "TR-8": compareTime(atLeast) },
    raisedWhen: someStaff(all(compareTime(atLeast), not(compareTime(moreThan)))),
  },
  {
    id: "D-36",
    provision: "TR-15",
    question: "Un partenaire bénéficiaire peut-il porter des dépenses\u202f?",
    defaultReading:
      "Non\u00a0: le chef de file les porte toutes. Le travail d’un partenaire est un apport en nature, ou une prestation selon la commande publique.",
    alternative: "Un partenaire déclare ses dépenses par le chef de file.",
    reads: {
      "TR-15-bearer": known(line.bornBy),
      "TR-15-in-kind": ifKnown(known(line.bornBy)),
      "TR-8-employer": ifKnown(known(line.employer)),
    },
    raisedWhen: some(costs, () =>
      any(is(line.bornBy, "partner"), all(is(line.heading, "staff"), is(line.employer, "other"))),
    ),
  },
  {
    id: "D-37",
    provision: "TR-8",
    question: `Quel temps compte pour les ${bounds.time}\u202f?`,
    defaultReading:
      "Tout le temps que la personne consacre au projet, face à face compris. Le pilotage et l’évaluation, que le texte ne cite pas, sont à apprécier.",
    alternative: "Le seul temps éligible\u00a0: ingénierie et diffusion.",
    reads: { "TR-8": compareTime(moreThan, "eligible") },
    figures: {
      "TR-8": [
        {
          when: known(d.eligibleHours),
          say: say`${d.eligibleHours} h d’ingénierie et de diffusion, pour ${d.hours} h de projet en tout, sur ${line.ownHours} h.`,
        },
      ],
    },
    raisedWhen: someStaff(
      any(
        oneOf(line.activity, ["steering", "evaluation", "administration"]),
        all(
          compareTime(moreThan),
          any(
            atMost(times(d.eligibleHours, bounds.timeInTenths), line.ownHours),
            atMost(times(d.eligibleShare, bounds.timeInTenths), 1),
          ),
        ),
      ),
    ),
  },
  {
    id: "D-38",
    provision: "TR-9",
    question: "Qui est soumis «\u202fde fait\u202f» à la commande publique\u202f?",
    defaultReading:
      "Trois questions de la loi sont posées aux porteurs privés\u00a0: financement, contrôle, ou direction par des personnes publiques. Une personne conclut.",
    raisedWhen: any(
      a.procurement.isFundedByPublicBodies,
      a.procurement.isControlledByPublicBodies,
      a.procurement.isGovernedByPublicBodies,
    ),
  },
  {
    id: "D-39",
    provision: "TR-9",
    question: "Que vaut une maintenance qui dépasse la fin de l’opération\u202f?",
    defaultReading: "Ses jours dans l’opération sont retenus, au prorata.",
    alternative: "Toute la dépense est refusée.",
    reads: { "TR-9": isMaintenanceWithin },
    raisedWhen: some(costs, () =>
      all(is(line.heading, "external"), moreThan(d.daysInside, 0), lessThan(d.daysInside, d.daysServed)),
    ),
  },
  {
    id: "D-40",
    provision: "TR-11",
    question: "Le petit équipement peut-il être du matériel informatique\u202f?",
    defaultReading:
      "Refusé en équipement, il est à apprécier en petit équipement. Logiciels et licences n’en sont pas. Une des trois justifications suffit.",
    alternative: "Le matériel informatique n’est jamais éligible.",
    reads: { "TR-10-hardware": ifKnown(not(is(line.nature, "computer-hardware"))) },
    raisedWhen: some(costs, () => all(is(line.heading, "operating"), is(line.nature, "computer-hardware"))),
  },
  {
    id: "D-41",
    provision: "TR-12",
    question: "Une clé de répartition est-elle admise pour un petit projet\u202f?",
    defaultReading:
      "Oui, tant que l’appel ne l’exclut pas\u00a0: le texte admet la clé ou l’option simplifiée, jamais les deux.",
    alternative:
      "Non\u00a0: jusqu’à 200\u202f000\u00a0€ de coût total, le FSE+ impose une option de coûts simplifiés (règlement 2021/1060, article 53).",
    reads: { "TR-12": all(isMethod("key"), moreThan(d.realCost, t.simplifiedUpTo)) },
    raisedWhen: all(
      isMethod("key"),
      some(costs, () => all(is(line.heading, "indirect"), atMost(d.realCost, t.simplifiedUpTo))),
    ),
  },
  {
    id: "D-42",
    provision: "TR-5",
    question: "Les dépenses comptent-elles hors taxes ou toutes taxes comprises\u202f?",
    defaultReading: "Hors taxes, plus la TVA que le porteur ne récupère pas.",
    alternative: "Hors taxes seulement.",
    moves: { vat: "excluded" },
    raisedWhen: some(costs, () => all(not(line.vatRecoverable), moreThan(line.vat, euros(0)))),
  },
];

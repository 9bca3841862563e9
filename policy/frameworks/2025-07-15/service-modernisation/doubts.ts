import type { Doubt } from "../../../engine/rules/doubt.ts";
import {
  all,
  any,
  choose,
  ifKnown,
  includes,
  is,
  known,
  moreThan,
  not,
  oneOf,
  some,
} from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { hasNormanPlace, isAllNorman } from "./conditions.ts";
import { f } from "./facts.ts";
import { type ModernisationTerms, t } from "./terms.ts";

const { project: p, costs } = f;
const line = costs.item;

/** Where the text of 2.d can be read in two ways. Order of the register. */
export const doubts: readonly Doubt<ModernisationTerms>[] = [
  {
    id: "D-03",
    provision: "MO-3",
    question: "Que faire de ce que seul un appel peut fixer ?",
    defaultReading:
      "Ne rien inventer : sans appel publié, aucun taux, aucun plafond, donc aucun montant. Un appel ne peut pas ouvrir tant qu’il lui manque une de ses modalités.",
  },
  {
    id: "D-07",
    provision: "MO-7",
    question: "La mention du Plan d’investissement dans les compétences est-elle encore la bonne ?",
    defaultReading: "Elle est reprise telle que le texte l’écrit, et reste à confirmer par la Région.",
    alternative: "La Région publie une autre mention, qui prend sa place.",
    raisedWhen: some(costs, (cost) => oneOf(cost.nature, ["communication", "website"])),
  },
  {
    id: "D-12",
    provision: "MO-4",
    question: "Faut-il que tous les lieux du projet soient en Normandie ?",
    defaultReading: "Un lieu de mise en œuvre en Normandie suffit.",
    alternative: "Tous les lieux du projet doivent être en Normandie.",
    reads: { "MO-4": isAllNorman },
    raisedWhen: all(hasNormanPlace, not(isAllNorman)),
  },
  {
    id: "D-29",
    provision: "MO-9-2",
    question: "Comment choisir entre des projets qui remplissent tous les critères, si l’argent manque ?",
    defaultReading:
      "Les quatre critères sont remplis ou non, jamais notés ; l’appel dit, avant d’ouvrir, comment il départage.",
  },
  {
    id: "D-42",
    provision: "MO-6",
    question: "Les dépenses comptent-elles hors taxes ?",
    defaultReading: "Hors taxes, plus la TVA qui ne se récupère pas, sauf si l’appel dit autrement.",
    alternative: "Hors taxes, dans tous les cas.",
    moves: { countsVat: false },
    onlyIfDiffers: true,
    raisedWhen: some(costs, (cost) => all(moreThan(cost.vat, euros(0)), not(cost.vatRecoverable))),
  },
  {
    id: "D-49",
    provision: "MO-8",
    question: "Où finit le « hors pédagogie », quand le texte cite une plateforme et la continuité pédagogique ?",
    defaultReading:
      "Les dépenses de pédagogie sont signalées et appréciées une à une ; le personnel n’est admis que si l’appel le prévoit.",
    alternative: "Une dépense que le texte cite est admise, même si elle sert la pédagogie.",
    reads: {
      "MO-8-pedagogy": choose(
        is(line.nature, "technical-platform"),
        ifKnown(not(line.isPedagogical)),
        ifKnown(known(line.isPedagogical)),
      ),
    },
    raisedWhen: any(
      includes(p.kinds, "process"),
      some(costs, (cost) => any(cost.isPedagogical, oneOf(cost.nature, ["learning-platform", "staff"]))),
    ),
  },
  {
    id: "D-50",
    provision: "MO-8",
    question: "Une dépense d’investissement est-elle admise, quand le texte parle de fonctionnement ?",
    defaultReading: "L’imputation est demandée pour chaque dépense ; un investissement est apprécié par une personne.",
    alternative: "Un investissement qui sert le projet est admis, sauf si l’appel l’écarte.",
    reads: {
      "MO-8-investment": choose(
        is(t.investment, "refused"),
        ifKnown(not(line.isInvestment)),
        ifKnown(known(line.isInvestment)),
      ),
    },
    onlyIfDiffers: true,
    raisedWhen: some(costs, (cost) => cost.isInvestment),
  },
];

import type { CostRule } from "../../../engine/grants/costs.ts";
import { say } from "../../../engine/rules/criterion.ts";
import {
  all,
  any,
  atLeast,
  atMost,
  choose,
  doubtful,
  ifKnown,
  is,
  known,
  lessThan,
  moreThan,
  not,
  oneOf,
} from "../../../engine/rules/expression.ts";
import {
  compareTime,
  isBornByLead,
  isMaintenanceKept,
  isMethod,
  isNotMethod,
  isRightlyBought,
  isServed,
} from "./conditions-of-lines.ts";
import { figuresOf, readingsOf } from "./doubts.ts";
import { f } from "./facts.ts";
import { bounds } from "./figures.ts";
import { costs, t } from "./read.ts";

const line = costs.item;
const d = line.derived;

const ofStaff: Pick<CostRule, "provision" | "nature" | "headings"> = {
  provision: "2.c, dépenses de personnel",
  nature: "computed",
  headings: ["staff"],
};

const rules: readonly Omit<CostRule, "each">[] = [
  {
    id: "AX2C-37",
    title: "Un poste et un montant",
    provision: "2.c, dépenses éligibles",
    question: "De quel poste relève la dépense, et pour quel montant ?",
    nature: "declared",
    expression: all(known(line.heading), known(line.amount)),
    reasons: {
      met: say`La dépense relève d’un des six postes.`,
      "not-met": say`La dépense ne relève d’aucun des six postes.`,
      unknown: say`Le poste ou le montant de la dépense n’est pas indiqué.`,
      "to-assess": say`Le poste de la dépense est à apprécier.`,
    },
  },
  {
    id: "TR-15-bearer",
    title: "Portée par le chef de file",
    provision: "2.c, structures et publics visés",
    question: "Le chef de file porte-t-il cette dépense ?",
    nature: "declared",
    headings: ["staff", "external", "operating", "equipment", "indirect"],
    expression: isBornByLead,
    reasons: {
      met: say`Le chef de file porte la dépense.`,
      "not-met": say`La dépense est portée par un partenaire ; le chef de file supporte l’ensemble des dépenses du projet. Le travail d’un partenaire peut être un apport en nature, ou une prestation achetée selon la commande publique.`,
      unknown: say`Il reste à dire qui porte la dépense.`,
      "to-assess": say`Le porteur de la dépense est à apprécier.`,
    },
  },
  {
    id: "TR-15-in-kind",
    title: "Apport valorisé par le chef de file",
    provision: "2.c, structures et publics visés",
    question: "Le chef de file présente-t-il cet apport ?",
    nature: "declared",
    headings: ["in-kind"],
    expression: ifKnown(is(line.bornBy, "lead")),
    reasons: {
      met: say`L’apport en nature est compté en dépense et en ressource, pour la même valeur.`,
      "not-met": say`L’apport est porté par un partenaire ; le chef de file supporte l’ensemble des dépenses du projet.`,
      unknown: say`Il reste à dire qui porte l’apport.`,
      "to-assess": say`Le porteur de l’apport est à apprécier.`,
    },
  },
  {
    id: "TR-6",
    title: "Payée dans la période",
    provision: "2.c, modalités de financement",
    question: "La dépense est-elle payée dans la période ?",
    nature: "computed",
    expression: ifKnown(all(atLeast(line.paidOn, t.costsFrom), atMost(line.paidOn, t.costsUntil))),
    reasons: {
      met: say`La dépense est dans la période (du ${t.costsFrom} au ${t.costsUntil}).`,
      "not-met": say`La dépense est payée le ${line.paidOn}, hors de la période (du ${t.costsFrom} au ${t.costsUntil}).`,
      unknown: say`Le jour du paiement n’est pas indiqué.`,
      "to-assess": say`Le jour du paiement est à apprécier.`,
    },
  },
  {
    id: "TR-6-service",
    title: "Service rendu pendant l’opération",
    provision: "2.c, modalités de financement",
    question: "Le service est-il rendu pendant l’opération ?",
    nature: "computed",
    expression: isServed(f.project.endsOn),
    reasons: {
      met: say`Le service est rendu pendant l’opération.`,
      "not-met": [
        {
          when: any(lessThan(line.servedFrom, t.costsFrom), lessThan(line.servedTo, t.costsFrom)),
          say: say`Le service commence avant le ${t.costsFrom}, premier jour des dépenses prises en compte.`,
        },
        {
          when: known(line.servedTo),
          say: say`Le service est rendu jusqu’au ${line.servedTo}, après la fin de l’opération (${f.project.endsOn}).`,
        },
        {
          say: say`Le service commence le ${line.servedFrom}, après la fin de l’opération (${f.project.endsOn}).`,
        },
      ],
      unknown: say`La période du service n’est pas indiquée.`,
      "to-assess": say`La période du service est à apprécier.`,
    },
  },
  {
    ...ofStaff,
    id: "TR-8",
    title: `Plus de ${bounds.time} du temps de travail`,
    question: `La personne consacre-t-elle au projet plus de ${bounds.time} de son temps de travail ?`,
    expression: all(compareTime(atLeast), doubtful(compareTime(moreThan))),
    reasons: {
      met: [
        {
          when: known(d.hours),
          say: say`La personne consacre au projet ${d.hours} h sur ${line.ownHours} h, soit plus de ${bounds.time} de son temps de travail.`,
        },
        {
          when: all(known(line.hours), known(line.ownHours)),
          say: say`La personne consacre au projet ${line.hours} h sur ${line.ownHours} h, soit plus de ${bounds.time} de son temps de travail.`,
        },
        { say: say`La personne consacre au projet plus de ${bounds.time} de son temps de travail.` },
      ],
      "not-met": [
        {
          when: known(d.hours),
          say: say`La personne consacre au projet ${d.hours} h sur ${line.ownHours} h, soit moins de ${bounds.time} de son temps de travail.`,
        },
        {
          when: all(known(line.hours), known(line.ownHours)),
          say: say`La personne consacre au projet ${line.hours} h sur ${line.ownHours} h, soit moins de ${bounds.time} de son temps de travail.`,
        },
        {
          say: say`La personne consacre au projet moins de ${bounds.time} de son temps de travail.`,
        },
      ],
      unknown: say`La part du temps de travail consacrée au projet n’est pas indiquée.`,
      "to-assess": [
        {
          when: known(d.hours),
          say: say`La personne consacre au projet ${d.hours} h sur ${line.ownHours} h, exactement ${bounds.time} de son temps de travail : le texte admet « plus de ${bounds.time} », refuse « moins de ${bounds.time} », et ne dit rien de cette limite. Le service apprécie.`,
        },
        {
          when: all(known(line.hours), known(line.ownHours)),
          say: say`La personne consacre au projet ${line.hours} h sur ${line.ownHours} h, exactement ${bounds.time} de son temps de travail : le texte admet « plus de ${bounds.time} », refuse « moins de ${bounds.time} », et ne dit rien de cette limite. Le service apprécie.`,
        },
        {
          say: say`La personne consacre au projet exactement ${bounds.time} de son temps de travail : le texte admet « plus de ${bounds.time} », refuse « moins de ${bounds.time} », et ne dit rien de cette limite. Le service apprécie.`,
        },
      ],
    },
  },
  {
    ...ofStaff,
    id: "TR-8-employer",
    title: "Rémunérée par le porteur",
    question: "Le porteur paie-t-il cette personne ?",
    expression: ifKnown(is(line.employer, "lead")),
    reasons: {
      met: say`La rémunération est prise en charge par le porteur.`,
      "not-met": say`La personne est payée par une autre structure que le porteur : sa mise à disposition peut être un apport en nature ou une prestation.`,
      unknown: say`L’employeur n’est pas indiqué.`,
      "to-assess": say`L’employeur est à apprécier.`,
    },
  },
  {
    ...ofStaff,
    id: "TR-8-activity",
    title: "Ingénierie et diffusion",
    question: "Quelle tâche la personne fait-elle sur le projet ?",
    expression: all(
      not(is(line.activity, "teaching")),
      doubtful(oneOf(line.activity, ["engineering", "dissemination"])),
    ),
    reasons: {
      met: say`Le temps d’ingénierie et de diffusion est éligible.`,
      "not-met": say`Le temps en face à face avec les apprenants n’est pas éligible.`,
      unknown: say`La tâche de la personne n’est pas indiquée.`,
      "to-assess": say`Tâche : ${line.activity}. Le texte ne cite que l’ingénierie et la diffusion : le service apprécie.`,
    },
  },
  {
    ...ofStaff,
    id: "TR-8-amount",
    title: "Un montant qui suit les heures",
    question: "Le montant dépasse-t-il le coût des heures de la personne ?",
    expression: doubtful(ifKnown(atMost(line.amount, d.staffCost))),
    reasons: {
      met: say`Le montant suit les heures de la personne et son coût.`,
      "not-met": say`Le montant dépasse le coût des heures.`,
      unknown: say`Les heures ou le coût de la personne ne sont pas indiqués.`,
      "to-assess": say`Le montant (${line.amount}) dépasse le coût des heures : ${line.hours} h sur ${line.ownHours} h, pour ${line.yearlyCost}, font ${d.staffCost}.`,
    },
  },
  {
    id: "TR-5-twice",
    title: "Pas payée deux fois",
    provision: "2.c, modalités de financement",
    question: "La dépense est-elle déjà payée par un marché, un OPCO ou un autre fonds ?",
    nature: "declared",
    expression: doubtful(ifKnown(not(line.paidElsewhere))),
    reasons: {
      met: say`Aucun autre fonds ne paie la dépense.`,
      "not-met": say`La dépense est payée ailleurs.`,
      unknown: say`Il reste à dire si un autre fonds paie la dépense.`,
      "to-assess": say`Un marché, un OPCO ou un autre fonds paie déjà cette dépense : elle ne se finance pas deux fois, le service vérifie.`,
    },
  },
  {
    id: "TR-9-need",
    title: "Un besoin, une procédure",
    provision: "2.c, prestations extérieures",
    question: "Les dépenses du même besoin suivent-elles la procédure d’achat de leur montant ?",
    nature: "computed",
    headings: ["external", "operating", "equipment"],
    expression: isRightlyBought,
    reasons: {
      met: say`Rien ne manque à la procédure d’achat de ce besoin.`,
      "not-met": say`La procédure d’achat n’est pas celle de ce montant.`,
      unknown: [
        {
          when: atLeast(d.needTotal, d.formalFrom),
          say: say`Les dépenses de ce besoin font ensemble ${d.needTotal}, à partir de ${d.formalFrom} une procédure formalisée est due : dites laquelle est suivie.`,
        },
        {
          say: say`Les dépenses de ce besoin font ensemble ${d.needTotal}, à partir de ${d.competedFrom} l’achat est mis en concurrence : dites quelle procédure est suivie.`,
        },
      ],
      "to-assess": [
        {
          when: atLeast(d.needTotal, d.formalFrom),
          say: say`Les dépenses de ce besoin font ensemble ${d.needTotal} : à partir de ${d.formalFrom}, une procédure formalisée est due. Le service apprécie.`,
        },
        {
          say: say`Les dépenses de ce besoin font ensemble ${d.needTotal} : à partir de ${d.competedFrom}, l’achat est mis en concurrence. Le service apprécie.`,
        },
      ],
    },
  },
  {
    id: "TR-9",
    title: "Pas de maintenance hors de la période",
    provision: "2.c, prestations extérieures",
    question: "S’agit-il de maintenance hors de la période de l’action ?",
    nature: "computed",
    headings: ["external"],
    expression: isMaintenanceKept,
    reasons: {
      met: [
        {
          when: lessThan(d.daysInside, d.daysServed),
          say: say`Maintenance comptée au prorata : ${d.daysInside} jours dans l’opération, sur ${d.daysServed}.`,
        },
        { say: say`La prestation n’est pas une maintenance hors de la période.` },
      ],
      "not-met": say`La maintenance est hors de la période de réalisation de l’action.`,
      unknown: say`Il reste à dire si la prestation comprend une maintenance hors de la période.`,
      "to-assess": say`La période de maintenance est à apprécier.`,
    },
  },
  {
    id: "AX2D-15",
    title: "Un site écoconçu et accessible",
    provision: "2.d, dépenses, exemples",
    question: "Si c’est un site internet, est-il écoconçu et accessible ?",
    nature: "declared",
    headings: ["external", "operating"],
    expression: any(ifKnown(not(line.isWebsite)), doubtful(line.isEcoDesigned)),
    reasons: {
      met: [
        { when: line.isWebsite, say: say`Le site sera écoconçu et accessible.` },
        { say: say`La dépense n’est pas un site internet.` },
      ],
      "not-met": say`Le site n’est pas écoconçu et accessible.`,
      unknown: say`Il reste à dire si le site sera écoconçu et accessible.`,
      "to-assess": say`Le cadre cite un site écoconçu qui intègre l’accessibilité : le service apprécie cet autre site.`,
    },
  },
  {
    id: "TR-10",
    title: "Missions des seuls personnels retenus",
    provision: "2.c, autres dépenses directes de fonctionnement",
    question: "S’agit-il des frais de mission d’une personne absente du poste personnel ?",
    nature: "computed",
    headings: ["operating"],
    expression: choose(
      known(line.missionOf),
      all(
        ifKnown(not(line.isMissionOfStaffOutsideHeading)),
        not(is(d.traveller, "refused")),
        doubtful(is(d.traveller, "kept")),
      ),
      not(line.isMissionOfStaffOutsideHeading),
    ),
    reasons: {
      met: say`La dépense est directement liée à l’opération.`,
      "not-met": [
        {
          when: known(line.missionOf),
          say: say`Les frais de mission de ${line.missionOf} ne sont pas éligibles : cette personne n’est pas retenue au poste personnel.`,
        },
        { say: say`Les frais de mission d’une personne absente du poste personnel ne sont pas éligibles.` },
      ],
      unknown: say`Il reste à dire s’il s’agit des frais de mission d’une personne absente du poste personnel.`,
      "to-assess": say`La personne en mission (${line.missionOf}) est elle-même à apprécier au poste personnel.`,
    },
  },
  {
    id: "TR-10-hardware",
    title: "Petit équipement informatique",
    provision: "2.c, autres dépenses directes de fonctionnement",
    question: "S’agit-il de matériel informatique ?",
    nature: "declared",
    headings: ["operating"],
    expression: doubtful(ifKnown(not(is(line.nature, "computer-hardware")))),
    reasons: {
      met: say`La dépense n’est pas du matériel informatique.`,
      "not-met": say`Le matériel informatique n’est pas éligible, même en petit équipement.`,
      unknown: say`La nature de la dépense n’est pas indiquée.`,
      "to-assess": say`Du matériel informatique en petit équipement : le texte admet le petit équipement et refuse le matériel informatique. Le service apprécie.`,
    },
  },
  {
    id: "TR-11",
    title: "Équipement pédagogique justifié",
    provision: "2.c, dépenses d’équipement",
    question: "Est-ce un équipement pédagogique, et pourquoi l’acheter ?",
    nature: "declared",
    headings: ["equipment"],
    expression: all(
      is(line.nature, "pedagogical"),
      oneOf(line.ground, ["necessary", "fully-depreciated", "most-economical"]),
      any(not(is(line.ground, "fully-depreciated")), atMost(line.depreciatedOn, f.project.endsOn)),
    ),
    reasons: {
      met: say`Équipement pédagogique ; justification : ${line.ground}.`,
      "not-met": [
        {
          when: is(line.nature, "pedagogical"),
          say: say`L’équipement est amorti le ${line.depreciatedOn}, après la fin de l’opération (${f.project.endsOn}).`,
        },
        {
          say: say`Seuls les équipements pédagogiques sont éligibles (nature déclarée : ${line.nature}).`,
        },
      ],
      unknown: [
        {
          when: is(line.ground, "fully-depreciated"),
          say: say`La fin de l’amortissement ou celle de l’opération n’est pas indiquée.`,
        },
        { say: say`La nature de l’équipement, ou ce qui justifie son achat, n’est pas indiqué.` },
      ],
      "to-assess": say`L’équipement est à apprécier.`,
    },
  },
  {
    id: "TR-12",
    title: "Dépenses indirectes par une clé",
    provision: "2.c, dépenses indirectes",
    question: "Par quelle méthode les dépenses indirectes sont-elles comptées ?",
    nature: "declared",
    headings: ["indirect"],
    expression: isMethod("key"),
    reasons: {
      met: say`Les dépenses indirectes sont comptées par une clé de répartition.`,
      "not-met": [
        {
          when: not(is(t.costOption, "any")),
          say: say`L’appel impose sa méthode pour tout le dossier (${t.costOption}) : elle couvre déjà les dépenses indirectes.`,
        },
        {
          say: say`Le dossier applique une option de coûts simplifiés (${f.costOption}) : elle couvre déjà les dépenses indirectes, une seule méthode est possible.`,
        },
      ],
      unknown: say`La méthode n’est pas indiquée.`,
      "to-assess": say`La méthode est à apprécier.`,
    },
  },
  {
    id: "TR-12-others",
    title: "Compatible avec le forfait de 40 %",
    provision: "2.c, dépenses indirectes",
    question: "Le forfait de 40 % couvre-t-il déjà cette dépense ?",
    nature: "declared",
    headings: ["external", "operating", "equipment", "in-kind"],
    expression: isNotMethod("40-staff"),
    reasons: {
      met: say`La dépense est compatible avec la méthode choisie.`,
      "not-met": say`Le dossier applique le forfait de 40 % des dépenses de personnel, qui couvre toutes les autres dépenses.`,
      unknown: say`La méthode n’est pas indiquée.`,
      "to-assess": say`La méthode est à apprécier.`,
    },
  },
  {
    ...ofStaff,
    id: "TR-12-staff",
    title: "Compatible avec le forfait de personnel",
    question: "Le personnel est-il déjà compté au forfait ?",
    expression: isNotMethod("20-direct"),
    reasons: {
      met: say`La dépense est compatible avec la méthode choisie.`,
      "not-met": say`Le dossier compte le personnel au forfait, 20 % des autres dépenses directes : aucune dépense réelle de personnel ne s’y ajoute.`,
      unknown: say`La méthode n’est pas indiquée.`,
      "to-assess": say`La méthode est à apprécier.`,
    },
  },
];

/** The rules on each line of the budget, in the order in which a person would check them. */
export const costRules: readonly CostRule[] = rules.map((rule) => {
  const alternatives = readingsOf(rule.id);
  return {
    ...rule,
    each: f.costs.list,
    ...(Object.keys(alternatives).length === 0 ? null : { alternatives, otherFigures: figuresOf(rule.id) }),
  };
});

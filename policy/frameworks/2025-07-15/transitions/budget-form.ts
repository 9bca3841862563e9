import { group, type Section } from "../../../engine/questions/form.ts";
import { all, any, is, known, moreThan, not } from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { lineQuestions, supplier } from "../common/cost-lines.ts";
import { linkedUndertakingsGroup, receivedAidsGroup } from "../common/received-aids.ts";
import { a } from "./answers.ts";
import { ask, costsGroup, q, when } from "./questions.ts";

const c = a.costs.item;
const common = lineQuestions(ask, c);
const { isStaff, isExternal, isOperating, isEquipment } = when;
const isIndirect = is(c.heading, "indirect");
const isInKind = is(c.heading, "in-kind");
const isBought = any(isExternal, isOperating, isEquipment);
const isPrivate = not(a.procurement.isBuyer);

const budget: Section = {
  id: "budget",
  title: "Le budget",
  intro: "Une ligne par dépense, hors taxes, dans l’un des six postes du texte.",
  items: [
    ask(a.procurement.isBuyer, {
      label: "Le chef de file est-il soumis à la commande publique\u202f?",
      why: "Les prestations extérieures la respectent alors.",
    }),
    ask(a.procurement.isFundedByPublicBodies, {
      label: "Est-il financé surtout par des personnes publiques\u202f?",
      why: "Une structure privée qui répond à un besoin d’intérêt général peut y être soumise de fait\u00a0: le service conclut.",
      required: { when: isPrivate },
      visible: isPrivate,
    }),
    ask(a.procurement.isControlledByPublicBodies, {
      label: "Sa gestion est-elle contrôlée par une personne publique\u202f?",
      required: { when: isPrivate },
      visible: isPrivate,
    }),
    ask(a.procurement.isGovernedByPublicBodies, {
      label: "Ses dirigeants sont-ils désignés surtout par des personnes publiques\u202f?",
      required: { when: isPrivate },
      visible: isPrivate,
    }),
    q.costOption,
    group(a.costs, {
      ...costsGroup,
      items: [
        q.heading,
        ask(c.label, { label: "Intitulé" }),
        common.phase,
        q.amount,
        ask(c.vat, {
          label: "TVA",
          required: "optional",
          hint: "Si elle est partagée, la part que vous ne récupérez pas.",
        }),
        common.vatRecoverable,
        q.bornBy,
        ask(c.supplier, { ...supplier, visible: isBought }),
        ask(c.giver, { label: "Qui apporte\u202f?", required: { when: isInKind }, visible: isInKind }),
        ask(c.isInvestment, { label: "La comptez-vous en investissement\u202f?", required: "optional" }),
        common.paidElsewhere,
        ask(c.evidence, {
          label: "Justificatif",
          required: "optional",
          hint: "Devis, grille de prix, fiche de paie, estimation de l’apport.",
        }),
        ...common.dates,
        ask(c.person, { label: "Personne", hint: "Un nom ou une fonction, le même à chaque ligne.", visible: isStaff }),
        ask(c.employer, { label: "Qui la paie\u202f?", visible: isStaff }),
        q.activity,
        ask(c.hours, { label: "Heures sur le projet", required: "optional", visible: isStaff }),
        ask(c.ownHours, {
          label: "Heures de travail de la personne, sur la même période",
          hint: "Son propre temps payé, temps partiel compris.",
          required: "optional",
          visible: isStaff,
        }),
        ask(c.yearlyCost, {
          label: "Coût salarial de la personne, charges comprises",
          hint: "Sur la même période que ses heures de travail, une année le plus souvent. Le montant s’en déduit.",
          required: "optional",
          visible: isStaff,
        }),
        q.timeShare,
        ask(c.isMaintenance, { label: "Est-ce de la maintenance\u202f?", required: "optional", visible: isExternal }),
        q.outside,
        ask(c.need, {
          label: "Besoin d’achat",
          hint: "Le même nom pour les dépenses d’un même besoin\u00a0: leurs montants s’ajoutent.",
          required: "optional",
          visible: isBought,
        }),
        ask(c.procedure, { label: "Procédure d’achat", required: "optional", visible: isBought }),
        ask(c.consultedOn, { label: "Début de la consultation", required: "optional", visible: isBought }),
        ask(c.procurement, {
          label: "Quelle procédure de commande publique\u202f?",
          required: { when: all(isExternal, a.procurement.isBuyer) },
          visible: all(isExternal, a.procurement.isBuyer),
        }),
        q.mission,
        ask(c.missionOf, {
          label: "Mission de quelle personne du poste personnel\u202f?",
          required: "optional",
          visible: isOperating,
        }),
        q.nature,
        q.ground,
        ask(c.groundDetail, { label: "Précisez", visible: isEquipment }),
        ask(c.depreciatedOn, {
          label: "Amorti le",
          required: { when: is(c.ground, "fully-depreciated") },
          visible: is(c.ground, "fully-depreciated"),
        }),
        ask(c.method, {
          label: "Comment ce montant est-il calculé\u202f?",
          hint: "Clé de répartition, ou valeur de l’apport et qui le fait.",
          required: { when: any(isIndirect, isInKind) },
          visible: any(isIndirect, isInKind),
        }),
        ask(c.isWebsite, {
          label: "Est-ce un site internet\u202f?",
          required: "optional",
          visible: any(isExternal, isOperating),
        }),
        ask(c.isEcoDesigned, {
          label: "Sera-t-il écoconçu et accessible\u202f?",
          required: { when: c.isWebsite },
          visible: c.isWebsite,
        }),
      ],
    }),
  ],
};

const plan: Section = {
  id: "plan",
  title: "Le plan de financement",
  intro: "Les ressources font le coût du projet\u00a0: Région, FSE+, autres financeurs, apports en nature, votre part.",
  items: [
    ask(a.esfReference, { label: "Référence du dossier FSE+", required: "optional" }),
    ask(a.esfFiledOn, { label: "Déposé au titre du FSE+ le", required: "optional" }),
    q.selected,
    ask(a.esfSelectedOn, {
      label: "Date de la réponse du FSE+",
      required: { when: known(a.selectedForEsf) },
      visible: known(a.selectedForEsf),
    }),
    ask(a.esfRetainedTotal, {
      label: "Total des dépenses retenues par le FSE+",
      required: "optional",
      visible: a.selectedForEsf,
    }),
    q.esfRate,
    q.other,
    ask(a.otherPublicFunders, {
      label: "Qui les verse, et pour quel montant\u202f?",
      visible: moreThan(a.otherPublicFunding, euros(0)),
    }),
    linkedUndertakingsGroup(ask, a.linkedUndertakings),
    receivedAidsGroup(ask, a.receivedAids),
    ask(a.otherPrivateFunding, { label: "Montant des financements privés", required: "optional" }),
  ],
};

const sharing: Section = {
  id: "sharing",
  title: "Le partage",
  intro: "L’essaimage, à l’échelle de la Normandie, est un élément central de la démarche.",
  items: [
    q.free,
    ask(a.sharing.licence, {
      label: "Sous quelle licence\u202f?",
      hint: "Une licence libre est proposée, pas imposée.",
    }),
    ask(a.sharing.otherLicence, { label: "Laquelle\u202f?", visible: is(a.sharing.licence, "other") }),
    ask(a.sharing.thirdParties, {
      label: "Quels droits d’autres personnes restent dans vos productions\u202f?",
      hint: "Images, logiciels, extraits. «\u202fAucun\u202f» s’il n’y en a pas.",
    }),
    ask(a.sharing.channels, { label: "Comment ferez-vous connaître l’expérimentation et ses résultats\u202f?" }),
    ask(a.sharing.freeFor, { label: "Pour qui est-ce gratuit\u202f?", visible: a.project.free }),
    ask(a.sharing.freeYears, {
      label: "Pendant combien d’années\u202f?",
      hint: "Au moins le temps de la convention.",
      visible: a.project.free,
    }),
    ask(a.sharing.transfer, { label: "Comment les autres structures pourront-elles s’en emparer\u202f?" }),
    ask(a.sharing.lasting, { label: "Qu’en restera-t-il après le projet\u202f?" }),
    ask(a.sharing.sustainedBy, { label: "Qui entretiendra ces productions\u202f?" }),
    ask(a.sharing.address, { label: "Adresse où ce sera mis à disposition", required: "optional" }),
  ],
};

const account = a.accounts.item;

const capacity: Section = {
  id: "capacity",
  title: "La capacité financière",
  intro:
    "Le texte demande de pouvoir préfinancer, sans donner de mesure\u00a0: ces faits aident le service à conclure.",
  items: [
    group(a.accounts, {
      label: "Comptes du chef de file",
      itemLabel: "Exercice",
      addLabel: "Ajouter un exercice",
      min: 2,
      max: 5,
      items: [
        ask(account.year, { label: "Exercice", hint: "Par exemple\u00a0: 2025." }),
        ask(account.income, { label: "Produits" }),
        ask(account.result, { label: "Résultat, en euros", hint: "Avec un signe moins s’il est négatif." }),
        ask(account.equity, { label: "Fonds propres, en euros" }),
        ask(account.cash, { label: "Trésorerie à la clôture" }),
      ],
    }),
    ask(a.cashAtStart, { label: "Trésorerie disponible au début du projet" }),
    ask(a.regionPaidOn, {
      label: "Quand attendez-vous l’aide de la Région\u202f?",
      hint: "Laissez vide\u00a0: elle est comptée trois mois après la fin.",
      required: "optional",
    }),
    ask(a.esfPaidOn, {
      label: "Quand attendez-vous celle du FSE+\u202f?",
      hint: "Laissez vide\u00a0: elle est comptée six mois après la fin.",
      required: "optional",
    }),
    ask(a.cashPlan, {
      label: "Comment préfinancez-vous le projet\u202f?",
      hint: "Les aides sont payées après les dépenses\u00a0: trésorerie, avances, prêts.",
    }),
  ],
};

/** What the project costs, who pays it, how it is paid meanwhile, and what all keep of it. */
export const budgetSections: readonly Section[] = [budget, plan, capacity, sharing];

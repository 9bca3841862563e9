import { asker, group } from "../../../engine/questions/form.ts";
import { all, any, count, ifKnown, includes, is, known, moreThan, not } from "../../../engine/rules/expression.ts";
import { sayDay, sayMoney, sayShare } from "../../../engine/values/french.ts";
import { costsGroup as costsOfProject } from "../common/cost-lines.ts";
import { a, answers } from "./answers.ts";
import { isCommon } from "./conditions.ts";
import { maxCosts, maxPartners } from "./facts.ts";
import { bounds } from "./figures.ts";
import { terms } from "./terms.ts";

export const ask = asker(answers);
const p = a.project;
const partner = a.partners.item;
const c = a.costs.item;
const { endsBefore, esfMaxRate, esfMinimum, regionRate } = terms.voted;

const isStaff = is(c.heading, "staff");
const isExternal = is(c.heading, "external");
const isOperating = is(c.heading, "operating");
const isEquipment = is(c.heading, "equipment");
/** Hours on the project, where they are told, give the share of the time. */
const areNoHours = ifKnown(not(known(c.hours)));
const several = moreThan(count(a.partners), 1);
const isLead = not(is(partner.role, "partner"));

/** The questions of the rules, each once: the form and the simulator show the same objects. */
export const q = {
  commune: ask(p.commune, {
    label: "Dans quelle commune le projet est-il réalisé\u202f?",
    hint: "S’il y en a plusieurs, dites d’abord un lieu en Normandie\u00a0: un seul y suffit, où que soit le siège.",
    prefill: "organisation.commune",
  }),
  kinds: ask(p.kinds, {
    label: "De quel type est votre projet\u202f?",
    hint: "Un ou plusieurs. Le texte cite les cinq premiers sans fermer la liste.",
  }),
  transitions: ask(p.transitions, {
    label: "À quelles transitions répond-il\u202f?",
    why: "Une suffit. Répondre à plusieurs est valorisé.",
  }),
  endsOn: ask(p.endsOn, {
    label: "Quand l’opération se termine-t-elle\u202f?",
    hint: `Elle doit être réalisée avant le ${sayDay(endsBefore)}.`,
  }),
  free: ask(p.free, {
    label: "Ce que vous produisez sera-t-il gratuit pour tous\u202f?",
    hint: "Apprenants, partenaires, acteurs de l’emploi et de la formation.",
  }),
  objective: ask(p.contributesToObjective45, {
    label: "Le projet contribue-t-il à l’objectif 4.5 du programme FSE+\u202f?",
    hint: "Améliorer la qualité et l’efficacité des systèmes d’éducation et de formation, et leur adéquation au marché du travail.",
  }),
  role: ask(partner.role, {
    label: "Quel est son rôle\u202f?",
    hint: "Le chef de file dépose seul le projet et en porte toutes les dépenses.",
  }),
  category: ask(partner.category, {
    label: "De quelle catégorie est-elle\u202f?",
    hint: "Une collectivité ou un service de l’État n’est d’aucune de ces catégories. Un GRETA dépose par son établissement support.",
    prefill: "organisation.category",
  }),
  involved: ask(partner.involvedWithJobSeekers, {
    label: "Forme-t-elle des personnes en recherche d’emploi\u202f?",
    required: { when: isLead },
  }),
  agreement: ask(a.partnershipAgreementOn, {
    label: "Quand la convention de partenariat a-t-elle pris effet\u202f?",
    hint: "Elle est signée de tous et effective avant le jour du dépôt.",
    required: { when: isCommon },
    visible: several,
  }),
  equality: ask(a.principles.equality, {
    label: "Tient-il compte de l’égalité entre les femmes et les hommes\u202f?",
    hint: "De l’élaboration du projet à son évaluation.",
  }),
  nonDiscrimination: ask(a.principles.nonDiscrimination, {
    label: "Prévient-il les discriminations\u202f?",
    hint: "Sexe, origine, religion ou convictions, handicap, âge, orientation sexuelle.",
  }),
  sustainability: ask(a.principles.sustainability, {
    label: "Promeut-il le développement durable, sans causer de préjudice important\u202f?",
  }),
  selected: ask(a.selectedForEsf, {
    label: "Le projet est-il sélectionné dans l’appel à projets FSE+ du même nom\u202f?",
    hint: "Si vous attendez la réponse, laissez vide\u00a0: vous pouvez déposer sans elle, et la donner quand elle arrive.",
    required: "optional",
    why: `La Région complète le FSE+\u00a0: elle peut accorder ${sayShare(regionRate)} des dépenses éligibles d’un projet sélectionné.`,
  }),
  esfRate: ask(a.requestedEsfRate, {
    label: "Quelle part des dépenses demandez-vous au FSE+\u202f?",
    hint: `${sayShare(esfMaxRate)} au plus, pour un soutien d’au moins ${sayMoney(esfMinimum)}.`,
  }),
  other: ask(a.otherPublicFunding, {
    label: "Combien recevez-vous d’autres financements publics pour ce projet\u202f?",
    hint: "État, OPCO, collectivités… Indiquez 0 s’il n’y en a pas.",
    why: "Ensemble, les financements publics ne dépassent jamais les dépenses payées.",
  }),
  costOption: ask(a.costOption, {
    label: "Comment comptez-vous les dépenses indirectes\u202f?",
    hint: "Une seule méthode pour tout le projet. Laissez vide si vous n’en comptez pas.",
    required: "optional",
  }),
  heading: ask(c.heading, { label: "Poste" }),
  amount: ask(c.amount, { label: "Montant hors taxes" }),
  bornBy: ask(c.bornBy, {
    label: "Qui porte la dépense\u202f?",
    hint: "Le chef de file porte toutes les dépenses.",
    required: { when: several },
    visible: several,
  }),
  activity: ask(c.activity, {
    label: "Tâche",
    hint: "Le temps en face à face avec les apprenants n’est pas éligible.",
    visible: isStaff,
  }),
  timeShare: ask(c.timeShare, {
    label: "Part du temps de travail sur le projet",
    hint: `Il faut plus de ${bounds.time} du temps de la personne.`,
    visible: isStaff,
    required: { when: all(isStaff, areNoHours) },
  }),
  outside: ask(c.isMaintenanceOutsidePeriod, {
    label: "Est-ce une maintenance hors de la période du projet\u202f?",
    visible: isExternal,
  }),
  mission: ask(c.isMissionOfStaffOutsideHeading, {
    label: "Est-ce la mission d’une personne absente du poste personnel\u202f?",
    visible: isOperating,
  }),
  nature: ask(c.nature, {
    label: "Nature de l’achat",
    hint: "En équipement, seul le matériel pédagogique est éligible.",
    visible: any(isEquipment, isOperating),
    required: { when: isEquipment },
  }),
  ground: ask(c.ground, { label: "Pourquoi l’acheter\u202f?", visible: isEquipment }),
} as const;

export const partnersGroup = {
  label: "Structures du projet",
  itemLabel: "Structure",
  addLabel: "Ajouter une structure",
  min: 1,
  max: maxPartners,
} as const;

export const costsGroup = { ...costsOfProject, max: maxCosts } as const;

/** The short table of the simulator: a line a cost, its details by heading. */
export const shortCosts = group(a.costs, {
  ...costsGroup,
  items: [q.heading, q.amount, q.bornBy, q.activity, q.timeShare, q.outside, q.mission, q.nature, q.ground],
});

/** What only a project of that kind is asked (TR-1). */
export const isModule = includes(p.kinds, "module");
export const isTool = includes(p.kinds, "tool");
export const isOtherKind = includes(p.kinds, "other");
export const when = { isStaff, isExternal, isOperating, isEquipment, several, isLead };

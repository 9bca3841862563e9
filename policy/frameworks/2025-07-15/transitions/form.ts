import { is } from "../../../engine/expression.ts";
import { asker, type Form, group, type Section } from "../../../engine/form.ts";
import { a, answers } from "./answers.ts";
import { isCommon } from "./conditions.ts";
import { maxCosts, maxPartners } from "./facts.ts";

const ask = asker(answers);
const p = a.project;
const partner = a.partners.item;
const c = a.costs.item;
const isStaff = is(c.heading, "staff");
const isExternal = is(c.heading, "external");
const isOperating = is(c.heading, "operating");
const isEquipment = is(c.heading, "equipment");

/** The questions of the rules, each once: the form and the simulator show the same objects. */
const q = {
  commune: ask(p.commune, { label: "Dans quelle commune le projet est-il réalisé ?" }),
  kinds: ask(p.kinds, { label: "De quel type est votre projet ?" }),
  transitions: ask(p.transitions, { label: "À quelles transitions répond-il ?" }),
  endsOn: ask(p.endsOn, { label: "Quand l’opération se termine-t-elle ?" }),
  free: ask(p.free, { label: "Ce que vous produisez sera-t-il gratuit pour tous les publics ?" }),
  objective: ask(p.contributesToObjective45, {
    label: "Le projet contribue-t-il à l’objectif 4.5 du programme FSE+ ?",
  }),
  role: ask(partner.role, { label: "Quel est son rôle ?" }),
  category: ask(partner.category, { label: "De quelle catégorie est la structure ?" }),
  involved: ask(partner.involvedWithJobSeekers, { label: "Forme-t-elle des personnes en recherche d’emploi ?" }),
  agreement: ask(a.partnershipAgreementOn, {
    label: "Quand la convention de partenariat a-t-elle pris effet ?",
    required: { when: isCommon },
    visible: isCommon,
  }),
  equality: ask(a.principles.equality, {
    label: "Le projet tient-il compte de l’égalité entre les femmes et les hommes ?",
  }),
  nonDiscrimination: ask(a.principles.nonDiscrimination, { label: "Prévient-il les discriminations ?" }),
  sustainability: ask(a.principles.sustainability, { label: "Promeut-il le développement durable ?" }),
  selected: ask(a.selectedForEsf, { label: "Le projet est-il sélectionné dans l’appel à projets FSE+ ?" }),
  esfRate: ask(a.requestedEsfRate, { label: "Quel taux de FSE+ demandez-vous ?" }),
  other: ask(a.otherPublicFunding, {
    label: "Combien recevez-vous d’autres financements publics pour ce projet ?",
    hint: "Indiquez 0 s’il n’y en a pas.",
  }),
  heading: ask(c.heading, { label: "Poste" }),
  amount: ask(c.amount, { label: "Montant hors taxes" }),
  timeShare: ask(c.timeShare, { label: "Part du temps de travail", visible: isStaff }),
  activity: ask(c.activity, { label: "Tâche", visible: isStaff }),
  outside: ask(c.isMaintenanceOutsidePeriod, { label: "Maintenance hors de la période ?", visible: isExternal }),
  mission: ask(c.isMissionOfStaffOutsideHeading, {
    label: "Mission d’une personne hors du poste personnel ?",
    visible: isOperating,
  }),
  nature: ask(c.nature, { label: "Nature", visible: isEquipment }),
  ground: ask(c.ground, { label: "Justification", visible: isEquipment }),
} as const;

const partners = {
  label: "Structures",
  itemLabel: "Structure",
  addLabel: "Ajouter une structure",
  min: 1,
  max: maxPartners,
} as const;
const costs = {
  label: "Dépenses",
  itemLabel: "Dépense",
  addLabel: "Ajouter une dépense",
  min: 1,
  max: maxCosts,
} as const;
const lines = group(a.costs, {
  ...costs,
  items: [q.heading, q.amount, q.timeShare, q.activity, q.outside, q.mission, q.nature, q.ground],
});

const sections: readonly Section[] = [
  {
    id: "project",
    title: "Le projet",
    items: [
      ask(a.title, { label: "Titre du projet" }),
      q.commune,
      q.kinds,
      q.transitions,
      q.endsOn,
      q.free,
      q.objective,
    ],
  },
  {
    id: "partners",
    title: "Les structures",
    items: [
      group(a.partners, {
        ...partners,
        items: [
          ask(partner.siret, { label: "SIRET", hint: "14 chiffres." }),
          ask(partner.legalName, { label: "Nom de la structure" }),
          q.role,
          q.category,
          q.involved,
        ],
      }),
      q.agreement,
    ],
  },
  { id: "principles", title: "Les principes", items: [q.equality, q.nonDiscrimination, q.sustainability] },
  { id: "budget", title: "Le budget", items: [lines] },
  { id: "plan", title: "Le plan de financement", items: [q.selected, q.esfRate, q.other] },
];

const simulatorSections: readonly Section[] = [
  { id: "project", title: "Votre projet", items: [q.commune, q.kinds, q.transitions, q.endsOn, q.free, q.objective] },
  {
    id: "partners",
    title: "Les structures",
    items: [
      group(a.partners, { ...partners, items: [q.role, q.category, q.involved] }),
      q.agreement,
      q.equality,
      q.nonDiscrimination,
      q.sustainability,
    ],
  },
  { id: "budget", title: "Les dépenses", items: [lines] },
  { id: "plan", title: "Qui paie quoi", items: [q.selected, q.esfRate, q.other] },
];

export const form: Form = { sections, documents: [], declarations: [] };
export const simulatorForm: Form = { sections: simulatorSections, documents: [], declarations: [] };

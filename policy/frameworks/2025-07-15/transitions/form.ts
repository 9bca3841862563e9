import { type Form, group, type Section } from "../../../engine/questions/form.ts";
import { a } from "./answers.ts";
import { budgetSections } from "./budget-form.ts";
import { checks } from "./checks.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { projectSections } from "./project-form.ts";
import { partnersGroup, q, shortCosts } from "./questions.ts";

/** The public simulator: only what the rules read. */
const simulatorSections: readonly Section[] = [
  {
    id: "project",
    title: "Votre projet",
    items: [q.commune, q.kinds, q.transitions, q.endsOn, q.free, q.objective],
  },
  {
    id: "partners",
    title: "Les structures",
    items: [group(a.partners, { ...partnersGroup, items: [q.role, q.category, q.involved] }), q.agreement],
  },
  { id: "principles", title: "Les principes", items: [q.equality, q.nonDiscrimination, q.sustainability] },
  {
    id: "budget",
    title: "Les dépenses",
    intro: "Une ligne par dépense\u00a0: le poste, le montant, et ce que le poste demande.",
    items: [shortCosts, q.costOption],
  },
  {
    id: "plan",
    title: "Qui paie quoi",
    items: [q.selected, q.esfRate, q.other],
  },
];

export const form: Form = { sections: [...projectSections, ...budgetSections], documents, declarations, checks };
export const simulatorForm: Form = { sections: simulatorSections, documents, declarations: [] };

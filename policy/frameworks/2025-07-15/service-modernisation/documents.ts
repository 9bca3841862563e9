import type { DocumentAsked } from "../../../engine/questions/form.ts";
import { oneOf, some } from "../../../engine/rules/expression.ts";
import { bankDetails, officeText, otherFunding, pdfOrImage, statutes } from "../common/papers.ts";
import { a } from "./answers.ts";

function paper(document: Omit<DocumentAsked, "origin">): DocumentAsked {
  return { ...document, origin: "service" };
}

/** The papers asked with a project. The text lists none: each evidences a provision, and the list stays short. */
export const documents: readonly DocumentAsked[] = [
  paper({
    id: "project-description",
    label: "Description du projet",
    hint: "Si vous l’avez déjà écrite ; le formulaire suffit sinon.",
    provision: "MO-9",
    required: "optional",
    accept: officeText,
  }),
  paper({
    id: "quotes",
    label: "Devis des dépenses les plus importantes",
    provision: "MO-6",
    required: "always",
    accept: officeText,
  }),
  paper({ ...bankDetails, accept: pdfOrImage }),
  paper({
    ...statutes,
    required: { when: oneOf(a.applicant.legalKind, ["association", "foundation"]) },
    accept: pdfOrImage,
  }),
  paper({
    id: "site-commitments",
    label: "Cahier des charges du site : écoconception et accessibilité",
    hint: "À défaut, l’engagement écrit du prestataire.",
    provision: "MO-8",
    required: { when: some(a.costs, (cost) => oneOf(cost.nature, ["website"])) },
    accept: officeText,
  }),
  paper({
    ...otherFunding,
    label: "Décision ou accord des autres financeurs",
    provision: "MO-9",
    visible: some(a.project.funding, (part) =>
      oneOf(part.source, ["esf-plus-2021-2027", "state", "opco", "other-public", "private"]),
    ),
    accept: officeText,
  }),
];

import { oneOf, some } from "../../../engine/expression.ts";
import type { DocumentAsked } from "../../../engine/form.ts";
import { a } from "./answers.ts";

const pdfOrImage = ["application/pdf", "image/jpeg", "image/png"] as const;
const office = [
  ...pdfOrImage,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
] as const;

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
    accept: office,
  }),
  paper({
    id: "quotes",
    label: "Devis des dépenses les plus importantes",
    provision: "MO-6",
    required: "always",
    accept: office,
  }),
  paper({
    id: "bank-details",
    label: "Relevé d’identité bancaire (RIB)",
    provision: "Versement de l’aide",
    required: "always",
    accept: pdfOrImage,
  }),
  paper({
    id: "statutes",
    label: "Statuts de l’association ou de la fondation",
    provision: "Identité de la structure",
    required: { when: oneOf(a.applicant.legalKind, ["association", "foundation"]) },
    accept: pdfOrImage,
  }),
  paper({
    id: "site-commitments",
    label: "Cahier des charges du site : écoconception et accessibilité",
    hint: "À défaut, l’engagement écrit du prestataire.",
    provision: "MO-8",
    required: { when: some(a.costs, (cost) => oneOf(cost.nature, ["website"])) },
    accept: office,
  }),
  paper({
    id: "other-funding",
    label: "Décision ou accord des autres financeurs",
    hint: "S’ils ont déjà répondu.",
    provision: "MO-9",
    required: "optional",
    visible: some(a.project.funding, (part) =>
      oneOf(part.source, ["esf-plus-2021-2027", "state", "opco", "other-public", "private"]),
    ),
    accept: office,
  }),
];

import { all, is, moreThan, not, oneOf } from "../../../engine/expression.ts";
import type { DocumentAsked } from "../../../engine/form.ts";
import { euros } from "../../../engine/money.ts";
import { a } from "./answers.ts";
import { asksSupportAlone } from "./conditions.ts";
import { specimens } from "./specimens.ts";

const s = a.structures.item;
const pdfOrImage = ["application/pdf", "image/jpeg", "image/png"] as const;
const office = [
  ...pdfOrImage,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
] as const;

function paper(
  document: Omit<DocumentAsked, "origin" | "accept">,
  accept: DocumentAsked["accept"] = pdfOrImage,
): DocumentAsked {
  const specimen = specimens[document.id];
  return { ...document, origin: "service", accept, ...(specimen === undefined ? {} : { specimen }) };
}

/**
 * The papers asked with a request. The text lists none: each evidences a provision, and the list stays short
 * because most applicants are small structures.
 */
export const documents: readonly DocumentAsked[] = [
  paper(
    {
      id: "quote",
      label: "Devis du prestataire",
      hint: "Daté, hors taxes, avec le nombre de jours et le coût par jour.",
      provision: "CS-10",
      required: "always",
    },
    office,
  ),
  paper(
    { id: "cv", label: "CV de l’intervenant", provision: "CS-12", required: "always", each: "provider.consultants" },
    office,
  ),
  paper({
    id: "headcount",
    label: "Justificatif d’effectif",
    hint: "Par exemple la dernière déclaration sociale nominative (DSN).",
    provision: "CS-4",
    required: "always",
    each: "structures",
  }),
  paper({
    id: "training-activity",
    label: "Dernier bilan pédagogique et financier (BPF)",
    hint: "À défaut, le récépissé de déclaration d’activité.",
    provision: "CS-3",
    required: "always",
    each: "structures",
  }),
  paper({
    id: "bank-details",
    label: "Relevé d’identité bancaire (RIB)",
    provision: "Versement de l’aide",
    required: "always",
  }),
  paper({
    id: "statutes",
    label: "Statuts de l’association ou de la fondation",
    provision: "Identité de la structure",
    required: { when: oneOf(s.legalKind, ["association", "foundation"]) },
    each: "structures",
  }),
  paper(
    {
      id: "job-seekers-plan",
      label: "Document qui décrit le projet vers les personnes en recherche d’emploi",
      hint: "Facultatif : la description donnée dans le formulaire suffit.",
      provision: "CS-5",
      required: "optional",
      visible: all(not(s.servesJobSeekers), s.plansToServeJobSeekers),
      each: "structures",
    },
    office,
  ),
  paper(
    {
      id: "diagnosis",
      label: "Diagnostic déjà réalisé",
      hint: "Demandé quand l’accompagnement est demandé seul.",
      provision: "CS-1",
      required: { when: all(asksSupportAlone, s.diagnosisExists) },
      each: "structures",
    },
    office,
  ),
  paper({
    id: "partner-contract",
    label: "Contrat avec l’organisme partenaire, signé par la structure et la Région",
    provision: "CS-15",
    required: { when: is(a.provider.partnerBody, "contracted") },
  }),
  paper({
    id: "mandate",
    label: "Mandat des structures au groupement ou au réseau",
    provision: "CS-6",
    required: { when: is(a.route, "collective") },
  }),
  paper({
    id: "opco-agreement",
    label: "Accord de l’OPCO",
    provision: "CS-6",
    required: { when: is(a.route, "opco") },
  }),
  paper(
    {
      id: "procurement",
      label: "Pièces de la procédure de commande publique",
      provision: "Code de la commande publique",
      required: { when: s.isPublicBuyer },
      each: "structures",
    },
    office,
  ),
  paper({
    id: "other-funding",
    label: "Décision ou accord des autres financeurs publics",
    hint: "S’ils ont déjà répondu.",
    provision: "CS-8",
    required: "optional",
    visible: moreThan(a.otherPublicFunding, euros(0)),
  }),
];

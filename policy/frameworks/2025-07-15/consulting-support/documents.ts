import type { DocumentAsked } from "../../../engine/questions/form.ts";
import { all, is, moreThan, not, oneOf } from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { bankDetails, officeText, otherFunding, pdfOrImage, procurementPapers, statutes } from "../common/papers.ts";
import { a } from "./answers.ts";
import { asksSupportAlone } from "./conditions.ts";
import { specimens } from "./specimens.ts";

const s = a.structures.item;

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
    officeText,
  ),
  paper(
    { id: "cv", label: "CV de l’intervenant", provision: "CS-12", required: "always", each: "provider.consultants" },
    officeText,
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
  paper(bankDetails),
  paper({
    ...statutes,
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
    officeText,
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
    officeText,
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
      ...procurementPapers,
      provision: "Code de la commande publique",
      required: { when: s.isPublicBuyer },
      each: "structures",
    },
    officeText,
  ),
  paper({
    ...otherFunding,
    provision: "CS-8",
    visible: moreThan(a.otherPublicFunding, euros(0)),
  }),
];

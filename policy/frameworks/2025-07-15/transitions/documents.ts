import type { DocumentAsked } from "../../../engine/questions/form.ts";
import { all, any, count, includes, is, moreThan, not, some } from "../../../engine/rules/expression.ts";
import { euros } from "../../../engine/values/money.ts";
import { bankDetails, officeText, otherFunding, pdfOrImage, procurementPapers, statutes } from "../common/papers.ts";
import { a } from "./answers.ts";

const office = [
  ...officeText,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.spreadsheet",
] as const;

const hasHeading = (heading: NonNullable<"staff" | "external" | "equipment" | "indirect" | "in-kind">) =>
  some(a.costs, (line) => is(line.heading, heading));

function paper(
  document: Omit<DocumentAsked, "origin" | "accept">,
  accept: DocumentAsked["accept"] = office,
): DocumentAsked {
  return { ...document, origin: "service", accept };
}

/** The papers asked with a project. The text lists none: each evidences a provision. */
export const documents: readonly DocumentAsked[] = [
  paper({
    id: "esf-selection",
    label: "Notification de la sélection FSE+",
    provision: "TR-5",
    required: { when: a.selectedForEsf },
  }),
  paper({
    id: "partnership-agreement",
    label: "Convention de partenariat signée de tous",
    hint: "Signée et effective avant le jour du dépôt.",
    provision: "TR-15",
    required: { when: moreThan(count(a.partners), 1) },
  }),
  paper({
    id: "accounts",
    label: "Comptes des deux derniers exercices du chef de file",
    hint: "Ils montrent la capacité de préfinancer.",
    provision: "EL-4",
    required: "always",
  }),
  paper({
    id: "job-seekers",
    label: "Justificatif de l’action auprès des personnes en recherche d’emploi",
    hint: "Par exemple un marché, une habilitation, le bilan pédagogique et financier.",
    provision: "EL-3",
    required: "always",
  }),
  paper({
    id: "need-study",
    label: "Enquête, analyse ou bilan qui montre le besoin",
    provision: "SEL-2",
    required: "optional",
  }),
  paper({
    id: "existing-courses",
    label: "Recherche des formations existantes",
    hint: "Facultatif\u00a0: la description donnée dans le formulaire suffit.",
    provision: "TR-1",
    required: "optional",
    visible: includes(a.project.kinds, "module"),
  }),
  paper({
    id: "mission-letters",
    label: "Fiches de poste ou lettres de mission du personnel",
    hint: "Elles disent les tâches et la part du temps sur le projet.",
    provision: "TR-8",
    required: { when: hasHeading("staff") },
  }),
  paper({
    id: "quotes",
    label: "Devis des prestations et des équipements",
    provision: "TR-9",
    required: { when: any(hasHeading("external"), hasHeading("equipment")) },
  }),
  paper({
    ...procurementPapers,
    provision: "TR-9",
    required: { when: all(a.procurement.isBuyer, hasHeading("external")) },
  }),
  paper({
    id: "allocation-key",
    label: "Calcul de la clé de répartition",
    provision: "TR-12",
    required: { when: all(is(a.costOption, "key"), hasHeading("indirect")) },
  }),
  paper({
    id: "in-kind",
    label: "Attestation de chaque apport en nature et de sa valeur",
    provision: "TR-13",
    required: { when: hasHeading("in-kind") },
  }),
  paper({
    ...otherFunding,
    provision: "TR-5",
    visible: moreThan(a.otherPublicFunding, euros(0)),
  }),
  paper(
    {
      ...statutes,
      required: { when: some(a.partners, (one) => all(not(is(one.role, "partner")), is(one.category, "association"))) },
    },
    pdfOrImage,
  ),
  paper(bankDetails, pdfOrImage),
];

import type { DocumentAsked } from "../../../engine/questions/form.ts";

/** Papers that schemes ask in the same words: each says of whom, when, and for which of its provisions. */

export const pdfOrImage = ["application/pdf", "image/jpeg", "image/png"] as const;
export const officeText = [
  ...pdfOrImage,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
] as const;

type Common = Pick<DocumentAsked, "id" | "label"> & Partial<DocumentAsked>;

export const bankDetails = {
  id: "bank-details",
  label: "Relevé d’identité bancaire (RIB)",
  provision: "Versement de l’aide",
  required: "always",
} as const satisfies Common;

export const statutes = {
  id: "statutes",
  label: "Statuts de l’association ou de la fondation",
  provision: "Identité de la structure",
} as const satisfies Common;

export const procurementPapers = {
  id: "procurement",
  label: "Pièces de la procédure de commande publique",
} as const satisfies Common;

export const otherFunding = {
  id: "other-funding",
  label: "Décision ou accord des autres financeurs publics",
  hint: "S’ils ont déjà répondu.",
  required: "optional",
} as const satisfies Common;

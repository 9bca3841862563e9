import type { Declaration } from "../../../engine/questions/form.ts";
import type { Condition } from "../../../engine/rules/expression.ts";

/** Declarations that every request makes in the same words. */

/** That what is said is true. */
export function honour(provision: string): Declaration {
  return {
    id: "honour",
    label:
      "Je certifie sur l’honneur que les informations de cette demande sont exactes et que j’ai qualité pour la déposer.",
    why: "Une déclaration inexacte peut conduire à rendre l’aide.",
    provision,
  };
}

/** Asked of associations and foundations alone (law 2000-321, article 10-1). */
export function republicanCommitment(visible: Condition): Declaration {
  return {
    id: "republican-commitment",
    label: "La structure a souscrit le contrat d’engagement républicain et en respecte les termes.",
    why: "La loi le demande aux associations et aux fondations qui sollicitent une subvention.",
    provision: "Loi n°\u00a02000-321, article 10-1",
    visible,
  };
}

/** That one was told what becomes of personal data. */
export const dataNotice: Declaration = {
  id: "data",
  label: "J’ai pris connaissance de l’usage que la Région fait des données de cette demande.",
  why: "La notice dit qui les lit, pourquoi et combien de temps.",
  provision: "RGPD, articles 13 et 14",
};

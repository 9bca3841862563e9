import type { AgreedInstalment, GrantAgreement, PaymentTerms, PublicityDuties } from "./letters/grant-agreement.ts";

/**
 * What the framework leaves to the funder (ACT-04, D-07, D-09): payment, publicity, accounts, data. These are the
 * service's proposals; drafts mark them as not confirmed until the funder's settings say that its lawyers have read them.
 */
export const REPORT_WITHIN_MONTHS = 6;
export const KEEP_YEARS = 10;
/** Above this amount, in cents, an agreement's essential data are published (décret 2017-779). */
export const OPEN_DATA_ABOVE = 2_300_000;

/** One payment a phase, after its deliverables are accepted (CS-18); amounts follow the phases' kept costs. */
export function paymentTerms(
  aid: number,
  phases: readonly { readonly title: string; readonly eligible: number }[],
  confirmed: boolean,
): PaymentTerms {
  const total = phases.reduce((sum, phase) => sum + phase.eligible, 0);
  let paid = 0;
  const instalments = phases.map((phase, index): AgreedInstalment => {
    const last = index === phases.length - 1;
    const cents = last || total === 0 ? aid - paid : Number((BigInt(aid) * BigInt(phase.eligible)) / BigInt(total));
    paid += cents;
    return {
      label: last && phases.length > 1 ? `Solde, après ${lowerFirst(phase.title)}` : phase.title,
      cents,
      condition: "Livrables de la phase reçus et acceptés, factures acquittées.",
    };
  });
  return {
    instalments,
    supportingDocuments: [
      "les factures acquittées du prestataire ;",
      "l’état des jours d’intervention par structure, signé.",
    ],
    confirmed,
  };
}

/** Only the first letter is the phase's own: a structure's name that follows keeps its capitals. */
function lowerFirst(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

export function publicityDuties(mention: string, confirmed: boolean): PublicityDuties {
  return {
    mention,
    duties: [
      "Faire figurer le logo de la Région et cette mention sur les supports qui présentent le projet.",
      "Inviter la Région aux événements publics qui le concernent.",
    ],
    confirmed,
  };
}

export function dataProtection(email: string): GrantAgreement["dataProtection"] {
  return {
    officer: email,
    retention:
      "Les données du dossier sont conservées pendant la convention, puis dix ans au titre des pièces comptables.",
  };
}

import type { AgreementParts } from "#policy/index.ts";
import type { Funder } from "#src/platform/settings/funder.ts";
import type { FunderWords } from "#text/index.ts";
import type { AgreedInstalment, GrantAgreement, PaymentTerms, PublicityDuties } from "./letters/grant-agreement.ts";

/**
 * What the framework leaves to the funder: payment, publicity, accounts, data. These are the
 * service's proposals; drafts mark them as not confirmed until the funder's settings say that its lawyers have read them.
 */
export const REPORT_WITHIN_MONTHS = 6;
export const KEEP_YEARS = 10;

/** The aid divided between the scheme's instalments as they weigh, to the cent: the last takes what is left. */
export function paymentRules(
  aid: number,
  { instalments, supportingDocuments }: Pick<AgreementParts, "instalments" | "supportingDocuments">,
  confirmed: boolean,
): PaymentTerms {
  const total = instalments.reduce((sum, one) => sum + one.weight, 0);
  let paid = 0;
  return {
    instalments: instalments.map(({ label, weight, condition }, index): AgreedInstalment => {
      const isLast = index === instalments.length - 1;
      const cents = isLast || total === 0 ? aid - paid : Number((BigInt(aid) * BigInt(weight)) / BigInt(total));
      paid += cents;
      return { label, cents, condition };
    }),
    supportingDocuments,
    confirmed,
  };
}

/** The words of the text where it sets some, else the funder's own; then what each of those who pay asks to be shown. */
export function publicityDuties(
  parts: Pick<AgreementParts, "publicityMention" | "publicityMentionDoubt" | "publicity">,
  legal: Pick<Funder["legal"], "publicityMention" | "confirmed">,
  funder: FunderWords,
): PublicityDuties {
  return {
    mention: parts.publicityMention ?? legal.publicityMention,
    duties: [
      `Faire figurer le logo ${funder.of} et cette mention sur les supports qui présentent le projet.`,
      ...(parts.publicity ?? []),
      `Inviter ${funder.the} aux événements publics qui le concernent.`,
    ],
    ...(parts.publicityMentionDoubt === undefined ? {} : { doubt: parts.publicityMentionDoubt }),
    confirmed: legal.confirmed,
  };
}

export function dataProtection({ officer, email }: Funder["data"]): GrantAgreement["dataProtection"] {
  return {
    officer: officer === null ? email : `${officer}, ${email}`,
    retention:
      "Les données du dossier sont conservées pendant la convention, puis dix ans au titre des pièces comptables.",
  };
}

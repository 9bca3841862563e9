import { type OpenApplication, type PartState, type Refusal, unconfirmed } from "#src/life/index.ts";
import { plural } from "#src/ui/index.ts";

/** The place in a draft where partners are seen to, as refusals lead to it. */
export const PARTNERS = "partenaires";

/** What holds the filing back on the partners' side: one line each, where a scheme asks that each confirms its part. */
export function waitedPartners({ partners }: Pick<OpenApplication, "partners">): readonly Refusal[] {
  return unconfirmed(partners).map(({ name, state }) => ({
    path: PARTNERS,
    message: `${name}\u00a0: ${waits(state)}`,
  }));
}

/** « 2 confirmations attendues »; null where the filing waits for no partner. */
export function sayWaited(file: Pick<OpenApplication, "partners">): string | null {
  const { length } = waitedPartners(file);
  return length === 0 ? null : plural(length, "confirmation attendue", "confirmations attendues");
}

function waits(state: PartState): string {
  switch (state) {
    case "unasked":
      return "invitez-la par son SIRET ou une adresse électronique, pour qu’elle confirme sa partie. Sans cela, retirez-la du projet\u00a0: le dossier ne se dépose qu’avec des partenaires qui ont confirmé.";
    case "invited":
      return "elle n’a pas encore répondu à l’invitation.";
    case "expired":
      return "son invitation n’est plus valable, renouvelez-la ou retirez-la.";
    case "writing":
      return "elle n’a pas encore confirmé sa partie.";
    case "changed":
      return "sa partie a changé depuis qu’elle l’a confirmée.";
    case "lead":
    case "confirmed":
      return "";
  }
}

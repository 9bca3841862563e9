import type { Temporal } from "temporal-polyfill";
import type { ScanState } from "#src/life/index.ts";

/** How one shows to belong to an organisation: mail at its own domain, ProConnect's SIRET, a paper that an agent reads. */
export type Way = "mail" | "proconnect" | "paper";

/** Papers that show who acts for an organisation. A public record that names nobody is none of them. */
export const paperKinds = {
  register: "Extrait Kbis, ou récépissé d’une association avec la liste de ses dirigeants, qui vous nomme",
  mandate: "Mandat ou pouvoir signé d’une personne qui dirige l’organisme",
  appointment: "Délibération, arrêté ou décision qui vous nomme",
} as const;
export type PaperKind = keyof typeof paperKinds;

/** One thing given to show it. */
export interface Proof {
  readonly id: string;
  readonly way: Way;
  /** The domain, the SIRET or the kind of paper. */
  readonly what: string;
  /** Where an agent can see that a domain is the organisation's own. */
  readonly page: string | null;
  /** Null once its bytes are forgotten, and where none were given. */
  readonly file: { readonly id: string; readonly name: string; readonly scan: ScanState } | null;
  readonly by: string | null;
  readonly givenAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  readonly accepted: boolean | null;
  readonly reason: string;
}

/** Where an organisation stands: filed in its name once proved, not before. */
export type Standing =
  | { readonly kind: "proved"; readonly way: Way; readonly what: string; readonly at: Temporal.Instant | null }
  | { readonly kind: "waiting"; readonly proof: Proof }
  | { readonly kind: "refused"; readonly proof: Proof }
  | { readonly kind: "none" };

/** What holds without anybody looking: its way, and the domain or the SIRET that shows it. */
export interface Evident {
  readonly way: Exclude<Way, "paper">;
  readonly what: string;
  readonly person: string;
}

/** What was given, last first, and what holds by itself: an accepted proof counts for good. */
export function standingOf(proofs: readonly Proof[], evident: Evident | null): Standing {
  const accepted = proofs.find((one) => one.accepted === true);
  if (accepted !== undefined)
    return { kind: "proved", way: accepted.way, what: accepted.what, at: accepted.answeredAt };
  if (evident !== null) return { kind: "proved", way: evident.way, what: evident.what, at: null };
  const waiting = proofs.find((one) => one.accepted === null);
  if (waiting !== undefined) return { kind: "waiting", proof: waiting };
  const [last] = proofs;
  return last === undefined ? { kind: "none" } : { kind: "refused", proof: last };
}

/** Where a refusal to file leads that waits for a proof. */
export const BELONGING = "preuve";

/** Why nothing is filed yet in an organisation's name. */
export function sayUnproved({ kind }: Exclude<Standing, { kind: "proved" }>): string {
  return kind === "waiting"
    ? "Le service vérifie encore que vous agissez pour cet organisme : le dépôt attend sa réponse."
    : "Montrez d’abord que vous agissez pour cet organisme.";
}

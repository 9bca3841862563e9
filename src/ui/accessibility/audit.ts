import { type AuditFinding, type Look, looks } from "./looks.ts";

/** The pages that were looked at: one of each kind that people meet. */
export const sample: readonly { readonly page: string; readonly address: string }[] = [
  { page: "Accueil", address: "/" },
  { page: "Page d’un dispositif", address: "/dispositifs/…" },
  { page: "Simulateur et son résultat", address: "/simulateur/…" },
  { page: "Texte de la stratégie", address: "/strategie/texte" },
  { page: "Connexion", address: "/connexion" },
  { page: "Espace d’un organisme", address: "/accueil" },
  { page: "Formulaire d’une demande", address: "/demandes/…/formulaire/organisations" },
  { page: "Tableau du budget", address: "/demandes/…/formulaire/budget" },
  { page: "Dépôt de la demande", address: "/demandes/…/depot" },
  { page: "Liste des dossiers", address: "/instruction" },
  { page: "Dossier en instruction", address: "/instruction/dossiers/…" },
  { page: "Réglages du service", address: "/administration/reglages" },
];

export interface Audit {
  readonly met: number;
  readonly notMet: number;
  readonly notSeen: number;
  readonly without: number;
  /** Share of what applies that is met, in whole percent: what nobody looked at counts against it. */
  readonly rate: number;
  readonly status: "totalement conforme" | "partiellement conforme" | "non conforme";
}

/**
 * What the law has a service say of itself (RGAA 4.1): all is met, half of it at least, or less. Until each criterion was
 * looked at, it is less, whatever the rate.
 */
export function auditOf(of: readonly Look[]): Audit {
  const count = (finding: AuditFinding) => of.filter((one) => one.finding === finding).length;
  const [met, notMet, notSeen, without] = [count("met"), count("not-met"), count("not-seen"), count("without")];
  const applicable = met + notMet + notSeen;
  const rate = applicable === 0 ? 0 : Math.floor((met * 100) / applicable);
  const seen =
    notSeen === 0 ? (met === applicable ? "totalement conforme" : rate >= 50 ? "partiellement conforme" : null) : null;
  return { met, notMet, notSeen, without, rate, status: seen ?? "non conforme" };
}

export const audit = auditOf(looks);

import { type AuditFinding, type Look, looks } from "./looks.ts";

/** The day (ISO) of the last pass over all criteria, and how many pages it took beyond the sample, by tool. */
export const lastPass = { on: "2026-12-01", others: 26 } as const;

/** The pages that were looked at: one of each kind that people meet. */
export const sample: readonly { readonly page: string; readonly address: string }[] = [
  { page: "Accueil", address: "/" },
  { page: "Simulateur et son résultat", address: "/simulateur/…" },
  { page: "Connexion", address: "/connexion" },
  { page: "Appel à projets", address: "/appels/…" },
  { page: "Rendez-vous de l’agenda et son inscription", address: "/agenda/…" },
  { page: "Communauté et son annuaire", address: "/communaute" },
  { page: "Espace d’un organisme", address: "/accueil" },
  { page: "Tableau du budget d’une demande", address: "/demandes/…/formulaire/budget" },
  { page: "Liste des dossiers", address: "/instruction" },
  { page: "Dossier en instruction", address: "/instruction/dossiers/…" },
  { page: "Feuille d’évaluation", address: "/evaluations/…" },
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

import type { Temporal } from "temporal-polyfill";

export const MODERATED = ["actor", "listing", "practice", "comment"] as const;
export type Moderated = (typeof MODERATED)[number];

export const moderatedWords: Readonly<Record<Moderated, string>> = {
  actor: "fiche de l’annuaire",
  listing: "annonce",
  practice: "pratique",
  comment: "commentaire",
};

export const DECISIONS = ["accepted", "refused", "removed", "restored"] as const;
export type ModerationDecision = (typeof DECISIONS)[number];

export const decisionWords: Readonly<Record<ModerationDecision, string>> = {
  accepted: "acceptée",
  refused: "refusée",
  removed: "retirée",
  restored: "remise en ligne",
};

/** Why something is refused or removed; the moderator then says it in their own words. */
export const groundWords = {
  "off-topic": "Sans lien avec la formation ou la communauté",
  advertising: "Publicité",
  "personal-data": "Données personnelles qui n’ont pas à paraître",
  unlawful: "Contraire à la loi",
  hurtful: "Blessant ou discriminant",
  inaccurate: "Inexact ou trompeur",
  unclear: "Incompréhensible en l’état",
  duplicate: "Déjà publié",
} as const;
export type Ground = keyof typeof groundWords;

/** Something that is or asks to be online, and what can be decided of it now. */
export interface Subject {
  readonly about: Moderated;
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
  /** Where it is read. */
  readonly href: string;
  readonly possible: readonly ModerationDecision[];
}

export interface Moderation {
  readonly id: string;
  readonly about: Moderated;
  readonly aboutId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly title: string;
  readonly decision: ModerationDecision;
  readonly ground: Ground | null;
  readonly reasons: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant;
  readonly appeal: Appeal | null;
}

export interface Appeal {
  readonly reasons: string;
  readonly askedAt: Temporal.Instant;
  /** Null while nobody answered; true where the decision stays. */
  readonly upheld: boolean | null;
  readonly answer: string | null;
  readonly answeredAt: Temporal.Instant | null;
}

/** A decision can be appealed for six months. */
export const APPEAL_DAYS = 183;

export function canAppeal(moderation: Moderation, now: Temporal.Instant): boolean {
  const against = moderation.decision === "refused" || moderation.decision === "removed";
  const until = moderation.decidedAt.add({ hours: 24 * APPEAL_DAYS });
  return against && moderation.appeal === null && now.epochMilliseconds < until.epochMilliseconds;
}

import type { Temporal } from "temporal-polyfill";
import type { StateLook } from "#src/ui/index.ts";

export type PracticeState = "draft" | "submitted" | "published" | "refused" | "removed";

export const practiceLooks: Readonly<Record<PracticeState, StateLook>> = {
  draft: { tone: "neutral", icon: "pen", label: "Brouillon" },
  submitted: { tone: "info", icon: "clock", label: "À relire" },
  published: { tone: "success", icon: "check", label: "En ligne" },
  refused: { tone: "danger", icon: "cross", label: "Refusée" },
  removed: { tone: "danger", icon: "stop", label: "Retirée" },
};

export const themeWords = {
  hybrid: "Cours hybrides et à distance",
  support: "Accompagnement des apprenants",
  access: "Accessibilité",
  sustainability: "Développement durable",
  "artificial-intelligence": "Intelligence artificielle",
  organisation: "Organisation et métiers",
  partnership: "Partenariats",
} as const;

/** What an organisation tells of its way of doing, for others to try. */
export interface Practice {
  readonly id: string;
  readonly slug: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly actorSlug: string | null;
  readonly author: string | null;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly themes: readonly string[];
  readonly state: PracticeState;
  readonly writtenAt: Temporal.Instant;
  readonly publishedAt: Temporal.Instant | null;
}

export interface PracticeComment {
  readonly id: string;
  readonly author: string | null;
  readonly authorName: string;
  readonly organisationName: string;
  readonly body: string;
  readonly postedAt: Temporal.Instant;
  readonly removed: boolean;
}

/** Rewritten until it is proposed; afterwards it waits, and what is online stays as it was read. */
export function isWritable(state: PracticeState): boolean {
  return state === "draft" || state === "refused";
}

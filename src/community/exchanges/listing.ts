import type { Temporal } from "temporal-polyfill";

export const LISTING_KINDS = ["seek", "offer"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];
export const listingKindWords: Readonly<Record<ListingKind, string>> = { seek: "Je cherche", offer: "Je propose" };

export type ListingState = "open" | "closed" | "removed";

/** What an organisation seeks or offers: answered by message, closed by itself on its day. */
export interface Listing {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Of its page in the directory; null where it has none online. */
  readonly actorSlug: string | null;
  readonly kind: ListingKind;
  readonly title: string;
  readonly body: string;
  readonly departments: readonly string[];
  readonly state: ListingState;
  readonly publishedAt: Temporal.Instant;
  /** ISO day, the last one on which it is open. */
  readonly closesOn: string;
  readonly firstAnswerAt: Temporal.Instant | null;
}

/** Open for two months unless said otherwise, and never more than six. */
export const OPEN_DAYS = 60;
export const LONGEST_DAYS = 183;

/** Without an answer for a week, the animators see who asks. */
export const SILENCE_DAYS = 7;

export interface ListingMessage {
  readonly id: string;
  readonly fromCorrespondent: boolean;
  readonly authorName: string;
  readonly body: string;
  readonly sentAt: Temporal.Instant;
}

/** A conversation about a listing: its organisation, and the person who answered. */
export interface Conversation {
  readonly correspondent: string;
  readonly correspondentName: string;
  readonly messages: number;
  readonly lastAt: Temporal.Instant;
}

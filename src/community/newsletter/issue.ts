import { createHmac, timingSafeEqual } from "node:crypto";
import type { Temporal } from "temporal-polyfill";

/** One thing told in a letter, as it was named the day it was composed. */
export interface NewsletterItem {
  readonly kind: "practice" | "listing" | "actor";
  readonly title: string;
  readonly about: string;
  /** A path of this service. */
  readonly href: string;
}

export const itemKindWords: Readonly<Record<NewsletterItem["kind"], string>> = {
  practice: "Pratiques",
  listing: "Je cherche, je propose",
  actor: "Nouveaux venus",
};

export interface NewsletterIssue {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly introduction: string;
  readonly items: readonly NewsletterItem[];
  readonly sentAt: Temporal.Instant | null;
  readonly sentTo: number | null;
}

/** What a mail's link holds: which subscriber, and the proof that the service wrote it. Nothing of it is stored. */
export function tokenOf(secret: string, subscriberId: string): string {
  return `${subscriberId}.${proof(secret, subscriberId)}`;
}

/** The subscriber that a link names; null where the service did not write it. */
export function subscriberIn(secret: string, token: string): string | null {
  const [id = "", given = ""] = token.split(".");
  const expected = Buffer.from(proof(secret, id));
  const found = Buffer.from(given);
  return found.length === expected.length && timingSafeEqual(found, expected) ? id : null;
}

function proof(secret: string, id: string): string {
  return createHmac("sha256", secret).update(`newsletter:${id}`).digest("base64url");
}

import type { Temporal } from "temporal-polyfill";

export type RegistrationState = "unconfirmed" | "registered" | "waiting" | "offered" | "cancelled";

/** Why a registration is over. */
export type Ended = "self" | "unanswered" | "objected" | "organiser" | "occasion" | "forgotten";

export interface Registration {
  readonly id: string;
  readonly occasionId: string;
  readonly quotaId: string;
  readonly state: RegistrationState;
  readonly ended: Ended | null;
  /** Order in the queue; null for who never waited. */
  readonly rank: number | null;
  /** Until when the freed place is kept. */
  readonly offeredUntil: Temporal.Instant | null;
  readonly name: string;
  readonly email: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly structure: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly accessNeed: string;
  readonly photoConsent: boolean | null;
  readonly enteredBy: string | null;
  readonly enteredByName: string | null;
  readonly createdAt: Temporal.Instant;
}

/** What a person typed, or a colleague for them. */
export interface Entry {
  readonly name: string;
  readonly email: string;
  readonly structure: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly accessNeed: string;
  readonly photoConsent: boolean | null;
}

/** One kind of public: its places, how many are held (an offered place is), and how many people wait. */
export interface Quota {
  readonly id: string;
  readonly label: string;
  readonly places: number | null;
  readonly held: number;
  readonly waiting: number;
}

/** Places that nobody holds; null without a limit. */
export function freePlaces(quota: Quota): number | null {
  return quota.places === null ? null : Math.max(0, quota.places - quota.held);
}

/** Whether whoever comes now gets a place: what is free goes first to those who wait. */
export function hasRoom(quota: Quota): boolean {
  return quota.places === null || (quota.held < quota.places && quota.waiting === 0);
}

/** How many of those who wait can be offered a place now. */
export function offersToMake(quota: Quota): number {
  return quota.places === null ? quota.waiting : Math.max(0, Math.min(quota.waiting, quota.places - quota.held));
}

/** Until when an offer stands: the stated hours, and never past the moment when it begins. */
export function offerDeadline(now: Temporal.Instant, offerHours: number, startsAt: Temporal.Instant): Temporal.Instant {
  const full = now.add({ hours: offerHours });
  return full.epochMilliseconds < startsAt.epochMilliseconds ? full : startsAt;
}

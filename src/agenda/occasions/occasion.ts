import type { Temporal } from "temporal-polyfill";
import { eventKinds, workshopKinds } from "#policy/index.ts";

/** What one registers for: an event, or a session of a course. */
export type Nature = "event" | "session";

export type OccasionState = "draft" | "proposed" | "published" | "postponed" | "cancelled";

/** A part of the programme; those at the same hour run side by side. */
export interface TimetableItem {
  /** « 09:30 », on the clock of the place. */
  readonly at: string;
  readonly title: string;
  readonly speakers: string;
  readonly room: string;
}

/** A question asked of those who register for this occasion alone. */
export interface OccasionQuestion {
  readonly id: string;
  readonly label: string;
  readonly kind: "text" | "yes-no" | "choice";
  readonly options: readonly string[];
  readonly required: boolean;
}

/** What is typed to prepare an occasion. */
export interface OccasionContent {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly problem: string;
  readonly axis: string | null;
  readonly transitions: readonly string[];
  readonly audience: readonly string[];
  readonly place: string;
  readonly address: string;
  readonly commune: string | null;
  readonly link: string;
  readonly isRemote: boolean;
  readonly opensAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly offerHours: number;
  readonly access: string;
  readonly contact: string;
  readonly organiser: string;
  readonly timetable: readonly TimetableItem[];
  readonly questions: readonly OccasionQuestion[];
}

export interface Slot {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Places for one kind of public; null where there is no limit. */
export interface NewQuota {
  readonly label: string;
  readonly places: number | null;
}

export interface Occasion extends OccasionContent {
  readonly id: string;
  readonly slug: string;
  readonly nature: Nature;
  readonly state: OccasionState;
  readonly version: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly movedFrom: Temporal.Instant | null;
  readonly department: string | null;
  readonly organisationId: string | null;
  readonly proposedBy: string | null;
  readonly previousId: string | null;
  /** Why it was put off or cancelled, as everyone was told. */
  readonly reason: string;
  readonly updatedAt: Temporal.Instant;
}

/** What the agenda tells apart by a colour and a word. */
export type Family = "event" | "session" | "workshop";

export function familyOf(occasion: Pick<Occasion, "nature" | "kind">): Family {
  if (occasion.nature === "session") return "session";
  return workshopKinds.includes(occasion.kind) ? "workshop" : "event";
}

export function kindLabel(occasion: Pick<Occasion, "nature" | "kind">): string {
  return occasion.nature === "session" ? "Formation" : (eventKinds[occasion.kind] ?? "Événement");
}

/** Shown to anyone: what was once announced stays, with what became of it. */
export function isPublic(occasion: Pick<Occasion, "state">): boolean {
  return occasion.state === "published" || occasion.state === "postponed" || occasion.state === "cancelled";
}

/** Held as announced, and begun: what comes of it can be said. */
export function hasBegun(occasion: Pick<Occasion, "state" | "startsAt">, now: Temporal.Instant): boolean {
  return occasion.state === "published" && occasion.startsAt.epochMilliseconds <= now.epochMilliseconds;
}

/** It took place: who came, came. Nothing of it is put off, cancelled or given up any more. */
export function isOver(occasion: Pick<Occasion, "state" | "endsAt">, now: Temporal.Instant): boolean {
  return occasion.state === "published" && occasion.endsAt.epochMilliseconds <= now.epochMilliseconds;
}

/** Why nobody can register now; null while one can. */
export type Closed = "not-announced" | "postponed" | "cancelled" | "not-open-yet" | "closed" | "over";

export function whyClosed(
  occasion: Pick<Occasion, "state" | "opensAt" | "closesAt" | "startsAt" | "endsAt">,
  now: Temporal.Instant,
): Closed | null {
  const at = now.epochMilliseconds;
  if (occasion.state === "cancelled" || occasion.state === "postponed") return occasion.state;
  if (occasion.state !== "published") return "not-announced";
  if (occasion.endsAt.epochMilliseconds <= at) return "over";
  if (occasion.opensAt !== null && occasion.opensAt.epochMilliseconds > at) return "not-open-yet";
  if ((occasion.closesAt ?? occasion.endsAt).epochMilliseconds <= at) return "closed";
  return null;
}

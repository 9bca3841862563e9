import type { Temporal } from "temporal-polyfill";
import type { AgentRole } from "#src/people/index.ts";
import type { StateLook } from "#src/ui/index.ts";

/** What committees are for. One object serves them all; a new kind is one line here, and one in the database's lock. */
export const COMMITTEE_KINDS = ["communotic", "steering", "monitoring", "selection"] as const;
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number];

export const committeeKindWords: Readonly<Record<CommitteeKind, string>> = {
  communotic: "Gouvernance de Communotic",
  steering: "Comité de pilotage",
  monitoring: "Comité de suivi",
  selection: "Comité de sélection",
};

/** Who runs each kind: makes it, calls it, keeps its minutes (the text names committees and composes none). */
export const runners: Readonly<Record<CommitteeKind, readonly AgentRole[]>> = {
  communotic: ["animator"],
  steering: ["officer", "supervisor"],
  monitoring: ["officer", "supervisor"],
  selection: ["officer", "supervisor"],
};

export const SEAT_ROLES = ["chair", "deputy-chair", "secretary", "member", "guest"] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];
export const seatRoleWords: Readonly<Record<SeatRole, string>> = {
  chair: "Présidence",
  "deputy-chair": "Vice-présidence",
  secretary: "Secrétariat",
  member: "Membre",
  guest: "Invité, sans voix",
};

export interface Committee {
  readonly id: string;
  readonly slug: string;
  readonly kind: CommitteeKind;
  readonly name: string;
  readonly purpose: string;
  readonly quorumPercent: number;
  readonly endedOn: string | null;
}

/** A seat: who holds it, for which body, between which days. */
export interface Seat {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly body: string;
  readonly college: string;
  readonly role: SeatRole;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly nameIsPublic: boolean;
}

/** Whether a mandate runs on a day, its last day included. */
export function isSeated({ fromOn, untilOn }: Pick<Seat, "fromOn" | "untilOn">, on: string): boolean {
  return fromOn <= on && (untilOn === null || on <= untilOn);
}

export function hasVote({ role }: Pick<Seat, "role">): boolean {
  return role !== "guest";
}

export type MeetingState = "planned" | "called" | "open" | "closed" | "cancelled";

export const meetingLooks: Readonly<Record<MeetingState, StateLook>> = {
  planned: { tone: "neutral", icon: "calendar", label: "Prévue" },
  called: { tone: "info", icon: "send", label: "Convoquée" },
  open: { tone: "accent", icon: "message", label: "En séance" },
  closed: { tone: "success", icon: "check", label: "Tenue" },
  cancelled: { tone: "danger", icon: "cross", label: "Annulée" },
};

export const MEETING_STEPS = ["call", "open", "close", "cancel", "approve", "publish", "unpublish"] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

export interface Meeting {
  readonly id: string;
  readonly committeeId: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  readonly place: string;
  readonly state: MeetingState;
  readonly quorum: Quorum | null;
  readonly minutes: string;
  readonly minutesApprovedAt: Temporal.Instant | null;
  readonly minutesPublishedAt: Temporal.Instant | null;
}

/** Whether a step can be taken now. */
export function canStep(meeting: Meeting, step: MeetingStep): boolean {
  const { state } = meeting;
  switch (step) {
    case "call":
      return state === "planned";
    case "open":
      return state === "called";
    case "close":
      return state === "open";
    case "cancel":
      return state === "planned" || state === "called";
    case "approve":
      return state === "closed" && meeting.minutes !== "" && meeting.minutesApprovedAt === null;
    case "publish":
      return meeting.minutesApprovedAt !== null && meeting.minutesPublishedAt === null;
    case "unpublish":
      return meeting.minutesPublishedAt !== null;
  }
}

export const PRESENCES = ["present", "represented", "excused", "absent"] as const;
export type Presence = (typeof PRESENCES)[number];
export const presenceWords: Readonly<Record<Presence, string>> = {
  present: "Présent",
  represented: "Représenté",
  excused: "Excusé",
  absent: "Absent",
};

export interface Attendance {
  readonly memberId: string;
  readonly presence: Presence;
  readonly representedBy: string | null;
}

/** How many seats with a vote were held, and how many it took. */
export interface Quorum {
  readonly seats: number;
  readonly held: number;
  readonly needed: number;
}

/** Counts the seats that vote and are held, in person or by another; a percentage of seats is rounded up. */
export function quorumOf(seats: readonly Seat[], attendance: readonly Attendance[], percent: number): Quorum {
  const voting = seats.filter(hasVote);
  const held = voting.filter((seat) => holds(attendance, seat.id));
  return { seats: voting.length, held: held.length, needed: Math.ceil((voting.length * percent) / 100) };
}

export function isReached({ held, needed }: Quorum): boolean {
  return held >= needed && held > 0;
}

function holds(attendance: readonly Attendance[], memberId: string): boolean {
  const one = attendance.find((at) => at.memberId === memberId);
  return one?.presence === "present" || one?.presence === "represented";
}

export interface Interest {
  readonly memberId: string;
  readonly reason: string;
}

/**
 * The voices that can be heard on an item: the seats held, less those whose holder, or whoever stands for them, has
 * declared an interest in it.
 */
export function voicesOn(
  seats: readonly Seat[],
  attendance: readonly Attendance[],
  interests: readonly Interest[],
): number {
  const barred = new Set(interests.map((one) => one.memberId));
  return seats.filter(hasVote).filter(({ id }) => {
    const one = attendance.find((at) => at.memberId === id);
    if (barred.has(id) || one === undefined) return false;
    if (one.presence === "represented") return !barred.has(one.representedBy ?? "");
    return one.presence === "present";
  }).length;
}

export interface Votes {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** Adopted by more voices for than against; equal voices adopt nothing. */
export function isAdopted({ inFavour, against }: Votes): boolean {
  return inFavour > against;
}

export interface Decision extends Votes {
  readonly text: string;
  readonly adopted: boolean;
  readonly responsible: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly followUp: string;
}

export interface AgendaItem {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly detail: string;
  readonly toDecide: boolean;
  readonly interests: readonly Interest[];
  readonly decision: Decision | null;
}

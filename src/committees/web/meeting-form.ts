import type { Raw } from "#policy/index.ts";
import type { AgendaItem, Attendance, Committee, Meeting, Seat } from "../committee.ts";
import type { Paper } from "../papers.ts";

export interface MeetingPageProps {
  readonly committee: Committee;
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  /** Those who sit on the day of the meeting. */
  readonly seats: readonly Seat[];
  readonly attendance: readonly Attendance[];
  /** What members have before them. */
  readonly papers: readonly Paper[];
  readonly inside: boolean;
  /** Whether the reader has an interest in a point, and the minutes are still a draft. */
  readonly stepsBack: boolean;
  readonly mayRun: boolean;
  readonly ownSeat: Seat | null;
  /** The point that is being written on. */
  readonly point: number | null;
  readonly refused: RefusedForm | null;
}

export interface RefusedForm {
  readonly form: "item" | "decision" | "follow-up" | "minutes" | "paper" | "interest";
  readonly raw: Raw;
  readonly errors: ReadonlyMap<string, string>;
}

export function placeOf({ committee, meeting }: MeetingPageProps): { readonly slug: string; readonly number: string } {
  return { slug: committee.slug, number: String(meeting.number) };
}

export function rawOf({ refused }: MeetingPageProps, form: RefusedForm["form"]): Raw {
  return refused?.form === form ? refused.raw : {};
}

export function errorsOf(
  { refused }: MeetingPageProps,
  form: RefusedForm["form"],
): ReadonlyMap<string, string> | undefined {
  return refused?.form === form ? refused.errors : undefined;
}

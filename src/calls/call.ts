import type { Temporal } from "temporal-polyfill";
import { frameworkByVersion, type OpenScheme, type Raw } from "#policy/index.ts";

export type CallState = "draft" | "proposed" | "published";

/** Who voted the grid of a call, and when; the item of the agenda, where the committee is one of the service. */
export interface GridVote {
  readonly on: string;
  readonly by: string;
  readonly item: string | null;
}

/** What the funder opens: as typed on screen, with the instants that bind. */
export interface Call {
  readonly id: string;
  readonly slug: string;
  readonly scheme: string;
  readonly framework: string;
  readonly state: CallState;
  /** Grows at each act: one prepared on an older page is refused. */
  readonly version: number;
  readonly raw: Raw;
  readonly title: string;
  readonly opensAt: Temporal.Instant | null;
  /** As it stands, extensions counted. */
  readonly closesAt: Temporal.Instant | null;
  /** The committee's vote of the grid as it stands; null where it was not voted, or a weight changed since. */
  readonly gridVote: GridVote | null;
  readonly proposedBy: string | null;
  readonly sentBack: string;
  readonly publishedAt: Temporal.Instant | null;
  readonly updatedAt: Temporal.Instant;
  readonly updatedBy: string | null;
}

/** Once published, what the clock makes of it. */
export type Phase = "to-come" | "open" | "closed";

/** A call that everyone may read: its instants are known. */
export type PublishedCall = Call & {
  readonly state: "published";
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

export function isPublished(call: Call): call is PublishedCall {
  return call.state === "published" && call.opensAt !== null && call.closesAt !== null;
}

/** Open from its opening instant; the closing instant itself is too late. */
export function phaseOf(call: PublishedCall, now: Temporal.Instant): Phase {
  if (now.epochMilliseconds < call.opensAt.epochMilliseconds) return "to-come";
  return now.epochMilliseconds < call.closesAt.epochMilliseconds ? "open" : "closed";
}

/** The scheme that a call is for, under the version of the text it was made in. A stored call names one that exists. */
export function schemeOfCall(call: Pick<Call, "scheme" | "framework">): OpenScheme {
  const scheme = frameworkByVersion(call.framework)?.scheme(call.scheme);
  if (scheme?.status !== "open") throw new Error(`no open scheme ${call.scheme} under ${call.framework}`);
  return scheme;
}

export function chainOfCall(id: string): string {
  return `call:${id}`;
}

/** What made each version of a call. */
export type VersionCause =
  | "created"
  | "saved"
  | "copied"
  | "voted"
  | "proposed"
  | "sent-back"
  | "published"
  | "withdrawn"
  | "extended";

/** A call as it was, and why it changed. */
export interface CallVersion {
  readonly number: number;
  readonly cause: VersionCause;
  readonly reason: string;
  readonly raw: Raw;
  readonly closesAt: Temporal.Instant | null;
  readonly madeBy: string | null;
  readonly madeAt: Temporal.Instant;
}

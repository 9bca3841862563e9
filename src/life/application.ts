import type { Temporal } from "temporal-polyfill";
import type { TrackDecision } from "#policy/engine/grants/track.ts";
import type { Raw } from "#policy/engine/questions/raw.ts";
import type { Eligibility } from "#policy/engine/rules/eligibility.ts";
import type { CallOfApplication } from "#src/calls/index.ts";
import type { SchemeSetting } from "#src/schemes/index.ts";
import type { State } from "./lifecycle.ts";

/** A request for aid, from its first draft to its end. Amounts in cents, days as ISO text. */
export interface Application {
  readonly id: string;
  /** `AC-2026-00042`; null while it is a draft. */
  readonly number: string | null;
  readonly scheme: string;
  /** Version of the framework it is judged under (GOV-1, D-01). */
  readonly framework: string;
  /** The call that it answers; null where its scheme is open all year. */
  readonly call: CallOfApplication | null;
  /** What people set of its scheme, each from its day on. */
  readonly schemeSettings: readonly SchemeSetting[];
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationSiren: string;
  readonly state: State;
  /** Grows at each official act: an act prepared on an older one is refused. */
  readonly version: number;
  readonly createdBy: string | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  /** The answers as typed: the draft, or what the last revision holds and the answer to a request for more prepares. */
  readonly raw: Raw;
  readonly rawVersion: number;
  readonly rawSavedAt: Temporal.Instant;
  readonly rawSavedBy: string | null;
  readonly title: string;
  readonly route: string | null;
  readonly commune: string | null;
  /** Number of the last frozen revision; 0 while it is a draft. */
  readonly revision: number;
  readonly eligibility: Eligibility | null;
  readonly requestedAid: number | null;
  readonly eligibleCosts: number | null;
  readonly proposedAid: number | null;
  readonly decidedAid: number | null;
  /** Eligible costs that a selection retained, where it kept less than the rules allow. */
  readonly retainedCosts: number | null;
  /** Why the committee kept less; empty where it did not, and for who may not read what it says. */
  readonly retainedReason: string;
  /** What another funder decided of it, once that is written down: those answers are no longer anyone's to give. */
  readonly otherDecision: TrackDecision | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly assignedTo: string | null;
  /** The day on which silence becomes a refusal (CRPA L231-4). */
  readonly implicitRefusalOn: string | null;
  /** Stopped since that day, and at the latest until that one (CRPA L114-5). */
  readonly suspendedOn: string | null;
  readonly suspendedUntil: string | null;
  /** The legal day on which the committee of its call decided of it, for agents alone. */
  readonly committeeDecidedOn: string | null;
}

/** A paper as a revision holds it: the hash proves which bytes were filed. */
export interface FiledAttachment {
  readonly id: string;
  /** The paper it answers: `quote`, `cv:people.0`. */
  readonly key: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export type RevisionCause = "submission" | "completion" | "correction" | "track";

/** What was filed, frozen for ever. */
export interface Revision {
  readonly applicationId: string;
  readonly number: number;
  readonly raw: Raw;
  /** The typed answers that the rules read. */
  readonly facts: unknown;
  readonly attachments: readonly FiledAttachment[];
  /** Ids of the declarations ticked. */
  readonly declarations: readonly string[];
  /** The machine's assessment on the day of filing, as the policy returned it. */
  readonly assessment: unknown;
  readonly framework: string;
  readonly ruleSetHash: string;
  readonly cause: RevisionCause;
  readonly madeBy: string | null;
  readonly madeAt: Temporal.Instant;
  /** SHA-256 of the canonical JSON of all of the above but `madeBy`. */
  readonly hash: string;
}

/** A revision as pages and acts read it: the assessment, most of its bytes, is only for whoever proves what was filed. */
export type FiledRevision = Omit<Revision, "assessment">;

/** `AC-2026-00042`: the scheme's letters, the year of filing, a number without holes that year. */
export function applicationNumber(prefix: string, year: number, value: number): string {
  return `${prefix}-${year}-${String(value).padStart(5, "0")}`;
}

/** The journal's chain for a file. */
export function chainOf(id: string): string {
  return `application:${id}`;
}

/** What one field holds, as it was typed. */
export type RawValue = string | readonly string[];

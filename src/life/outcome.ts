import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#src/platform/database/database.ts";
import type { Application } from "./application.ts";
import type { StepColumns } from "./store.ts";

/** One reason why an act cannot be done now; `path` leads to the field or paper it is about. */
export interface Refusal {
  readonly message: string;
  readonly path?: string;
}

/** How an act ends. Only "done" has changed anything. */
export type Outcome =
  | { readonly kind: "done"; readonly location: string; readonly repeated: boolean }
  /** Not there, or not yours: the same answer. */
  | { readonly kind: "absent" }
  | { readonly kind: "forbidden" }
  /** Someone acted since the page was read, or the state no longer allows it. */
  | { readonly kind: "stale"; readonly application: Application; readonly lastActor: string | null }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

/**
 * What the form of an act carries: a key that makes it happen once, the version its author saw. Null for an act that
 * others' acts do not make stale, nor it theirs (a message).
 */
export interface ActRequest {
  readonly id: string;
  readonly key: string;
  readonly version: number | null;
  /** Where the answer leads; `work` may say better. */
  readonly location: string;
}

/** One fact of the journal: what was done, in the past tense, and what changed, as plain values. */
export interface Fact {
  readonly act: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What an act writes once allowed. */
export interface Written {
  readonly columns?: StepColumns;
  /** What changed, for the journal: plain values. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where one sending does several things: told before the fact of a step, in place of that of another act. */
  readonly facts?: readonly Fact[];
  readonly location?: string;
  /** First words of what was written, for who is told of it. */
  readonly excerpt?: string;
  /** Overrules who reads it in the history: by default what the applicant did or is told. */
  readonly visibleToApplicant?: boolean;
}

export interface StepWritten extends Written {
  /** For a step that stops the clock: the day by which the applicant must answer. */
  readonly suspendUntil?: Temporal.PlainDate;
  /** What the letter's job is given beside the file; "none" where the act issues its letter itself. */
  readonly letter?: Readonly<Record<string, unknown>> | "none";
  /** The letter is made from this instant on; at once where it is not said. */
  readonly letterFrom?: Temporal.Instant;
  /** Lines added to the mail that tells of the step. */
  readonly notice?: readonly string[];
}

export type Work<W extends Written> = (
  tx: Tx,
  application: Application,
  at: Temporal.Instant,
) => Promise<W | { readonly refusals: readonly Refusal[] }>;

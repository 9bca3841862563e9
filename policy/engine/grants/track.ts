import { valueAtPath } from "../questions/answers.ts";
import type { Path } from "../rules/expression.ts";
import type { Value, Values } from "../values/field.ts";

/**
 * The road of the same project at another funder, which this one's decision waits for. What is known of it is answered
 * in the form, and told again after filing, as it becomes known.
 */
export interface OtherTrack {
  /** « FSE+ ». */
  readonly name: string;
  readonly provision: string;
  /** The criterion that it decides: unknown until the other funder answers, it holds back the decision alone. */
  readonly criterion: string;
  /** Answers of the form that tell of it, in the order of the road. */
  readonly reference: Path;
  readonly filedOn: Path;
  readonly selected: Path;
  readonly decidedOn: Path;
  readonly retained: Path;
  /** What waits for it, in words to whoever reads the file. */
  readonly waits: string;
}

/** Where the project stands at the other funder. */
export type TrackStatus = "not-filed" | "awaited" | "selected" | "not-selected";

/** What is known of the road at the other funder. Amounts in cents, ISO days. */
export interface TrackState {
  readonly status: TrackStatus;
  readonly reference: string | null;
  readonly filedOn: string | null;
  readonly decidedOn: string | null;
  /** The total of costs that the other funder keeps. */
  readonly retained: number | null;
}

/** What another funder decided, as the service wrote it down. Cents, ISO days. */
export interface TrackDecision {
  readonly selected: boolean;
  readonly decidedOn: string;
  readonly reference: string;
  readonly retained: number | null;
}

/** The answers that a decision gives once it is written down, by path: nobody answers them otherwise from then on. */
export function decidedAnswers(track: OtherTrack, decision: TrackDecision): ReadonlyMap<string, Value | null> {
  return new Map<string, Value | null>([
    [track.selected.join("."), decision.selected],
    [track.decidedOn.join("."), decision.decidedOn],
    [track.reference.join("."), decision.reference],
    [track.retained.join("."), decision.retained],
  ]);
}

/** Reads it from the answers. */
export function trackIn(track: OtherTrack, answers: Values): TrackState {
  const at = (path: Path) => valueAtPath(answers, path.join(".")) ?? null;
  const textAt = (path: Path) => {
    const value = at(path);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const selected = at(track.selected);
  const reference = textAt(track.reference);
  const filedOn = textAt(track.filedOn);
  const retained = at(track.retained);
  const pending = reference === null && filedOn === null ? "not-filed" : "awaited";
  return {
    status: selected === true ? "selected" : selected === false ? "not-selected" : pending,
    reference,
    filedOn,
    decidedOn: textAt(track.decidedOn),
    retained: typeof retained === "number" ? retained : null,
  };
}

/** The paths of the answers that tell of it, as fields of the form are named. */
export function trackPaths(track: OtherTrack): readonly string[] {
  return [track.reference, track.filedOn, track.selected, track.decidedOn, track.retained].map((path) =>
    path.join("."),
  );
}

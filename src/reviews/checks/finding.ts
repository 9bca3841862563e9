import type { Assessment } from "#policy/engine/grants/assessment.ts";
import type { ClosedDoubts, CriterionResult } from "#policy/engine/rules/criterion.ts";
import type { OpenDoubt } from "#policy/engine/rules/doubt.ts";

/** What an agent concludes on a check of the machine, a doubt of the text or a line of the grid. Never silent. */
export interface Finding {
  readonly id: string;
  readonly revision: number;
  /** `X-4`, `Y-2`, or a line of the grid. */
  readonly subject: string;
  /** `party.0` where it is about one party; "" otherwise. */
  readonly about: string;
  readonly machineStatus: string | null;
  readonly conclusion: Conclusion;
  readonly reason: string;
  readonly madeBy: string | null;
  /** ISO instant. */
  readonly madeAt: string;
}

export const CRITERION_CONCLUSIONS = ["met", "not-met"] as const;
export const DOUBT_CONCLUSIONS = ["default", "alternative"] as const;
export const GRID_CONCLUSIONS = ["satisfying", "to-complete", "insufficient"] as const;
export type Conclusion =
  | (typeof CRITERION_CONCLUSIONS)[number]
  | (typeof DOUBT_CONCLUSIONS)[number]
  | (typeof GRID_CONCLUSIONS)[number];

/** A reminder is a doubt that has no other reading: one takes note of it. */
export type SubjectKind = "criterion" | "doubt" | "reminder" | "grid";

/** The subjects that a scheme knows, by what they are. */
export interface Subjects {
  readonly criteria: readonly string[];
  readonly doubts: readonly { readonly id: string; readonly alternative?: string }[];
  readonly grid: readonly string[];
}

export function kindOf(subject: string, subjects: Subjects): SubjectKind | null {
  if (subjects.criteria.includes(subject)) return "criterion";
  const doubt = subjects.doubts.find(({ id }) => id === subject);
  if (doubt !== undefined) return doubt.alternative === undefined ? "reminder" : "doubt";
  return subjects.grid.includes(subject) ? "grid" : null;
}

/** `party.0` for the first party, "" for the whole file. */
export function aboutParty(party: number | undefined): string {
  return party === undefined ? "" : `party.${party}`;
}

/** The last finding on each subject, with those it replaces, newest first. */
export interface Standing {
  readonly last: Finding;
  readonly earlier: readonly Finding[];
}

/** Key of a subject among standings. */
export function keyOfSubject(subject: string, about: string): string {
  return about === "" ? subject : `${subject}@${about}`;
}

export function standingsOf(findings: readonly Finding[]): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  const oldestFirst = [...findings].sort((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0));
  for (const finding of oldestFirst) {
    const key = keyOfSubject(finding.subject, finding.about);
    const before = standings.get(key);
    standings.set(key, { last: finding, earlier: before === undefined ? [] : [before.last, ...before.earlier] });
  }
  return standings;
}

/** The readings that agents chose, for the engine. The last word on a doubt holds for the whole file. */
export function closedDoubtsOf(findings: readonly Finding[], doubts: readonly string[]): ClosedDoubts {
  const closed: Record<string, "default" | "alternative"> = {};
  const oldestFirst = [...findings].sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  for (const { subject, conclusion } of oldestFirst) {
    if (doubts.includes(subject) && (conclusion === "default" || conclusion === "alternative")) {
      closed[subject] = conclusion;
    }
  }
  return closed;
}

/** A check as the officer sees it: the machine's answer, the person's, and which of the two counts. */
export interface Check {
  readonly result: CriterionResult;
  readonly about: string;
  readonly standing: Standing | null;
  /** The machine now answers something else than when the finding was made: it must be looked at again. */
  readonly isStale: boolean;
  /** What counts: the person's conclusion while it stands, else the machine's. */
  readonly status: CriterionResult["status"];
}

export function checksOf(assessment: Assessment, standings: ReadonlyMap<string, Standing>): readonly Check[] {
  return assessment.criteria.map((result) => {
    const about = aboutParty(result.party);
    const standing = standings.get(keyOfSubject(result.id, about)) ?? null;
    const isStale = standing !== null && standing.last.machineStatus !== result.status;
    const conclusion = standing?.last.conclusion;
    const counts = !isStale && (conclusion === "met" || conclusion === "not-met");
    return { result, about, standing, isStale, status: counts ? conclusion : result.status };
  });
}

/** A doubt as the officer sees it. */
export interface DoubtCheck {
  readonly doubt: OpenDoubt;
  readonly standing: Standing | null;
}

export function doubtChecksOf(assessment: Assessment, standings: ReadonlyMap<string, Standing>): readonly DoubtCheck[] {
  const lastOn = (id: string) => [...standings.values()].find((standing) => standing.last.subject === id) ?? null;
  return assessment.doubts.map((doubt) => ({ doubt, standing: lastOn(doubt.id) }));
}

/** What an agent wants to conclude, as read from the form. */
export interface FindingInput {
  readonly subject: string;
  readonly about: string;
  readonly conclusion: string;
  readonly reason: string;
}

export interface Refusal {
  /** Name of the field it leads to. */
  readonly field: string;
  readonly message: string;
}

const conclusionsOn: Readonly<Record<SubjectKind, readonly Conclusion[]>> = {
  criterion: CRITERION_CONCLUSIONS,
  doubt: DOUBT_CONCLUSIONS,
  reminder: ["default"],
  grid: GRID_CONCLUSIONS,
};

/** The finding, or every reason why it cannot be made. `machineStatus` is null for doubts and the grid. */
export function conclude(
  input: FindingInput,
  kind: SubjectKind,
  machineStatus: string | null,
): { readonly ok: Conclusion } | { readonly refusals: readonly Refusal[] } {
  const conclusion = conclusionsOn[kind].find((one) => one === input.conclusion);
  const refusals: Refusal[] = [];
  if (conclusion === undefined) {
    const message = kind === "reminder" ? "Ce point n’a pas d’autre lecture." : "Choisissez votre constat.";
    refusals.push({ field: "conclusion", message });
  }
  if (conclusion !== undefined && input.reason === "" && needsReason(kind, conclusion, machineStatus)) {
    refusals.push({ field: "motif", message: "Expliquez votre constat : il sera relu, et peut être contesté." });
  }
  if (input.reason.length > 4000) refusals.push({ field: "motif", message: "Le motif dépasse 4 000 caractères." });
  return refusals.length > 0 || conclusion === undefined ? { refusals } : { ok: conclusion };
}

/** Agreeing with the machine, or finding a line of the grid satisfying, needs no words; anything else does. */
function needsReason(kind: SubjectKind, conclusion: Conclusion, machineStatus: string | null): boolean {
  if (kind === "doubt" || kind === "reminder") return true;
  return kind === "grid" ? conclusion !== "satisfying" : conclusion !== machineStatus;
}

import {
  type Assessment,
  type ClosedDoubts,
  cents,
  type Day,
  type JudgedGridLine,
  type NothingToFund,
  type OpenScheme,
  type Values,
} from "#policy/index.ts";
import {
  type Check,
  checksOf,
  closedDoubtsOf,
  type DoubtCheck,
  doubtChecksOf,
  type Finding,
  keyOfSubject,
  type Standing,
  standingsOf,
} from "../checks/finding.ts";
import { type AcceptedCost, applyAccepted } from "../costs/accepted-costs.ts";
import { isShared } from "../costs/shared-days.ts";
import { applyHistory, type ChangedHistory, changedHistory, type History } from "./history.ts";

export interface InstructionInput {
  readonly scheme: OpenScheme;
  /** The answers of the revision under review. */
  readonly answers: Values;
  /** The day of filing, which is "today" for the rules. */
  readonly filedOn: Day;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedCost[];
  /** What the structures really had until today; absent where what was filed stands. */
  readonly history?: History;
  /** Eligible costs that a selection retained, in cents; null where it kept all that the rules allow. */
  readonly retained?: number | null;
}

export interface GridCheck {
  readonly line: JudgedGridLine;
  readonly standing: Standing | null;
}

/** A file as the officer works on it: what the machine says, what persons concluded, what is left to conclude. */
export interface Instruction {
  readonly closedDoubts: ClosedDoubts;
  /** The rules on the answers as they were filed, in the readings chosen. */
  readonly filed: Assessment;
  /** The rules on what was asked and on what the structures had until today. */
  readonly asked: Assessment;
  /** The same on what the officer accepts. */
  readonly accepted: Assessment;
  /** Eligible costs of what is accepted, before a selection retains less of them; null where they cannot be told. */
  readonly whole: number | null;
  /** What is accepted, where quantities that parties share count the other way; null where none is shared. */
  readonly otherShared: Assessment | null;
  readonly checks: readonly Check[];
  readonly doubts: readonly DoubtCheck[];
  readonly grid: readonly GridCheck[];
  /** What must be concluded before an opinion is given. */
  readonly left: readonly Left[];
  /** Highest aid that the rules allow on what is accepted, in cents; null where they cannot tell. */
  readonly ceiling: number | null;
  /** Why there is nothing to fund of what is accepted; null where there is. */
  readonly nothing: NothingToFund | null;
  /** True while the amount may still change: a fact is unknown, or persons have not found every condition met. */
  readonly isEstimate: boolean;
  /** Structures whose days are no longer those counted on the day of filing. */
  readonly changed: readonly ChangedHistory[];
}

/** A check that still waits for a person. */
export interface Left {
  readonly kind: "criterion" | "doubt" | "grid";
  readonly subject: string;
  readonly about: string;
  readonly label: string;
}

export function instruct(input: InstructionInput): Instruction {
  const { scheme, answers, filedOn, findings } = input;
  const standings = standingsOf(findings);
  const closedDoubts = closedDoubtsOf(
    findings,
    scheme.doubts.map((doubt) => doubt.id),
  );
  const context = { today: filedOn, closedDoubts };
  const history = input.history ?? [];
  const today = applyHistory(scheme, answers, history);
  const filed = scheme.evaluate(answers, context);
  const asked = today === answers ? filed : scheme.evaluate(today, context);
  const retained = input.retained == null ? undefined : cents(input.retained);
  const kept = applyAccepted(scheme, today, input.accepted);
  const accepted =
    input.accepted.length === 0 && retained === undefined ? asked : scheme.evaluate(kept, { ...context, retained });
  const unbound = retained === undefined ? accepted : scheme.evaluate(kept, { ...context, withoutDoubts: true });
  const checks = checksOf(asked, standings);
  const doubts = doubtChecksOf(asked, standings);
  // Where a committee selects, the grid is its assessors'.
  const judged = scheme.grid.kind === "judged" && scheme.course.road === "opinion" ? scheme.grid.lines : [];
  const grid = judged.map((line) => ({
    line,
    standing: standings.get(keyOfSubject(line.id, "")) ?? null,
  }));
  return {
    closedDoubts,
    filed,
    asked,
    accepted,
    whole: unbound.funding.eligibleCosts,
    otherShared: otherShared(input, kept, context),
    checks,
    doubts,
    grid,
    left: leftOf(checks, doubts, grid, scheme.track?.criterion),
    ceiling: accepted.funding.aid,
    nothing: scheme.words.nothing(accepted),
    isEstimate: accepted.funding.hasUnknown || concludedEligibility(checks) !== "eligible",
    changed: changedHistory(scheme, answers, history),
  };
}

function otherShared(
  { scheme, answers }: InstructionInput,
  accepted: Values,
  context: Parameters<OpenScheme["evaluate"]>[1],
): Assessment | null {
  const { shared } = scheme.costs;
  if (shared === undefined || !isShared(scheme, answers)) return null;
  const closed = context.closedDoubts?.[shared.doubt] === "alternative" ? "default" : "alternative";
  return scheme.evaluate(accepted, { ...context, closedDoubts: { ...context.closedDoubts, [shared.doubt]: closed } });
}

/** `awaited`: the criterion that another funder decides. Until it answers, nobody has anything to conclude of it. */
function leftOf(
  checks: readonly Check[],
  doubts: readonly DoubtCheck[],
  grid: readonly GridCheck[],
  awaited: string | undefined,
): readonly Left[] {
  const criteria = checks
    .filter(({ status, isStale }) => isStale || status === "unknown" || status === "to-assess")
    .filter(({ status, result, isStale }) => isStale || status !== "unknown" || result.id !== awaited)
    .map(
      ({ result, about }): Left => ({
        kind: "criterion",
        subject: result.id,
        about,
        label: `${result.id}, ${result.title}`,
      }),
    );
  const open = doubts
    // What the doctrine closed for everyone is not to be closed again.
    .filter(({ standing, doubt }) => standing === null && doubt.closed === undefined && changesSomething(doubt))
    .map(
      ({ doubt }): Left => ({ kind: "doubt", subject: doubt.id, about: "", label: `${doubt.id}, ${doubt.question}` }),
    );
  const lines = grid
    .filter(({ standing }) => standing === null)
    .map(({ line }): Left => ({ kind: "grid", subject: line.id, about: "", label: line.title }));
  const once = new Map(
    [...criteria, ...open, ...lines].map((left) => [`${left.kind} ${left.subject} ${left.about}`, left]),
  );
  return [...once.values()];
}

/** A doubt whose two readings give the same euros may stay open: closing it would change nothing. */
export function changesSomething(doubt: DoubtCheck["doubt"]): boolean {
  return doubt.effect === null || doubt.effect.default !== doubt.effect.alternative;
}

/** The verdict once persons have concluded: not met > unknown > to assess > met. */
export function concludedEligibility(checks: readonly Check[]): Assessment["eligibility"] {
  const has = (status: Check["status"]) => checks.some((check) => check.status === status);
  if (has("not-met")) return "not-eligible";
  if (has("unknown")) return "incomplete";
  return has("to-assess") ? "to-assess" : "eligible";
}

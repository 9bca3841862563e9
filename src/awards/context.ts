import { Temporal } from "temporal-polyfill";
import { canonicalJson, type Day, fundedIn, parseDay, sha256 } from "#policy/index.ts";
import { courseOf } from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import {
  filingDay,
  groundsOf,
  type Instruction,
  instructionOf,
  type ReviewedApplication,
  regimeOf,
  schemeOf,
} from "#src/reviews/index.ts";
import { brokenBy } from "#src/selection/index.ts";
import type { AwardContext, PartyCeiling } from "./award.ts";
import { basisOf } from "./basis.ts";

/** What a vote on this file is held against: the rules on what is accepted, and on what was really granted since. */
export function contextOf(file: ReviewedApplication, today: Day, instruction = instructionOf(file)): AwardContext {
  const { funding } = instruction.accepted;
  const named = fundedIn(schemeOf(file.application), file.answers);
  const ceilings = funding.parties.map(
    ({ measures, aid }, at): PartyCeiling => ({
      name: named[at]?.called ?? file.application.organisationName,
      siren: named[at]?.siren ?? null,
      measures: Object.fromEntries(Object.entries(measures).map(([name, { kept }]) => [name, kept ?? 0])),
      aid: aid ?? 0,
    }),
  );
  return {
    today,
    filedOn: filingDay(file.application),
    validatedOn: validationDay(file),
    ceilings,
    eligibleCosts: funding.eligibleCosts ?? 0,
    unmet: [
      ...new Set([...unmetOf(instruction), ...brokenBy(instruction.asked, instruction.accepted).map(({ id }) => id)]),
    ].filter((id) => id !== saidElsewhere(file)),
    grounds: groundsOf(instruction),
    regime: regimeOf(file),
  };
}

/** What a committee decided stands where an opinion is validated elsewhere. */
const DECIDED = ["application-selected", "reserve-called-up", "application-not-selected"];

/** The day of the last validation of an opinion, or of the committee's decision, as the journal holds it. */
export function validationDay(file: ReviewedApplication): Day | null {
  const last = file.journal.find(({ act }) => act.endsWith("favourable-opinion-validated") || DECIDED.includes(act));
  return last === undefined ? null : ruleDay(legalDay(Temporal.Instant.from(last.at)));
}

function unmetOf(instruction: Instruction): readonly string[] {
  return instruction.checks.filter((check) => check.status === "not-met").map((check) => check.result.id);
}

/** The condition that another selection settles: a vote waits for what it says, written down, whatever was declared. */
function saidElsewhere(file: ReviewedApplication): string | undefined {
  return courseOf(file.application).after?.provision;
}

/** What a decision rests on, kept with it for ever: whoever reads it later can run the same rules on the same facts. */
export function evidenceOf(
  file: ReviewedApplication,
  context: AwardContext,
  instruction: Instruction,
): Readonly<Record<string, unknown>> {
  const { application, revision } = file;
  return {
    framework: application.framework,
    ruleSetHash: schemeOf(application).ruleSetHash,
    revision: revision.number,
    revisionHash: revision.hash,
    factsHash: sha256(canonicalJson(file.answers)),
    closedDoubts: instruction.closedDoubts,
    acceptedCosts: file.costs,
    ceilings: context.ceilings,
    ...basisOf(file, instruction),
    findings: file.findings.map(({ subject, about, conclusion, reason, madeBy, madeAt }) => ({
      subject,
      about,
      conclusion,
      reason,
      madeBy,
      madeAt,
    })),
  };
}

/** A legal day as the rules take it. */
export function ruleDay(day: { toString(): string }): Day {
  const parsed = parseDay(day.toString());
  if (parsed === null) throw new Error(`not a day: ${day.toString()}`);
  return parsed;
}

import { canonicalJson, type Day, parseDay, sha256, type Values } from "#policy/index.ts";
import type { Ledger } from "#src/applications/index.ts";
import {
  applyAccepted,
  applyHistory,
  filingDay,
  groundsOf,
  type Instruction,
  instructionOf,
  type ReviewFile,
  schemeOf,
  sirensOf,
  structureNamesOf,
} from "#src/reviews/index.ts";
import type { AwardContext, StructureCeiling } from "./award.ts";

/** What a vote on this file is held against today: the rules on what is accepted, and on what was really granted since. */
export function contextOf(file: ReviewFile, today: Day): AwardContext {
  const instruction = instructionOf(file);
  const assessment = schemeOf(file.application).evaluate(grantedAnswers(file), {
    today: filingDay(file.application),
    closedDoubts: instruction.closedDoubts,
  });
  const names = structureNamesOf(file.answers);
  const sirens = sirensOf(file.answers);
  const ceilings = assessment.funding.structures.map(
    (share, at): StructureCeiling => ({
      name: names[at] ?? `Structure ${at + 1}`,
      siren: sirens[at] ?? null,
      days: share.days ?? 0,
      aid: share.region ?? 0,
    }),
  );
  return {
    today,
    filedOn: filingDay(file.application),
    ceilings,
    eligibleCosts: assessment.funding.eligibleCosts ?? 0,
    unmet: [...new Set(unmetOf(instruction))],
    grounds: groundsOf(instruction),
  };
}

function unmetOf(instruction: Instruction): readonly string[] {
  return instruction.checks.filter((check) => check.status === "not-met").map((check) => check.result.id);
}

/** The answers with what is accepted, and with the days and aid that were granted or paid: what others only asked does not count. */
function grantedAnswers(file: ReviewFile): Values {
  const history = sirensOf(file.answers).map((siren) =>
    grantedTo(siren === null ? undefined : file.ledgers.get(siren)),
  );
  return applyHistory(applyAccepted(file.answers, file.costs), history);
}

function grantedTo(ledger: Ledger | undefined): { readonly days: number; readonly aid: number } {
  const entries = (ledger?.entries ?? []).filter((entry) => entry.basis !== "asked");
  return {
    days: entries.reduce((sum, entry) => sum + entry.days, 0),
    aid: entries.reduce((sum, entry) => sum + entry.aid, 0),
  };
}

/** What a decision rests on, kept with it for ever: whoever reads it later can run the same rules on the same facts. */
export function evidenceOf(file: ReviewFile, context: AwardContext): Readonly<Record<string, unknown>> {
  const instruction = instructionOf(file);
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
    findings: file.findings.map(({ subject, about, conclusion, reason, madeBy, madeAt }) => ({
      subject,
      about,
      conclusion,
      reason,
      madeBy,
      madeAt,
    })),
    assessment: instruction.accepted,
  };
}

/** A legal day as the rules take it. */
export function ruleDay(day: { toString(): string }): Day {
  const parsed = parseDay(day.toString());
  if (parsed === null) throw new Error(`not a day: ${day.toString()}`);
  return parsed;
}

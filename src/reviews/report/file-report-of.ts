import { Temporal } from "temporal-polyfill";
import type { Status } from "#policy/index.ts";
import {
  type Application,
  letterheadOf,
  localMoment,
  printedAttachments,
  printedSections,
  type Reading,
} from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import type { Check } from "../checks/finding.ts";
import { belowLines, printedBudget } from "../costs/below-lines.ts";
import { fundingPlan, planLines } from "../costs/funding-plan.ts";
import type { ReviewedApplication } from "../file/file-store.ts";
import { concludedEligibility, type Instruction } from "../instruction/instruction.ts";
import { instructionOf } from "../instruction/instruction-of.ts";
import { frameworkOf, schemeOf } from "../scheme.ts";
import type { InstructionReport, PrintedCheck } from "./file-report.ts";

/** Words that a page has and the core has not: how a state and a fact of the journal are said. */
export interface ReportWords {
  readonly state: string;
  readonly fact: (act: string, details: Readonly<Record<string, unknown>>) => string;
}

/** The officer's file on paper, as it stands at an instant. */
export function instructionReportOf(
  config: Pick<Config, "funder" | "demo">,
  file: ReviewedApplication,
  reading: Reading,
  words: ReportWords,
  at: Temporal.Instant,
): InstructionReport {
  const { application, revision } = file;
  const scheme = schemeOf(application);
  const instruction = instructionOf(file);
  const lines = planLines(scheme, file.answers, file.costs, instruction).map((line) => ({
    ...line,
    label: `${line.label}, ${line.partyName}`,
  }));
  const opinion = file.opinions[0];
  const { vote } = file;
  const { recipient: _nobody, ...head } = letterheadOf(config, application, scheme.name, at);
  return {
    letterhead: head,
    fileNumber: application.number ?? "",
    applicant: { name: `${application.organisationName}, SIREN ${application.organisationSiren}` },
    scheme: scheme.name,
    frameworkOf: frameworkOf(application).deliberation.votedOn,
    projectTitle: application.title,
    state: words.state,
    ...(application.submittedAt === null ? {} : { receivedAt: localMoment(application.submittedAt) }),
    checks: instruction.checks.map(printedCheck),
    budget: printedBudget(lines, belowLines(application, lines, instruction)),
    ...(vote === null ? {} : { vote: { aid: vote.aid, on: vote.decidedOn, deliberation: vote.deliberation } }),
    ...amountsOf(application, instruction, vote === null ? application.proposedAid : application.decidedAid),
    ...(opinion === undefined
      ? {}
      : {
          opinion: {
            favourable: opinion.favourable,
            words: opinion.body,
            by: opinion.givenBy ?? "un agent",
            on: legalDay(Temporal.Instant.from(opinion.givenAt)).toString(),
          },
        }),
    sections: printedSections(reading),
    attachments: printedAttachments(reading, revision.attachments),
    history: file.journal.toReversed().map((entry) => ({
      at: localMoment(Temporal.Instant.from(entry.at)),
      what: words.fact(entry.act, entry.details),
      who: entry.actor ?? "le service",
    })),
  };
}

/** What was asked and who pays what; nothing of an aid that a condition forbids, until persons decide otherwise. */
function amountsOf(
  application: Application,
  instruction: Instruction,
  decided: number | null,
): Pick<InstructionReport, "aid" | "plan" | "isUnmet"> {
  const { requestedAid, proposedAid } = application;
  if (decided === null && concludedEligibility(instruction.checks) === "not-eligible") return { isUnmet: true };
  const aid = { requested: requestedAid ?? 0, ...(proposedAid === null ? {} : { proposed: proposedAid }) };
  const region = decided ?? instruction.ceiling;
  return region === null ? { aid } : { aid, plan: fundingPlan(application, instruction, region) };
}

function printedCheck(check: Check): PrintedCheck {
  const { result, standing } = check;
  const last = standing?.last;
  const concluded: Status | null =
    last?.conclusion === "met" || last?.conclusion === "not-met" ? last.conclusion : null;
  return {
    title: result.title,
    status: result.status,
    reason: result.reason,
    provision: `${result.id}, ${result.provision}`,
    ...(last === undefined || concluded === null
      ? {}
      : {
          finding: {
            status: concluded,
            reason: last.reason,
            by: last.madeBy ?? "un agent",
            on: legalDay(Temporal.Instant.from(last.madeAt)).toString(),
          },
        }),
  };
}

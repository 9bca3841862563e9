import type { Temporal } from "temporal-polyfill";
import {
  type Application,
  appealsOf,
  type FundingPlan,
  fieldsOf,
  type HeadOffice,
  letterheadOf,
  planOf,
  postalLines,
  signatoryOf,
} from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import { paragraphsOf } from "#src/platform/settings/texts.ts";
import { frameworkOf, schemeOf } from "#src/reviews/index.ts";
import type { Basis } from "./basis.ts";
import type { AwardLetter, PrintedReduction } from "./letters/award-letter.ts";
import type { RefusalLetter } from "./letters/refusal-letter.ts";
import type { RecordedAward } from "./store.ts";
import { awardTexts } from "./texts.ts";

type Settings = Pick<Config, "funder" | "demo">;

/** What a letter reads of the file that it is about. */
export interface LetterApplication {
  readonly application: Application;
  /** Where the applicant is written to. */
  readonly seat: HeadOffice | null;
  /** The day of the letter that this one replaces, where a vote is told anew. */
  readonly replaces?: string | undefined;
}

/** « l’aide »: a scheme's name inside a sentence. */
export function schemeInWords(application: Pick<Application, "framework" | "scheme">): string {
  const { name } = schemeOf(application);
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return /^[aeiouéèêh]/.test(lower) ? `l’${lower}` : `« ${name} »`;
}

/** What the letter of an award says. */
export function awardLetterOf(
  config: Settings,
  file: LetterApplication,
  award: RecordedAward,
  at: Temporal.Instant,
): AwardLetter {
  const { application } = file;
  const { name: schemeName, counted } = schemeOf(application);
  return {
    letterhead: letterheadOf(config, application, schemeName, at, postalLines(file.seat)),
    scheme: schemeInWords(application),
    projectTitle: application.title,
    beneficiary: application.organisationName,
    deliberation: { number: award.deliberation, day: award.decidedOn, body: config.funder.words.wholeVoter.the },
    ...(file.replaces === undefined ? {} : { replaces: file.replaces }),
    plan: votedPlan(award),
    ...(award.reason === "" ? {} : { less: { computed: award.basis.plan.aid, why: award.reason } }),
    reductions: reductionsOf(award.basis.lines, award.basis.below),
    shares:
      award.shares.length > 1
        ? award.shares.map(({ name, measures, aid }) => ({
            name,
            ...(counted === undefined ? {} : { quantity: measures[counted.measure] ?? 0 }),
            cents: aid,
          }))
        : [],
    ...(counted === undefined ? {} : { counted: counted.eligible }),
    aidLabel: `Aide ${config.funder.words.of}`,
    conditions: paragraphsOf(config.funder.texts, awardTexts.conditions, fieldsOf(config, application)),
    nextSteps: paragraphsOf(config.funder.texts, awardTexts.nextSteps, fieldsOf(config, application)),
    appeals: appealsOf(config),
    signatory: signatoryOf(config, config.funder.service),
  };
}

/** The plan of financing of what was voted. */
export function votedPlan({ aid, basis }: Pick<RecordedAward, "aid" | "basis">): FundingPlan {
  return planOf(basis.plan, aid);
}

/** What was presented and is not eligible, line by line, with its reason; then what a selection did not retain. */
export function reductionsOf(lines: Basis["lines"], below: Basis["below"] = []): readonly PrintedReduction[] {
  const named = lines.map(({ partyName, ...line }) => ({ ...line, label: `${line.label}, ${partyName}` }));
  const before = [...lines, ...below].reduce((sum, { kept }) => sum + Math.max(0, kept), 0);
  // What a selection took is told of the whole that it took it from.
  const taken = below.map((line) => (line.kept < 0 ? { ...line, presented: before, kept: before + line.kept } : line));
  return [...named, ...taken]
    .filter((line) => line.kept < line.presented)
    .map(({ label, presented, kept, why }) => ({ what: label, why, presented, kept }));
}

/** What the letter of a refusal says: every ground with its provision, what can be done, how to appeal. */
export function refusalLetterOf(
  config: Settings,
  file: LetterApplication,
  award: RecordedAward,
  at: Temporal.Instant,
): RefusalLetter {
  const { application } = file;
  const framework = frameworkOf(application);
  if (application.submittedAt === null) throw new Error(`${application.id} was never filed`);
  const [first, ...others] = award.grounds.map((ground) => ({
    rule: ground.rule,
    finding: ground.finding,
    provision: `${framework.citation}, ${ground.provision}`,
  }));
  if (first === undefined) throw new Error(`the rejection of ${application.id} has no ground`);
  return {
    letterhead: letterheadOf(config, application, schemeOf(application).name, at, postalLines(file.seat)),
    scheme: schemeInWords(application),
    projectTitle: application.title,
    applicant: application.organisationName,
    receivedOn: legalDay(application.submittedAt).toString(),
    deliberation: { number: award.deliberation, day: award.decidedOn, body: config.funder.words.wholeVoter.the },
    grounds: [first, ...others],
    criteria: award.feedback,
    otherWays: paragraphsOf(config.funder.texts, awardTexts.otherWays, fieldsOf(config, application)),
    appeals: appealsOf(config),
    signatory: signatoryOf(config, config.funder.service),
  };
}

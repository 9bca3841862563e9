import type { Temporal } from "temporal-polyfill";
import { type Application, appealsOf, type FundingPlan, letterheadOf, planOf, postalLines } from "#src/life/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import type { Signatory } from "#src/platform/documents/index.ts";
import { frameworkOf, type ReviewFile, schemeOf } from "#src/reviews/index.ts";
import type { Basis } from "./basis.ts";
import type { AwardLetter, PrintedReduction } from "./letters/award-letter.ts";
import type { RefusalLetter } from "./letters/refusal-letter.ts";
import type { RecordedAward } from "./store.ts";

/** Who votes. */
export const VOTING_BODY = "la Commission permanente du Conseil régional";

type Settings = Pick<Config, "funder" | "demo">;

/** « l’appui conseil »: a scheme's name inside a sentence. */
export function schemeInWords(application: Pick<Application, "framework" | "scheme">): string {
  const { name } = schemeOf(application);
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return /^[aeiouéèêh]/.test(lower) ? `l’${lower}` : `« ${name} »`;
}

/** What the letter of an award says. */
export function awardLetterOf(
  config: Settings,
  file: ReviewFile,
  award: RecordedAward,
  at: Temporal.Instant,
): AwardLetter {
  const { application } = file;
  return {
    letterhead: letterheadOf(config, application, schemeOf(application).name, at, postalLines(file.seat)),
    scheme: schemeInWords(application),
    projectTitle: application.title,
    beneficiary: application.organisationName,
    deliberation: { number: award.deliberation, day: award.decidedOn, body: VOTING_BODY },
    plan: votedPlan(award),
    ...(award.reason === "" ? {} : { less: { computed: award.basis.plan.aid, why: award.reason } }),
    reductions: reductionsOf(award.basis.lines),
    shares:
      award.shares.length > 1
        ? award.shares.map(({ name, measures, aid }) => ({ name, days: measures.days ?? 0, cents: aid }))
        : [],
    conditions: [
      "Signer la convention avant le premier versement.",
      "Recevoir et accepter les livrables de chaque phase : une phase est payée ensuite.",
      "Déclarer toute autre aide publique obtenue pour les mêmes dépenses.",
    ],
    nextSteps: [
      "Le service prépare la convention et vous prévient par courriel.",
      "Vous la téléchargez depuis votre espace, vous la signez et vous y déposez l’exemplaire signé.",
      "Le service la signe à son tour : l’exemplaire complet vous est remis.",
    ],
    appeals: appealsOf(config),
    signatory: signatoryOf(config),
  };
}

/** Who signs, from the funder's settings. */
function signatoryOf({ funder: { signatory } }: Settings): Signatory {
  return { role: signatory.quality, ...(signatory.name === null ? {} : { name: signatory.name }) };
}

/** The plan of financing of what was voted. */
export function votedPlan({ aid, basis }: Pick<RecordedAward, "aid" | "basis">): FundingPlan {
  return planOf(basis.plan, aid);
}

/** What was presented and is not eligible, line by line, with its reason. */
export function reductionsOf(lines: Basis["lines"]): readonly PrintedReduction[] {
  return lines
    .filter((line) => line.kept < line.presented)
    .map(({ label, partyName, presented, kept, why }) => ({
      what: `${label}, ${partyName}`,
      why,
      presented,
      kept,
    }));
}

/** What the letter of a refusal says: every ground with its provision, what can be done, how to appeal. */
export function refusalLetterOf(
  config: Settings,
  file: ReviewFile,
  award: RecordedAward,
  at: Temporal.Instant,
): RefusalLetter {
  const { application, revision } = file;
  const framework = frameworkOf(application);
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
    receivedOn: legalDay(application.submittedAt ?? revision.madeAt).toString(),
    deliberation: { number: award.deliberation, day: award.decidedOn, body: VOTING_BODY },
    grounds: [first, ...others],
    criteria: award.feedback,
    otherWays: [
      "Vous pouvez déposer une nouvelle demande dès que la condition est remplie : celle-ci se reprend depuis votre espace.",
      "Le simulateur dit en cinq minutes ce que la Région peut financer, et à quelles conditions.",
    ],
    appeals: appealsOf(config),
    signatory: signatoryOf(config),
  };
}

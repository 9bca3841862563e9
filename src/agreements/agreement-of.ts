import type { Temporal } from "temporal-polyfill";
import {
  AGREEMENT_ABOVE,
  cents,
  day,
  fundedIn,
  sayDay,
  sayDeliberation,
  type ToAgree,
  type YearlyAid,
} from "#policy/index.ts";
import { type RecordedAward, schemeInWords, votedPlan } from "#src/awards/index.ts";
import { appealsOf, letterheadOf, postalLines, printedSources, retainedPlan, signatoryOf } from "#src/life/index.ts";
import type { Organisation } from "#src/people/index.ts";
import type { Config } from "#src/platform/config.ts";
import { frameworkOf, printedBudget, type ReviewedApplication, schemeOf } from "#src/reviews/index.ts";
import { dataProtection, KEEP_YEARS, paymentRules, publicityDuties, REPORT_WITHIN_MONTHS } from "./duties.ts";
import type { ContractingSide, GrantAgreement } from "./letters/grant-agreement.ts";

export interface AgreementInput {
  readonly config: Pick<Config, "funder" | "demo">;
  readonly file: ReviewedApplication;
  readonly award: RecordedAward;
  readonly organisation: Organisation;
  /** What the beneficiary was granted in the year of the vote, this aid included. */
  readonly yearly: Pick<YearlyAid, "total">;
  readonly number: string;
  readonly at: Temporal.Instant;
  readonly placeName: (commune: string) => string;
}

/** The agreement that a vote leads to: parties, amount, calendar, provider, budget, duties. */
export function agreementOf(sources: AgreementInput): GrantAgreement {
  const { config, file, award, organisation, number, at } = sources;
  const { application } = file;
  const scheme = schemeOf(application);
  const framework = frameworkOf(application);
  const { legal } = config.funder;
  const plan = votedPlan(award);
  const shared = retainedPlan(plan);
  const funder = config.funder.words;
  const head = letterheadOf(config, application, scheme.name, at);
  const parts = partsOf(sources);
  return {
    letterhead: {
      ...head,
      references: [
        { label: "Convention", value: number },
        { label: "Dossier", value: application.number ?? "" },
      ],
    },
    agreementNumber: number,
    funder: { ...funderSide(config, award), calledBelow: funder.the },
    beneficiary: beneficiarySide(organisation),
    visas: [
      "Vu la loi nº 2000-321 du 12 avril 2000, notamment ses articles 9-1 et 10",
      "Vu le décret nº 2001-495 du 6 juin 2001",
      `Vu le cadre d’intervention « ${framework.title} », version adoptée le ${french(framework.deliberation.votedOn)}${sayDeliberation(framework.deliberation)}`,
      `Vu la délibération nº ${award.deliberation} ${funder.voter.of} du ${french(award.decidedOn)}`,
    ],
    scheme: schemeInWords(application),
    frameworkOf: framework.deliberation.votedOn,
    projectTitle: application.title,
    plan,
    ...budgetLineOf(config.funder),
    parts: { ...parts, startsOn: parts.startsOn ?? award.decidedOn, endsOn: parts.endsOn ?? award.decidedOn },
    payment: paymentRules(award.aid, parts, legal.confirmed),
    publicity: publicityDuties(parts, legal, funder),
    budget: budgetOf(sources),
    fundingPlan: printedSources(shared ?? plan, config.funder.name, organisation.name),
    ...(shared === null || plan.presented === plan.eligible ? {} : { notRetained: plan.presented - plan.eligible }),
    reportWithinMonths: REPORT_WITHIN_MONTHS,
    keepYears: parts.keepYears ?? KEEP_YEARS,
    republicanCommitment: /^9[23]/.test(organisation.legalCategory ?? ""),
    openData: sources.yearly.total > AGREEMENT_ABOVE,
    dataProtection: dataProtection(config.funder.data),
    court: appealsOf(config).court.name,
    signatories: {
      funder: signatoryOf(config, funder.executive.capital),
      beneficiary: { role: "La personne habilitée" },
    },
  };
}

type PartsInput = Pick<AgreementInput, "config" | "file" | "award" | "placeName">;

/** What the scheme of a file puts into its agreement. */
export function partsOf(sources: PartsInput) {
  return schemeOf(sources.file.application).agreement(toAgree(sources));
}

/** What the scheme needs of the vote to say its part. */
function toAgree({ config, file, award, placeName }: PartsInput): ToAgree {
  const named = fundedIn(schemeOf(file.application), file.answers);
  return {
    answers: file.answers,
    aid: cents(award.aid),
    lines: award.basis.lines.map(({ line, ...rest }) => ({ ...rest, path: line })),
    parties: award.shares.map(({ name, measures, aid }, at) => ({
      name,
      commune: placeName(named[at]?.commune ?? ""),
      measures,
      eligibleCosts: award.basis.structures[at] ?? 0,
      aid,
    })),
    decidedOn: award.decidedOn,
    funder: config.funder.words,
  };
}

/** The funder's accounts that the aid is paid from, as it named them. */
function budgetLineOf({ finance }: Config["funder"]): Pick<GrantAgreement, "budgetLine"> {
  const said = [
    { name: "programme", code: finance.programme },
    { name: "chapitre", code: finance.chapter },
    { name: "fonction", code: finance.function },
    { name: "nature", code: finance.account },
  ].flatMap(({ name, code }) => (code === null ? [] : `${name} ${code}`));
  return said.length === 0 ? {} : { budgetLine: said.join(", ") };
}

export function funderSide(
  config: Pick<Config, "funder">,
  award: Pick<RecordedAward, "deliberation" | "decidedOn">,
): ContractingSide {
  const { siret } = config.funder;
  return {
    name: config.funder.name,
    ...(siret === null ? {} : { siret }),
    address: config.funder.address.split(",").map((line) => line.trim()),
    representedBy: `${config.funder.words.executive.its}, habilité par la délibération nº ${award.deliberation} du ${french(award.decidedOn)}`,
  };
}

export function beneficiarySide(organisation: Organisation): ContractingSide {
  const seat = organisation.establishments.find((one) => one.isHead) ?? organisation.establishments[0];
  return {
    name: organisation.name,
    ...(seat === undefined ? {} : { siret: seat.siret }),
    address: postalLines(seat),
    representedBy: "la personne habilitée à l’engager",
  };
}

/** A collective agreement says whose line it is. */
function titleOf({ award }: AgreementInput, line: { readonly partyName: string; readonly label: string }): string {
  return award.basis.structures.length > 1 ? `${line.label}, ${line.partyName}` : line.label;
}

function budgetOf(sources: AgreementInput): GrantAgreement["budget"] {
  const { lines, below = [] } = sources.award.basis;
  return printedBudget(
    lines.map((line) => ({ ...line, label: titleOf(sources, line) })),
    below,
  );
}

/** « 7 août 2026 ». */
function french(iso: string): string {
  return sayDay(day(iso));
}

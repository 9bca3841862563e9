import type { Temporal } from "temporal-polyfill";
import {
  day,
  type OpenScheme,
  questionsOf,
  sayDay,
  sayDeliberation,
  type Value,
  type Values,
  valueAtPath,
} from "#policy/index.ts";
import { appealsOf, letterheadOf, postalLines, printedSources } from "#src/applications/index.ts";
import { type RecordedAward, schemeInWords, votedPlan } from "#src/awards/index.ts";
import type { Organisation } from "#src/people/index.ts";
import type { Config } from "#src/platform/config.ts";
import { frameworkOf, type ReviewFile, schemeOf } from "#src/reviews/index.ts";
import type {
  AgreedDeliverable,
  AgreedPhase,
  AgreedProvider,
  GrantAgreement,
  Party,
} from "./letters/grant-agreement.ts";
import {
  dataProtection,
  KEEP_YEARS,
  OPEN_DATA_ABOVE,
  paymentTerms,
  publicityDuties,
  REPORT_WITHIN_MONTHS,
} from "./terms.ts";

export interface AgreementSources {
  readonly config: Pick<Config, "funder" | "demo">;
  readonly file: ReviewFile;
  readonly award: RecordedAward;
  readonly organisation: Organisation;
  readonly number: string;
  readonly at: Temporal.Instant;
  readonly placeName: (commune: string) => string;
}

/** The agreement that a vote leads to: parties, amount, calendar, provider, budget, duties. */
export function agreementOf(sources: AgreementSources): GrantAgreement {
  const { config, file, award, organisation, number, at } = sources;
  const { application, answers } = file;
  const scheme = schemeOf(application);
  const framework = frameworkOf(application);
  const { legal } = config.funder;
  const plan = votedPlan(award);
  const phases = phasesOf(sources);
  const head = letterheadOf(config, application, scheme.name, at);
  const days = phases.flatMap((phase) => [phase.startsOn, phase.endsOn]).sort();
  const budget = budgetOf(sources);
  const paid = budget.map((line) => ({ title: line.label, eligible: line.accepted }));
  const [first, ...others] = phases;
  if (first === undefined) throw new Error(`application ${application.id} has no phase`);
  return {
    letterhead: {
      ...head,
      references: [
        { label: "Convention", value: number },
        { label: "Dossier", value: application.number ?? "" },
      ],
    },
    agreementNumber: number,
    funder: { ...funderParty(config, award), calledBelow: "la Région" },
    beneficiary: beneficiaryParty(organisation),
    visas: [
      "Vu la loi nº 2000-321 du 12 avril 2000, notamment ses articles 9-1 et 10",
      "Vu le décret nº 2001-495 du 6 juin 2001",
      `Vu le cadre d’intervention « ${framework.title} », version adoptée le ${french(framework.deliberation.votedOn)}${sayDeliberation(framework.deliberation)}`,
      `Vu la délibération nº ${award.deliberation} de la Commission permanente du ${french(award.decidedOn)}`,
    ],
    scheme: schemeInWords(application),
    frameworkOf: framework.deliberation.votedOn,
    projectTitle: application.title,
    projectSummary: textAt(answers, "needs"),
    plan,
    ceilings: ceilingsOf(scheme),
    startsOn: days[0] ?? award.decidedOn,
    endsOn: days.at(-1) ?? award.decidedOn,
    phases: [first, ...others],
    structures: structuresOf(sources),
    provider: providerOf(scheme, answers),
    deliverables: deliverablesOf(sources),
    payment: paymentTerms(award.aid, paid, legal.confirmed),
    publicity: publicityDuties(legal.publicityMention, legal.confirmed),
    budget,
    fundingPlan: printedSources(plan, config.funder.name, organisation.name),
    reportWithinMonths: REPORT_WITHIN_MONTHS,
    keepYears: KEEP_YEARS,
    republicanCommitment: /^9[23]/.test(organisation.legalCategory ?? ""),
    openData: award.aid > OPEN_DATA_ABOVE,
    dataProtection: dataProtection(config.funder.email),
    court: appealsOf(config).court.name,
    signatories: { funder: { role: "Le Président" }, beneficiary: { role: "La personne habilitée" } },
  };
}

function ceilingsOf({ slug, ceilings }: OpenScheme): GrantAgreement["ceilings"] {
  if (ceilings === undefined) throw new Error(`${slug} has no ceilings to agree on`);
  return { days: ceilings.days, cents: ceilings.aid, dayCents: ceilings.dailyCost };
}

function funderParty(config: Pick<Config, "funder">, award: RecordedAward): Party {
  return {
    name: config.funder.name,
    address: config.funder.address.split(",").map((line) => line.trim()),
    representedBy: `son Président, habilité par la délibération nº ${award.deliberation} du ${french(award.decidedOn)}`,
  };
}

function beneficiaryParty(organisation: Organisation): Party {
  const seat = organisation.establishments.find((one) => one.isHead) ?? organisation.establishments[0];
  return {
    name: organisation.name,
    ...(seat === undefined ? {} : { siret: seat.siret }),
    address: postalLines(seat),
    representedBy: "la personne habilitée à l’engager",
  };
}

/** A line of the budget that can be placed in time: its phase. */
function datedLines({ file, award }: AgreementSources) {
  return award.basis.lines.flatMap((line) => {
    const startsOn = textAt(file.answers, `${line.line}.startsOn`);
    const endsOn = textAt(file.answers, `${line.line}.endsOn`);
    return startsOn === "" || endsOn === "" ? [] : [{ ...line, startsOn, endsOn }];
  });
}

function phasesOf(sources: AgreementSources): readonly AgreedPhase[] {
  return datedLines(sources).flatMap((line) => {
    const { startsOn, endsOn, counted } = line;
    const { days = null, dailyCost = null } = line.values;
    if (days === null || dailyCost === null) return [];
    const asked = { title: titleOf(sources, line), startsOn, endsOn, days, dayPrice: dailyCost };
    return [{ ...asked, eligibleDays: counted.days ?? 0, eligibleDayPrice: counted.dailyCost ?? 0 }];
  });
}

/** A collective agreement says whose phase it is. */
function titleOf({ award }: AgreementSources, line: { readonly partyName: string; readonly label: string }): string {
  return award.basis.structures.length > 1 ? `${line.label}, ${line.partyName}` : line.label;
}

function structuresOf({ file, award, placeName }: AgreementSources): GrantAgreement["structures"] {
  if (award.shares.length < 2) return [];
  return award.shares.map((share, at) => ({
    name: share.name,
    commune: placeName(textAt(file.answers, `structures.${at}.commune`)),
    days: share.measures.days ?? 0,
    eligibleBase: award.basis.structures[at] ?? 0,
    cents: share.aid,
  }));
}

function providerOf(scheme: OpenScheme, answers: Values): AgreedProvider {
  const consultants = valueAtPath(answers, "provider.consultants");
  const names = Array.isArray(consultants)
    ? consultants.map((_, at) => textAt(answers, `provider.consultants.${at}.name`)).filter((name) => name !== "")
    : [];
  const siret = textAt(answers, "provider.siret");
  const createdOn = textAt(answers, "provider.createdOn");
  const fields = textsOf(valueAtPath(answers, "provider.fields"));
  const asked = questionsOf(scheme.form, answers).find((one) => one.path === "provider.fields")?.question.control;
  const options = asked !== undefined && "options" in asked ? asked.options : [];
  const words = new Map(options.map((option) => [option.value, option.label.toLowerCase()]));
  return {
    name: textAt(answers, "provider.legalName") || "le prestataire choisi",
    ...(siret === "" ? {} : { siret }),
    ...(createdOn === "" ? {} : { createdOn }),
    fields: fields.map((field) => words.get(field) ?? field),
    consultants: names,
    ...partnerOf(answers),
  };
}

/** The body that consultants lean on, named in the agreement: the Region signs its contract too (CS-15). */
function partnerOf(answers: Values): Pick<AgreedProvider, "partner"> {
  const name = textAt(answers, "provider.partnerName");
  if (textAt(answers, "provider.partnerBody") !== "contracted" || name === "") return {};
  return { partner: { name, field: textAt(answers, "provider.partnerPurpose") } };
}

function deliverablesOf(sources: AgreementSources): readonly AgreedDeliverable[] {
  return datedLines(sources).flatMap((line, at) => {
    const content = textAt(sources.file.answers, `${line.line}.deliverables`);
    return content === ""
      ? []
      : [{ phase: String(at + 1), title: titleOf(sources, line), content, dueOn: line.endsOn }];
  });
}

function budgetOf(sources: AgreementSources): GrantAgreement["budget"] {
  return sources.award.basis.lines.map((line) => ({
    label: titleOf(sources, line),
    requested: line.presented,
    accepted: line.kept,
    ...(line.why === "" ? {} : { why: line.why }),
  }));
}

function textAt(answers: Values, path: string): string {
  const value = valueAtPath(answers, path);
  return typeof value === "string" ? value : "";
}

function textsOf(value: Value | null | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** « 7 août 2026 ». */
function french(iso: string): string {
  return sayDay(day(iso));
}

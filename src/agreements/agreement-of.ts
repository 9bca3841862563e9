import type { Temporal } from "temporal-polyfill";
import { day, type OpenScheme, questionsOf, sayDay, type Value, type Values, valueAtPath } from "#policy/index.ts";
import { appealsOf, letterheadOf } from "#src/applications/index.ts";
import { type RecordedAward, rateOf, schemeInWords } from "#src/awards/index.ts";
import type { Organisation } from "#src/people/index.ts";
import type { Config } from "#src/platform/config.ts";
import {
  budgetLines,
  frameworkOf,
  instructionOf,
  type ReviewFile,
  schemeOf,
  structureNamesOf,
  whyLess,
} from "#src/reviews/index.ts";
import { communeByCode } from "#src/territory/index.ts";
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
  const { funding } = instructionOf(file).accepted;
  const phases = phasesOf(file);
  const head = letterheadOf(config, application, scheme.name, at);
  const days = phases.flatMap((phase) => [phase.startsOn, phase.endsOn]).sort();
  const cost = funding.realCost ?? award.eligibleCosts;
  const other = funding.otherPublicFunding ?? 0;
  const paid = budgetOf(file).map((line) => ({ title: line.label, eligible: line.accepted }));
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
      `Vu le cadre d’intervention « ${framework.title} », version adoptée le ${french(framework.adoptedOn)}`,
      `Vu la délibération nº ${award.deliberation} de la Commission permanente du ${french(award.decidedOn)}`,
    ],
    scheme: schemeInWords(application),
    frameworkOf: framework.adoptedOn,
    projectTitle: application.title,
    projectSummary: textAt(answers, "needs"),
    amount: award.aid,
    eligibleBase: award.eligibleCosts,
    totalCost: cost,
    rate: rateOf(award),
    ceilings: { days: scheme.ceilings.days, cents: scheme.ceilings.aid, dayCents: scheme.ceilings.dailyCost },
    startsOn: days[0] ?? award.decidedOn,
    endsOn: days.at(-1) ?? award.decidedOn,
    phases: [first, ...others],
    structures: structuresOf(sources),
    provider: providerOf(scheme, answers),
    deliverables: deliverablesOf(file, phases),
    payment: paymentTerms(award.aid, paid),
    publicity: publicityDuties(config.funder.name),
    budget: budgetOf(file),
    fundingPlan: [
      { label: config.funder.name, cents: award.aid },
      ...(other > 0 ? [{ label: "Autres financements publics", cents: other }] : []),
      { label: organisation.name, cents: Math.max(0, cost - award.aid - other) },
    ],
    reportWithinMonths: REPORT_WITHIN_MONTHS,
    keepYears: KEEP_YEARS,
    republicanCommitment: /^9[23]/.test(organisation.legalCategory ?? ""),
    openData: award.aid > OPEN_DATA_ABOVE,
    dataProtection: dataProtection(config.funder.email),
    court: appealsOf(config).court.name,
    signatories: { funder: { role: "Le Président" }, beneficiary: { role: "La personne habilitée" } },
  };
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
  const address = [
    seat?.address,
    [seat?.postcode, communeByCode(seat?.commune ?? "")?.name].filter(Boolean).join(" "),
  ].filter((line): line is string => typeof line === "string" && line !== "");
  return {
    name: organisation.name,
    ...(seat === undefined ? {} : { siret: seat.siret }),
    address,
    representedBy: "la personne habilitée à l’engager",
  };
}

function phasesOf(file: ReviewFile): readonly AgreedPhase[] {
  const { answers, costs } = file;
  return budgetLines(schemeOf(file.application), answers).flatMap((line) => {
    const accepted = costs.find((one) => one.line === line.line);
    const startsOn = textAt(answers, `${line.line}.startsOn`);
    const endsOn = textAt(answers, `${line.line}.endsOn`);
    const days = accepted?.days ?? line.days;
    const dayPrice = accepted?.dailyCost ?? line.dailyCost;
    if (startsOn === "" || endsOn === "" || days === null || dayPrice === null) return [];
    return [{ title: titleOf(file, line.structureName, line.label), startsOn, endsOn, days, dayPrice }];
  });
}

/** A collective agreement says whose phase it is. */
function titleOf(file: ReviewFile, structure: string, label: string): string {
  return structureNamesOf(file.answers).length > 1 ? `${label}, ${structure}` : label;
}

function structuresOf({ file, award, placeName }: AgreementSources): GrantAgreement["structures"] {
  if (award.shares.length < 2) return [];
  const { funding } = instructionOf(file).accepted;
  return award.shares.map((share, at) => ({
    name: share.name,
    commune: placeName(textAt(file.answers, `structures.${at}.commune`)),
    days: share.days,
    eligibleBase: funding.structures[at]?.eligibleCosts ?? 0,
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
  };
}

function deliverablesOf(file: ReviewFile, phases: readonly AgreedPhase[]): readonly AgreedDeliverable[] {
  return budgetLines(schemeOf(file.application), file.answers).flatMap((line, at) => {
    const content = textAt(file.answers, `${line.line}.deliverables`);
    const phase = phases[at];
    if (content === "" || phase === undefined) return [];
    return [{ phase: String(at + 1), title: phase.title, content, dueOn: phase.endsOn }];
  });
}

function budgetOf(file: ReviewFile): GrantAgreement["budget"] {
  const { accepted } = instructionOf(file);
  return budgetLines(schemeOf(file.application), file.answers).map((line) => {
    const cost = accepted.costs.find((one) => one.structure === line.structure && one.phase === line.phase);
    const requested = Math.round((line.days ?? 0) * (line.dailyCost ?? 0));
    const kept = cost?.eligible ?? 0;
    const why = whyLess(line, file.costs.find((one) => one.line === line.line) ?? null, cost);
    const label = titleOf(file, line.structureName, line.label);
    return { label, requested, accepted: kept, ...(kept < requested ? { why } : {}) };
  });
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

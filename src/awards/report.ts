import type { Temporal } from "temporal-polyfill";
import { cents, type Day, fundedIn, type OpenScheme, sayDay, sayDeliberation, sayMoney } from "#policy/index.ts";
import { type Application, letterheadOf } from "#src/life/index.ts";
import type { Config } from "#src/platform/config.ts";
import {
  frameworkOf,
  fundingPlan,
  groundsOf,
  instructionOf,
  planLines,
  type Refusal,
  type ReviewFile,
  reviewRights,
  schemeOf,
} from "#src/reviews/index.ts";
import { lengthOf } from "#text/index.ts";
import { validationDay } from "./context.ts";
import type { CommissionReport, ReportedFile } from "./letters/commission-report.ts";
import { reductionsOf, schemeInWords } from "./letters-of.ts";

export interface ReportInput {
  readonly title: string;
  readonly sessionOn: Day | null;
  readonly budgetLine: string;
  readonly files: readonly ReviewFile[];
}

/** A file may be laid before the Commission once its opinion is validated, and until it votes. */
function isReportable(application: Pick<Application, "state">): boolean {
  return REPORTABLE.includes(application.state);
}

export const REPORTABLE = reviewRights["bring-to-vote"].states ?? [];

/** What the report says, or every reason why it cannot be made. */
export function commissionReportOf(
  config: Pick<Config, "funder" | "demo">,
  input: ReportInput,
  number: string,
  at: Temporal.Instant,
  placeName: (commune: string) => string,
): { readonly ok: CommissionReport } | { readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  if (input.title === "") refusals.push({ field: "titre", message: "Donnez un titre au rapport." });
  if (lengthOf(input.title) > 200)
    refusals.push({ field: "titre", message: "Raccourcissez ce titre\u00a0: 200 caractères au plus." });
  if (lengthOf(input.budgetLine) > 200)
    refusals.push({ field: "imputation", message: "Raccourcissez cette imputation\u00a0: 200 caractères au plus." });
  if (input.sessionOn === null) {
    refusals.push({ field: "date", message: "Indiquez la date de la réunion, par exemple 03/03/2026." });
  }
  const validated = input.files.flatMap((file) => validationDay(file) ?? []).sort();
  const lastValidated = validated.at(-1);
  if (input.sessionOn !== null && lastValidated !== undefined && input.sessionOn < lastValidated) {
    const message = `La réunion ne peut pas précéder la validation du dernier avis présenté (${sayDay(lastValidated)}).`;
    refusals.push({ field: "date", message });
  }
  const late = input.files.filter((file) => !isReportable(file.application)).map((file) => file.application.number);
  if (late.length > 0) refusals.push({ field: "dossier", message: `L’avis n’est pas validé : ${late.join(", ")}.` });
  const [first, ...others] = input.files.map((file) => reported(file, placeName));
  const [example] = input.files;
  if (first === undefined || example === undefined) {
    refusals.push({ field: "dossier", message: "Choisissez au moins un dossier." });
  }
  if (refusals.length > 0 || first === undefined || example === undefined || input.sessionOn === null)
    return { refusals };
  return {
    ok: {
      letterhead: headOf(config, example.application, number, at),
      title: input.title,
      sessionOn: input.sessionOn,
      scheme: schemeInWords(example.application),
      context: contextOf(schemeOf(example.application)),
      files: [first, ...others],
      ...(input.budgetLine === "" ? {} : { budgetLine: input.budgetLine }),
      deliberation: deliberationOf(config, example.application, [first, ...others]),
    },
  };
}

/** What the support is, said to those who vote: the scheme's own summary speaks to applicants. */
function contextOf(scheme: OpenScheme): string {
  return [
    `${scheme.name} : ${scheme.purpose}`,
    `${scheme.figures.map(({ label, value }) => `${label} : ${value}`).join(". ")}.`,
  ].join("\n\n");
}

function headOf(
  config: Pick<Config, "funder" | "demo">,
  application: Application,
  number: string,
  at: Temporal.Instant,
) {
  const { recipient: _none, ...head } = letterheadOf(config, application, schemeOf(application).name, at);
  const references = [
    { label: "Rapport", value: number },
    { label: "Dispositif", value: schemeOf(application).name },
  ] as const;
  return { ...head, references };
}

function reported(file: ReviewFile, placeName: (commune: string) => string): ReportedFile {
  const { application } = file;
  const instruction = instructionOf(file);
  const { funding } = instruction.accepted;
  const favourable = application.state === "validated-favourable";
  const opinion = file.opinions[0];
  const grounds = groundsOf(instruction).filter((ground) => opinion?.grounds.includes(ground.key) === true);
  const proposed = favourable ? (application.proposedAid ?? 0) : 0;
  const days = funding.parties.reduce((sum, share) => sum + (share.measures.days?.kept ?? 0), 0);
  return {
    fileNumber: application.number ?? "",
    organisation: application.organisationName,
    commune: application.commune === null ? "" : placeName(application.commune),
    purpose: application.title,
    summary: opinion?.body ?? "",
    requested: application.requestedAid ?? 0,
    plan: fundingPlan(instruction, proposed),
    ...(favourable && opinion !== undefined && opinion.reason !== ""
      ? { less: { computed: instruction.ceiling ?? 0, why: opinion.reason } }
      : {}),
    reductions: reductionsOf(planLines(schemeOf(application), file.answers, file.costs, instruction)),
    opinion: favourable ? "favourable" : "unfavourable",
    grounds: favourable ? [] : grounds.map((ground) => `${ground.label} : ${ground.finding}`),
    conditions: [],
    days,
    ...(funding.parties.length > 1 ? { organisations: namesOf(file) } : {}),
  };
}

function namesOf(file: ReviewFile): readonly string[] {
  return fundedIn(schemeOf(file.application), file.answers).flatMap(({ name }) => (name === "" ? [] : [name]));
}

function deliberationOf(
  config: Pick<Config, "funder">,
  application: Application,
  files: readonly ReportedFile[],
): CommissionReport["deliberation"] {
  const granted = files.filter((file) => file.opinion === "favourable");
  const declined = files.filter((file) => file.opinion === "unfavourable");
  const total = granted.reduce((sum, file) => sum + file.plan.aid, 0);
  const articles: string[] = [];
  if (granted.length > 0) {
    articles.push(
      `D’attribuer, au titre de ${schemeInWords(application)}, les subventions du tableau annexé, pour un total de ${sayMoney(cents(total))}.`,
      "D’autoriser le Président à signer les conventions correspondantes.",
    );
  }
  if (declined.length > 0) {
    articles.push(
      `De ne pas donner suite aux demandes suivantes, pour les motifs exposés : ${declined.map((file) => file.fileNumber).join(", ")}.`,
    );
  }
  const voted = frameworkOf(application).deliberation;
  return {
    visas: [
      "Vu le code général des collectivités territoriales",
      "Vu la loi nº 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs relations avec les administrations",
      `Vu le cadre d’intervention « ${frameworkOf(application).title} » dans sa version du ${sayDay(voted.votedOn)}${sayDeliberation(voted)}`,
      `Vu le rapport présenté par le service « ${config.funder.service} »`,
    ],
    articles,
  };
}

import type { Temporal } from "temporal-polyfill";
import { cents, type Day, fundedIn, type OpenScheme, sayDay, sayDeliberation, sayMoney } from "#policy/index.ts";
import { type Application, letterheadOf } from "#src/life/index.ts";
import type { Config } from "#src/platform/config.ts";
import {
  belowLines,
  frameworkOf,
  fundingPlan,
  groundsOf,
  instructionOf,
  planLines,
  type Refusal,
  type ReviewedApplication,
  reviewRights,
  schemeOf,
} from "#src/reviews/index.ts";
import type { SaidByCommittee } from "#src/selection/index.ts";
import { lengthOf } from "#text/index.ts";
import { validationDay } from "./context.ts";
import type { CommissionReport, ReportedApplication } from "./letters/commission-report.ts";
import { reductionsOf, schemeInWords } from "./letters-of.ts";

export interface ReportInput {
  readonly title: string;
  readonly sessionOn: Day | null;
  readonly budgetLine: string;
  readonly files: readonly ReviewedApplication[];
  /** What a committee said of those that it decided on. */
  readonly committee: ReadonlyMap<string, SaidByCommittee>;
}

/** Whether an aid is proposed for a file. */
function isProposed({ state }: Pick<Application, "state">): boolean {
  return state === "validated-favourable" || state === "selected";
}

/** The aid that the assembly is asked to vote: none where the opinion, or the committee, is against. */
export function proposedOf(application: Pick<Application, "state" | "proposedAid">): number {
  return isProposed(application) ? (application.proposedAid ?? 0) : 0;
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
  const [first, ...others] = input.files.map((file) =>
    reported(file, input.committee.get(file.application.id), placeName),
  );
  const [example] = input.files;
  if (first === undefined || example === undefined) {
    refusals.push({ field: "dossier", message: "Choisissez au moins un dossier." });
  }
  if (refusals.length > 0 || first === undefined || example === undefined || input.sessionOn === null)
    return { refusals };
  return {
    ok: {
      letterhead: headOf(config, input.files, number, at),
      title: input.title,
      voter: config.funder.words.voter,
      sessionOn: input.sessionOn,
      scheme: inSeries(bySchemeOf(input.files).map(([application]) => schemeInWords(application))),
      context: bySchemeOf(input.files)
        .map(([application]) => contextOf(schemeOf(application)))
        .join("\n\n"),
      files: [first, ...others],
      ...(input.budgetLine === "" ? {} : { budgetLine: input.budgetLine }),
      deliberation: deliberationOf(config, input.files, [first, ...others]),
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

/** The files of each scheme and version of the text, in the order of their first: each cites its own (GOV-1). */
function bySchemeOf(files: readonly ReviewedApplication[]): readonly (readonly [Application, ...Application[]])[] {
  const groups = new Map<string, [Application, ...Application[]]>();
  for (const { application } of files) {
    const key = `${application.framework} ${application.scheme}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [application]);
    else group.push(application);
  }
  return [...groups.values()];
}

/** « l’un, l’autre et le dernier ». */
function inSeries(names: readonly string[]): string {
  return new Intl.ListFormat("fr", { type: "conjunction" }).format(new Set(names));
}

function headOf(
  config: Pick<Config, "funder" | "demo">,
  files: readonly ReviewedApplication[],
  number: string,
  at: Temporal.Instant,
) {
  const groups = bySchemeOf(files);
  const [application] = groups[0] ?? [];
  if (application === undefined) throw new Error("a report without a file");
  const names = [...new Set(groups.map(([one]) => schemeOf(one).name))];
  const { recipient: _none, ...head } = letterheadOf(config, application, names[0] ?? "", at);
  const references = [
    { label: "Rapport", value: number },
    { label: names.length === 1 ? "Dispositif" : "Dispositifs", value: names.join(" ; ") },
  ] as const;
  return { ...head, references };
}

function reported(
  file: ReviewedApplication,
  committee: SaidByCommittee | undefined,
  placeName: (commune: string) => string,
): ReportedApplication {
  const { application } = file;
  const instruction = instructionOf(file);
  const { funding } = instruction.accepted;
  const favourable = isProposed(application);
  const opinion = file.opinions[0];
  const grounds = groundsOf(instruction).filter((ground) => opinion?.grounds.includes(ground.key) === true);
  const proposed = proposedOf(application);
  const { counted } = schemeOf(application);
  const lines = planLines(schemeOf(application), file.answers, file.costs, instruction);
  const kept = counted === undefined ? [] : funding.parties.flatMap(({ measures }) => measures[counted.measure] ?? []);
  return {
    fileNumber: application.number ?? "",
    organisation: application.organisationName,
    commune: application.commune === null ? "" : placeName(application.commune),
    purpose: application.title,
    summary: committee?.summary ?? opinion?.body ?? "",
    requested: application.requestedAid ?? 0,
    plan: fundingPlan(application, instruction, proposed),
    ...(favourable && opinion !== undefined && opinion.reason !== ""
      ? { less: { computed: instruction.ceiling ?? 0, why: opinion.reason } }
      : {}),
    reductions: reductionsOf(lines, belowLines(application, lines, instruction)),
    opinion: favourable ? "favourable" : "unfavourable",
    opinionOf: committee === undefined ? "service" : "committee",
    grounds:
      committee !== undefined
        ? committee.why
        : favourable
          ? []
          : grounds.map((ground) => `${ground.label} : ${ground.finding}`),
    conditions: committee?.conditions ?? [],
    ...(counted === undefined || kept.length === 0
      ? {}
      : { counted: { label: counted.eligible, quantity: kept.reduce((sum, one) => sum + (one.kept ?? 0), 0) } }),
    ...(funding.parties.length > 1 ? { organisations: namesOf(file) } : {}),
  };
}

function namesOf(file: ReviewedApplication): readonly string[] {
  return fundedIn(schemeOf(file.application), file.answers).flatMap(({ name }) => (name === "" ? [] : [name]));
}

function deliberationOf(
  config: Pick<Config, "funder">,
  files: readonly ReviewedApplication[],
  shown: readonly ReportedApplication[],
): CommissionReport["deliberation"] {
  const groups = bySchemeOf(files);
  const granted = groups.flatMap((group) => attributed(group, shown));
  const declined = shown.filter((file) => file.opinion === "unfavourable");
  return {
    visas: [
      "Vu le code général des collectivités territoriales",
      "Vu la loi nº 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs relations avec les administrations",
      ...new Set(groups.map(([application]) => citedText(application))),
      `Vu le rapport présenté par le service « ${config.funder.service} »`,
    ],
    articles: [
      ...granted,
      ...(granted.length === 0
        ? []
        : [`D’autoriser ${config.funder.words.executive.the} à signer les conventions correspondantes.`]),
      ...(declined.length === 0
        ? []
        : [
            `De ne pas donner suite aux demandes suivantes, pour les motifs exposés : ${declined.map((file) => file.fileNumber).join(", ")}.`,
          ]),
    ],
  };
}

/** The version of the text that a file was made under, by its act. */
function citedText(application: Application): string {
  const { title, deliberation } = frameworkOf(application);
  return `Vu le cadre d’intervention « ${title} » dans sa version du ${sayDay(deliberation.votedOn)}${sayDeliberation(deliberation)}`;
}

/** The article that grants what is proposed for the files of one scheme; none where none is. */
function attributed(
  group: readonly [Application, ...Application[]],
  shown: readonly ReportedApplication[],
): readonly string[] {
  const numbers = new Set(group.map(({ number }) => number));
  const granted = shown.filter((file) => file.opinion === "favourable" && numbers.has(file.fileNumber));
  if (granted.length === 0) return [];
  const total = granted.reduce((sum, file) => sum + file.plan.aid, 0);
  return [
    `D’attribuer, au titre de ${schemeInWords(group[0])}, les subventions du tableau annexé, pour un total de ${sayMoney(cents(total))}.`,
  ];
}

import { gridLines, type OpenScheme, type Values } from "#policy/index.ts";
import { appliedTo } from "#src/schemes/index.ts";
import {
  type Check,
  type Conclusion,
  conclude,
  type Finding,
  keyOfSubject,
  kindOf,
  type Refusal,
} from "../checks/finding.ts";
import { type AcceptedCost, acceptCosts, budgetLines, type CostInput } from "../costs/accepted-costs.ts";
import { isShared } from "../costs/shared-days.ts";
import type { History } from "../instruction/history.ts";
import { type Instruction, instruct, type Left } from "../instruction/instruction.ts";
import { giveOpinion, type Opinion, type OpinionInput } from "./opinion.ts";

/** What an officer typed on one point: a check, a doubt, a line of the grid. `key` is that of its subject. */
export interface PointInput {
  readonly key: string;
  readonly conclusion: string;
  readonly reason: string;
}

/** All that one sending of the judgement says. */
export interface JudgementInput {
  readonly points: readonly PointInput[];
  /** Why, for each condition and doubt concluded here without a reason of its own. */
  readonly sharedReason: string;
  /** True where the lines of the grid that nobody concluded are found satisfying, all of them. */
  readonly restIsSatisfying: boolean;
  /** Null where the budget was not sent. */
  readonly costs: readonly CostInput[] | null;
  /** Null where the work is kept and no opinion is given yet. */
  readonly opinion: JudgedOpinion | null;
}

/** The opinion that goes with the conclusions of the same sending. */
export interface JudgedOpinion extends OpinionInput {
  /** True where the aid proposed is all that the rules allow on what is accepted. */
  readonly all: boolean;
  /** True where what this sending concludes against the file are grounds too. */
  readonly groundsHere: boolean;
}

/** What the judgement is made on: the file as the rules and the people before have left it. */
export interface JudgedApplication {
  readonly scheme: OpenScheme;
  readonly answers: Values;
  readonly filedOn: Parameters<typeof instruct>[0]["filedOn"];
  readonly findings: readonly Finding[];
  readonly costs: readonly AcceptedCost[];
  readonly history: History;
  /** Eligible costs that a selection retained, in cents; null where it kept all that the rules allow. */
  readonly retained: number | null;
}

/** A conclusion to keep. */
export interface Concluded {
  readonly subject: string;
  readonly about: string;
  readonly machineStatus: string | null;
  readonly conclusion: Conclusion;
  readonly reason: string;
}

export interface Judgement {
  /** Only what is new: a conclusion sent again as it stands is none. */
  readonly findings: readonly Concluded[];
  /** What is accepted in place of what was; null where it stays. */
  readonly costs: readonly AcceptedCost[] | null;
  readonly opinion: Opinion | null;
}

/** Name of the field of a point's conclusion, then of its reason. */
export const POINT = "point:";
export const REASON = "motif:";
/** Name of the field of the reason that several points share. */
export const SHARED_REASON = "motif-commun";

/** The judgement, or every reason why it cannot be kept, each leading to its field. `who` and `at` are of its author. */
export function judgementOf(
  input: JudgementInput,
  file: JudgedApplication,
  who: { readonly name: string | null; readonly at: string; readonly revision: number; readonly mayDepart: boolean },
): { readonly ok: Judgement } | { readonly refusals: readonly Refusal[] } {
  const before = instructionOn(file, file.findings, file.costs);
  const refusals: Refusal[] = [];
  const findings: Concluded[] = [];
  for (const point of withRest(input, before)) {
    const made = concludePoint(point, file.scheme, before, { ...who, sharedReason: input.sharedReason });
    if (made === null) continue;
    if ("refusals" in made) refusals.push(...made.refusals);
    else findings.push(made.ok);
  }
  const costs = costsOf(input.costs, file);
  if (costs !== null && "refusals" in costs) refusals.push(...costs.refusals);
  const accepted = costs === null || "refusals" in costs ? file.costs : costs.ok;
  const isSame = said(accepted) === said(file.costs);
  let opinion: Opinion | null = null;
  if (input.opinion !== null) {
    const made = findings.map(
      (one, index): Finding => ({
        ...one,
        id: `now-${index}`,
        madeBy: who.name,
        madeAt: who.at,
        revision: who.revision,
      }),
    );
    const after = instructionOn(file, [...file.findings, ...made], accepted);
    const given = giveOpinion(settled(input.opinion, findings, after), after);
    if ("refusals" in given) refusals.push(...aside(given.refusals, refusals, after.left));
    else opinion = given.ok;
  }
  return refusals.length > 0 ? { refusals } : { ok: { findings, costs: isSame ? null : accepted, opinion } };
}

/** The opinion once the conclusions of its own sending are made. */
function settled(opinion: JudgedOpinion, findings: readonly Concluded[], after: Instruction): OpinionInput {
  const against = findings
    .filter(({ conclusion }) => conclusion === "not-met" || conclusion === "insufficient")
    .map(({ subject, about }) => keyOfSubject(subject, about));
  return {
    ...opinion,
    proposedAid: opinion.all ? after.ceiling : opinion.proposedAid,
    grounds: opinion.groundsHere ? [...new Set([...opinion.grounds, ...against])] : opinion.grounds,
  };
}

function instructionOn(
  file: JudgedApplication,
  findings: readonly Finding[],
  accepted: readonly AcceptedCost[],
): Instruction {
  const { scheme, answers, filedOn, history, retained } = file;
  return instruct({ scheme, answers, filedOn, findings, accepted, history, retained });
}

/** The points typed, with the rest of the grid where it is found satisfying as a whole. */
function withRest(input: JudgementInput, { grid }: Instruction): readonly PointInput[] {
  if (!input.restIsSatisfying) return input.points;
  const said = new Map(input.points.map((point) => [point.key, point]));
  const rest = grid
    .filter(({ line, standing }) => standing === null && (said.get(line.id)?.conclusion ?? "") === "")
    .map(({ line }) => ({ key: line.id, conclusion: "satisfying", reason: said.get(line.id)?.reason ?? "" }));
  const taken = new Set(rest.map(({ key }) => key));
  return [...input.points.filter(({ key }) => !taken.has(key)), ...rest];
}

/** Null where nothing is said of the point, or the same as stands. */
function concludePoint(
  point: PointInput,
  scheme: OpenScheme,
  instruction: Instruction,
  { mayDepart, sharedReason }: { readonly mayDepart: boolean; readonly sharedReason: string },
): { readonly ok: Concluded } | { readonly refusals: readonly Refusal[] } | null {
  if (point.conclusion === "" && point.reason === "") return null;
  const [subject = "", about = ""] = point.key.split("@");
  const kind = kindOf(subject, {
    criteria: scheme.criteria.map(({ id }) => id),
    doubts: scheme.doubts,
    grid: gridLines(scheme.grid).map(({ id }) => id),
  });
  const check = instruction.checks.find((one) => keyOfSubject(one.result.id, one.about) === point.key);
  if (kind === null || (kind === "criterion") !== (check !== undefined)) {
    return { refusals: [{ field: POINT + point.key, message: "Ce point n’est pas dans le dossier." }] };
  }
  if (isStanding(point, subject, check, instruction)) return null;
  const doctrine = kind === "doubt" ? appliedTo(scheme).doctrine[subject] : undefined;
  if (doctrine !== undefined && doctrine.reading !== point.conclusion && !mayDepart) {
    const message =
      "La doctrine tranche ce doute pour tous : seul un responsable de service s’en écarte, avec un motif.";
    return { refusals: [{ field: POINT + point.key, message }] };
  }
  const machineStatus = check?.result.status ?? null;
  // What agrees with the machine needs no words, and takes none that were not meant for it.
  const reason =
    point.reason === "" && kind !== "grid" && point.conclusion !== machineStatus ? sharedReason : point.reason;
  const made = conclude({ subject, about, conclusion: point.conclusion, reason }, kind, machineStatus);
  if ("refusals" in made) {
    const refusals = made.refusals.map(({ field, message }) => ({
      field: (field === "conclusion" ? POINT : REASON) + point.key,
      message,
    }));
    return { refusals };
  }
  return { ok: { subject, about, machineStatus, conclusion: made.ok, reason } };
}

function isStanding(point: PointInput, subject: string, check: Check | undefined, instruction: Instruction): boolean {
  const standing =
    check !== undefined
      ? check.isStale
        ? null
        : check.standing
      : (instruction.doubts.find(({ doubt }) => doubt.id === subject)?.standing ??
        instruction.grid.find(({ line }) => line.id === subject)?.standing ??
        null);
  return standing !== null && standing.last.conclusion === point.conclusion && standing.last.reason === point.reason;
}

/** Accepted costs as one text, whatever the order of lines and columns. */
function said(costs: readonly AcceptedCost[]): string {
  return JSON.stringify(
    costs
      .map(({ line, values, reason }) => [line, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)), reason])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

function costsOf(inputs: readonly CostInput[] | null, file: JudgedApplication) {
  if (inputs === null) return null;
  const { scheme, answers } = file;
  const free = isShared(scheme, answers) ? (scheme.costs.shared?.column ?? null) : null;
  return acceptCosts(scheme, budgetLines(scheme, answers), inputs, free);
}

/** What still waits leads to its own field; what a field of its own already refuses is not said twice. */
function aside(of: readonly Refusal[], told: readonly Refusal[], left: readonly Left[]): readonly Refusal[] {
  const fields = new Set(told.map(({ field }) => field));
  const waiting = left
    .map(({ subject, about, label }) => ({
      key: keyOfSubject(subject, about),
      message: `À conclure\u00a0: ${label}.`,
    }))
    .filter(({ key }) => !fields.has(POINT + key) && !fields.has(REASON + key))
    .map(({ key, message }) => ({ field: POINT + key, message }));
  const others = of.filter(({ message }) => !message.startsWith("Il reste à conclure"));
  return of.length === others.length ? of : [...waiting, ...others];
}

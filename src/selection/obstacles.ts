import { gridLines } from "#policy/index.ts";
import { type Application, courseOf } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { type Ground, schemeOf } from "#src/reviews/index.ts";
import type { Candidate } from "./candidate.ts";
import { GRANTED } from "./outside/granted.ts";
import { findCandidates } from "./store.ts";

/** What still stands before a vote in favour, its notification or its signature, in words; nothing for other roads. */
export async function obstaclesTo(tx: Tx, application: Application): Promise<readonly string[]> {
  return (await obstaclesToAll(tx, [application])).get(application.id) ?? [];
}

/** The same of several files, by file. */
export async function obstaclesToAll(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const candidates = await candidatesAmong(tx, applications);
  return new Map(
    applications.map((application) => {
      const candidate = candidates.get(application.id);
      return [application.id, candidate === undefined ? [] : obstaclesOf(application, candidate)];
    }),
  );
}

function obstaclesOf(application: Application, candidate: Candidate): readonly string[] {
  const { after } = courseOf(application);
  const waits = candidate.conditions.filter(({ liftedAt }) => liftedAt === null).length;
  return [
    ...(after !== undefined && candidate.outside === null
      ? [`Rien n’est décidé avant ${after.called}\u00a0: notez-la d’abord.`]
      : []),
    ...(after !== undefined && candidate.outside?.isSelected === false
      ? [refusedOutside(after.called, candidate.outside.reference, GRANTED.includes(application.state))]
      : []),
    ...(waits > 0
      ? [
          `Le comité a posé ${waits === 1 ? "une condition qui n’est pas levée" : `${waits} conditions qui ne sont pas levées`}.`,
        ]
      : []),
  ];
}

function refusedOutside(called: string, reference: string, isGranted: boolean): string {
  return isGranted
    ? `Ce que ${called} accordait est retiré (${reference})\u00a0: rien n’est plus notifié ni signé.`
    : `Le projet n’est pas retenu par ${called}\u00a0: aucune aide ne peut être votée.`;
}

/** What the assessors found strong and weak of files that are not retained, by line of the grid; nothing for others. */
export async function feedbackOnAll(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, readonly ToldLine[]>> {
  const candidates = await candidatesAmong(tx, applications);
  return new Map(
    applications.map((application) => {
      const lines = gridLines(schemeOf(application).grid);
      const told = (candidates.get(application.id)?.feedback ?? []).map(({ line, strength, weakness }) => ({
        title: lines.find(({ id }) => id === line)?.title ?? line,
        strength,
        weakness,
      }));
      return [application.id, told];
    }),
  );
}

/** The files that a committee decides on, as its selection has them. */
function candidatesAmong(tx: Tx, applications: readonly Application[]): Promise<ReadonlyMap<string, Candidate>> {
  return findCandidates(
    tx,
    applications.filter((application) => courseOf(application).road === "committee").map(({ id }) => id),
  );
}

export interface ToldLine {
  readonly title: string;
  readonly strength: string;
  readonly weakness: string;
}

/** The ground of a rejection that follows from a selection; none where the file was not before a committee, or is retained. */
export async function selectionGrounds(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, Ground>> {
  const candidates = await candidatesAmong(tx, applications);
  const grounds = applications.flatMap((application) => {
    const candidate = candidates.get(application.id);
    const found = candidate === undefined ? null : groundOf(application, candidate);
    return found === null ? [] : [[application.id, found] as const];
  });
  return new Map(grounds);
}

/** What a committee says of a file to those who vote. */
export interface SaidByCommittee {
  /** The project in a few words, as the committee had it before its eyes. */
  readonly summary: string;
  /** Its rank, and why it was decided so. */
  readonly why: readonly string[];
  /** What it set before the vote and that is not lifted. */
  readonly conditions: readonly string[];
}

/** The same of each file that a committee decided on; the others are not there. */
export async function saidByCommittee(
  tx: Tx,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, SaidByCommittee>> {
  const candidates = await candidatesAmong(tx, applications);
  return new Map(
    applications.flatMap((application) => {
      const candidate = candidates.get(application.id);
      if (candidate === undefined) return [];
      const { rank, reason, summary, conditions } = candidate;
      const ground = groundOf(application, candidate);
      const why = [
        ...(rank === null ? [] : [`Rang ${rank} au classement du comité de sélection.`]),
        ...(ground === null ? [] : [ground.rule]),
        ...(reason === "" ? [] : [reason]),
      ];
      const open = conditions.filter(({ liftedAt }) => liftedAt === null).map(({ words }) => words);
      return [[application.id, { summary, why, conditions: open }] as const];
    }),
  );
}

function groundOf(application: Application, candidate: Candidate): Ground | null {
  const { after } = courseOf(application);
  const [line] = gridLines(schemeOf(application).grid);
  if (after !== undefined && candidate.outside?.isSelected === false) {
    const finding = `Décision ${candidate.outside.reference}.`;
    return ground(`Projet non retenu par ${after.called}`, after.provision, finding);
  }
  if (application.state !== "not-selected") return null;
  return ground("Projet non retenu par le comité de sélection", line?.provision ?? "", candidate.reason);
}

function ground(rule: string, provision: string, finding: string): Ground {
  return { key: "selection", label: rule, provision, rule, finding };
}

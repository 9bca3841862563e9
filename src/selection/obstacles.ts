import { gridLines } from "#policy/index.ts";
import { type Application, courseOf } from "#src/life/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { type Ground, schemeOf } from "#src/reviews/index.ts";
import { GRANTED } from "./outside/granted.ts";
import { findCandidate } from "./store.ts";

/** What still stands before a vote in favour, its notification or its signature, in words; nothing for other roads. */
export async function obstaclesTo(tx: Tx, application: Application): Promise<readonly string[]> {
  const { road, after } = courseOf(application);
  if (road !== "committee") return [];
  const candidate = await findCandidate(tx, application.id);
  if (candidate === null) return [];
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

/** What the assessors found strong and weak of a file that is not retained, by line of the grid; nothing for others. */
export async function feedbackOn(tx: Tx, application: Application): Promise<readonly ToldLine[]> {
  if (courseOf(application).road !== "committee") return [];
  const candidate = await findCandidate(tx, application.id);
  const lines = gridLines(schemeOf(application).grid);
  return (candidate?.feedback ?? []).map(({ line, strength, weakness }) => ({
    title: lines.find(({ id }) => id === line)?.title ?? line,
    strength,
    weakness,
  }));
}

export interface ToldLine {
  readonly title: string;
  readonly strength: string;
  readonly weakness: string;
}

/** The ground of a rejection that follows from a selection; null where the file was not before a committee, or is retained. */
export async function selectionGround(tx: Tx, application: Application): Promise<Ground | null> {
  const { road, after } = courseOf(application);
  if (road !== "committee") return null;
  const candidate = await findCandidate(tx, application.id);
  const [line] = gridLines(schemeOf(application).grid);
  if (candidate === null) return null;
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

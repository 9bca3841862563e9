import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { Refusal, Step, StepWritten, WorkOnMany } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { World } from "#src/platform/world.ts";
import { reviewSteps } from "#src/reviews/index.ts";
import { type BatchedApplication, type BatchOutcome, eachGroup } from "../batch.ts";
import { bringToNextMeeting } from "../committee/bring.ts";
import type { CandidateStanding, Rules } from "../standing.ts";
import { reserveAll } from "./commit.ts";
import { type CallSelection, feedbackIn, loadSelection } from "./steps.ts";

/** The acts of a committee on all the files of a call: in groups that each read and write at once. */

async function loaded(world: World, callId: string): Promise<CallSelection> {
  const found = await inTransaction(world.db, "system", (tx) => loadSelection(tx, callId));
  if (found === null) throw new Error(`no call ${callId}`);
  return found;
}

/** Closes the assessment of every file whose sheets are in and whose gaps are settled. */
export async function closeAssessment(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  key: string,
): Promise<BatchOutcome> {
  const { standing } = await loaded(world, callId);
  const ready = standing.files.filter(({ candidate, waits }) => candidate.state === "admitted" && waits === null);
  const scores = new Map(ready.map(({ candidate, score }) => [candidate.id, score]));
  return moveAll(
    world,
    visitor,
    "score",
    candidatesOf(ready),
    key,
    async (_tx, applications) =>
      new Map(applications.map(({ id }) => [id, { details: { score: scores.get(id) ?? null } }])),
  );
}

/** Closes the ranking: each file keeps its rank. Refused as long as two files are level and the call leaves it to the committee. */
export async function closeRanking(
  world: World,
  visitor: SignedVisitor,
  callId: string,
  key: string,
): Promise<BatchOutcome> {
  const { standing } = await loaded(world, callId);
  const open = standing.ranked.filter(({ isOpen, candidate }) => isOpen && candidate.state === "scored");
  if (open.length > 0) {
    const why = "À égalité\u00a0: le comité tranche, et dit pourquoi.";
    return { done: 0, left: open.map(({ candidate }) => ({ number: candidate.number, why })) };
  }
  const ranks = new Map(standing.ranked.map(({ id, rank }) => [id, rank]));
  const files = standing.ranked.map(({ candidate }) => candidate).filter(({ state }) => state === "scored");
  const outcome = await moveAll(world, visitor, "rank", files, key, async (tx, applications) => {
    await keepAll(
      tx,
      applications.map(({ id }) => ({ id, rank: ranks.get(id) ?? null })),
    );
    return new Map(applications.map(({ id }) => [id, { details: { rank: ranks.get(id) ?? null } }]));
  });
  const refused = new Set(outcome.left.map(({ number }) => number));
  const brought = standing.ranked.filter(
    ({ candidate }) => files.includes(candidate) && !refused.has(candidate.number),
  );
  await inTransaction(world.db, "system", (tx) => bringToNextMeeting(tx, callId, brought));
  return outcome;
}

/**
 * Keeps what the committee decided: those above the line are selected, in their order and within the envelopes; the
 * others are held in reserve; those below the threshold are not selected.
 */
export async function settle(world: World, visitor: SignedVisitor, callId: string, key: string): Promise<BatchOutcome> {
  const { rules, standing } = await loaded(world, callId);
  const funded = new Set(standing.line.funded.map(({ id }) => id));
  const files = standing.ranked.filter(({ candidate }) => candidate.state === "ranked");
  const above = files.filter(({ id, isBelow }) => !isBelow && funded.has(id));
  const held = files.filter(({ id, isBelow }) => !isBelow && !funded.has(id));
  const below = files.filter(({ isBelow }) => isBelow);
  const before = standing.files.filter(({ candidate }) => candidate.state === "in-reserve").length;
  return inOrder(files, [
    await moveAll(world, visitor, "select", candidatesOf(above), key, selectAll(rules, above)),
    await moveAll(world, visitor, "hold-in-reserve", candidatesOf(held), key, holdAll(held, before)),
    await moveAll(world, visitor, "not-select", candidatesOf(below), key, leaveAll(rules, below)),
  ]);
}

function selectAll(rules: Rules, files: readonly CandidateStanding[]): WorkOnMany {
  const asked = new Map(files.map(({ candidate }) => [candidate.id, candidate.asks]));
  return async (tx, applications, at) => {
    const [{ call } = { call: null }] = applications;
    if (call === null) throw new Error("selected files answer no call");
    const asks = applications.map(({ id, framework }) => ({ id, framework, asks: asked.get(id) ?? [] }));
    const lacks = await reserveAll(tx, call.id, rules, asks);
    const kept = applications.filter(({ id }) => !lacks.has(id));
    await keepAll(
      tx,
      kept.map(({ id }) => ({ id, reserve_rank: null, reason: "", ...decidedAt(at) })),
    );
    const moved = kept.map(
      ({ id, proposedAid: aid }) => [id, { details: { asks: asked.get(id) ?? [], aid } }] as const,
    );
    const left = [...lacks].map(([id, message]) => [id, { refusals: [{ message }] }] as const);
    return new Map<string, StepWritten | { readonly refusals: readonly Refusal[] }>([...moved, ...left]);
  };
}

function holdAll(files: readonly CandidateStanding[], before: number): WorkOnMany {
  const places = new Map(files.map(({ candidate }, at) => [candidate.id, before + at + 1]));
  return async (tx, applications, at) => {
    await keepAll(
      tx,
      applications.map(({ id }) => ({ id, reserve_rank: places.get(id), ...decidedAt(at) })),
    );
    return new Map(applications.map(({ id }) => [id, { details: { place: places.get(id) ?? null } }]));
  };
}

function leaveAll(rules: Rules, files: readonly CandidateStanding[]): WorkOnMany {
  const feedback = new Map(files.map(({ candidate }) => [candidate.id, feedbackIn(candidate)]));
  const reason = belowWhy(rules);
  return async (tx, applications, at) => {
    const rows = applications.map(({ id }) => ({ id, reserve_rank: null, reason, feedback: feedback.get(id) ?? [] }));
    await keepAll(
      tx,
      rows.map((row) => ({ ...row, ...decidedAt(at) })),
    );
    return new Map(applications.map(({ id }) => [id, { details: { reason } }]));
  };
}

function belowWhy({ threshold, most }: Rules): string {
  return most === null || threshold === null
    ? "Un critère de sélection au moins n’est pas rempli."
    : `La note du projet est inférieure à ${threshold} sur 100, que l’appel demande.`;
}

function candidatesOf(files: readonly CandidateStanding[]): readonly BatchedApplication[] {
  return files.map(({ candidate }) => candidate);
}

function decidedAt(at: Temporal.Instant) {
  return { decided_at: at.toString() };
}

/** One step of many files of a call, in groups; where they lead, the page that sent them says. */
function moveAll(
  world: World,
  visitor: SignedVisitor,
  step: Step,
  files: readonly BatchedApplication[],
  key: string,
  work: WorkOnMany,
): Promise<BatchOutcome> {
  return eachGroup(files, key, (requests) => reviewSteps(world, visitor, step, requests, work));
}

/** What several groups came to, those left in the order of the ranking. */
function inOrder(files: readonly CandidateStanding[], outcomes: readonly BatchOutcome[]): BatchOutcome {
  const left = new Map(outcomes.flatMap((one) => one.left.map((line) => [line.number, line] as const)));
  return {
    done: outcomes.reduce((sum, { done }) => sum + done, 0),
    left: files.flatMap(({ candidate }) => left.get(candidate.number) ?? []),
  };
}

/** What is kept of each file before the committee, by column, in one statement. All rows have the same columns. */
async function keepAll(
  tx: Tx,
  rows: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).filter((name) => name !== "id");
  const taken = sql.join(columns.map((name) => sql`${sql.ref(name)} = x.${sql.ref(name)}`));
  await sql`${plannedOnce}
    UPDATE selection s SET ${taken} FROM jsonb_populate_recordset(NULL::selection, ${JSON.stringify(
      rows.map(({ id, ...row }) => ({ ...row, application_id: id })),
    )}::jsonb) AS x WHERE s.application_id = x.application_id`.execute(tx);
}

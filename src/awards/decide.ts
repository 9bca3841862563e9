import type { Temporal } from "temporal-polyfill";
import type { ActRequest, Application, Outcome, StepWritten, WorkOnMany } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import {
  type Instruction,
  instructionOf,
  loadAllReviewed,
  type Refusal,
  type ReviewedApplication,
  reviewStep,
  reviewSteps,
} from "#src/reviews/index.ts";
import { feedbackOnAll, keepCommitted, obstaclesToAll, selectionGrounds } from "#src/selection/index.ts";
import { type Award, type AwardContext, type AwardInput, award } from "./award.ts";
import { contextOf, evidenceOf, ruleDay } from "./context.ts";
import { underCorrection } from "./correct-vote.ts";
import { notYetEnforceable } from "./deliberation.ts";
import { roundsOf } from "./rounds.ts";
import { addAwards, findAwards, grantShares, markNotified } from "./store.ts";
import { votedOnMore } from "./voted-on-more.ts";

type Result = StepWritten | ReturnType<typeof refused>;

/** Records the vote of the Permanent Commission: the aid within the ceilings, or the rejection with its grounds. */
export function decide(world: World, visitor: SignedVisitor, request: ActRequest, input: AwardInput): Promise<Outcome> {
  const work = decidedBy(visitor, input.favourable, () => input);
  return reviewStep(world, visitor, input.favourable ? "award" : "reject", request, alone(work));
}

/** The same for many files, all voted or all rejected. */
export function decideAll(
  world: World,
  visitor: SignedVisitor,
  favourable: boolean,
  requests: readonly ActRequest[],
  inputOf: (id: string) => AwardInput,
): Promise<ReadonlyMap<string, Outcome>> {
  const work = decidedBy(visitor, favourable, inputOf);
  return reviewSteps(world, visitor, favourable ? "award" : "reject", requests, work);
}

/** Tells the applicant of the decision: the letter follows, then the mail that carries it. */
export function notify(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  favourable: boolean,
): Promise<Outcome> {
  return reviewStep(world, visitor, favourable ? "notify" : "notify-refusal", request, alone(notified(favourable)));
}

/** The same for many files, all granted or all refused. */
export function notifyMany(
  world: World,
  visitor: SignedVisitor,
  favourable: boolean,
  requests: readonly ActRequest[],
): Promise<ReadonlyMap<string, Outcome>> {
  return reviewSteps(world, visitor, favourable ? "notify" : "notify-refusal", requests, notified(favourable));
}

/** An act on many files as that of one. */
function alone(work: WorkOnMany) {
  return async (tx: Tx, application: Application, at: Temporal.Instant): Promise<Result> => {
    const result = (await work(tx, [application], at)).get(application.id);
    if (result === undefined) throw new Error(`${application.id} was not answered`);
    return result as Result;
  };
}

function decidedBy(visitor: SignedVisitor, favourable: boolean, inputOf: (id: string) => AwardInput): WorkOnMany {
  return async (tx, applications, at) => {
    const results = new Map<string, Result>();
    for (const round of await roundsOf(tx, applications)) {
      // Read once the ledgers are ours: another vote may have granted days to the same structures just before.
      const files = await loadAllReviewed(
        tx,
        round.map(({ id }) => id),
        visitor.person.id,
      );
      const obstacles = favourable ? await obstaclesToAll(tx, round) : new Map<string, readonly string[]>();
      const grounds = await selectionGrounds(tx, round);
      const kept: Kept[] = [];
      for (const { id } of round) {
        const file = files.get(id);
        if (file === undefined) throw new Error(`file ${id} cannot be read by who locked it`);
        const instruction = instructionOf(file);
        const context = withGround(contextOf(file, ruleDay(legalDay(at)), instruction), grounds.get(id));
        const said = (obstacles.get(id) ?? []).map((message) => ({ field: "aide", message }));
        const decided = said.length > 0 ? { refusals: said } : award(inputOf(id), context);
        if ("refusals" in decided) results.set(id, refused(decided.refusals));
        else kept.push({ file, instruction, context, ok: decided.ok });
      }
      await keepDecisions(tx, visitor, at, favourable, kept);
      for (const { file, ok } of kept) results.set(file.application.id, writtenOf(ok));
    }
    return results;
  };
}

function withGround(bare: AwardContext, ofSelection: AwardContext["grounds"][number] | undefined): AwardContext {
  return ofSelection === undefined ? bare : { ...bare, grounds: [ofSelection, ...bare.grounds] };
}

/** A decision that holds, with what it rests on. */
interface Kept {
  readonly file: ReviewedApplication;
  readonly instruction: Instruction;
  readonly context: AwardContext;
  readonly ok: Award;
}

async function keepDecisions(
  tx: Tx,
  visitor: SignedVisitor,
  at: Temporal.Instant,
  favourable: boolean,
  kept: readonly Kept[],
): Promise<void> {
  if (kept.length === 0) return;
  if (favourable) await keepCommitted(tx, new Map(kept.map(({ file, ok }) => [file.application.id, ok.aid])));
  const applications = kept.map(({ file }) => file.application);
  const feedback = favourable ? new Map<string, never>() : await feedbackOnAll(tx, applications);
  const awards = kept.map(({ file, instruction, context, ok }) => ({
    applicationId: file.application.id,
    award: ok,
    evidence: { ...evidenceOf(file, context, instruction), feedback: feedback.get(file.application.id) ?? [] },
  }));
  await addAwards(tx, awards, visitor.person.id, at);
  for (const { file, ok } of kept) await grantShares(tx, file.application.id, ok.shares, ok.decidedOn);
}

function writtenOf({ aid, datedBefore, deliberation, decidedOn, favourable, grounds }: Award): StepWritten {
  return {
    columns: { decidedAid: aid },
    details: {
      aid,
      deliberation,
      decidedOn,
      ...(datedBefore === null ? {} : { datedBefore }),
      ...(favourable ? {} : { grounds: grounds.map((ground) => ground.key) }),
    },
  };
}

function notified(favourable: boolean): WorkOnMany {
  return async (tx, applications, at) => {
    const awards = await findAwards(
      tx,
      applications.map(({ id }) => id),
    );
    const obstacles = favourable ? await obstaclesToAll(tx, applications) : new Map<string, readonly string[]>();
    const waiting = await notYetEnforceable(tx, applications, awards, legalDay(at).toString());
    const disputed = await underCorrection(
      tx,
      applications.map(({ id }) => id),
    );
    const results = applications.map((application): [string, Result] => {
      const { id } = application;
      const recorded = awards.get(id);
      if (recorded === undefined) return [id, refused([about("Aucune décision n’est enregistrée.")])];
      const said = [
        ...(obstacles.get(id) ?? []),
        ...(waiting.get(id) ?? []),
        ...votedOnMore(application, recorded),
        ...(disputed.has(id) ? [CORRECTING] : []),
      ];
      if (said.length > 0) return [id, refused(said.map(about))];
      return [id, { details: { deliberation: recorded.deliberation, aid: recorded.aid }, letter: {} }];
    });
    const told = results.flatMap(([id, result]) => ("refusals" in result ? [] : [id]));
    if (told.length > 0) await markNotified(tx, told, at);
    return new Map(results);
  };
}

const CORRECTING = "Une correction du vote attend une autre personne\u00a0: elle se règle avant la notification.";

function about(message: string): Refusal {
  return { field: "notification", message };
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}

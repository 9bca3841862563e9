import { sql } from "kysely";
import { fundedIn, type Values } from "#policy/index.ts";
import { type ActRequest, type Application, listRevisions, type Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { loadFile, type Refusal, type ReviewFile, reviewStep, schemeOf } from "#src/reviews/index.ts";
import { feedbackOn, keepCommitted, obstaclesTo, selectionGround } from "#src/selection/index.ts";
import { type AwardInput, award } from "./award.ts";
import { contextOf, evidenceOf, ruleDay } from "./context.ts";
import { notYetEnforceable } from "./deliberation.ts";
import { addAward, findAward, grantShares, markNotified } from "./store.ts";

/** Records the vote of the Permanent Commission: the aid within the ceilings, or the rejection with its grounds. */
export function decide(world: World, visitor: SignedVisitor, request: ActRequest, input: AwardInput): Promise<Outcome> {
  return reviewStep(world, visitor, input.favourable ? "award" : "reject", request, async (tx, application, at) => {
    await lockLedgers(tx, application);
    // Read once the ledgers are ours: another vote may have granted days to the same structures just before.
    const file = await loadLocked(tx, application.id, visitor);
    const obstacles = input.favourable ? await obstaclesTo(tx, file.application) : [];
    if (obstacles.length > 0) return refused(obstacles.map((message) => ({ field: "aide", message })));
    const bare = contextOf(file, ruleDay(legalDay(at)));
    const ofSelection = await selectionGround(tx, file.application);
    const context = ofSelection === null ? bare : { ...bare, grounds: [ofSelection, ...bare.grounds] };
    const decided = award(input, context);
    if ("refusals" in decided) return refused(decided.refusals);
    if (input.favourable) await keepCommitted(tx, application.id, decided.ok.aid);
    const feedback = input.favourable ? [] : await feedbackOn(tx, file.application);
    const evidence = { ...evidenceOf(file, context), feedback };
    await addAward(tx, application.id, decided.ok, evidence, visitor.person.id, at);
    await grantShares(tx, application.id, decided.ok.shares, decided.ok.decidedOn);
    const { aid, datedBefore, deliberation, decidedOn, favourable, grounds } = decided.ok;
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
  });
}

/** Tells the applicant of the decision: the letter follows, then the mail that carries it. */
export function notify(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  favourable: boolean,
): Promise<Outcome> {
  return reviewStep(world, visitor, favourable ? "notify" : "notify-refusal", request, async (tx, application, at) => {
    const recorded = await findAward(tx, application.id);
    if (recorded === null) return refused([{ field: "notification", message: "Aucune décision n’est enregistrée." }]);
    const obstacles = [
      ...(favourable ? await obstaclesTo(tx, application) : []),
      ...(await notYetEnforceable(tx, application, recorded.deliberation, legalDay(at).toString())),
    ];
    if (obstacles.length > 0) return refused(obstacles.map((message) => ({ field: "notification", message })));
    await markNotified(tx, application.id, at);
    return { details: { deliberation: recorded.deliberation, aid: recorded.aid }, letter: {} };
  });
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => ({ path: field, message })) };
}

async function loadLocked(tx: Tx, id: string, visitor: SignedVisitor): Promise<ReviewFile> {
  const file = await loadFile(tx, id, visitor.person.id);
  if (file === null) throw new Error(`file ${id} cannot be read by who locked it`);
  return file;
}

/** Two votes on the same structure happen one after the other, in the order of the SIREN so that none waits for ever. */
async function lockLedgers(tx: Tx, application: Application): Promise<void> {
  const [revision] = await listRevisions(tx, application.id, 1);
  const named = fundedIn(schemeOf(application), (revision?.facts ?? {}) as Values).flatMap(({ siren }) => siren ?? []);
  const sirens = [...new Set(named)].sort();
  for (const siren of sirens) {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger:${siren}`}, 7))`.execute(tx);
  }
}

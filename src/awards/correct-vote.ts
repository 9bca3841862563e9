import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import { cents, type Day, parseDay, sayDay, sayMoney } from "#policy/index.ts";
import type { ActRequest, Application, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { ask, type Read, rowsOf } from "#src/platform/database/read.ts";
import { enqueue } from "#src/platform/jobs.ts";
import type { World } from "#src/platform/world.ts";
import { instructionOf, loadReviewed, type Refusal, reviewAct } from "#src/reviews/index.ts";
import { commitAgain } from "#src/selection/index.ts";
import { lengthOf } from "#text/index.ts";
import { type AwardInput, award } from "./award.ts";
import { contextOf, evidenceOf, ruleDay } from "./context.ts";
import { holdLedgers } from "./rounds.ts";
import { findAward, grantShares, markNotified, type RecordedAward } from "./store.ts";
import { isVotedOnMore } from "./voted-on-more.ts";

/** What of a recorded vote is corrected: the sense of the vote is not; a vote of the other sense is another vote. */
export interface CorrectionInput {
  readonly decidedOn: Day | null;
  readonly deliberation: string;
  /** In cents; read for an aid alone. */
  readonly aid: number | null;
  readonly reason: string;
  /** Why the record is wrong. */
  readonly why: string;
}

/** A correction that waits for another person. */
export interface OpenCorrection {
  readonly id: string;
  readonly asked: {
    readonly decidedOn: Day;
    readonly deliberation: string;
    readonly aid: number;
    readonly reason: string;
  };
  readonly why: string;
  readonly askedBy: string | null;
  readonly askedByName: string | null;
}

export function openCorrection(tx: Tx, application: string): Promise<OpenCorrection | null> {
  return ask(tx, openCorrectionOf(application));
}

/** The same, to be read with other things. */
export function openCorrectionOf(application: string): Read<OpenCorrection | null> {
  return rowsOf(
    sql<OpenCorrection>`
      SELECT c.id, c.asked, c.why, c.asked_by AS "askedBy", p.name AS "askedByName"
      FROM vote_correction c LEFT JOIN person p ON p.id = c.asked_by
      WHERE c.application_id = ${application} AND c.settled_at IS NULL`,
    ([row]) => row ?? null,
  );
}

/** The files whose recorded vote one asks to correct: what would be told to the applicant is in doubt. */
export async function underCorrection(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("vote_correction")
    .select("application_id")
    .where("application_id", "in", ids)
    .where("settled_at", "is", null)
    .execute();
  return new Set(rows.map(({ application_id }) => application_id));
}

/** Asks that a recorded vote be corrected, before the applicant is told of it: another person then says yes or no. */
export function askCorrection(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  input: CorrectionInput,
): Promise<Outcome> {
  return reviewAct(world, visitor, "correct-vote", "vote-correction-asked", request, async (tx, application, at) => {
    const recorded = await findAward(tx, application.id);
    if (recorded === null || !canCorrect(application, recorded)) return refused([{ field: "", message: NOT_NOW }]);
    if ((await openCorrection(tx, application.id)) !== null) {
      return refused([{ field: "", message: "Une correction attend déjà une autre personne." }]);
    }
    const judged = await judge(tx, visitor, application.id, recorded, input, ruleDay(legalDay(at)));
    const refusals = [...whyRefusals(input.why), ...("refusals" in judged ? judged.refusals : [])];
    if ("refusals" in judged || refusals.length > 0) return refused(refusals);
    const { decidedOn, deliberation, aid, reason } = judged.ok;
    const asked = { decidedOn, deliberation, aid, reason };
    await tx
      .insertInto("vote_correction")
      .values({
        application_id: application.id,
        asked: json(asked),
        why: input.why,
        asked_by: visitor.person.id,
        asked_at: at,
      })
      .execute();
    return { details: { before: told(recorded), after: asked, reason: input.why } };
  });
}

/** The other person's word: the record then says what was voted, or stays. What it was is in the journal. */
export function settleCorrection(
  world: World,
  visitor: SignedVisitor,
  request: ActRequest,
  accepted: boolean,
): Promise<Outcome> {
  const fact = accepted ? "vote-corrected" : "vote-correction-refused";
  return reviewAct(world, visitor, "correct-vote", fact, request, async (tx, application, at) => {
    const recorded = await findAward(tx, application.id);
    const open = await openCorrection(tx, application.id);
    if (recorded === null || open === null || !canCorrect(application, recorded)) {
      return refused([{ field: "", message: NOT_NOW }]);
    }
    if (open.askedBy === visitor.person.id) {
      return refused([
        { field: "", message: "Vous avez demandé cette correction : une autre personne doit la faire." },
      ]);
    }
    await tx
      .updateTable("vote_correction")
      .set({ settled_by: visitor.person.id, settled_at: at, accepted })
      .where("id", "=", open.id)
      .execute();
    await holdLedgers(tx, application);
    if (!accepted) return { details: { after: open.asked, reason: open.why } };
    const judged = await judge(
      tx,
      visitor,
      application.id,
      recorded,
      { ...open.asked, why: open.why },
      ruleDay(legalDay(at)),
    );
    if ("refusals" in judged) return refused(judged.refusals);
    const lacks = await commitAgain(tx, judged.file, judged.ok.aid, recorded.aid);
    if (lacks !== null) return refused([{ field: "aide", message: lacks }]);
    await keepCorrected(tx, judged, recorded);
    const { notifiedAt } = recorded;
    if (notifiedAt !== null) await tellAgain(tx, application.id, notifiedAt, visitor.person.id, at);
    return {
      columns: { decidedAid: judged.ok.aid },
      details: { before: told(recorded), after: open.asked, reason: open.why },
      visibleToApplicant: notifiedAt !== null,
    };
  });
}

/** What a vote rests on stays as it was, unless what counts changed since: then it is what the corrected vote was held against. */
async function keepCorrected(tx: Tx, { ok, file, context }: Judged, recorded: RecordedAward): Promise<void> {
  const { id } = file.application;
  const { aid, decidedOn, deliberation, eligibleCosts, reason, shares } = ok;
  const row = await tx
    .selectFrom("award")
    .select("evidence")
    .where("application_id", "=", id)
    .executeTakeFirstOrThrow();
  const anew = eligibleCosts === recorded.eligibleCosts ? {} : evidenceOf(file, context, instructionOf(file));
  const evidence = { ...(row.evidence as Readonly<Record<string, unknown>>), ...anew, reason, shares };
  await tx
    .updateTable("award")
    .set({ aid, eligible_costs: eligibleCosts, decided_on: decidedOn, deliberation, evidence: json(evidence) })
    .where("application_id", "=", id)
    .execute();
  await grantShares(tx, id, shares, decidedOn);
}

/** Who was told an aid that is voted anew is told the new one by another letter. */
async function tellAgain(tx: Tx, id: string, told: Temporal.Instant, by: string, at: Temporal.Instant): Promise<void> {
  await markNotified(tx, [id], at);
  const before = await tx
    .selectFrom("document")
    .select("id")
    .where("application_id", "=", id)
    .where("kind", "=", "award-letter")
    .execute();
  const again = { rank: Math.max(1, before.length) + 1, replaces: legalDay(told).toString() };
  const payload = { application: id, actor: by, at: at.toString(), again };
  await enqueue(tx, "issue-award-letter", payload, `award:${id}:${again.rank}`);
}

/** Until it is told; after that only where another funder lowered what it was reckoned on, before an agreement says it. */
export function canCorrect(
  application: Pick<Application, "state" | "otherDecision">,
  recorded: Pick<RecordedAward, "notifiedAt" | "favourable" | "eligibleCosts">,
): boolean {
  return recorded.notifiedAt === null || (application.state === "notified" && isVotedOnMore(application, recorded));
}

const NOT_NOW = "Un vote se corrige tant que la décision n’est pas notifiée.";

function told({ decidedOn, deliberation, aid, reason }: RecordedAward) {
  return { decidedOn, deliberation, aid, reason };
}

type Judged = Exclude<Awaited<ReturnType<typeof judge>>, { readonly refusals: unknown }>;

/** The corrected vote is held against the same rules as the vote itself. */
async function judge(
  tx: Tx,
  visitor: SignedVisitor,
  id: string,
  recorded: RecordedAward,
  input: CorrectionInput,
  today: Day,
) {
  const file = await loadReviewed(tx, id, visitor.person.id);
  if (file === null) throw new Error(`file ${id} cannot be read by who locked it`);
  const vote: AwardInput = {
    favourable: recorded.favourable,
    decidedOn: input.decidedOn,
    knowingly: true,
    deliberation: input.deliberation,
    aid: recorded.favourable ? input.aid : null,
    reason: input.reason,
    grounds: recorded.grounds.map(({ key }) => key),
  };
  const context = contextOf(file, today);
  const judged = award(vote, context);
  return "refusals" in judged ? judged : { ...judged, file, context };
}

function whyRefusals(why: string): readonly Refusal[] {
  if (why === "") return [{ field: "pourquoi", message: "Dites ce qui est faux dans l’enregistrement." }];
  return lengthOf(why) > 1000 ? [{ field: "pourquoi", message: "1\u202f000 caractères au plus." }] : [];
}

function refused(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ field, message }) => (field === "" ? { message } : { path: field, message })) };
}

/** « délibération CP-1 du 3 mars 2026, 9 100 € » */
export function sayVote(vote: {
  readonly decidedOn: string;
  readonly deliberation: string;
  readonly aid: number;
}): string {
  const day = parseDay(vote.decidedOn);
  return `délibération ${vote.deliberation} du ${day === null ? vote.decidedOn : sayDay(day)}, ${sayMoney(cents(vote.aid))}`;
}

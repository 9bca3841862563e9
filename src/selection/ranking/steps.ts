import { findCall } from "#src/calls/index.ts";
import type { ActRequest, Outcome, Step } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { json, type Tx } from "#src/platform/database/database.ts";
import { plannedOnce } from "#src/platform/database/planned-once.ts";
import type { World } from "#src/platform/world.ts";
import { reviewStep } from "#src/reviews/index.ts";
import type { Candidate } from "../candidate.ts";
import { rulesOf } from "../rules.ts";
import { feedbackOf } from "../scores/feedback.ts";
import { type CallStanding, type Rules, standingOf } from "../standing.ts";
import { listCandidates } from "../store.ts";
import { reserve } from "./commit.ts";

/** A call with all that its selection rests on. */
export interface CallSelection {
  readonly rules: Rules;
  readonly standing: CallStanding;
}

/** Read by the service itself: what an officer may not read yet (marks not all in) counts for nothing here. */
export async function loadSelection(tx: Tx, callId: string): Promise<CallSelection | null> {
  const call = await findCall(tx, { id: callId });
  if (call === null) return null;
  const rules = rulesOf(call);
  return { rules, standing: standingOf(rules, await listCandidates(tx, callId)) };
}

/** Selects a file, or calls it up from the reserve: its envelopes hold what it asks, or nothing happens. */
export function select(
  world: World,
  visitor: SignedVisitor,
  name: "select" | "call-up",
  request: { readonly id: string; readonly version: number; readonly key: string },
  rules: Rules,
  { asks }: Pick<Candidate, "asks">,
): Promise<Outcome> {
  return step(world, visitor, name, request, async (tx, application, at) => {
    if (application.call === null) throw new Error(`file ${application.id} answers no call`);
    const lacks = await reserve(tx, { ...application, call: application.call }, rules, asks);
    if (lacks !== null) return { refusals: [{ message: lacks }] };
    await decided(tx, application.id, at.toString(), { reserve_rank: null, reason: "" });
    return { details: { asks, aid: application.proposedAid } };
  });
}

export function holdInReserve(
  world: World,
  visitor: SignedVisitor,
  request: { readonly id: string; readonly version: number; readonly key: string },
  place: number,
): Promise<Outcome> {
  return step(world, visitor, "hold-in-reserve", request, async (tx, application, at) => {
    await decided(tx, application.id, at.toString(), { reserve_rank: place });
    return { details: { place } };
  });
}

/** Not selected, with the reason that its letter gives; what the assessors found strong and weak goes with it. */
export function notSelect(
  world: World,
  visitor: SignedVisitor,
  request: { readonly id: string; readonly version: number; readonly key: string },
  candidate: Candidate,
  reason: string,
): Promise<Outcome> {
  return step(world, visitor, "not-select", request, async (tx, application, at) => {
    if (reason === "") return { refusals: [{ path: "motif", message: "Dites pourquoi\u00a0: la lettre le reprend." }] };
    const feedback = json(feedbackIn(candidate));
    await decided(tx, application.id, at.toString(), { reserve_rank: null, reason, feedback });
    return { details: { reason } };
  });
}

/** What the assessors found of a project, as it was worded since or as they wrote it. */
export function feedbackIn(candidate: Candidate): Candidate["feedback"] {
  return candidate.feedback.length > 0 ? candidate.feedback : feedbackOf(candidate);
}

/** Back before the committee, with a reason: envelopes get back what the file took. */
export function reopenRanking(
  world: World,
  visitor: SignedVisitor,
  request: { readonly id: string; readonly version: number; readonly key: string },
  reason: string,
): Promise<Outcome> {
  return step(world, visitor, "reopen-ranking", request, async (tx, application) => {
    if (reason === "") return { refusals: [{ path: "motif", message: "Dites pourquoi le classement est repris." }] };
    const cleared = { rank: null, reserve_rank: null, reason: "", decided_at: null };
    await tx.updateTable("selection").set(cleared).where("application_id", "=", application.id).execute();
    return { details: { reason } };
  });
}

function decided(tx: Tx, id: string, at: string, columns: Readonly<Record<string, unknown>>): Promise<unknown> {
  return tx
    .updateTable("selection")
    .modifyEnd(plannedOnce)
    .set({ ...columns, decided_at: at })
    .where("application_id", "=", id)
    .execute();
}

/** The steps of a selection lead nowhere by themselves: the page that sent them says where. */
function step(
  world: World,
  visitor: SignedVisitor,
  name: Step,
  { id, version, key }: { readonly id: string; readonly version: number; readonly key: string },
  work: Parameters<typeof reviewStep>[4],
): Promise<Outcome> {
  const request: ActRequest = { id, version, key, location: "/" };
  return reviewStep(world, visitor, name, request, work);
}

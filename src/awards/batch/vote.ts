import type { Day } from "#policy/index.ts";
import type { ActRequest, Outcome } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { readerOf } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type BatchedApplication, type BatchOutcome, eachGroup } from "#src/selection/index.ts";
import { decideAll, notifyMany } from "../decide.ts";
import { keepDeliberation } from "../deliberation.ts";

/** A file that the assembly votes on, as the page saw it. */
export interface ToVote extends BatchedApplication {
  readonly state: string;
  /** In cents: what the rules and the selection lead to. */
  readonly aid: number;
}

export interface VoteInput {
  readonly number: string;
  readonly decidedOn: Day | null;
  readonly transmittedOn: Day | null;
  readonly publishedOn: Day | null;
}

export type VoteRefusals = ReadonlyMap<string, string>;

/** Why a vote cannot be recorded as it was typed, by field. */
export function voteRefusals(input: VoteInput, today: string): VoteRefusals {
  const refusals = new Map<string, string>();
  if (input.number === "") refusals.set("deliberation", "Indiquez le numéro de la délibération.");
  else if (input.number.length > 60) refusals.set("deliberation", "60 caractères au plus.");
  if (input.decidedOn === null) refusals.set("date", "Indiquez la date du vote, par exemple 03/03/2026.");
  else if (input.decidedOn > today) refusals.set("date", "La date du vote ne peut pas être à venir.");
  for (const [field, on] of [
    ["transmission", input.transmittedOn],
    ["publication", input.publishedOn],
  ] as const) {
    if (on !== null && input.decidedOn !== null && on < input.decidedOn)
      refusals.set(field, "Cette date suit le vote.");
  }
  return refusals;
}

/** Records the vote of many files under one deliberation: aid for those retained, rejection for the others. */
export async function voteAll(
  world: World,
  visitor: SignedVisitor,
  files: readonly ToVote[],
  input: VoteInput,
  key: string,
): Promise<BatchOutcome> {
  const { number, decidedOn, transmittedOn, publishedOn } = input;
  if (decidedOn === null) return { done: 0, left: [] };
  await inTransaction(world.db, readerOf(visitor), (tx) =>
    keepDeliberation(
      tx,
      { number, votedOn: decidedOn, transmittedOn, publishedOn },
      visitor.person.id,
      world.clock.now().toString(),
    ),
  );
  const aids = new Map(files.map(({ id, aid }) => [id, aid]));
  return inTwoSenses(files, key, (favourable, requests) =>
    decideAll(world, visitor, favourable, requests, (id) => ({
      favourable,
      decidedOn,
      knowingly: true,
      deliberation: number,
      aid: favourable ? (aids.get(id) ?? 0) : null,
      reason: "",
      grounds: favourable ? [] : ["selection"],
    })),
  );
}

/** Notifies many decisions: the letters and the mails follow, by groups. Taken up again by the same form where it was cut. */
export function notifyAll(
  world: World,
  visitor: SignedVisitor,
  files: readonly (BatchedApplication & { readonly state: string })[],
  key: string,
): Promise<BatchOutcome> {
  return inTwoSenses(files, key, (favourable, requests) => notifyMany(world, visitor, favourable, requests));
}

/** What was refused, before and after each act: a file that a first sending moved keeps its sense. */
const AGAINST = new Set(["not-selected", "rejected", "refused"]);

/** The files for which the decision is favourable, then the others. */
async function inTwoSenses(
  files: readonly (BatchedApplication & { readonly state: string })[],
  key: string,
  perform: (favourable: boolean, requests: readonly ActRequest[]) => Promise<ReadonlyMap<string, Outcome>>,
): Promise<BatchOutcome> {
  const [against, inFavour] = [true, false].map((is) => files.filter(({ state }) => AGAINST.has(state) === is));
  const done = await eachGroup(inFavour ?? [], key, (requests) => perform(true, requests));
  const others = await eachGroup(against ?? [], key, (requests) => perform(false, requests));
  return { done: done.done + others.done, left: [...done.left, ...others.left] };
}

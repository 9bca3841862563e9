import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { type Closed, type Occasion, whyClosed } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { mailHeld, mailRegistered, mailToConfirm, mailWaiting } from "./mails.ts";
import { absences, noShowRuleOf } from "./no-show.ts";
import { type Entry, hasRoom, type Registration } from "./registration.ts";
import { addRegistration, findOpen, findRegistration, lockQuota, settle } from "./store.ts";
import { placeInQueue } from "./waiting-store.ts";

/** What became of one entry. `place` is the rank in the queue. */
export type Enrolled =
  | { readonly kind: "registered"; readonly id: string }
  | { readonly kind: "waiting"; readonly id: string; readonly place: number }
  /** Too many absences without a word: the organisers have theirs to say. */
  | { readonly kind: "held"; readonly id: string }
  /** The address must answer its mail before a place is taken. */
  | { readonly kind: "to-confirm"; readonly id: string }
  /** That address is registered already, or waits. */
  | { readonly kind: "known"; readonly id: string };

export interface EnrolmentOrder {
  readonly occasionId: string;
  readonly quotaId: string;
  readonly entries: readonly Entry[];
  /** Who enters others; null for who enters themselves. */
  readonly enteredBy: { readonly id: string | null; readonly name: string } | null;
  /** Whether the address is known to be the person's: signed in, or entered by someone who answers for it. */
  readonly isSure: boolean;
  /** What else is kept of an entry, in the same transaction. */
  readonly also?: (tx: Tx, registrationId: string, index: number) => Promise<void>;
}

/** Registers one person or several, in their order; each gets a place, else a rank in the queue, and a mail. */
export function enrol(
  world: World,
  order: EnrolmentOrder,
): Promise<{ readonly closed: Closed } | { readonly enrolled: readonly Enrolled[] }> {
  return inTransaction(world.db, "system", async (tx) => {
    const occasion = await findOccasion(tx, { id: order.occasionId });
    if (occasion === null) return { closed: "not-announced" as const };
    const closed = whyClosed(occasion, world.clock.now());
    if (closed !== null) return { closed };
    const enrolled: Enrolled[] = [];
    // The first of them takes the lock until the end: colleagues who come together stay together in the queue.
    for (const [index, entry] of order.entries.entries()) {
      const one = await enrolOne(tx, world, occasion, order, entry);
      if (one.kind !== "known") await order.also?.(tx, one.id, index);
      enrolled.push(one);
    }
    return { enrolled };
  });
}

async function enrolOne(
  tx: Tx,
  world: World,
  occasion: Occasion,
  order: EnrolmentOrder,
  entry: Entry,
): Promise<Enrolled> {
  const known = await findOpen(tx, occasion.id, entry.email);
  if (known !== null) return again(tx, world, occasion, known);
  const at = world.clock.now();
  const added = { occasionId: occasion.id, quotaId: order.quotaId, entry, enteredBy: order.enteredBy };
  if (!order.isSure) {
    const id = await addRegistration(tx, at, { ...added, state: "unconfirmed" });
    await mailToConfirm(tx, world, occasion, { ...entry, id, enteredByName: null });
    return { kind: "to-confirm", id };
  }
  const quota = await lockQuota(tx, order.quotaId);
  const state = (await isHeld(tx, world, occasion, entry.email)) ? "held" : hasRoom(quota) ? "registered" : "waiting";
  const id = await addRegistration(tx, at, { ...added, state });
  return told(tx, world, occasion, await reread(tx, id), order.enteredBy?.id ?? entry.personId);
}

/** The address answered its mail: the place is taken now, if there is one. Null where there is nothing to confirm. */
export function confirm(world: World, id: string): Promise<Enrolled | { readonly closed: Closed } | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const before = await findRegistration(tx, id);
    if (before === null) return null;
    const occasion = await findOccasion(tx, { id: before.occasionId });
    if (occasion === null) return null;
    const quota = await lockQuota(tx, before.quotaId);
    const registration = await findRegistration(tx, id);
    if (registration === null || registration.state !== "unconfirmed") return null;
    const closed = whyClosed(occasion, world.clock.now());
    if (closed !== null) return { closed };
    const held = await isHeld(tx, world, occasion, registration.email);
    await settle(tx, world.clock.now(), registration, held ? "held" : hasRoom(quota) ? "registered" : "waiting");
    return told(tx, world, occasion, await reread(tx, id), registration.personId);
  });
}

/** Whoever did not come too often, without a word, awaits the operator's. */
async function isHeld(tx: Tx, world: World, occasion: Occasion, email: string): Promise<boolean> {
  const rule = occasion.nature === "session" ? await noShowRuleOf(tx, occasion.id) : null;
  return rule !== null && (await absences(tx, email, rule, world.clock.now())) >= rule.limit;
}

/** The organisers give their word: a place if there is one, else the last rank. Null where it is not awaited. */
export function admit(world: World, id: string, actor: string): Promise<Enrolled | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const before = await findRegistration(tx, id);
    const occasion = before === null ? null : await findOccasion(tx, { id: before.occasionId });
    if (before === null || occasion === null) return null;
    const quota = await lockQuota(tx, before.quotaId);
    const registration = await findRegistration(tx, id);
    if (registration?.state !== "waiting" || registration.rank !== null) return null;
    await settle(tx, world.clock.now(), registration, hasRoom(quota) ? "registered" : "waiting");
    return told(tx, world, occasion, await reread(tx, id), actor);
  });
}

async function told(
  tx: Tx,
  world: World,
  occasion: Occasion,
  registration: Registration,
  actor: string | null,
): Promise<Enrolled> {
  const { id } = registration;
  const isIn = registration.state === "registered";
  await record(tx, {
    chain: `occasion:${occasion.id}`,
    at: world.clock.now(),
    actor,
    organisation: registration.organisationId,
    act: isIn ? "registration-made" : "registration-queued",
    details: { registration: id },
    visibleToApplicant: false,
  });
  if (isIn) {
    await mailRegistered(tx, world, occasion, registration);
    return { kind: "registered", id };
  }
  if (registration.rank === null) {
    await mailHeld(tx, world, occasion, registration);
    return { kind: "held", id };
  }
  const place = await placeInQueue(tx, registration);
  await mailWaiting(tx, world, occasion, registration, place);
  return { kind: "waiting", id, place };
}

/** Somebody registers once more: the mail that they may have lost is sent again, and nothing else is said. */
async function again(tx: Tx, world: World, occasion: Occasion, known: Registration): Promise<Enrolled> {
  if (known.state === "unconfirmed") await mailToConfirm(tx, world, occasion, known);
  else if (known.state === "registered") await mailRegistered(tx, world, occasion, known);
  else if (known.state === "waiting" && known.rank === null) await mailHeld(tx, world, occasion, known);
  else if (known.state === "waiting") await mailWaiting(tx, world, occasion, known, await placeInQueue(tx, known));
  return { kind: "known", id: known.id };
}

async function reread(tx: Tx, id: string): Promise<Registration> {
  const registration = await findRegistration(tx, id);
  if (registration === null) throw new Error(`registration ${id} is gone`);
  return registration;
}

import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import type { World } from "#src/platform/world.ts";
import { isOver, type Occasion, whyClosed } from "../occasions/occasion.ts";
import { findOccasion } from "../occasions/store.ts";
import { mailEnded, mailOffered, mailRegistered } from "./mails.ts";
import { type Ended, offerDeadline, offersToMake, type Registration } from "./registration.ts";
import { end, findRegistration, forget, lockQuota, settle, wasThere } from "./store.ts";
import { firstWaiting, lapsedOffers, offer } from "./waiting-store.ts";

type Ending = Exclude<Ended, "occasion" | "forgotten">;

/** Gives a registration up; the place it held goes to the next in the queue. Null when it, or its occasion, is over. */
export function giveUp(world: World, id: string, ended: Ending, actor: string | null): Promise<Registration | null> {
  return underLock(world, id, async (tx, occasion, registration) => {
    if (registration.state === "cancelled") return null;
    // Who was there stays counted, with what proves it; who was not may still object to having been entered.
    const isOverNow = isOver(occasion, world.clock.now());
    if (isOverNow && (ended !== "objected" || (await wasThere(tx, id)))) return null;
    await finish(tx, world, occasion, registration, ended, actor);
    await offerFreed(tx, world, occasion, registration.quotaId);
    return registration;
  });
}

/** Takes the place that was kept. Null when the offer no longer stands: it went to the next. */
export function takeOffer(world: World, id: string, actor: string | null): Promise<Registration | null> {
  return underLock(world, id, async (tx, occasion, registration) => {
    if (registration.state !== "offered" || isLapsed(world, registration)) return null;
    await settle(tx, world.clock.now(), registration, "registered");
    await note(tx, world, occasion, registration, "offer-taken", actor);
    await mailRegistered(tx, world, occasion, registration);
    return registration;
  });
}

/** Ends the offers whose time is over, and makes the next ones. Gives how many lapsed. */
export async function endLapsedOffers(world: World): Promise<number> {
  const lapsed = await inTransaction(world.db, "system", (tx) => lapsedOffers(tx, world.clock.now()));
  let count = 0;
  for (const { id } of lapsed) {
    const ended = await underLock(world, id, async (tx, occasion, registration) => {
      // Taken or given up while we came to it.
      if (registration.state !== "offered" || !isLapsed(world, registration)) return null;
      await finish(tx, world, occasion, registration, "unanswered", null);
      await offerFreed(tx, world, occasion, registration.quotaId);
      return registration;
    });
    if (ended !== null) count += 1;
  }
  return count;
}

/** Offers the free places of one kind of public to those who wait, in their order. The quota's row is locked. */
export async function offerFreed(tx: Tx, world: World, occasion: Occasion, quotaId: string): Promise<void> {
  const now = world.clock.now();
  const closed = whyClosed(occasion, now);
  // Once the hours of registration are over, those who wait may still take the place of who gives theirs up.
  if (closed !== null && closed !== "closed") return;
  if (occasion.startsAt.epochMilliseconds <= now.epochMilliseconds) return;
  const quota = await lockQuota(tx, quotaId);
  const until = offerDeadline(now, occasion.offerHours, occasion.startsAt);
  for (const next of await firstWaiting(tx, quotaId, offersToMake(quota))) {
    await offer(tx, next.id, until);
    await note(tx, world, occasion, next, "place-offered", null);
    await mailOffered(tx, world, occasion, next, until);
  }
}

async function finish(
  tx: Tx,
  world: World,
  occasion: Occasion,
  registration: Registration,
  ended: Ending,
  actor: string | null,
): Promise<void> {
  await end(tx, world.clock.now(), registration.id, ended);
  await note(tx, world, occasion, registration, "registration-ended", actor, ended);
  // Whoever never answered the first mail is not written to again.
  if (registration.state !== "unconfirmed") await mailEnded(tx, world, occasion, registration, ended);
  if (ended === "objected") await forget(tx, registration.id);
}

function note(
  tx: Tx,
  world: World,
  occasion: Occasion,
  registration: Registration,
  act: string,
  actor: string | null,
  ended?: Ended,
): Promise<void> {
  return record(tx, {
    chain: `occasion:${occasion.id}`,
    at: world.clock.now(),
    actor,
    organisation: null,
    act,
    details: { registration: registration.id, ...(ended === undefined ? {} : { ended }) },
    visibleToApplicant: false,
  });
}

function isLapsed(world: World, registration: Registration): boolean {
  const until = registration.offeredUntil?.epochMilliseconds ?? 0;
  return until <= world.clock.now().epochMilliseconds;
}

/** Works on a registration with its queue held: its state is read again once nobody else can move it. */
function underLock<T>(
  world: World,
  id: string,
  work: (tx: Tx, occasion: Occasion, registration: Registration) => Promise<T | null>,
): Promise<T | null> {
  return inTransaction(world.db, "system", async (tx) => {
    const found = await findRegistration(tx, id);
    if (found === null) return null;
    await lockQuota(tx, found.quotaId);
    const registration = await findRegistration(tx, id);
    const occasion = await findOccasion(tx, { id: found.occasionId });
    return registration === null || occasion === null ? null : work(tx, occasion, registration);
  });
}

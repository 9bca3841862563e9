import type { Temporal } from "temporal-polyfill";
import { holding, onceBecause, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { inTransaction, type Tx } from "#src/platform/database/database.ts";
import { record } from "#src/platform/journal.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { mailChanged } from "../registrations/mails.ts";
import { offerFreed } from "../registrations/places.ts";
import { end, listRegistrations } from "../registrations/store.ts";
import { tellSubscribers } from "../subscriptions/tell.ts";
import { actOnOccasion, asService, type NotDone } from "./act.ts";
import { addCrew } from "./crew.ts";
import { mayRun } from "./may.ts";
import { isOver, type Nature, type Occasion, type Slot } from "./occasion.ts";
import type { ReadOccasion } from "./occasion-form.ts";
import { saveQuotas } from "./quotas.ts";
import { listSlots } from "./slot-store.ts";
import { addOccasion, findOccasion, saveContent, saveMove, saveState } from "./store.ts";

type Done<T> = T | { readonly notDone: NotDone };

/** Makes a draft. Null where the visitor does not run occasions of this nature. */
export async function createOccasion(
  world: World,
  visitor: SignedVisitor,
  nature: Nature,
  read: ReadOccasion,
  more: { readonly organisationId?: string | null; readonly previousId?: string | null } = {},
): Promise<string | null> {
  if (!mayRun(visitor, nature)) return null;
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const by = visitor.person.id;
    const id = await addOccasion(tx, world.clock.now(), { nature, state: "draft", ...read, by, ...more });
    await noteMade(tx, world, id, by, "occasion-drafted");
    return id;
  });
}

/** A member proposes an event; who runs the agenda is told, and announces it or not. */
export async function proposeOccasion(
  world: World,
  visitor: SignedVisitor,
  organisationId: string,
  read: ReadOccasion,
): Promise<string> {
  return inTransaction(world.db, readerOf(visitor), async (tx) => {
    const by = visitor.person.id;
    const proposed = { nature: "event", state: "proposed", ...read, by, organisationId, proposedBy: by } as const;
    const id = await addOccasion(tx, world.clock.now(), proposed);
    await noteMade(tx, world, id, by, "occasion-proposed");
    await asService(tx, () => tellRunners(tx, world, read.content.title, id));
    return id;
  });
}

function noteMade(tx: Tx, world: World, id: string, by: string, act: string): Promise<void> {
  return record(tx, {
    chain: `occasion:${id}`,
    at: world.clock.now(),
    actor: by,
    organisation: null,
    act,
    details: {},
    visibleToApplicant: false,
  });
}

async function tellRunners(tx: Tx, world: World, title: string, id: string): Promise<void> {
  const runners = await tx
    .selectFrom("agent_role as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .select("p.email")
    .where("a.role", "=", "organiser")
    .execute();
  for (const { email } of runners) {
    const address = world.origin + urls.runOccasion.href({ id });
    await postMail(world, tx, world.clock.now(), {
      to: email,
      subject: `Événement proposé : ${title}`,
      paragraphs: [`Un membre propose un événement : ${title}.`, `Le lire, l’annoncer ou le refuser : ${address}`],
      why: holding("organisez l’agenda"),
    });
  }
}

/** Writes an occasion anew. What it fixed for people (its day) moves by `putOff`, not here, once it is announced. */
export function saveOccasion(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  read: ReadOccasion,
): Promise<Done<Occasion>> {
  return actOnOccasion(world, visitor, id, "edit", version, async ({ tx, occasion, note }) => {
    const isAnnounced = occasion.state === "published" || occasion.state === "postponed";
    const slots = isAnnounced ? await listSlots(tx, id) : read.slots;
    await saveContent(tx, world.clock.now(), id, read.content, slots);
    const grown = await asService(tx, async () => {
      const touched = await saveQuotas(tx, id, read.quotas);
      for (const quota of touched) await offerFreed(tx, world, occasion, quota);
      return touched.length;
    });
    await note("occasion-changed", { title: read.content.title, quotas: grown });
    return occasion;
  });
}

/** Announces a draft, or what a member proposed: the member becomes its host. */
export function announce(world: World, visitor: SignedVisitor, id: string, version: number): Promise<Done<Occasion>> {
  return actOnOccasion(world, visitor, id, "announce", version, async ({ tx, occasion, note }) => {
    if (occasion.state !== "draft" && occasion.state !== "proposed") return { notDone: "stale" as const };
    await saveState(tx, world.clock.now(), id, "published");
    await note("occasion-announced");
    await asService(tx, async () => {
      await welcomeProposer(tx, world, occasion);
      await tellSubscribers(tx, world, occasion);
    });
    return occasion;
  });
}

async function welcomeProposer(tx: Tx, world: World, occasion: Occasion): Promise<void> {
  if (occasion.proposedBy === null) return;
  const person = await tx
    .selectFrom("person")
    .select(["name", "email"])
    .where("id", "=", occasion.proposedBy)
    .executeTakeFirst();
  if (person === undefined) return;
  await addCrew(tx, world.clock.now(), occasion.id, { part: "host", name: person.name, email: person.email });
  const address = world.origin + urls.runOccasion.href({ id: occasion.id });
  await postMail(world, tx, world.clock.now(), {
    to: person.email,
    subject: `Annoncé : ${occasion.title}`,
    paragraphs: [
      `Votre événement « ${occasion.title} » est annoncé dans l’agenda. Vous en êtes l’organisateur : ${address}`,
    ],
    why: onceBecause("vous avez proposé cet événement"),
  });
}

/** Cancels what was announced (or refuses what was proposed), with its reason, and tells everyone who registered. */
export function cancelOccasion(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  reason: string,
): Promise<Done<Occasion>> {
  return actOnOccasion(world, visitor, id, "call-off", version, async ({ tx, occasion, note }) => {
    if (occasion.state === "cancelled" || isOver(occasion, world.clock.now())) return { notDone: "stale" as const };
    await saveState(tx, world.clock.now(), id, "cancelled", reason);
    await note("occasion-cancelled", { reason });
    await asService(tx, () => tellAll(tx, world, id, "cancelled", reason));
    return occasion;
  });
}

/** Puts off what was announced: to other hours, or to a day that is not known yet. Registrations are kept. */
export function putOff(
  world: World,
  visitor: SignedVisitor,
  id: string,
  version: number,
  to: { readonly slots: readonly Slot[] | null; readonly reason: string },
): Promise<Done<Occasion>> {
  return actOnOccasion(world, visitor, id, "call-off", version, async ({ tx, occasion, note }) => {
    if (occasion.state !== "published" && occasion.state !== "postponed") return { notDone: "stale" as const };
    const at = world.clock.now();
    if (isOver(occasion, at)) return { notDone: "stale" as const };
    if (to.slots === null) await saveState(tx, at, id, "postponed", to.reason);
    else await saveMove(tx, at, occasion, to.slots, to.reason);
    await note("occasion-put-off", { to: to.slots?.[0]?.startsAt.toString() ?? null, reason: to.reason });
    await asService(tx, () => tellAll(tx, world, id, to.slots === null ? "postponed" : "moved", to.reason));
    return occasion;
  });
}

/** Tells everyone who is registered, waits, or has a place kept; a cancelled occasion ends their registrations. */
export async function tellAll(
  tx: Tx,
  world: World,
  id: string,
  what: "cancelled" | "postponed" | "moved",
  reason: string,
): Promise<void> {
  const occasion = await findOccasion(tx, { id });
  if (occasion === null) return;
  for (const registration of await listRegistrations(tx, id)) {
    if (registration.state === "cancelled") continue;
    if (registration.state !== "unconfirmed") await mailChanged(tx, world, occasion, registration, what, reason);
    if (what === "cancelled") await end(tx, world.clock.now(), registration.id, "occasion");
  }
}

/** The same occasion so many days later, as a draft: its people and its registrations stay where they are. */
export function copyOccasion(
  world: World,
  visitor: SignedVisitor,
  id: string,
  shift: Temporal.DurationLike,
): Promise<Done<string>> {
  return actOnOccasion(world, visitor, id, "announce", null, async ({ tx, occasion, note }) => {
    const slots = (await listSlots(tx, id)).map(({ startsAt, endsAt }) => ({
      startsAt: moved(startsAt, shift),
      endsAt: moved(endsAt, shift),
    }));
    const quotas = await tx
      .selectFrom("quota")
      .select(["label", "places"])
      .where("occasion_id", "=", id)
      .orderBy("position")
      .execute();
    const { opensAt, closesAt } = occasion;
    const content = {
      ...occasion,
      opensAt: opensAt === null ? null : moved(opensAt, shift),
      closesAt: closesAt === null ? null : moved(closesAt, shift),
    };
    const copied = await addOccasion(tx, world.clock.now(), {
      nature: occasion.nature,
      state: "draft",
      content,
      slots,
      quotas,
      by: visitor.person.id,
      organisationId: occasion.organisationId,
      previousId: id,
    });
    await note("occasion-copied", { copy: copied });
    return copied;
  });
}

/** The same hour on the clock, so many days later: a change of the clock's hour does not move it. */
function moved(instant: Temporal.Instant, shift: Temporal.DurationLike): Temporal.Instant {
  return instant.toZonedDateTimeISO("Europe/Paris").add(shift).toInstant();
}

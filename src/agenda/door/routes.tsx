import { getCookie, setCookie } from "hono/cookie";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { Occasion } from "../occasions/occasion.ts";
import { listSlots } from "../occasions/slot-store.ts";
import { findOccasion } from "../occasions/store.ts";
import { registrationOfTicket } from "../registrations/links.ts";
import { findRegistration, listRegistrations } from "../registrations/store.ts";
import { currentSlot, isDoorOpen } from "./attendance.ts";
import { checkIn } from "./check-in.ts";
import { DoorPage, TicketPage } from "./door-page.tsx";
import { doorKey, occasionOfDoor } from "./links.ts";
import { listSigns } from "./store.ts";

/** Tells the telephone that keeps a door: a ticket's code then opens the check-in, not the ticket. */
const DOOR_COOKIE = "essaim-door";

export function doorRoutes(routes: Routes, world: World): void {
  routes.get(urls.doorTicket.pattern, (c) => answerTicket(c, world));
  routes.get(urls.door.pattern, (c) => answerDoor(c, world));
  routes.post(urls.doorCheck.pattern, (c) => check(c, world));
}

async function answerDoor(c: RequestContext, world: World): Promise<Response> {
  const key = c.req.param("key") ?? "";
  const id = occasionOfDoor(world, key) ?? notFound();
  const now = world.clock.now();
  const found = await inTransaction(world.db, "system", async (tx) => {
    const occasion = await findOccasion(tx, { id });
    if (occasion === null || occasion.state !== "published") return null;
    const slots = await listSlots(tx, id);
    const slot = slots.find((one) => one.startsAt.toString() === c.req.query("seance")) ?? currentSlot(slots, now);
    if (slot === null) return null;
    const expected = (await listRegistrations(tx, id)).filter((one) => one.state === "registered");
    const signs = (await listSigns(tx, id)).filter(
      (one) => one.signer === "keeper" && one.slotAt.equals(slot.startsAt),
    );
    return { occasion, slots, slot, expected, signs: new Map(signs.map((one) => [one.registrationId, one])) };
  });
  if (found === null || isForgotten(found.occasion, now)) notFound();
  setCookie(c, DOOR_COOKIE, key, {
    path: "/porte",
    httpOnly: true,
    sameSite: "Lax",
    secure: world.origin.startsWith("https://"),
    maxAge: 3 * 24 * 3600,
  });
  const page = <DoorPage {...found} key_={key} isOpen={isDoorOpen(found.occasion, now)} />;
  return respondPage(c, world, { title: `Entrée, ${found.occasion.title}`, scripts: ["door"] }, page);
}

/** A key opens the list of names while the door needs it, and no longer. */
function isForgotten(occasion: Occasion, now: Temporal.Instant): boolean {
  return now.epochMilliseconds > occasion.endsAt.add({ hours: 36 }).epochMilliseconds;
}

async function answerTicket(c: RequestContext, world: World): Promise<Response> {
  const ticket = c.req.param("ticket") ?? "";
  const id = registrationOfTicket(world, ticket) ?? notFound();
  const now = world.clock.now();
  const kept = occasionOfDoor(world, getCookie(c, DOOR_COOKIE) ?? "");
  const found = await inTransaction(world.db, "system", async (tx) => {
    const registration = await findRegistration(tx, id);
    const occasion = registration === null ? null : await findOccasion(tx, { id: registration.occasionId });
    if (registration === null || occasion === null) return null;
    const slot = currentSlot(await listSlots(tx, occasion.id), now);
    if (slot === null) return null;
    const signs = await listSigns(tx, occasion.id);
    const own = signs.find(
      (one) => one.registrationId === id && one.signer === "keeper" && one.slotAt.equals(slot.startsAt),
    );
    return { registration, occasion, slot, sign: own ?? null };
  });
  if (found === null) notFound();
  // Whoever keeps no door here sees the ticket itself: its holder did, or whoever was shown it.
  if (kept !== found.occasion.id) return c.redirect(urls.registration.href({ ticket }), 303);
  const page = (
    <TicketPage {...found} key_={doorKey(world, found.occasion.id)} isOpen={isDoorOpen(found.occasion, now)} />
  );
  return respondPage(c, world, { title: `Billet de ${found.registration.name}` }, page);
}

async function check(c: RequestContext, world: World): Promise<Response> {
  const key = c.req.param("key") ?? "";
  const occasionId = occasionOfDoor(world, key) ?? notFound();
  const fields = await readForm(c);
  const registrationId = text(fields, "inscription");
  if (!z.uuid().safeParse(registrationId).success) notFound();
  const done = await checkIn(world, occasionId, registrationId, {
    slotAt: text(fields, "seance"),
    present: text(fields, "present") !== "non",
    noted: instantOf(text(fields, "le")),
  });
  if (done === null) notFound();
  if (c.req.header("accept") === "application/json") return c.json({ present: done.present });
  setFlash(c, "success", `${done.name}${"\u00a0"}: ${done.present ? "arrivée notée" : "arrivée effacée"}.`);
  return c.redirect(urls.door.href({ key }, { seance: done.slot.startsAt.toString() }), 303);
}

function instantOf(written: string): Temporal.Instant | null {
  try {
    return written === "" ? null : Temporal.Instant.from(written);
  } catch {
    return null;
  }
}

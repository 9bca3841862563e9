import type { Temporal } from "temporal-polyfill";
import type { OpenCall, OpenCalls } from "#src/eligibility/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { isPublished, type PublishedCall, phaseOf, schemeOfCall } from "./call.ts";
import { readCall } from "./content.ts";
import { findCall, listPublished } from "./store.ts";
import { underCall } from "./under.ts";
import { sayCalendar } from "./words.ts";

/** The calls that are open, as the slices before this one take them: the simulator, its API, the page of all aids. */
export const openCalls: OpenCalls = {
  async find(world, slug) {
    const call = await inTransaction(world.db, "public", (tx) => findCall(tx, { slug }));
    return call === null || !isPublished(call) ? null : openedAt(call, world.clock.now());
  },
  async list(world) {
    const now = world.clock.now();
    const calls = await inTransaction(world.db, "public", (tx) => listPublished(tx));
    return calls.toReversed().flatMap((call) => openedAt(call, now) ?? []);
  },
};

function openedAt(call: PublishedCall, now: Temporal.Instant): OpenCall | null {
  if (phaseOf(call, now) !== "open") return null;
  const base = schemeOfCall(call);
  const { slug, title, closesAt } = call;
  const { summary } = readCall(base, call.raw).content;
  return {
    slug,
    title,
    closesAt,
    summary: summary ?? "",
    scheme: underCall(base, call),
    calendar: sayCalendar(call, now),
  };
}

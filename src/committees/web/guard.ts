import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import { forbidden, notFound, type RequestContext, requireSignedIn } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import type { Committee, Meeting, Seat } from "../committee.ts";
import { findCommittee, listSeats } from "../committee-store.ts";
import { mayOnCommittee } from "../may.ts";
import { findMeeting } from "../meeting-store.ts";

export interface Found {
  readonly committee: Committee;
  readonly seats: readonly Seat[];
  readonly on: string;
}

/** The committee of the path, as this visitor may read it. */
export async function load(c: RequestContext, world: World): Promise<Found> {
  const visitor = c.get("visitor");
  const on = today(world.clock).toString();
  const slug = c.req.param("slug") ?? "";
  const found = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const committee = await findCommittee(tx, slug);
    return committee === null ? null : { committee, seats: await listSeats(tx, committee.id) };
  });
  if (found === null || !mayOnCommittee(visitor, found.committee, found.seats, on, "see")) return notFound();
  return { ...found, on };
}

/** For who runs it: members are told no, everyone else finds nothing to act on. */
export async function toRun(c: RequestContext, world: World): Promise<Found & { readonly visitor: SignedVisitor }> {
  const visitor = requireSignedIn(c);
  const found = await load(c, world);
  if (!mayOnCommittee(visitor, found.committee, found.seats, found.on, "see-inside")) notFound();
  if (!mayOnCommittee(visitor, found.committee, found.seats, found.on, "run")) forbidden();
  return { ...found, visitor };
}

/** The meeting of the path, of a committee already read. */
export async function loadMeeting(c: RequestContext, world: World, committee: Committee): Promise<Meeting> {
  const number = Number(c.req.param("number"));
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) return notFound();
  const visitor = c.get("visitor");
  return (
    (await inTransaction(world.db, readerOf(visitor), (tx) => findMeeting(tx, committee.id, number))) ?? notFound()
  );
}

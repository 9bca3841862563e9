import { act, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import type { Committee, Seat } from "./committee.ts";
import { addCommittee, addSeat, endSeat } from "./committee-store.ts";
import { note } from "./on-meeting.ts";

export function makeCommittee(
  world: World,
  visitor: SignedVisitor,
  committee: Omit<Committee, "id" | "endedOn">,
): Promise<string> {
  return act(world, visitor, async (scene) => {
    const id = await addCommittee(scene.tx, { ...committee, at: scene.at.toString() });
    await note(scene, { id }, "committee-made", { kind: committee.kind, name: committee.name });
    return committee.slug;
  });
}

export function giveSeat(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  seat: Omit<Seat, "id" | "personId">,
): Promise<void> {
  return act(world, visitor, async (scene) => {
    const id = await addSeat(scene.tx, committee.id, seat);
    await note(scene, committee, "seat-given", {
      seat: id,
      body: seat.body,
      role: seat.role,
      from: seat.fromOn,
      until: seat.untilOn,
    });
  });
}

export function endMandate(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  seatId: string,
): Promise<boolean> {
  const on = today(world.clock).toString();
  return act(world, visitor, async (scene) => {
    if (!(await endSeat(scene.tx, committee.id, seatId, on))) return false;
    await note(scene, committee, "seat-ended", { seat: seatId, on });
    return true;
  });
}

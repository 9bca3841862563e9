import { act, type Scene, type SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { type Committee, isSeated, type Meeting, type Seat } from "./committee.ts";
import { listSeats, lockCommittee } from "./committee-store.ts";
import { findMeeting } from "./meeting-store.ts";

/** Why an act on a meeting is refused, in words for who did it. */
export type CommitteeOutcome = { readonly done: true } | { readonly done: false; readonly why: string };

export const done: CommitteeOutcome = { done: true };

export const refused = (why: string): CommitteeOutcome => ({ done: false, why });

const chainOf = (committee: Pick<Committee, "id">) => `committee:${committee.id}`;

/** One line of the committee’s journal, for who runs it. */
export function note(
  scene: Scene,
  committee: Pick<Committee, "id">,
  fact: string,
  details: Readonly<Record<string, unknown>> = {},
) {
  return scene.note({ chain: chainOf(committee), act: fact, organisation: null, details, visible: false });
}

/** One act on a meeting, read again under its committee's lock. */
export function onMeeting(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  work: (meeting: Meeting, scene: Scene) => Promise<CommitteeOutcome>,
): Promise<CommitteeOutcome> {
  return act(world, visitor, async (scene) => {
    await lockCommittee(scene.tx, committee.id);
    const meeting = await findMeeting(scene.tx, committee.id, number);
    return meeting === null ? refused("Cette réunion n’existe plus.") : work(meeting, scene);
  });
}

export async function seatedAt(scene: Scene, committee: Committee, meeting: Meeting): Promise<readonly Seat[]> {
  const on = meeting.startsAt.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
  return (await listSeats(scene.tx, committee.id)).filter((seat) => isSeated(seat, on));
}

import { forbidden, notFound, type Routes, requireSignedIn } from "#src/people/web/index.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import { type CommitteeOutcome, declareInterestOn, recordAttendance } from "../acts.ts";
import { type Attendance, PRESENCES } from "../committee.ts";
import { mayOnCommittee, seatOf } from "../may.ts";
import { load, loadMeeting, toRun } from "./guard.ts";
import { afterwards } from "./meeting-answer.tsx";

/** Who is in the room, and who stays out of a point. */
export function roomRoutes(routes: Routes, world: World): void {
  routes.post(urls.meetingAttendance.pattern, async (c) => {
    const { visitor, committee, seats } = await toRun(c, world);
    const { number } = await loadMeeting(c, world, committee);
    const fields = await readForm(c);
    const attendance = seats.flatMap(({ id }) => readPresence(id, text(fields, `presence.${id}`)));
    return afterwards(
      c,
      committee,
      number,
      await recordAttendance(world, visitor, committee, number, attendance),
      "Les présences sont notées.",
    );
  });
  routes.post(urls.meetingInterest.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const { committee, seats, on } = await load(c, world);
    if (!mayOnCommittee(visitor, committee, seats, on, "see-inside")) notFound();
    if (!mayOnCommittee(visitor, committee, seats, on, "declare-interest")) forbidden();
    const { number } = await loadMeeting(c, world, committee);
    const fields = await readForm(c);
    const memberId = text(fields, "member");
    // A member speaks for themself; who runs the meeting writes what was said in the room.
    const own = seatOf(visitor, seats, on);
    if (memberId !== own?.id && !mayOnCommittee(visitor, committee, seats, on, "run")) forbidden();
    const reason = cutText(text(fields, "reason"), 500);
    const outcome: CommitteeOutcome =
      reason === ""
        ? { done: false, why: "Dites quel est cet intérêt." }
        : await declareInterestOn(world, visitor, committee, number, {
            itemId: text(fields, "item"),
            memberId,
            reason,
          });
    return afterwards(c, committee, number, outcome, "L’intérêt est noté : cette voix ne compte plus sur ce point.");
  });
}

function readPresence(memberId: string, typed: string): readonly Attendance[] {
  const [kind, by] = typed.split(":");
  const presence = PRESENCES.find((one) => one === kind);
  if (presence === undefined || (presence === "represented") !== (by !== undefined)) return [];
  return [{ memberId, presence, representedBy: by ?? null }];
}

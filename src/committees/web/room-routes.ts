import { forbidden, notFound, type Routes, requireSignedIn } from "#src/people/web/index.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tooLong } from "#text/index.ts";
import { type Attendance, PRESENCES } from "../committee.ts";
import { declareInterestOn, recordAttendance } from "../in-session.ts";
import { mayOnCommittee, seatOf } from "../may.ts";
import { load, loadMeeting, toRun } from "./guard.ts";
import { afterwards, answerMeeting } from "./meeting-answer.tsx";

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
    const found = await load(c, world);
    const { committee, seats, on } = found;
    if (!mayOnCommittee(visitor, committee, seats, on, "see-inside")) notFound();
    if (!mayOnCommittee(visitor, committee, seats, on, "declare-interest")) forbidden();
    const meeting = await loadMeeting(c, world, committee);
    const fields = await readForm(c);
    const memberId = text(fields, "member");
    // A member speaks for themself; who runs the meeting writes what was said in the room.
    const own = seatOf(visitor, seats, on);
    if (memberId !== own?.id && !mayOnCommittee(visitor, committee, seats, on, "run")) forbidden();
    const reason = text(fields, "reason");
    const wrong = reason === "" ? "Dites quel est cet intérêt." : tooLong(reason, 500);
    if (wrong !== null) {
      const errors = new Map([["reason", wrong]]);
      return answerMeeting(c, world, found, meeting, { form: "interest", raw: fields, errors });
    }
    const interest = { itemId: text(fields, "item"), memberId, reason };
    const outcome = await declareInterestOn(world, visitor, committee, meeting.number, interest);
    return afterwards(
      c,
      committee,
      meeting.number,
      outcome,
      "L’intérêt est noté : cette voix ne compte plus sur ce point.",
    );
  });
}

function readPresence(memberId: string, typed: string): readonly Attendance[] {
  const [kind, by] = typed.split(":");
  const presence = PRESENCES.find((one) => one === kind);
  if (presence === undefined || (presence === "represented") !== (by !== undefined)) return [];
  return [{ memberId, presence, representedBy: by ?? null }];
}

import { readerOf } from "#src/people/index.ts";
import { type RequestContext, respondPage, setFlash } from "#src/people/web/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { listAgenda } from "../agenda-store.ts";
import { type AgendaItem, type Committee, isSeated, type Meeting, type Seat } from "../committee.ts";
import { mayOnCommittee, seatOf } from "../may.ts";
import { listAttendance } from "../meeting-store.ts";
import type { CommitteeOutcome } from "../on-meeting.ts";
import { papersOf } from "../papers.ts";
import type { Found } from "./guard.ts";
import type { RefusedForm } from "./meeting-form.ts";
import { MeetingPage } from "./meeting-page.tsx";

/** Back to the meeting, told what was done or why it was not. */
export function afterwards(
  c: RequestContext,
  committee: Committee,
  number: number,
  outcome: CommitteeOutcome,
  told: string,
): Response {
  if (outcome.done) setFlash(c, "success", told);
  else setFlash(c, "warning", outcome.why);
  return c.redirect(urls.meeting.href({ slug: committee.slug, number: String(number) }), 303);
}

/** The page of a meeting, as it is or with a form of it refused. */
export async function answerMeeting(
  c: RequestContext,
  world: World,
  { committee, seats, on }: Found,
  meeting: Meeting,
  refused: RefusedForm | null,
): Promise<Response> {
  const visitor = c.get("visitor");
  const inside = mayOnCommittee(visitor, committee, seats, on, "see-inside");
  const { agenda, attendance, papers } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    agenda: await listAgenda(tx, meeting.id),
    papers: inside ? await papersOf(tx, meeting.id) : [],
    attendance: inside ? await listAttendance(tx, meeting.id) : [],
  }));
  const runs = mayOnCommittee(visitor, committee, seats, on, "run");
  const stepsBack = !runs && meeting.minutesApprovedAt === null && hasInterest(agenda, seatOf(visitor, seats, on));
  const day = legalDay(meeting.startsAt).toString();
  const point = Number(c.req.query("point"));
  return respondPage(
    c,
    world,
    {
      title: `${meeting.title}, ${committee.name}`,
      current: urls.committees.href(),
      breadcrumbs: [
        { label: committee.name, href: urls.committee.href({ slug: committee.slug }) },
        { label: `Réunion n° ${meeting.number}` },
      ],
      public: meeting.minutesPublishedAt !== null && refused === null,
      status: refused === null ? 200 : 422,
    },
    <MeetingPage
      committee={committee}
      meeting={stepsBack ? { ...meeting, minutes: "" } : meeting}
      agenda={agenda}
      seats={seats.filter((seat) => isSeated(seat, day))}
      attendance={attendance}
      papers={papers}
      inside={inside}
      stepsBack={stepsBack}
      mayRun={runs}
      ownSeat={seatOf(visitor, seats, on)}
      point={Number.isInteger(point) ? point : null}
      refused={refused}
    />,
  );
}

/** A member who leaves the room for a point reads the minutes once they are approved: the draft tells what was said of it. */
function hasInterest(agenda: readonly AgendaItem[], seat: Seat | null): boolean {
  return seat !== null && agenda.some(({ interests }) => interests.some(({ memberId }) => memberId === seat.id));
}

import { readerOf } from "#src/people/index.ts";
import { notFound, type RequestContext, type Routes, respondPage, setFlash } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { endMandate, giveSeat } from "../acts.ts";
import { meetingForm, readStart, seatForm } from "../forms.ts";
import { mayOnCommittee } from "../may.ts";
import { planMeeting } from "../meeting-step.ts";
import { listMeetings } from "../meeting-store.ts";
import { CommitteePage, type CommitteePageProps } from "./committee-page.tsx";
import { type Found, load, toRun } from "./guard.ts";

/** One committee: its seats given and ended, its meetings planned. */
export function compositionRoutes(routes: Routes, world: World): void {
  routes.get(urls.committee.pattern, async (c) => answerCommittee(c, world, await load(c, world), null));
  routes.post(urls.committeeMembers.pattern, async (c) => {
    const found = await toRun(c, world);
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(seatForm, fields);
    const all = new Map(errors);
    const { role, fromOn, untilOn } = answers;
    if (untilOn != null && fromOn != null && untilOn < fromOn)
      all.set("untilOn", "Cette date doit suivre le début du mandat.");
    if (all.size > 0 || role == null || fromOn == null)
      return answerCommittee(c, world, found, { form: "seat", raw: fields, errors: all });
    await giveSeat(world, found.visitor, found.committee, {
      name: answers.name ?? "",
      email: answers.email ?? "",
      body: answers.body ?? "",
      college: answers.college ?? "",
      role,
      fromOn,
      untilOn: untilOn ?? null,
      nameIsPublic: answers.nameIsPublic === true,
    });
    setFlash(c, "success", "Le siège est donné.");
    return c.redirect(urls.committee.href({ slug: found.committee.slug }), 303);
  });
  routes.post(urls.committeeMember.pattern, async (c) => {
    const { visitor, committee, seats } = await toRun(c, world);
    const seat = seats.find(({ id }) => id === c.req.param("member")) ?? notFound();
    if (await endMandate(world, visitor, committee, seat.id)) setFlash(c, "success", "Ce mandat finit aujourd’hui.");
    else setFlash(c, "warning", "Ce mandat n’a pas commencé.");
    return c.redirect(urls.committee.href({ slug: committee.slug }), 303);
  });
  routes.post(urls.committeeMeetings.pattern, async (c) => {
    const found = await toRun(c, world);
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(meetingForm, fields);
    const all = new Map(errors);
    const startsAt = readStart(answers, all);
    if (all.size > 0 || startsAt === null)
      return answerCommittee(c, world, found, { form: "meeting", raw: fields, errors: all });
    const number = await planMeeting(world, found.visitor, found.committee, {
      title: answers.title ?? "",
      startsAt,
      place: answers.place ?? "",
    });
    return c.redirect(urls.meeting.href({ slug: found.committee.slug, number: String(number) }), 303);
  });
}

async function answerCommittee(
  c: RequestContext,
  world: World,
  { committee, seats, on }: Found,
  refused: CommitteePageProps["refused"],
): Promise<Response> {
  const visitor = c.get("visitor");
  const list = await inTransaction(world.db, readerOf(visitor), (tx) => listMeetings(tx, committee.id));
  return respondPage(
    c,
    world,
    {
      title: committee.name,
      description: committee.purpose,
      current: urls.committees.href(),
      public: committee.kind === "communotic" && refused === null,
      status: refused === null ? 200 : 422,
    },
    <CommitteePage
      committee={committee}
      seats={seats}
      meetings={list}
      today={on}
      inside={mayOnCommittee(visitor, committee, seats, on, "see-inside")}
      mayRun={mayOnCommittee(visitor, committee, seats, on, "run")}
      refused={refused}
    />,
  );
}

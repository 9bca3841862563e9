import { Hono } from "hono";
import { Temporal } from "temporal-polyfill";
import type { Raw } from "#policy/index.ts";
import { readerOf, type SignedVisitor } from "#src/people/index.ts";
import {
  type Env,
  forbidden,
  notFound,
  type RequestContext,
  type Routes,
  requireSignedIn,
  respondPage,
  setFlash,
} from "#src/people/web/index.ts";
import { LEGAL_TIME_ZONE, legalDay, today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { readPlainForm } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { cutText } from "#text/index.ts";
import {
  type CommitteeOutcome,
  declareInterestOn,
  endMandate,
  followUp,
  giveSeat,
  makeCommittee,
  planMeeting,
  putOnAgenda,
  recordAttendance,
  recordDecision,
  takeMeetingStep,
  writeMinutes,
} from "../acts.ts";
import {
  type Attendance,
  type Committee,
  isSeated,
  MEETING_STEPS,
  type Meeting,
  PRESENCES,
  type Seat,
} from "../committee.ts";
import {
  committeeForm,
  decisionForm,
  followUpForm,
  itemForm,
  meetingForm,
  minutesForm,
  readTime,
  seatForm,
} from "../forms.ts";
import { kindsRunBy, mayOnCommittee, seatOf } from "../may.ts";
import {
  findCommittee,
  findMeeting,
  listAgenda,
  listAttendance,
  listCommittees,
  listMeetings,
  listSeats,
} from "../store.ts";
import { CommitteePage, type CommitteePageProps } from "./committee-page.tsx";
import { CommitteesPage } from "./committees-page.tsx";
import type { RefusedForm } from "./meeting-form.ts";
import { MeetingPage } from "./meeting-page.tsx";

const none: ReadonlyMap<string, string> = new Map();

/** Committees of every kind: read by who sits, run by who is in charge of the kind. */
export function committeeRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  committees(routes, world);
  composition(routes, world);
  meetings(routes, world);
  return routes;
}

function committees(routes: Routes, world: World): void {
  routes.get(urls.committees.pattern, (c) => answerCommittees(c, world, requireSignedIn(c), {}, none));
  routes.post(urls.committees.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const kinds = kindsRunBy(visitor);
    if (kinds.length === 0) notFound();
    const fields = await readForm(c);
    const { answers, errors } = readPlainForm(committeeForm, fields);
    const all = new Map(errors);
    const { kind, name = "", purpose = "", quorum } = answers;
    if (kind != null && !kinds.includes(kind))
      all.set("kind", "Votre rôle ne permet pas de créer cette nature d’instance.");
    const slug = slugFrom(name ?? "");
    if (all.size === 0 && slug === "") all.set("name", "Donnez un nom avec des lettres.");
    if (all.size === 0 && (await inTransaction(world.db, "system", (tx) => findCommittee(tx, slug))) !== null) {
      all.set("name", "Une instance porte déjà ce nom.");
    }
    if (all.size > 0 || kind == null) return answerCommittees(c, world, visitor, fields, all);
    await makeCommittee(world, visitor, {
      slug,
      kind,
      name: name ?? "",
      purpose: purpose ?? "",
      quorumPercent: quorum ?? 0,
    });
    setFlash(c, "success", "L’instance est créée. Donnez maintenant les sièges.");
    return c.redirect(urls.committee.href({ slug }), 303);
  });
}

function slugFrom(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}

async function answerCommittees(
  c: RequestContext,
  world: World,
  visitor: SignedVisitor,
  raw: Raw,
  errors: ReadonlyMap<string, string>,
): Promise<Response> {
  const found = await inTransaction(world.db, readerOf(visitor), listCommittees);
  return respondPage(
    c,
    world,
    { title: "Instances", current: urls.committees.href(), status: errors.size > 0 ? 422 : 200 },
    <CommitteesPage committees={found} mayMake={kindsRunBy(visitor).length > 0} raw={raw} errors={errors} />,
  );
}

interface Found {
  readonly committee: Committee;
  readonly seats: readonly Seat[];
  readonly on: string;
}

/** The committee of the path, as this visitor may read it. */
async function load(c: RequestContext, world: World): Promise<Found> {
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
async function toRun(c: RequestContext, world: World): Promise<Found & { readonly visitor: SignedVisitor }> {
  const visitor = requireSignedIn(c);
  const found = await load(c, world);
  if (!mayOnCommittee(visitor, found.committee, found.seats, found.on, "see-inside")) notFound();
  if (!mayOnCommittee(visitor, found.committee, found.seats, found.on, "run")) forbidden();
  return { ...found, visitor };
}

function composition(routes: Routes, world: World): void {
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
    const time = readTime(answers.time ?? "");
    if (time === null && !all.has("time")) all.set("time", "Écrivez l’heure comme « 14 h 30 ».");
    if (all.size > 0 || time === null || answers.day == null)
      return answerCommittee(c, world, found, { form: "meeting", raw: fields, errors: all });
    const startsAt = Temporal.PlainDate.from(answers.day)
      .toZonedDateTime({ timeZone: LEGAL_TIME_ZONE, plainTime: Temporal.PlainTime.from(time) })
      .toInstant();
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

async function loadMeeting(c: RequestContext, world: World, committee: Committee): Promise<Meeting> {
  const number = Number(c.req.param("number"));
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) return notFound();
  const visitor = c.get("visitor");
  return (
    (await inTransaction(world.db, readerOf(visitor), (tx) => findMeeting(tx, committee.id, number))) ?? notFound()
  );
}

function meetings(routes: Routes, world: World): void {
  routes.get(urls.meeting.pattern, async (c) => {
    const found = await load(c, world);
    return answerMeeting(c, world, found, await loadMeeting(c, world, found.committee), null);
  });
  routes.post(urls.meetingStep.pattern, async (c) => {
    const { visitor, committee } = await toRun(c, world);
    const { number } = await loadMeeting(c, world, committee);
    const step = MEETING_STEPS.find((one) => one === c.req.param("step")) ?? notFound();
    return afterwards(
      c,
      committee,
      number,
      await takeMeetingStep(world, visitor, committee, number, step),
      "C’est fait.",
    );
  });
  routes.post(urls.meetingAgenda.pattern, (c) =>
    onForm(c, world, "item", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(itemForm, fields);
      if (errors.size > 0) return errors;
      const item = { title: answers.title ?? "", detail: answers.detail ?? "", toDecide: answers.toDecide === true };
      return putOnAgenda(world, visitor, committee, number, item);
    }),
  );
  routes.post(urls.meetingDecision.pattern, (c) =>
    onForm(c, world, "decision", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(decisionForm, fields);
      if (errors.size > 0) return errors;
      return recordDecision(world, visitor, committee, number, text(fields, "item"), {
        text: answers.text ?? "",
        inFavour: answers.inFavour ?? 0,
        against: answers.against ?? 0,
        abstained: answers.abstained ?? 0,
        responsible: answers.responsible ?? "",
        dueOn: answers.dueOn ?? null,
      });
    }),
  );
  routes.post(urls.meetingFollowUp.pattern, (c) =>
    onForm(c, world, "follow-up", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(followUpForm, fields);
      if (errors.size > 0) return errors;
      const told = { doneOn: answers.doneOn ?? null, followUp: answers.followUp ?? "" };
      return followUp(world, visitor, committee, number, text(fields, "item"), told);
    }),
  );
  routes.post(urls.meetingMinutes.pattern, (c) =>
    onForm(c, world, "minutes", async ({ visitor, committee }, { number }, fields) => {
      const { answers, errors } = readPlainForm(minutesForm, fields);
      return errors.size > 0 ? errors : writeMinutes(world, visitor, committee, number, answers.minutes ?? "");
    }),
  );
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

/** A form about a meeting: errors at their fields, or what the act answered. */
async function onForm(
  c: RequestContext,
  world: World,
  form: RefusedForm["form"],
  work: (
    found: Found & { readonly visitor: SignedVisitor },
    meeting: Meeting,
    fields: Raw,
  ) => Promise<CommitteeOutcome | ReadonlyMap<string, string>>,
): Promise<Response> {
  const found = await toRun(c, world);
  const meeting = await loadMeeting(c, world, found.committee);
  const fields = await readForm(c);
  const outcome = await work(found, meeting, fields);
  if ("done" in outcome) return afterwards(c, found.committee, meeting.number, outcome, "C’est enregistré.");
  return answerMeeting(c, world, found, meeting, { form, raw: fields, errors: outcome });
}

function afterwards(
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

async function answerMeeting(
  c: RequestContext,
  world: World,
  { committee, seats, on }: Found,
  meeting: Meeting,
  refused: RefusedForm | null,
): Promise<Response> {
  const visitor = c.get("visitor");
  const inside = mayOnCommittee(visitor, committee, seats, on, "see-inside");
  const { agenda, attendance } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
    agenda: await listAgenda(tx, meeting.id),
    attendance: inside ? await listAttendance(tx, meeting.id) : [],
  }));
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
      meeting={meeting}
      agenda={agenda}
      seats={seats.filter((seat) => isSeated(seat, day))}
      attendance={attendance}
      inside={inside}
      mayRun={mayOnCommittee(visitor, committee, seats, on, "run")}
      ownSeat={seatOf(visitor, seats, on)}
      point={Number.isInteger(point) ? point : null}
      refused={refused}
    />,
  );
}

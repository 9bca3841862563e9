import type { Temporal } from "temporal-polyfill";
import { act, holding, type Scene, type SignedVisitor } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { formatDateTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { addInterest, addItem, listAgenda, saveDecision, saveFollowUp } from "./agenda-store.ts";
import {
  type Attendance,
  type Committee,
  canStep,
  type Decision,
  isAdopted,
  isReached,
  isSeated,
  type Meeting,
  type MeetingStep,
  quorumOf,
  type Seat,
  voicesOn,
} from "./committee.ts";
import { addCommittee, addSeat, endSeat, listSeats, lockCommittee } from "./committee-store.ts";
import {
  addMeeting,
  findMeeting,
  listAttendance,
  type MeetingColumns,
  saveAttendance,
  saveMeeting,
} from "./meeting-store.ts";

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

export function planMeeting(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  meeting: { readonly title: string; readonly startsAt: Temporal.Instant; readonly place: string },
): Promise<number> {
  return act(world, visitor, async (scene) => {
    await lockCommittee(scene.tx, committee.id);
    const number = await addMeeting(scene.tx, committee.id, meeting);
    await note(scene, committee, "meeting-planned", { number });
    return number;
  });
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

export function putOnAgenda(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  item: { readonly title: string; readonly detail: string; readonly toDecide: boolean },
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    // What was called is what was announced; a last point may still be added in the room, never once it is over.
    if (meeting.state === "closed" || meeting.state === "cancelled") return refused("Cette réunion est finie.");
    await addItem(scene.tx, meeting.id, item);
    await note(scene, committee, "agenda-item-added", { number, title: item.title });
    return done;
  });
}

/** The steps of a meeting's life, from its call to its published minutes. */
export function takeMeetingStep(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  step: MeetingStep,
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    if (!canStep(meeting, step)) return refused("Cette étape a déjà été faite, ou n’est pas encore possible.");
    const prepared = await prepare(world, scene, committee, meeting, step);
    if ("why" in prepared) return refused(prepared.why);
    await saveMeeting(scene.tx, meeting.id, prepared);
    await note(scene, committee, factOf[step], { number });
    return done;
  });
}

const factOf: Readonly<Record<MeetingStep, string>> = {
  call: "meeting-called",
  open: "meeting-opened",
  close: "meeting-closed",
  cancel: "meeting-cancelled",
  approve: "minutes-approved",
  publish: "minutes-published",
  unpublish: "minutes-unpublished",
};

async function prepare(
  world: World,
  scene: Scene,
  committee: Committee,
  meeting: Meeting,
  step: MeetingStep,
): Promise<MeetingColumns | { readonly why: string }> {
  const at = scene.at.toString();
  switch (step) {
    case "call": {
      const agenda = await listAgenda(scene.tx, meeting.id);
      if (agenda.length === 0) return { why: "Mettez au moins un point à l’ordre du jour avant de convoquer." };
      await tellSeats(world, scene, committee, `Convocation : ${meeting.title}`, [
        `${committee.name} se réunit le ${formatDateTime(meeting.startsAt)}, ${meeting.place}.`,
        [
          "Ordre du jour :",
          ...agenda.map((item) => `${item.position}. ${item.title}${item.toDecide ? " (vote)" : ""}`),
        ].join("\n"),
        `${world.origin}${urls.meeting.href({ slug: committee.slug, number: String(meeting.number) })}`,
      ]);
      return { state: "called", called_at: at };
    }
    case "open": {
      const seats = await seatedAt(scene, committee, meeting);
      const attendance = await listAttendance(scene.tx, meeting.id);
      const quorum = quorumOf(seats, attendance, committee.quorumPercent);
      return { state: "open", opened_at: at, quorum };
    }
    case "close":
      return { state: "closed", closed_at: at };
    case "cancel":
      if (meeting.state === "called") {
        await tellSeats(world, scene, committee, `Réunion annulée : ${meeting.title}`, [
          `La réunion du ${formatDateTime(meeting.startsAt)} n’aura pas lieu.`,
        ]);
      }
      return { state: "cancelled" };
    case "approve":
      return { minutes_approved_at: at };
    case "publish":
      return { minutes_published_at: at };
    case "unpublish":
      return { minutes_published_at: null };
  }
}

async function seatedAt(scene: Scene, committee: Committee, meeting: Meeting): Promise<readonly Seat[]> {
  const on = meeting.startsAt.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString();
  return (await listSeats(scene.tx, committee.id)).filter((seat) => isSeated(seat, on));
}

/** Writes to who sits, but for those who leave the room on what is told. */
export async function tellSeats(
  world: World,
  { tx, at }: Scene,
  committee: Committee,
  subject: string,
  paragraphs: readonly string[],
  left: readonly string[] = [],
): Promise<void> {
  const on = today(world.clock).toString();
  const seats = (await listSeats(tx, committee.id)).filter(
    (seat) => seat.email !== "" && (seat.untilOn === null || seat.untilOn >= on) && !left.includes(seat.id),
  );
  for (const to of new Set(seats.map((seat) => seat.email)))
    await postMail(world, tx, at, {
      to,
      subject,
      paragraphs,
      why: holding(`siégez à cette instance (${committee.name})`),
    });
}

/** Writes who is there; while the meeting is open, the quorum follows. */
export function recordAttendance(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  attendance: readonly Attendance[],
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    if (meeting.state !== "called" && meeting.state !== "open")
      return refused("Les présences ne se notent que d’une réunion convoquée ou ouverte.");
    const seats = await seatedAt(scene, committee, meeting);
    const known = new Set(seats.map(({ id }) => id));
    if (attendance.some((one) => !known.has(one.memberId))) return refused("Cette personne ne siège pas ce jour-là.");
    const present = new Set(attendance.filter((one) => one.presence === "present").map((one) => one.memberId));
    if (attendance.some((one) => one.presence === "represented" && !present.has(one.representedBy ?? ""))) {
      return refused("Qui représente un autre membre doit être présent.");
    }
    await saveAttendance(scene.tx, meeting.id, attendance);
    if (meeting.state === "open")
      await saveMeeting(scene.tx, meeting.id, { quorum: quorumOf(seats, attendance, committee.quorumPercent) });
    await note(scene, committee, "attendance-recorded", { number, present: present.size });
    return done;
  });
}

/** A member tells an interest in an item: from then on their voice does not count on it. */
export function declareInterestOn(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  interest: { readonly itemId: string; readonly memberId: string; readonly reason: string },
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    const item = (await listAgenda(scene.tx, meeting.id)).find(({ id }) => id === interest.itemId);
    const seats = await seatedAt(scene, committee, meeting);
    if (item === undefined || !seats.some(({ id }) => id === interest.memberId))
      return refused("Ce point ou ce membre n’est pas de cette réunion.");
    if (item.decision !== null) return refused("Ce point est déjà décidé.");
    await addInterest(scene.tx, interest.itemId, interest.memberId, interest.reason, scene.at.toString());
    await note(scene, committee, "interest-declared", { number, item: interest.itemId, member: interest.memberId });
    return done;
  });
}

/** Records a vote: in session, with the quorum, and never more voices than can be heard on the item. */
export function recordDecision(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  itemId: string,
  decision: Pick<Decision, "text" | "inFavour" | "against" | "abstained" | "responsible" | "dueOn">,
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    if (meeting.state !== "open") return refused("On ne vote qu’en séance.");
    if (meeting.quorum === null || !isReached(meeting.quorum))
      return refused("Le quorum n’est pas atteint : la réunion ne peut rien décider.");
    const item = (await listAgenda(scene.tx, meeting.id)).find(({ id }) => id === itemId);
    if (item === undefined || !item.toDecide) return refused("Ce point n’est pas à voter.");
    const voices = voicesOn(
      await seatedAt(scene, committee, meeting),
      await listAttendance(scene.tx, meeting.id),
      item.interests,
    );
    const cast = decision.inFavour + decision.against + decision.abstained;
    if (cast > voices) return refused(`${cast} voix sont comptées, et ${voices} peuvent s’exprimer sur ce point.`);
    const adopted = isAdopted(decision);
    await saveDecision(scene.tx, itemId, { ...decision, adopted, by: visitor.person.id, at: scene.at.toString() });
    await note(scene, committee, "committee-decided", { number, item: itemId, adopted, text: decision.text });
    return done;
  });
}

export function followUp(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  itemId: string,
  told: { readonly doneOn: string | null; readonly followUp: string },
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    const isHere = (await listAgenda(scene.tx, meeting.id)).some(({ id }) => id === itemId);
    if (!isHere || !(await saveFollowUp(scene.tx, itemId, told.doneOn, told.followUp)))
      return refused("Il n’y a pas de décision à suivre ici.");
    await note(scene, committee, "decision-followed-up", { number, item: itemId, done: told.doneOn });
    return done;
  });
}

/** Keeps the minutes; once approved they do not change. */
export function writeMinutes(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  minutes: string,
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    if (meeting.state !== "open" && meeting.state !== "closed")
      return refused("Le compte rendu s’écrit une fois la réunion ouverte.");
    if (meeting.minutesApprovedAt !== null) return refused("Le compte rendu est approuvé : il ne change plus.");
    await saveMeeting(scene.tx, meeting.id, { minutes });
    await note(scene, committee, "minutes-written", { number });
    return done;
  });
}

import type { SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { addInterest, addItem, listAgenda, saveDecision, saveFollowUp } from "./agenda-store.ts";
import {
  type Attendance,
  type Committee,
  type Decision,
  isAdopted,
  isReached,
  quorumOf,
  voicesOn,
} from "./committee.ts";
import { listAttendance, saveAttendance, saveMeeting } from "./meeting-store.ts";
import { type CommitteeOutcome, done, note, onMeeting, refused, seatedAt } from "./on-meeting.ts";

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

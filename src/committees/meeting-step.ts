import type { Temporal } from "temporal-polyfill";
import { act, type Scene, type SignedVisitor } from "#src/people/index.ts";
import type { World } from "#src/platform/world.ts";
import { formatDateTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { listAgenda } from "./agenda-store.ts";
import { type Committee, canStep, type Meeting, type MeetingStep, quorumOf } from "./committee.ts";
import { lockCommittee } from "./committee-store.ts";
import { addMeeting, listAttendance, type MeetingColumns, saveMeeting } from "./meeting-store.ts";
import { type CommitteeOutcome, done, note, onMeeting, refused, seatedAt } from "./on-meeting.ts";
import { tellSeats } from "./tell-seats.ts";

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

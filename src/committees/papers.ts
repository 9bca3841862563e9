import type { Temporal } from "temporal-polyfill";
import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { keepFile, type ReceivedFile } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { formatDateTime } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import { listAgenda } from "./agenda-store.ts";
import type { Committee, Meeting } from "./committee.ts";
import { type CommitteeOutcome, done, note, onMeeting, refused } from "./on-meeting.ts";
import { tellSeats } from "./tell-seats.ts";

/** A document of a meeting: of the whole of it, or of one point. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  /** The point that it is about; null for the whole meeting. */
  readonly itemId: string | null;
  readonly addedAt: Temporal.Instant;
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly scan: string;
  };
}

export const PAPER_TYPES: readonly string[] = [
  "application/pdf",
  "image/jpeg",
  "application/vnd.oasis.opendocument.text",
];

/** Those of a meeting that this reader may open, in the order they came. */
export async function papersOf(tx: Tx, meetingId: string): Promise<readonly Paper[]> {
  const rows = await tx
    .selectFrom("meeting_document as d")
    .innerJoin("file as f", "f.id", "d.file_id")
    .select(["d.id", "d.title", "d.item_id", "d.added_at"])
    .select(["f.id as file_id", "f.name", "f.media_type", "f.size", "f.scan"])
    .where("d.meeting_id", "=", meetingId)
    .orderBy("d.added_at")
    .orderBy("d.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    itemId: row.item_id,
    addedAt: row.added_at,
    file: { id: row.file_id, name: row.name, mediaType: row.media_type, size: row.size, scan: row.scan },
  }));
}

export interface NewPaper {
  readonly title: string;
  readonly itemId: string | null;
  readonly received: ReceivedFile;
}

/** Lays a document before the members; those already called are told. */
export function layPaper(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  paper: NewPaper,
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    const { tx, at } = scene;
    if (meeting.state === "cancelled") return refused("Cette réunion est annulée.");
    const { title, itemId, received } = paper;
    const items = await listAgenda(tx, meeting.id);
    if (itemId !== null && !items.some(({ id }) => id === itemId))
      return refused("Ce point n’est pas de cette réunion.");
    await keepFile(world, tx, received, { by: visitor.person.id, at });
    await tx
      .insertInto("meeting_document")
      .values({ meeting_id: meeting.id, item_id: itemId, title, file_id: received.stored.id, added_at: at })
      .execute();
    await note(scene, committee, "paper-laid", { number, title, sha256: received.stored.sha256 });
    if (meeting.state === "called") {
      const words = [
        `« ${title} » est joint à la réunion du ${formatDateTime(meeting.startsAt)}.`,
        `${world.origin}${urls.meeting.href({ slug: committee.slug, number: String(number) })}#documents`,
      ];
      const left = items.find(({ id }) => id === itemId)?.interests.map(({ memberId }) => memberId) ?? [];
      await tellSeats(world, scene, committee, `Un document pour la réunion : ${meeting.title}`, words, left);
    }
    return done;
  });
}

/** Until the meeting is opened; what members had before them then stays. */
export function mayWithdraw(meeting: Pick<Meeting, "state">): boolean {
  return meeting.state === "planned" || meeting.state === "called";
}

export function withdrawPaper(
  world: World,
  visitor: SignedVisitor,
  committee: Committee,
  number: number,
  paperId: string,
): Promise<CommitteeOutcome> {
  return onMeeting(world, visitor, committee, number, async (meeting, scene) => {
    if (!mayWithdraw(meeting)) return refused("La réunion est ouverte : ses documents restent.");
    const { numDeletedRows } = await scene.tx
      .deleteFrom("meeting_document")
      .where("meeting_id", "=", meeting.id)
      .where("id", "=", paperId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return refused("Ce document n’y est plus.");
    await note(scene, committee, "paper-withdrawn", { number, paper: paperId });
    return done;
  });
}

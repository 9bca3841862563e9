import { tellSenderInfected } from "#src/people/index.ts";
import type { TellInfected } from "#src/platform/scanning.ts";
import { urls } from "#src/urls.ts";

/** An infected document leaves its meeting; whoever sent it is told. */
export const tellMeetingPaperInfected: TellInfected = async (world, tx, file) => {
  const held = await tx
    .selectFrom("meeting_document as d")
    .innerJoin("meeting as m", "m.id", "d.meeting_id")
    .innerJoin("committee as c", "c.id", "m.committee_id")
    .select(["c.slug", "m.number"])
    .where("d.file_id", "=", file.id)
    .executeTakeFirst();
  if (held === undefined) return;
  await tx.deleteFrom("meeting_document").where("file_id", "=", file.id).execute();
  const place = { slug: held.slug, number: String(held.number) };
  await tellSenderInfected(world, tx, file, urls.meeting.href(place));
};

import { holding, type Scene } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import type { Committee } from "./committee.ts";
import { listSeats } from "./committee-store.ts";

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

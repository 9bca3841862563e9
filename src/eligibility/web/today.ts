import { type Day, day } from "#policy/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";

const days = new WeakMap<ReturnType<typeof today>, Day>();

/** Today's legal day, as the rules read it: the clock gives one object a day, read once. */
export function legalToday(world: World): Day {
  const legal = today(world.clock);
  const known = days.get(legal);
  if (known !== undefined) return known;
  const read = day(legal.toString());
  days.set(legal, read);
  return read;
}

import { type Day, day } from "#policy/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";

/** Today's legal day, as the rules read it. */
export function legalToday(world: World): Day {
  return day(today(world.clock).toString());
}

import { fixedClock } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import type { Cast, FiledRequest } from "./cast.ts";
import { playAll } from "./lanes.ts";
import { type LaterState, leadTo } from "./reviewed.ts";

/** Where each fictional request stands, by its rank: every state has its files, and ten opinions wait for a supervisor. Those left out wait for an officer. */
const stands: Readonly<Record<number, LaterState>> = {
  0: "signed",
  1: "signed",
  2: "signed",
  3: "refused",
  4: "signed",
  5: "agreement-to-sign",
  6: "under-review",
  7: "abandoned",
  8: "refused",
  9: "notified",
  10: "signed",
  11: "agreement-to-sign",
  12: "withdrawn",
  13: "awarded",
  14: "awarded",
  15: "signed",
  16: "rejected",
  17: "proposed-unfavourable",
  18: "proposed-unfavourable",
  19: "proposed-favourable",
  20: "proposed-favourable",
  21: "proposed-favourable",
  22: "validated-favourable",
  23: "validated-unfavourable",
  24: "validated-favourable",
  25: "proposed-favourable",
  26: "proposed-unfavourable",
  27: "proposed-favourable",
  28: "completion-requested",
  29: "proposed-favourable",
  30: "under-review",
  31: "under-review",
  32: "proposed-favourable",
  33: "completion-requested",
  34: "complete",
  35: "complete",
};

/** Plays the funder's side on the requests that were filed, each from the day of its filing. */
export async function playAgents(world: World, cast: Cast, filed: readonly FiledRequest[]): Promise<void> {
  const later = filed.flatMap((one) => {
    const state = stands[one.n];
    return state === undefined ? [] : [{ ...one, state }];
  });
  // What an organisation was granted before counts in what its next request may have: one after the other.
  const laneOf = ({ organisation }: FiledRequest) => organisation.id;
  await playAll(later, laneOf, async ({ id, n, organisation, filedAt, state }) => {
    const clock = fixedClock(filedAt.toString());
    const stage = {
      world: { ...world, clock },
      clock,
      officer: n % 3 === 1 ? cast.secondOfficer : cast.agents.officer,
      supervisor: cast.agents.supervisor,
      approver: cast.agents.approver,
      present: world.clock.now(),
    };
    await leadTo(stage, { id, applicant: organisation.owner, n }, state);
  });
}

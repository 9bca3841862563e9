import { inTransaction, openHasty } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { playAgenda } from "./agenda.ts";
import { playApplicants } from "./apply.ts";
import { playCalls } from "./calls.ts";
import type { Cast } from "./cast.ts";
import { playCommunity } from "./community.ts";
import { playConsortium } from "./consortium.ts";
import { playDecided } from "./decided.ts";
import { playDesk } from "./desk.ts";
import { playAgents } from "./instruct.ts";
import { PLAYERS } from "./lanes.ts";
import { playNewcomer } from "./newcomer.ts";
import { makeCast } from "./people.ts";
import { playSelection } from "./selection.ts";
import { playSetup } from "./setup.ts";

/** What is played beside the requests. */
const OTHERS = 5;

/**
 * Fills an empty database with the demonstration: fictional people and organisations on real communes, and requests
 * made by really doing each act, at its date. Returns false, and does nothing, where there is already something.
 */
export async function loadDemo(world: World): Promise<boolean> {
  const isEmpty = await inTransaction(world.db, "system", async (tx) => {
    const someone = await tx.selectFrom("person").select("id").limit(1).executeTakeFirst();
    return someone === undefined;
  });
  if (!isEmpty) return false;
  const { close, ...hasty } = openHasty(world.pool, PLAYERS + OTHERS);
  try {
    // The papers are the demonstration's own: nothing to scan, and nobody waits for the antivirus.
    const stage = { ...world, ...hasty, config: { ...world.config, clamav: null } };
    const cast = await makeCast(stage);
    // Before any request: each is judged by what held on its day.
    await playSetup(stage, cast);
    await Promise.all([
      playFiles(stage, cast),
      playSelections(stage, cast),
      playCommunity(stage, cast),
      playNewcomer(stage),
      playConsortium(stage, cast),
      playAgenda(stage, cast),
    ]);
    await playDesk(stage, cast);
  } finally {
    await close();
  }
  return true;
}

/** Requests at any time, from their filing to where each of them stands. */
async function playFiles(world: World, cast: Cast): Promise<void> {
  await playAgents(world, cast, await playApplicants(world, cast));
}

/** Calls, and the projects of those that are over. */
async function playSelections(world: World, cast: Cast): Promise<void> {
  const over = await playCalls(world, cast);
  await playSelection(world, cast);
  if (over !== null) await playDecided(world, cast, over);
}

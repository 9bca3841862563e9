import { type Demonstration, type DemoRequests, demonstrationsOf } from "#policy/demonstration/index.ts";
import { type Day, frameworkOn, type OpenScheme } from "#policy/index.ts";
import { policyDay } from "#src/life/index.ts";
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

/** What is played beside the requests, at most. */
const OTHERS = 6;

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
    const played = playedOn(policyDay(world.clock.now()));
    // Before any request: each is judged by what held on its day.
    await playSetup(
      stage,
      cast,
      played.map(({ of }) => of),
    );
    await Promise.all([
      ...played.map((one) => playScheme(stage, cast, one)),
      playCommunity(stage, cast),
      playAgenda(stage, cast),
    ]);
    await playDesk(stage, cast);
  } finally {
    await close();
  }
  return true;
}

/** A scheme that one can apply to, and what it gives to the demonstration. */
interface Played {
  readonly scheme: OpenScheme;
  readonly of: Demonstration;
}

function playedOn(day: Day): readonly Played[] {
  const framework = frameworkOn(day);
  return demonstrationsOf(framework.version).flatMap((of) => {
    const scheme = framework.scheme(of.scheme);
    return scheme?.status === "open" ? [{ scheme, of }] : [];
  });
}

/** Plays each part that a scheme gives, all at once. */
async function playScheme(world: World, cast: Cast, { scheme, of }: Played): Promise<void> {
  const { requests, selection } = of;
  await Promise.all([
    requests && playApplications(world, cast, scheme, requests),
    requests && playNewcomer(world, scheme, requests),
    playAnswers(world, cast, scheme, of),
    selection && playSelection(world, cast, scheme, selection),
  ]);
}

/** Requests at any time, from their filing to where each of them stands. */
async function playApplications(world: World, cast: Cast, scheme: OpenScheme, of: DemoRequests): Promise<void> {
  await playAgents(world, cast, await playApplicants(world, cast, scheme, of));
}

/** Calls, what answers the one that is open, and the projects of the one that is over. */
async function playAnswers(
  world: World,
  cast: Cast,
  scheme: OpenScheme,
  { calls, consortium }: Demonstration,
): Promise<void> {
  const { over, open } = calls === undefined ? NONE : await playCalls(world, cast, scheme, calls);
  if (consortium !== undefined) await playConsortium(world, cast, scheme, consortium, open);
  if (calls?.decided !== undefined && over !== null) {
    await playDecided(world, cast, scheme, calls, calls.decided, over);
  }
}

const NONE = { over: null, open: null };

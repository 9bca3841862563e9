import type { Temporal } from "temporal-polyfill";
import type { DemoCalls } from "#policy/demonstration/index.ts";
import type { OpenScheme } from "#policy/index.ts";
import { createCall, editCall, proposeCall, publishCall } from "#src/calls/acts.ts";
import { askQuestion } from "#src/calls/questions.ts";
import { legalDay } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";
import { type Filer, fileDraft, joinPapers, writeProject } from "./filing.ts";
import { actOnCall } from "./performed.ts";

/** When each call opens and closes, in days from today: one is over, one is open, one is to come. */
const CALLS = [
  { year: -1, opens: -150, closes: -90 },
  { year: 0, opens: -20, closes: 40 },
  { year: 1, opens: 75, closes: 135 },
] as const;

/** Gives the call that is over. Opens calls as the funder's people would, and answers the one that is open: one project filed, one being written. */
export async function playCalls(world: World, cast: Cast, scheme: OpenScheme, of: DemoCalls): Promise<string> {
  const ids: string[] = [];
  for (const call of CALLS) ids.push(await openCall(world, cast, scheme, of.call, call));
  const [over = "", open = ""] = ids;
  const project = (organisation: CastOrganisation, at: World) =>
    of.project(organisation.of, legalDay(at.clock.now()).year + 1);
  const [first, second] = [cast.organisations[14], cast.organisations[15]];
  if (first === undefined || second === undefined) return over;
  const [begun, later] = [worldAt(world, daysFrom(world, -9)), worldAt(world, daysFrom(world, -2))];
  const filed = await writeProject(begun, scheme, open, filerOf(first), project(first, begun));
  const then = worldAt(world, daysFrom(world, -3));
  await joinPapers(then, first.owner, filed, first.of.name);
  await fileDraft(then, scheme, first.owner, filed);
  await writeProject(later, scheme, open, filerOf(second), { ...project(second, later), ...of.written });
  await askQuestion(worldAt(world, daysFrom(world, -4)), second.owner, open, of.question);
  return over;
}

function filerOf({ id: organisationId, owner }: CastOrganisation): Filer {
  return { organisationId, owner };
}

function daysFrom(world: World, days: number): Temporal.Instant {
  return world.clock.now().add({ hours: 24 * days });
}

async function openCall(
  world: World,
  cast: Cast,
  scheme: OpenScheme,
  typed: DemoCalls["call"],
  { year, opens, closes }: (typeof CALLS)[number],
): Promise<string> {
  const today = legalDay(world.clock.now());
  const [opensOn, closesOn] = [today.add({ days: opens }), today.add({ days: closes })];
  // Prepared three weeks before it opens, or these days where that is still to come.
  const at = Math.min(opens - 21, -3);
  const [author, other] = [cast.agents.administrator, cast.agents.supervisor];
  const on = (days: number) => worldAt(world, daysFrom(world, at + days));
  const raw = typed(today.year + year, opensOn, closesOn);
  const id = await createCall(on(0), author, scheme, String(raw.title));
  await actOnCall(editCall(on(0), author, id, 1, raw));
  await actOnCall(proposeCall(on(1), author, id, 2));
  await actOnCall(publishCall(on(2), other, id, 3));
  return id;
}

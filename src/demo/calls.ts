import type { Temporal } from "temporal-polyfill";
import type { DemoCalls } from "#policy/demonstration/index.ts";
import type { OpenScheme, Raw } from "#policy/index.ts";
import { declarationIds, submitApplication } from "#src/applications/index.ts";
import type { Outcome } from "#src/calls/act.ts";
import { createCall, editCall, proposeCall, publishCall } from "#src/calls/acts.ts";
import { askQuestion } from "#src/calls/questions.ts";
import { createDraft } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { joinPapers } from "./apply.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";

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
  const filed = await writeProject(begun, scheme, open, first, project(first, begun));
  await fileProject(worldAt(world, daysFrom(world, -3)), scheme, first, filed);
  await writeProject(later, scheme, open, second, { ...project(second, later), ...of.written });
  await askQuestion(worldAt(world, daysFrom(world, -4)), second.owner, open, of.question);
  return over;
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
  done(await editCall(on(0), author, id, 1, raw));
  done(await proposeCall(on(1), author, id, 2));
  done(await publishCall(on(2), other, id, 3));
  return id;
}

function done(outcome: Outcome): void {
  if (outcome !== "done") throw new Error(`a call of the demonstration: ${outcome}`);
}

async function writeProject(
  world: World,
  scheme: OpenScheme,
  callId: string,
  { id: organisationId, owner }: CastOrganisation,
  raw: Raw,
): Promise<string> {
  const at = world.clock.now();
  const draft = { scheme: scheme.slug, framework: scheme.framework, organisationId, raw, callId };
  return inTransaction(world.db, readerOf(owner), (tx) => createDraft(tx, draft, owner.person.id, at));
}

async function fileProject(
  world: World,
  scheme: OpenScheme,
  organisation: CastOrganisation,
  id: string,
): Promise<void> {
  await joinPapers(world, organisation, id);
  const request = { id, key: crypto.randomUUID(), version: 1, location: "" };
  const ticked = [...declarationIds(scheme), "sachant"];
  const outcome = await submitApplication(world, organisation.owner, request, ticked, "sachant");
  if (outcome.kind !== "done") throw new Error(`a project of the demonstration: ${JSON.stringify(outcome)}`);
}

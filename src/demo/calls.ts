import type { Temporal } from "temporal-polyfill";
import type { DemoAnswered, DemoCall, DemoCalls, DemoNote, DemoQuestion } from "#policy/demonstration/index.ts";
import type { OpenScheme } from "#policy/index.ts";
import { answerNote, notesOf, sendNote } from "#src/calls/notes.ts";
import { answerQuestion, askQuestion, questionsOf } from "#src/calls/questions.ts";
import { fixedClock, legalDay } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { type Cast, worldAt } from "./cast.ts";
import { fileDraft, joinPapers, writeProject } from "./filing.ts";
import { actOnCall } from "./performed.ts";
import { leadTo } from "./reviewed.ts";
import { openVotedCall } from "./selection-steps.ts";

/** The calls that were opened, by where the clock stands. */
export interface Opened {
  readonly over: string | null;
  readonly open: string | null;
}

/** Opens calls as the funder's people would; the one that is open has its answers and its questions. */
export async function playCalls(world: World, cast: Cast, scheme: OpenScheme, of: DemoCalls): Promise<Opened> {
  if (of.last !== undefined && legalDay(world.clock.now()).toString() > of.last) return { over: null, open: null };
  const found: { over: string | null; open: string | null } = { over: null, open: null };
  for (const call of of.calls) {
    const id = await openCall(world, cast, scheme, call);
    if (call.closes < 0) found.over = id;
    else if (call.opens < 0) found.open = id;
  }
  const { open } = found;
  if (open === null) return found;
  for (const [n, one] of of.answered.entries()) await answerCall(world, cast, scheme, of, { ...one, open, n });
  for (const [n, one] of of.questions.entries()) await ask(world, cast, open, one, n);
  for (const [n, one] of (of.notes ?? []).entries()) await sendAndAnswer(world, cast, open, one, n);
  return found;
}

function daysFrom(world: World, days: number): Temporal.Instant {
  return world.clock.now().add({ hours: 24 * days });
}

/** Prepared three weeks before it opens, or these days where that is still to come. */
function openCall(world: World, cast: Cast, scheme: OpenScheme, call: DemoCall): Promise<string> {
  const today = legalDay(world.clock.now());
  const at = Math.min(call.opens - 21, -3);
  const openers = { author: cast.agents.administrator, publisher: cast.agents.supervisor };
  const raw = call.typed(today, today.add({ days: call.opens }), today.add({ days: call.closes }));
  return openVotedCall((day) => worldAt(world, daysFrom(world, at + day)), openers, scheme, raw);
}

/** Writes a project, files it six days later where it is to be, and leads it to where it stands. */
async function answerCall(
  world: World,
  { organisations, agents }: Cast,
  scheme: OpenScheme,
  of: DemoCalls,
  { by, to, begun, departs, open, n }: DemoAnswered & { readonly open: string; readonly n: number },
): Promise<void> {
  const organisation = organisations[by];
  if (organisation === undefined) return;
  const at = worldAt(world, daysFrom(world, -begun));
  const filer = { organisationId: organisation.id, owner: organisation.owner };
  const raw = { ...of.project(organisation.of, legalDay(at.clock.now())), ...departs };
  const id = await writeProject(at, scheme, open, filer, raw);
  if (to === "draft") return;
  const filedAt = daysFrom(world, -begun + 6);
  await joinPapers(worldAt(world, filedAt), filer.owner, id, organisation.of.name);
  await fileDraft(worldAt(world, filedAt), scheme, filer.owner, id);
  if (to === "submitted") return;
  const clock = fixedClock(filedAt.toString());
  const stage = { ...agents, world: { ...world, clock }, clock, present: world.clock.now() };
  await leadTo(stage, { id, applicant: filer.owner, n: 2 * n + 1 }, to);
}

/** A question, and its answer some days later where it has one. */
async function ask(world: World, { organisations, agents }: Cast, call: string, of: DemoQuestion, n: number) {
  const asker = organisations[of.by];
  if (asker === undefined) return;
  await askQuestion(worldAt(world, daysFrom(world, n - 8)), asker.owner, call, of.body);
  if (of.told === undefined) return;
  const later = worldAt(world, daysFrom(world, n - 5));
  const asked = await questionsOf(later, agents.officer, call);
  const waiting = asked.find(({ body }) => body === of.body);
  if (waiting === undefined) throw new Error("a question of the demonstration is not there");
  await actOnCall(answerQuestion(later, agents.officer, waiting.id, of.told));
}

/** A note, and where the funder points three days later where it has answered. */
async function sendAndAnswer(world: World, { organisations, agents }: Cast, call: string, of: DemoNote, n: number) {
  const sender = organisations[of.by];
  if (sender === undefined) return;
  const { title, body, answer } = of;
  await actOnCall(sendNote(worldAt(world, daysFrom(world, n - 7)), sender.owner, call, sender.id, { title, body }));
  if (answer === undefined) return;
  const later = worldAt(world, daysFrom(world, n - 4));
  const one = (await notesOf(later, agents.officer, call)).find((sent) => sent.title === title);
  if (one === undefined) throw new Error("a note of the demonstration is not there");
  await actOnCall(answerNote(later, agents.officer, one.id, answer));
}

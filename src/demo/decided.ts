import type { Temporal } from "temporal-polyfill";
import type { DemoCalls, DemoDecided } from "#policy/demonstration/index.ts";
import type { OpenScheme } from "#policy/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { fixedClock, legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { giveProposed, inviteAssessor } from "#src/selection/assessors/acts.ts";
import { giveBodyOpinion } from "#src/selection/bodies/acts.ts";
import { closeAssessment, closeRanking } from "#src/selection/ranking/close.ts";
import { holdInReserve, loadSelection, notSelect, reopenRanking, select } from "#src/selection/ranking/steps.ts";
import { agentOf, type Cast, loadVisitor, worldAt } from "./cast.ts";
import { act, asked } from "./performed.ts";
import { admitProject, fileProject, fillSheet } from "./selection-steps.ts";
import { leadVoted } from "./voted.ts";

/** The place of the first organisation that files one. */
const FIRST = 26;
/** So many projects show what the committee may say; those after them are voted. */
const COMMITTEE = 5;

/** Plays the call that is over up to what its committee decided: the criteria answered, met or not, never marked. */
export async function playDecided(
  world: World,
  cast: Cast,
  scheme: OpenScheme,
  { project }: DemoCalls,
  of: DemoDecided,
  call: string,
): Promise<void> {
  const at = (days: number) => worldAt(world, world.clock.now().add({ hours: 24 * days }));
  const { officer, supervisor } = cast.agents;
  const body = agentOf(cast, of.opinion.body);
  const files: string[] = [];
  for (const [n, title] of of.titles.entries()) {
    const organisation = cast.organisations[FIRST + n];
    if (organisation === undefined) continue;
    const by = { organisationId: organisation.id, owner: organisation.owner };
    const raw = project(organisation.of, legalDay(at(-100 + n).clock.now()));
    const id = await fileProject(at(-100 + n), scheme, call, by, { ...raw, title });
    await admitProject(at(-85), officer, id);
    await giveBodyOpinion(at(-70), body, id, { sense: "favourable", words: of.opinion.words });
    files.push(id);
  }
  const { usual, short, file, line, declined } = of.marks;
  const people = await assessors(at(-82), cast, call);
  for (const [n, id] of files.entries()) {
    for (const person of people) {
      await fillSheet(at(-60), person, id, ({ at: place }) => (n === file && place === line ? short : usual));
    }
  }
  await closeAssessment(at(-50), officer, call, crypto.randomUUID());
  await closeRanking(at(-48), officer, call, crypto.randomUUID());
  await decide(at(-40), { officer, supervisor }, call, files, declined);
  for (const [n, to] of of.voted.entries()) await vote(at(-40), cast, at(0).clock.now(), files, n, to);
}

/** The last projects are selected, then voted and led as far as each is. */
async function vote(
  world: World,
  { agents, organisations }: Cast,
  present: Temporal.Instant,
  files: readonly string[],
  n: number,
  to: DemoDecided["voted"][number],
): Promise<void> {
  const place = COMMITTEE + n;
  const [id, organisation] = [files[place], organisations[FIRST + place]];
  if (id === undefined || organisation === undefined) return;
  const clock = fixedClock(world.clock.now().toString());
  const stage = { ...agents, world: { ...world, clock }, clock, present };
  await leadVoted(stage, { id, applicant: organisation.owner, n: place }, to);
}

/** From outside and from inside: an expert and the second officer. */
async function assessors(world: World, cast: Cast, call: string): Promise<readonly SignedVisitor[]> {
  const { officer, assessor } = cast.agents;
  const untilOn = legalDay(world.clock.now()).add({ days: 120 }).toString();
  for (const person of [assessor.person, cast.secondOfficer.person]) {
    const { name, email } = person;
    const isOutside = person === assessor.person;
    await inviteAssessor(world, officer, call, { name, email, isOutside, specialities: [], untilOn });
  }
  await giveProposed(world, officer, call);
  return [await loadVisitor(world, assessor.person.id), await loadVisitor(world, cast.secondOfficer.person.id)];
}

/** One retained, one in reserve, one not retained; one that the committee sees again, one that it has still to decide. */
async function decide(
  world: World,
  { officer, supervisor }: { readonly officer: SignedVisitor; readonly supervisor: SignedVisitor },
  call: string,
  files: readonly string[],
  declined: string,
): Promise<void> {
  const selection = await inTransaction(world.db, "system", (tx) => loadSelection(tx, call));
  if (selection === null) throw new Error(`no call ${call}`);
  const candidate = (id: string) => {
    const found = selection.standing.files.find((one) => one.candidate.id === id);
    if (found === undefined) throw new Error(`no project ${id}`);
    return found.candidate;
  };
  const [first = "", second = "", , fourth = "", fifth = ""] = files;
  const asking = async (id: string) => ({ ...(await asked(world, id)), version: candidate(id).version });
  await act(select(world, officer, "select", await asking(first), selection.rules, candidate(first)));
  for (const id of files.slice(COMMITTEE)) {
    await act(select(world, officer, "select", await asking(id), selection.rules, candidate(id)));
  }
  await act(holdInReserve(world, officer, await asking(second), 1));
  await act(notSelect(world, officer, await asking(fourth), candidate(fourth), declined));
  await act(
    reopenRanking(world, supervisor, await asking(fifth), "Une pièce était arrivée à temps et n’avait pas été lue."),
  );
}

import type { DemoCommittee, DemoSelection } from "#policy/demonstration/index.ts";
import type { OpenScheme } from "#policy/index.ts";
import { giveSeat, makeCommittee } from "#src/committees/acts.ts";
import { listAgenda } from "#src/committees/agenda-store.ts";
import { findCommittee, listSeats } from "#src/committees/committee-store.ts";
import { declareInterestOn } from "#src/committees/in-session.ts";
import { takeMeetingStep } from "#src/committees/meeting-step.ts";
import { findMeeting } from "#src/committees/meeting-store.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { giveProposed, inviteAssessor } from "#src/selection/assessors/acts.ts";
import { giveBodyOpinion } from "#src/selection/bodies/acts.ts";
import { planSession } from "#src/selection/committee/session-acts.ts";
import { closeAssessment } from "#src/selection/ranking/close.ts";
import { keepShown } from "#src/selection/ranking/shown.ts";
import { agentOf, type Cast, loadVisitor, worldAt } from "./cast.ts";
import { admitProject, fileProject, fillSheet, openVotedCall } from "./selection-steps.ts";

/** Projects that are assessed, and the place of the first organisation that files one. */
const PROJECTS = 6;
const FIRST = 18;

/** Plays a call from its opening to the eve of its committee: projects filed, assessed, some still waiting. */
export async function playSelection(world: World, cast: Cast, scheme: OpenScheme, of: DemoSelection): Promise<void> {
  const today = legalDay(world.clock.now());
  if (today.toString() > of.last) return;
  const at = (days: number) => worldAt(world, world.clock.now().add({ hours: 24 * days }));
  const { administrator, supervisor, officer, assessor } = cast.agents;
  const [opensOn, closesOn] = [today.subtract({ days: 110 }), today.subtract({ days: 45 })];
  const openers = { author: administrator, publisher: supervisor };
  const call = await openVotedCall((day) => at(day - 120), openers, scheme, of.call(closesOn.year, opensOn, closesOn));
  const files: string[] = [];
  for (const [n, project] of of.projects.slice(0, PROJECTS).entries()) {
    const organisation = cast.organisations[FIRST + n];
    if (organisation === undefined) continue;
    const by = { organisationId: organisation.id, owner: organisation.owner };
    const raw = project.answers(organisation.of, opensOn.year);
    const id = await fileProject(at(-60 + n), scheme, call, by, raw);
    await admitProject(at(-40), officer, id);
    files.push(id);
  }
  await invite(at(-38), officer, call, [{ ...assessor.person, specialities: of.specialities }, ...of.experts]);
  const people = [assessor, ...(await accountsOf(world, of.experts))];
  await kept(giveProposed(at(-37), officer, call));
  await assess(at(-20), people, files);
  await giveOpinions(at(-15), agentOf(cast, of.opinion.body), of.opinion, files);
  await closeAssessment(at(-12), officer, call, crypto.randomUUID());
  await present(at(-11), officer, call, of.projects, files);
  await callCommittee(at(-8), cast, call, of.committee, files);
}

async function invite(
  world: World,
  officer: SignedVisitor,
  call: string,
  people: DemoSelection["experts"],
): Promise<void> {
  const untilOn = legalDay(world.clock.now()).add({ days: 90 }).toString();
  for (const { name, email, specialities } of people) {
    await kept(inviteAssessor(world, officer, call, { name, email, specialities, isOutside: true, untilOn }));
  }
}

/** The accounts that an invitation gave them. */
async function accountsOf(world: World, people: DemoSelection["experts"]): Promise<readonly SignedVisitor[]> {
  const emails = people.map(({ email }) => email);
  const found = await world.db
    .selectFrom("person")
    .select("id")
    .where("email", "in", emails)
    .orderBy("email")
    .execute();
  return Promise.all(found.map(({ id }) => loadVisitor(world, id)));
}

/** How good each project is found, from 0 to 4. */
const LEVELS = [3.6, 3.3, 3, 2.7, 2.5, 2.2];

/** All send their sheets but one, who keeps two: one begun, one not opened. On one project, they part. */
async function assess(world: World, people: readonly SignedVisitor[], files: readonly string[]): Promise<void> {
  for (const [file, id] of files.entries()) {
    for (const [who, person] of people.entries()) {
      if (who === 0 && file === PROJECTS - 1) continue;
      const harsh = file === PROJECTS - 3 && who === 1 ? 1.4 : 0;
      const mark = ({ at }: { readonly at: number }) => {
        const level = (LEVELS[file] ?? 2) + ((at * 7 + who * 2 + file * 3) % 5) / 4 - 0.5 - harsh;
        return String(Math.max(0, Math.min(4, Math.round(level))));
      };
      await fillSheet(world, person, id, mark, !(who === 0 && file === PROJECTS - 2));
    }
  }
}

async function giveOpinions(
  world: World,
  agent: SignedVisitor,
  said: DemoSelection["opinion"],
  files: readonly string[],
): Promise<void> {
  for (const [n, id] of files.slice(0, 4).entries()) {
    const isReserved = n === 3;
    const opinion = {
      sense: isReserved ? ("with-reserve" as const) : ("favourable" as const),
      words: isReserved ? said.reserve : said.words,
    };
    await kept(giveBodyOpinion(world, agent, id, opinion));
  }
}

async function present(
  world: World,
  officer: SignedVisitor,
  call: string,
  projects: DemoSelection["projects"],
  files: readonly string[],
): Promise<void> {
  for (const [n, id] of files.entries()) {
    const project = projects[n];
    if (project === undefined) continue;
    const shown = { shortTitle: project.title.slice(0, 34), summary: project.summary, place: "", placeReason: "" };
    await kept(keepShown(world, officer, call, id, shown));
  }
}

async function callCommittee(
  world: World,
  cast: Cast,
  call: string,
  of: DemoCommittee,
  files: readonly string[],
): Promise<void> {
  const { officer } = cast.agents;
  const { slug, name, purpose } = of;
  await makeCommittee(world, officer, { slug, kind: "selection", name, purpose, quorumPercent: 50 });
  const committee = await inTransaction(world.db, "system", (tx) => findCommittee(tx, slug));
  if (committee === null) throw new Error("no committee of selection");
  const fromOn = legalDay(world.clock.now()).toString();
  for (const seat of seatsOf(cast, of)) {
    await giveSeat(world, officer, committee, { ...seat, college: "", fromOn, untilOn: null, nameIsPublic: false });
  }
  const startsAt = world.clock.now().add({ hours: 24 * 15 });
  const place = "Caen, salle des Arbres";
  const link = "https://visio.example/selection";
  await kept(
    planSession(world, officer, call, { committee: slug, title: "Sélection des projets", startsAt, place, link }),
  );
  await takeMeetingStep(world, officer, committee, 1, "call");
  const { member, item } = await inTransaction(world.db, "system", async (tx) => {
    const meeting = await findMeeting(tx, committee.id, 1);
    const agenda = meeting === null ? [] : await listAgenda(tx, meeting.id);
    const sitting = await listSeats(tx, committee.id);
    return { member: sitting.find((seat) => seat.name === of.interested.name), item: agenda[2] };
  });
  if (member === undefined || item === undefined || files.length === 0) return;
  const interest = { itemId: item.id, memberId: member.id, reason: of.interested.reason };
  await declareInterestOn(world, officer, committee, 1, interest);
}

/** The funder's own people chair and write; those whom the scheme seats stand between. */
function seatsOf({ agents: { supervisor, officer } }: Cast, { seats }: DemoCommittee) {
  const own = "Région (démonstration)";
  const { name, email } = supervisor.person;
  return [
    { name, email, body: own, role: "chair" as const },
    ...seats.map((seat) => ({ ...seat, role: "member" as const })),
    { name: officer.person.name, email: officer.person.email, body: own, role: "secretary" as const },
  ];
}

/** The demonstration only does what may be done: anything else is a bug of its own. */
async function kept(performed: Promise<unknown>): Promise<void> {
  const outcome = await performed;
  if (typeof outcome === "object" && outcome !== null && "done" in outcome && outcome.done === true) return;
  throw new Error(`a selection of the demonstration: ${JSON.stringify(outcome)}`);
}

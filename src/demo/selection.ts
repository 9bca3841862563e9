import { frameworkOn } from "#policy/index.ts";
import { declareInterestOn, giveSeat, makeCommittee, takeMeetingStep } from "#src/committees/acts.ts";
import { listAgenda } from "#src/committees/agenda-store.ts";
import { findCommittee, listSeats } from "#src/committees/committee-store.ts";
import { findMeeting } from "#src/committees/meeting-store.ts";
import { policyDay } from "#src/life/index.ts";
import type { SignedVisitor } from "#src/people/index.ts";
import { legalDay } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { giveProposed, inviteAssessor } from "#src/selection/assessors/acts.ts";
import { giveBodyOpinion } from "#src/selection/bodies/acts.ts";
import { planSession } from "#src/selection/committee/session-acts.ts";
import { keepShown } from "#src/selection/ranking/shown.ts";
import { closeAssessment } from "#src/selection/ranking/steps.ts";
import { transitionsCall } from "./call-texts.ts";
import { type Cast, loadVisitor, worldAt } from "./cast.ts";
import { admitProject, fileProject, fillSheet, openVotedCall } from "./selection-steps.ts";
import { ideas, transitionsProject } from "./transition-project.ts";

/** Projects that are assessed, and the place of the first organisation that files one. */
const PROJECTS = 6;
const FIRST = 18;
/** The last day on which such a project can be filed: the operations of the text end soon after. */
const LAST = "2027-02-01";

const experts = [
  { name: "Elias Xpert (personne fictive)", email: "elias@experts.example", specialities: ["digital"] },
  {
    name: "Paule Avis (personne fictive)",
    email: "paule@experts.example",
    specialities: ["ecological", "demographic"],
  },
] as const;

/** Plays a call from its opening to the eve of its committee: projects filed, assessed, some still waiting. */
export async function playSelection(world: World, cast: Cast): Promise<void> {
  const scheme = frameworkOn(policyDay(world.clock.now())).scheme("transitions");
  const today = legalDay(world.clock.now());
  if (scheme?.status !== "open" || today.toString() > LAST) return;
  const at = (days: number) => worldAt(world, world.clock.now().add({ hours: 24 * days }));
  const { administrator, supervisor, officer, assessor } = cast.agents;
  const [opensOn, closesOn] = [today.subtract({ days: 110 }), today.subtract({ days: 45 })];
  const openers = { author: administrator, publisher: supervisor };
  const call = await openVotedCall(at(-120), openers, scheme, transitionsCall(closesOn.year, opensOn, closesOn));
  const files: string[] = [];
  for (const [n, idea] of ideas.slice(0, PROJECTS).entries()) {
    const organisation = cast.organisations[FIRST + n];
    if (organisation === undefined) continue;
    const by = { organisationId: organisation.id, owner: organisation.owner };
    const raw = transitionsProject(organisation.of, idea, opensOn.year);
    const id = await fileProject(at(-60 + n), scheme, call, by, raw);
    await admitProject(at(-40), officer, id);
    files.push(id);
  }
  const people = [assessor, ...(await invite(at(-38), officer, call, [assessor.person, ...experts]))];
  await kept(giveProposed(at(-37), officer, call));
  await assess(at(-20), people, files);
  await giveOpinions(at(-15), cast, files);
  await closeAssessment(at(-12), officer, call, crypto.randomUUID());
  await present(at(-11), officer, call, files);
  await callCommittee(at(-8), cast, call, files);
}

/** Invites them, and gives the accounts of those who had none. */
async function invite(
  world: World,
  officer: SignedVisitor,
  call: string,
  people: readonly { readonly name: string; readonly email: string; readonly specialities?: readonly string[] }[],
): Promise<readonly SignedVisitor[]> {
  const untilOn = legalDay(world.clock.now()).add({ days: 90 }).toString();
  for (const { name, email, specialities = ["societal"] } of people) {
    await kept(inviteAssessor(world, officer, call, { name, email, specialities, isOutside: true, untilOn }));
  }
  const found = await world.db
    .selectFrom("person")
    .select("id")
    .where(
      "email",
      "in",
      experts.map(({ email }) => email),
    )
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

async function giveOpinions(world: World, cast: Cast, files: readonly string[]): Promise<void> {
  const agent = cast.agents["managing-authority"];
  for (const [n, id] of files.slice(0, 4).entries()) {
    const sense = n === 3 ? "with-reserve" : "favourable";
    const words = n === 3 ? "Le coût du prestataire reste à justifier." : "Le projet répond à l’objectif du programme.";
    await kept(giveBodyOpinion(world, agent, id, { sense, words }));
  }
}

async function present(world: World, officer: SignedVisitor, call: string, files: readonly string[]): Promise<void> {
  for (const [n, id] of files.entries()) {
    const idea = ideas[n];
    if (idea === undefined) continue;
    const shown = { shortTitle: idea.title.slice(0, 34), summary: idea.need, place: "", placeReason: "" };
    await kept(keepShown(world, officer, call, id, shown));
  }
}

const slug = "comite-de-selection-transitions";

async function callCommittee(world: World, cast: Cast, call: string, files: readonly string[]): Promise<void> {
  const { officer, supervisor } = cast.agents;
  const fromOn = legalDay(world.clock.now()).toString();
  await makeCommittee(world, officer, {
    slug,
    kind: "selection",
    name: "Comité de sélection, transitions",
    purpose: "Classer les projets des appels « Transitions » et dire ceux qui sont retenus.",
    quorumPercent: 50,
  });
  const committee = await inTransaction(world.db, "system", (tx) => findCommittee(tx, slug));
  if (committee === null) throw new Error("no committee of selection");
  const seats = [
    [supervisor.person.name, supervisor.person.email, "Région (démonstration)", "chair"],
    ["Gaëlle Gestion (personne fictive)", "gestion@fse.example", "Service gestionnaire du FSE+", "member"],
    ["Marin Modèle (personne fictive)", "", "Réseau des ateliers normands (fictif)", "member"],
    ["Salomé Spécimen (personne fictive)", "", "Université Exemple (fictive)", "member"],
    [officer.person.name, officer.person.email, "Région (démonstration)", "secretary"],
  ] as const;
  for (const [name, email, body, role] of seats) {
    const seat = { name, email, body, role, college: "", fromOn, untilOn: null, nameIsPublic: false };
    await giveSeat(world, officer, committee, seat);
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
    return { member: sitting.find(({ name }) => name.startsWith("Marin")), item: agenda[2] };
  });
  if (member === undefined || item === undefined || files.length === 0) return;
  const interest = { itemId: item.id, memberId: member.id, reason: "Mon réseau accompagne cette structure." };
  await declareInterestOn(world, officer, committee, 1, interest);
}

/** The demonstration only does what may be done: anything else is a bug of its own. */
async function kept(performed: Promise<unknown>): Promise<void> {
  const outcome = await performed;
  if (typeof outcome === "object" && outcome !== null && "done" in outcome && outcome.done === true) return;
  throw new Error(`a selection of the demonstration: ${JSON.stringify(outcome)}`);
}

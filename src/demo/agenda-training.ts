import { fictionalSiren, fictionalSiret } from "#policy/demonstration/index.ts";
import { cents, euros, remainingCost } from "#policy/index.ts";
import { sign } from "#src/agenda/door/store.ts";
import { announce, createOccasion } from "#src/agenda/occasions/acts.ts";
import { addCrew } from "#src/agenda/occasions/crew.ts";
import { listSlots } from "#src/agenda/occasions/slot-store.ts";
import { findOccasion } from "#src/agenda/occasions/store.ts";
import { enrol } from "#src/agenda/registrations/enrol.ts";
import { listRegistrations } from "#src/agenda/registrations/store.ts";
import { saveTrainee } from "#src/agenda/registrations/trainee.ts";
import { checkCosts, decideCosts, fileCosts } from "#src/agenda/training/costs/cost-acts.ts";
import { freeSeats } from "#src/agenda/training/costs/cost-store.ts";
import { amountOf } from "#src/agenda/training/costs/costs.ts";
import { readCourse } from "#src/agenda/training/courses/course.ts";
import { saveCourse, saveCourseState } from "#src/agenda/training/courses/course-store.ts";
import { closeSession } from "#src/agenda/training/sessions/close.ts";
import { answerEvaluation } from "#src/agenda/training/sessions/evaluations.ts";
import { addSession } from "#src/agenda/training/sessions/session-store.ts";
import { addNeed, listNeeds, type NewNeed } from "#src/agenda/training/year/needs.ts";
import { readPlan } from "#src/agenda/training/year/plan.ts";
import { findPlan, savePlan } from "#src/agenda/training/year/plan-store.ts";
import { saveVolume } from "#src/agenda/training/year/volumes.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { type DemoCourse, demoCourses, lastYearsCourses, type Pace } from "./agenda-courses.ts";
import { demoTrainer, fictionalName } from "./agenda-people.ts";
import { at, dayAfter, dayOf, readTyped } from "./agenda-typed.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";

/** The year's programme, run by its operator: courses, sessions past and to come, what employers get back. */
export async function playTraining(world: World, cast: Cast): Promise<void> {
  const year = world.clock.now().toZonedDateTimeISO("Europe/Paris").year;
  await savePlanOf(world, year - 1, -420, "closed");
  await playCourses(world, cast, year - 1, lastYearsCourses, new Map());
  await savePlanOf(world, year, -220, "open");
  await playCourses(world, cast, year, demoCourses, await sayNeeds(world, year));
  await playCosts(world, cast, year);
}

async function playCourses(
  world: World,
  cast: Cast,
  year: number,
  courses: readonly DemoCourse[],
  needs: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [n, one] of courses.entries()) {
    const answered = [needs.get(one.need?.title ?? "")].filter((id) => id !== undefined);
    const read = readCourse({ ...one.typed, besoins: answered }, answered);
    if ("errors" in read) throw new Error(`the demonstration types a course wrong: ${JSON.stringify(read.errors)}`);
    const first = Math.min(...one.sessions.map(([days]) => days));
    const made = at(world, Math.min(-200, first - 70));
    const id = await inTransaction(world.db, "system", async (tx) => {
      const added = await saveCourse(tx, made, { id: null, year, course: read.course });
      await saveCourseState(tx, made, added, "open");
      return added;
    });
    const salt = (year % 2) * 100 + n * 10;
    for (const [k, session] of one.sessions.entries()) await playSession(world, cast, id, one, session, salt + k);
  }
}

/** What a network says before the programme is made; one need waits for its course. Gives the needs by their titles. */
async function sayNeeds(world: World, year: number): Promise<ReadonlyMap<string, string>> {
  const waiting: NewNeed = {
    title: "Animer une classe à distance",
    said: "Ceux qui commencent restent seuls devant les caméras éteintes.",
    audience: ["trainer"],
    persons: 40,
  };
  return inTransaction(world.db, "system", async (tx) => {
    const network = await tx
      .selectFrom("organisation as o")
      .innerJoin("membership as m", "m.organisation_id", "o.id")
      .select(["o.id", "m.person_id"])
      .where("o.kind", "=", "network")
      .executeTakeFirstOrThrow();
    for (const need of [...demoCourses.flatMap((one) => one.need ?? []), waiting])
      await addNeed(tx, at(world, -210), year, network.id, network.person_id, need);
    return new Map((await listNeeds(tx, year)).map(({ title, id }) => [title, id]));
  });
}

async function savePlanOf(world: World, year: number, days: number, state: "open" | "closed"): Promise<void> {
  const siren = fictionalSiren(90_000);
  const read = readPlan({
    operateur: "Opérateur du programme (fictif)",
    siret: fictionalSiret(siren),
    nda: "28140099999",
    adresse: "10 rue de la Démonstration",
    "code-postal": "14000",
    ville: "Caen",
    courriel: "programme@operateur.example",
    "financeur.0.nom": "Région",
    "financeur.0.montant": "180000",
    "financeur.1.nom": "État",
    "financeur.1.montant": "120000",
    part: "50",
    plafond: "150",
    assiette: ["wages", "travel"],
    absences: "2",
    mois: "12",
    presentation: "Des formations courtes, près des équipes, pour tous les métiers des structures.",
  });
  if ("errors" in read) throw new Error(`the demonstration types a plan wrong: ${JSON.stringify(read.errors)}`);
  await inTransaction(world.db, "system", async (tx) => {
    await savePlan(tx, at(world, days), year, read.content, state);
    if (state === "closed") return;
    await saveVolume(tx, {
      year: 2019,
      sessions: 5,
      places: 52,
      hours: 35,
      persons: 41,
      source: "Chiffres fictifs de la démonstration",
    });
  });
}

async function playSession(
  world: World,
  cast: Cast,
  courseId: string,
  { typed, pace, transitions }: DemoCourse,
  [days, commune, people]: DemoCourse["sessions"][number],
  salt: number,
): Promise<void> {
  const made = worldAt(world, at(world, Math.min(days - 60, -30)));
  const read = readTyped(
    {
      titre: typed.titre ?? "",
      resume: typed.objectif ?? "",
      metiers: typed.metiers ?? [],
      transitions,
      ...slotsOf(world, pace, days),
      lieu: commune === "" ? "" : "Centre de formation (lieu fictif)",
      commune,
      distance: commune === "" ? "oui" : "",
      "public.0.places": "12",
      organisateur: "Opérateur du programme (fictif)",
      contact: "programme@operateur.example",
      acces: "Dites ce qu’il vous faut en vous inscrivant : l’opérateur vous rappelle avant la session.",
    },
    "session",
  );
  const id = await createOccasion(made, cast.agents.operator, "session", read);
  if (id === null) throw new Error("nobody runs the programme of the demonstration");
  await inTransaction(world.db, "system", (tx) => addSession(tx, id, { courseId, minimum: 4, confirmOn: null }));
  await inTransaction(world.db, "system", (tx) =>
    addCrew(tx, made.clock.now(), id, { part: "trainer", ...demoTrainer }),
  );
  await announce(made, cast.agents.operator, id, 1);
  await registerTeam(worldAt(world, at(world, Math.min(days - 20, -3))), cast.organisations, id, people, salt);
  if (days < 0) await train(world, cast, id, days);
}

/** The half days of a session, as a form takes them. */
function slotsOf(world: World, pace: Pace, days: number): FormFields {
  const next = dayAfter(world, days, pace === "mornings" ? 7 : 1);
  const halves =
    pace === "day"
      ? [morning(dayOf(world, days)), afternoon(dayOf(world, days))]
      : pace === "mornings"
        ? [morning(dayOf(world, days)), morning(next)]
        : [morning(dayOf(world, days)), afternoon(dayOf(world, days)), morning(next), afternoon(next)];
  return Object.fromEntries(
    halves.flatMap((half, n) => Object.entries(half).map(([name, value]) => [`seance.${n}.${name}`, value])),
  );
}

const morning = (jour: string) => ({ jour, debut: "9 h", fin: "12 h 30" });
const afternoon = (jour: string) => ({ jour, debut: "13 h 30", fin: "17 h" });

const jobs = ["trainer", "management", "administration", "reception", "guidance"] as const;

async function registerTeam(
  world: World,
  organisations: readonly CastOrganisation[],
  occasionId: string,
  people: number,
  salt: number,
): Promise<void> {
  const { id: quotaId } = await inTransaction(world.db, "system", (tx) =>
    tx.selectFrom("quota").select("id").where("occasion_id", "=", occasionId).executeTakeFirstOrThrow(),
  );
  for (let k = 0; k < people; k += 1) {
    // The first organisation, through which visitors enter the demonstration, trains its people too.
    const organisation = organisations[k % 3 === 0 ? 0 : (salt + k * 5) % organisations.length];
    if (organisation === undefined) continue;
    await enrol(world, {
      occasionId,
      quotaId,
      entries: [
        {
          name: fictionalName(salt * 17 + k),
          email: `stagiaire.${salt}.${k}@formation.example`,
          structure: organisation.of.name,
          organisationId: organisation.id,
          personId: null,
          answers: {},
          accessNeed: "",
          photoConsent: null,
        },
      ],
      enteredBy: { id: organisation.owner.person.id, name: organisation.owner.person.name },
      isSure: true,
      also: (tx, id) =>
        saveTrainee(tx, id, {
          jobFamily: jobs[(salt + k) % jobs.length] ?? null,
          sex: k % 2 === 0 ? "woman" : "man",
          department: organisation.of.commune.slice(0, 2),
          opcoPays: k % 5 === 4 ? "part" : "no",
          managerAgreed: true,
        }),
    });
  }
}

/** A session of the past: signed by both, closed, its certificates issued, judged by those who came. */
async function train(world: World, cast: Cast, id: string, days: number): Promise<void> {
  const after = worldAt(world, at(world, days + 9));
  await inTransaction(world.db, "system", async (tx) => {
    const occasion = await findOccasion(tx, { id });
    const trainees = (await listRegistrations(tx, id)).filter((one) => one.state === "registered");
    for (const [n, slot] of (await listSlots(tx, occasion?.id ?? id)).entries()) {
      for (const [k, trainee] of trainees.entries()) {
        const isThere = k % 7 !== 6 && !(k % 5 === 4 && n === 1);
        const signed = { registrationId: trainee.id, slotAt: slot.startsAt, at: slot.startsAt };
        if (isThere) await sign(tx, { ...signed, signer: "trainee", present: true, by: trainee.name });
        await sign(tx, { ...signed, signer: "trainer", present: isThere, by: demoTrainer.name });
      }
    }
  });
  await closeSession(after, cast.agents.operator, id);
  await inTransaction(world.db, "system", async (tx) => {
    for (const [k, trainee] of (await listRegistrations(tx, id)).entries()) {
      if (k % 3 === 2) continue;
      const answers = { expectations: "4", level: k % 2 === 0 ? "4" : "3", learnt: "4", usable: "3" };
      await answerEvaluation(tx, after.clock.now(), trainee.id, "hot", answers);
    }
  });
}

/** One request that is decided, one that waits to be checked. */
async function playCosts(world: World, cast: Cast, year: number): Promise<void> {
  const plan = await inTransaction(world.db, "system", (tx) => findPlan(tx, year));
  const rule = plan?.remainingCost ?? null;
  if (rule === null) return;
  const seat = { costs: { wages: euros(190), travel: euros(46), replacement: cents(0) }, paidByOthers: cents(0) };
  const computed = amountOf(remainingCost(rule, seat));
  let decided = false;
  for (const organisation of cast.organisations) {
    const seats = await inTransaction(world.db, "system", (tx) => freeSeats(tx, organisation.id));
    const asked = seats.filter((one) => one.opcoPays === "no").slice(0, 2);
    if (asked.length === 0) continue;
    const lines = asked.map((one) => ({ registrationId: one.registrationId, seat, computed }));
    const filed = await fileCosts(worldAt(world, at(world, -30)), organisation.owner, organisation.id, {
      year,
      rule,
      lines,
    });
    if ("notDone" in filed || decided) return;
    const checked = worldAt(world, at(world, -22));
    await checkCosts(checked, cast.agents.operator, filed.id, 1, "Émargements et attestations vérifiés.");
    const decision = { amounts: new Map(lines.map((line) => [line.registrationId, line.computed])), reason: "" };
    await decideCosts(worldAt(world, at(world, -15)), cast.agents.officer, filed.id, 2, decision);
    decided = true;
  }
}

import { fictionalSiren, fictionalSiret } from "#policy/demonstration/index.ts";
import { cents, euros, remainingCost } from "#policy/index.ts";
import { sign } from "#src/agenda/door/store.ts";
import { announce, createOccasion } from "#src/agenda/occasions/acts.ts";
import { findOccasion, listSlots } from "#src/agenda/occasions/store.ts";
import { enrol } from "#src/agenda/registrations/enrol.ts";
import { listRegistrations } from "#src/agenda/registrations/store.ts";
import { saveTrainee } from "#src/agenda/registrations/trainee.ts";
import { closeSession } from "#src/agenda/training/close.ts";
import { checkCosts, decideCosts, fileCosts } from "#src/agenda/training/cost-acts.ts";
import { freeSeats } from "#src/agenda/training/cost-store.ts";
import { amountOf } from "#src/agenda/training/costs.ts";
import { readCourse } from "#src/agenda/training/course.ts";
import { answerEvaluation } from "#src/agenda/training/evaluations.ts";
import { addNeed, listNeeds, type NewNeed } from "#src/agenda/training/needs.ts";
import { readPlan } from "#src/agenda/training/plan.ts";
import { addSession, findPlan, saveCourse, saveCourseState, savePlan } from "#src/agenda/training/store.ts";
import { saveVolume } from "#src/agenda/training/volumes.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { FormFields } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { fictionalName } from "./agenda-people.ts";
import { at, dayOf, readTyped } from "./agenda-typed.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";

interface DemoCourse {
  readonly typed: FormFields;
  /** The need, said by a network, that it answers. */
  readonly need?: NewNeed;
  /** Its sessions: days from today, commune, how many register. */
  readonly sessions: readonly (readonly [days: number, commune: string, people: number])[];
}

const course = (title: string, objective: string, more: FormFields = {}): FormFields => ({
  titre: title,
  objectif: objective,
  resultats: "Un premier essai préparé pendant la formation, à mener dans sa structure.",
  contenu: "Ce que l’on sait, ce que l’on essaie, ce que l’on garde.",
  heures: "7",
  enseignement: "0",
  rythme: "Une journée",
  parcours: "1",
  niveau: "1",
  public: "83056",
  formacode: "44586",
  nsf: "333",
  rome: "K2111",
  complements: "Les plans de compétences des OPCO forment à l’outil ; ici, on forme à la façon de s’en servir.",
  ...more,
});

const courses: readonly DemoCourse[] = [
  {
    typed: course("Accueillir un public éloigné du numérique", "Savoir accueillir et accompagner sans écran de trop.", {
      metiers: ["reception", "guidance"],
    }),
    need: {
      title: "Accueillir ceux que l’écran éloigne",
      said: "À l’accueil, une personne sur cinq n’ose pas dire qu’elle ne sait pas remplir un formulaire en ligne.",
      audience: ["reception", "guidance"],
      persons: 60,
    },
    sessions: [
      [-120, "Alençon", 8],
      [4, "Alençon", 10],
      [52, "Cherbourg-en-Cotentin", 3],
    ],
  },
  {
    typed: course("Concevoir un module hybride", "Savoir bâtir un module qui alterne présence et distance.", {
      metiers: ["trainer"],
      enseignement: "2",
    }),
    sessions: [
      [-75, "Rouen", 9],
      [10, "Rouen", 8],
      [40, "Caen", 2],
    ],
  },
  {
    typed: course("Handicap : adapter sa formation", "Savoir adapter un parcours à chaque personne."),
    need: {
      title: "Adapter un parcours sans attendre",
      said: "Les formateurs demandent des gestes simples, à essayer dès le lendemain.",
      audience: [],
      persons: 120,
    },
    sessions: [[14, "Saint-Lô", 14]],
  },
  {
    typed: course(
      "L’intelligence artificielle pour préparer ses cours",
      "Savoir s’en servir, et savoir quand s’en passer.",
      { metiers: ["trainer", "engineering"], enseignement: "1" },
    ),
    sessions: [[17, "", 6]],
  },
];

/** The year's programme, run by its operator: courses, sessions past and to come, what employers get back. */
export async function playTraining(world: World, cast: Cast): Promise<void> {
  const year = world.clock.now().toZonedDateTimeISO("Europe/Paris").year;
  await openPlan(world, year);
  const needs = await sayNeeds(world, year);
  for (const [n, one] of courses.entries()) {
    const answered = [needs.get(one.need?.title ?? "")].filter((id) => id !== undefined);
    const read = readCourse({ ...one.typed, besoins: answered }, answered);
    if ("errors" in read) throw new Error(`the demonstration types a course wrong: ${JSON.stringify(read.errors)}`);
    const made = at(world, -200);
    const id = await inTransaction(world.db, "system", async (tx) => {
      const added = await saveCourse(tx, made, { id: null, year, course: read.course });
      await saveCourseState(tx, made, added, "open");
      return added;
    });
    for (const [k, session] of one.sessions.entries()) await playSession(world, cast, id, one, session, n * 10 + k);
  }
  await playCosts(world, cast, year);
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
    for (const need of [...courses.flatMap((one) => one.need ?? []), waiting])
      await addNeed(tx, at(world, -210), year, network.id, network.person_id, need);
    return new Map((await listNeeds(tx, year)).map(({ title, id }) => [title, id]));
  });
}

async function openPlan(world: World, year: number): Promise<void> {
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
    await savePlan(tx, at(world, -220), year, read.content, "open");
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
  { typed }: DemoCourse,
  [days, commune, people]: DemoCourse["sessions"][number],
  salt: number,
): Promise<void> {
  const made = worldAt(world, at(world, Math.min(days - 60, -30)));
  const day = dayOf(world, days);
  const read = readTyped(
    {
      titre: typed.titre ?? "",
      resume: typed.objectif ?? "",
      metiers: typed.metiers ?? [],
      "seance.0.jour": day,
      "seance.0.debut": "9 h",
      "seance.0.fin": "12 h 30",
      "seance.1.jour": day,
      "seance.1.debut": "13 h 30",
      "seance.1.fin": "17 h",
      lieu: commune === "" ? "" : "Centre de formation (lieu fictif)",
      commune,
      distance: commune === "" ? "oui" : "",
      "public.0.places": "12",
      organisateur: "Opérateur du programme (fictif)",
      contact: "programme@operateur.example",
    },
    "session",
  );
  const id = await createOccasion(made, cast.agents.operator, "session", read);
  if (id === null) throw new Error("nobody runs the programme of the demonstration");
  await inTransaction(world.db, "system", (tx) => addSession(tx, id, { courseId, minimum: 4, confirmOn: null }));
  await announce(made, cast.agents.operator, id, 1);
  await registerTeam(worldAt(world, at(world, Math.min(days - 20, -3))), cast.organisations, id, people, salt);
  if (days < 0) await train(world, cast, id, days);
}

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
  const after = worldAt(world, at(world, days + 1));
  await inTransaction(world.db, "system", async (tx) => {
    const occasion = await findOccasion(tx, { id });
    const trainees = (await listRegistrations(tx, id)).filter((one) => one.state === "registered");
    for (const [n, slot] of (await listSlots(tx, occasion?.id ?? id)).entries()) {
      for (const [k, trainee] of trainees.entries()) {
        const isThere = k % 7 !== 6 && !(k % 5 === 4 && n === 1);
        const signed = { registrationId: trainee.id, slotAt: slot.startsAt, at: slot.startsAt };
        if (isThere) await sign(tx, { ...signed, signer: "trainee", present: true, by: trainee.name });
        await sign(tx, { ...signed, signer: "trainer", present: isThere, by: "Théo Formateur (personne fictive)" });
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

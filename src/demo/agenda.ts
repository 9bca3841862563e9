import { keepPiece } from "#src/agenda/after/acts.ts";
import { checkIn } from "#src/agenda/door/check-in.ts";
import { announce, createOccasion, putOff } from "#src/agenda/occasions/acts.ts";
import { addCrew } from "#src/agenda/occasions/crew.ts";
import { nameEvent } from "#src/agenda/outcomes/births.ts";
import { addIdea, supportIdea } from "#src/agenda/outcomes/store.ts";
import { enrol } from "#src/agenda/registrations/enrol.ts";
import { listRegistrations } from "#src/agenda/registrations/store.ts";
import { askEventSurveys } from "#src/agenda/survey/ask.ts";
import { answerEvaluation } from "#src/agenda/training/sessions/evaluations.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type DemoEvent, demoEvents } from "./agenda-events.ts";
import { fictionalName } from "./agenda-people.ts";
import { playTraining } from "./agenda-training.ts";
import { at, dayOf, readTyped } from "./agenda-typed.ts";
import { type Cast, type CastOrganisation, worldAt } from "./cast.ts";
import { demoDocument, demoPicture } from "./picture.ts";

/** A year of the agenda: events that happened and gave birth to requests, others that fill, and the training programme. */
export async function playAgenda(world: World, cast: Cast): Promise<void> {
  let previous: string | null = null;
  for (const [n, event] of demoEvents.entries()) {
    const id = await playEvent(world, cast, event, n, event.follows === true ? previous : null);
    if (event.ideas !== undefined) previous = id;
  }
  await playTraining(world, cast);
}

async function playEvent(
  world: World,
  cast: Cast,
  event: DemoEvent,
  n: number,
  previousId: string | null,
): Promise<string> {
  const made = worldAt(world, at(world, Math.min(event.days - 45, -20)));
  const typed = { ...event.typed, "seance.0.jour": dayOf(world, event.days) };
  const id = await createOccasion(made, cast.agents.organiser, "event", readTyped(typed, "event"), { previousId });
  if (id === null) throw new Error("nobody runs the events of the demonstration");
  if (event.state === "draft") return id;
  await inTransaction(world.db, "system", async (tx) => {
    for (const one of event.crew ?? []) await addCrew(tx, made.clock.now(), id, one);
  });
  await announce(made, cast.agents.organiser, id, 1);

  await fill(worldAt(world, at(world, Math.min(event.days - 15, -2))), cast.organisations, id, event.people, n);
  if (event.state === "moved") {
    const slots = readTyped({ ...event.typed, "seance.0.jour": dayOf(world, event.days + 26) }, "event").slots;
    const reason = "La salle n’est plus disponible ce jour-là.";
    await putOff(worldAt(world, at(world, -1)), cast.agents.organiser, id, 2, { slots, reason });
  }
  if (event.days < 0) await happen(world, cast, id, event, n);
  return id;
}

/** People of the organisations register, each once; past the last place, they wait. */
async function fill(
  world: World,
  organisations: readonly CastOrganisation[],
  occasionId: string,
  many: number,
  salt: number,
): Promise<void> {
  const [quota] = await inTransaction(world.db, "system", (tx) =>
    tx.selectFrom("quota").select("id").where("occasion_id", "=", occasionId).orderBy("position").execute(),
  );
  if (quota === undefined || many === 0) return;
  const entries = Array.from({ length: many }, (_, k) => {
    const organisation = organisations[(salt * 7 + k * 3) % organisations.length];
    return {
      name: fictionalName(salt * 31 + k),
      email: `participant.${salt}.${k}@formation.example`,
      structure: organisation?.of.name ?? "",
      organisationId: organisation?.id ?? null,
      personId: null,
      answers: {},
      accessNeed: k === 3 ? "Place près de l’entrée" : "",
      photoConsent: k % 4 !== 0,
    };
  });
  await enrol(world, { occasionId, quotaId: quota.id, entries, enteredBy: null, isSure: true });
}

/** The day itself: most of them come; ideas are said, and some become requests for aid. */
async function happen(world: World, cast: Cast, id: string, event: DemoEvent, n: number): Promise<void> {
  const that = worldAt(world, at(world, event.days, 10));
  const registered = await inTransaction(world.db, "system", (tx) => listRegistrations(tx, id));
  for (const [k, one] of registered.filter(({ state }) => state === "registered").entries()) {
    if ((k + n) % 6 === 5) continue;
    await checkIn(that, id, one.id, { slotAt: "", present: true, noted: null });
  }
  for (const [k, idea] of (event.ideas ?? []).entries()) {
    const author = cast.organisations[(n * 5 + k) % cast.organisations.length];
    if (author === undefined) continue;
    await inTransaction(world.db, "system", (tx) =>
      addIdea(tx, that.clock.now(), id, {
        kind: k % 3 === 2 ? "partners" : "idea",
        title: idea,
        said: "",
        author: author.owner.person.name,
        personId: author.owner.person.id,
      }),
    );
  }
  await support(that, cast, id);
  await keepPieces(that, cast, id, n);
  await answerSurvey(worldAt(world, at(world, event.days, 19)), id, n);
  if (event.born !== undefined) await link(that, id, event.born);
}

/** What is kept of the day: a photograph where nobody is recognised, one of people who agreed, and a document. */
async function keepPieces(world: World, cast: Cast, id: string, n: number): Promise<void> {
  const registered = await inTransaction(world.db, "system", (tx) => listRegistrations(tx, id));
  const agreed = registered.filter((one) => one.state === "registered" && one.photoConsent === true).slice(0, 2);
  const { organiser } = cast.agents;
  const drawing = n % 2 === 0 ? "tables" : "bicycle";
  const shown =
    n % 2 === 0 ? "Trois tables de travail, vues de loin" : "Un vélo sur son pied d’atelier, la roue démontée";
  await keepPiece(world, organiser, id, {
    kind: "photograph",
    description: `${shown} (dessin de démonstration)`,
    openTo: "everyone",
    accord: "",
    subjects: [],
    received: await demoPicture(world, drawing),
  });
  if (agreed.length === 2) {
    await keepPiece(world, organiser, id, {
      kind: "photograph",
      description: "Deux participants devant le camion de l’atelier (dessin de démonstration)",
      openTo: "everyone",
      accord: "",
      subjects: agreed.map((one) => one.id),
      received: await demoPicture(world, "van"),
    });
  }
  await keepPiece(world, organiser, id, {
    kind: "document",
    description: "Ce qui s’est dit, en deux pages",
    openTo: "everyone",
    accord: "",
    subjects: [],
    received: await demoDocument(world, "Compte rendu", ["Ce que l'on a dit.", "Ce que l'on fait ensuite."]),
  });
}

const wishes = [
  "Une visite chez l’un de nous, avant l’été.",
  "Un groupe de trois structures pour écrire le premier module.",
  "La même chose dans le Perche.",
];

/** Those who came are asked that evening; most of them answer. */
async function answerSurvey(world: World, id: string, n: number): Promise<void> {
  await askEventSurveys(world);
  await inTransaction(world.db, "system", async (tx) => {
    for (const [k, one] of (await listRegistrations(tx, id)).entries()) {
      if ((k + n) % 4 === 3) continue;
      const wish = k % 5 === 0 ? { next: wishes[(k + n) % wishes.length] ?? "" } : {};
      const said = { useful: k % 3 === 0 ? "3" : "4", met: k % 2 === 0 ? "4" : "3", idea: k % 4 === 1 ? "2" : "3" };
      await answerEvaluation(tx, world.clock.now(), one.id, "hot", { ...said, ...wish });
    }
  });
}

async function support(world: World, cast: Cast, occasionId: string): Promise<void> {
  await inTransaction(world.db, "system", async (tx) => {
    const ideas = await tx
      .selectFrom("idea")
      .select("id")
      .where("occasion_id", "=", occasionId)
      .orderBy("at")
      .execute();
    for (const [k, idea] of ideas.entries()) {
      for (const one of cast.organisations.slice(k, k + 4 - (k % 3))) {
        await supportIdea(tx, world.clock.now(), occasionId, idea.id, one.owner.person.id, true);
      }
    }
  });
}

async function link(world: World, occasionId: string, many: number): Promise<void> {
  await inTransaction(world.db, "system", async (tx) => {
    const files = await tx
      .selectFrom("application as a")
      .leftJoin("occasion_application as x", "x.application_id", "a.id")
      .select("a.id")
      .where("a.submitted_at", "is not", null)
      .where("x.application_id", "is", null)
      .orderBy("a.decided_aid", (order) => order.desc().nullsLast())
      .orderBy("a.number")
      .limit(many)
      .execute();
    for (const file of files) await nameEvent(tx, world.clock.now(), file.id, { occasionId, ideaId: null });
  });
}

import { giveSeat, makeCommittee } from "#src/committees/acts.ts";
import { listAgenda } from "#src/committees/agenda-store.ts";
import type { Attendance, Committee, MeetingStep, Presence, SeatRole } from "#src/committees/committee.ts";
import { findCommittee, listSeats } from "#src/committees/committee-store.ts";
import { putOnAgenda, recordAttendance, recordDecision, writeMinutes } from "#src/committees/in-session.ts";
import { planMeeting, takeMeetingStep } from "#src/committees/meeting-step.ts";
import { findMeeting } from "#src/committees/meeting-store.ts";
import { layPaper } from "#src/committees/papers.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { type Cast, daysAgo, worldAt } from "./cast.ts";
import { demoDocument } from "./picture.ts";

const slug = "conseil-de-communotic";

const seats: readonly (readonly [name: string, body: string, college: string, role: SeatRole])[] = [
  ["Agathe Réseau", "Réseau des ateliers normands (fictif)", "Réseaux de formation", "chair"],
  ["Oscar Opco", "Opérateur de compétences Exemple (fictif)", "Financeurs", "deputy-chair"],
  ["Rachel Recherche", "Laboratoire Exemple (fictif)", "Recherche", "member"],
  ["Eliott Edtech", "Entreprise du numérique Exemple (fictif)", "Entreprises du numérique", "member"],
  ["Paola Prescription", "Mission d’orientation Exemple (fictif)", "Insertion et emploi", "member"],
  ["Régis Région", "Région (démonstration)", "Financeurs", "member"],
  ["Salomé Secrétaire", "Animation de la communauté (démonstration)", "", "secretary"],
];

/** The community's committee: a meeting that was held and published, another that is called. */
export async function playGovernance(world: World, cast: Cast): Promise<void> {
  const { animator } = cast.agents;
  const begun = worldAt(world, daysAgo(world, 350));
  await makeCommittee(begun, animator, {
    slug,
    kind: "communotic",
    name: "Conseil de Communotic",
    purpose:
      "Fixer les thèmes de l’année, suivre les actions, veiller à ce que chaque famille d’acteurs soit entendue.",
    quorumPercent: 50,
  });
  const committee = await inTransaction(world.db, "system", (tx) => findCommittee(tx, slug));
  if (committee === null) return;
  for (const [name, body, college, role] of seats) {
    const seat = { name: `${name} (personne fictive)`, email: emailOf(body), body, college, role };
    const fromOn = begun.clock.now().toString().slice(0, 10);
    await giveSeat(begun, animator, committee, { ...seat, fromOn, untilOn: null, nameIsPublic: role === "chair" });
  }
  await heldMeeting(world, cast, committee);
  await calledMeeting(world, cast, committee);
}

/** The network's owner sits with their own account. */
function emailOf(body: string): string {
  return body.startsWith("Réseau") ? "network@formation.example" : "";
}

async function heldMeeting(world: World, cast: Cast, committee: Committee): Promise<void> {
  const { animator } = cast.agents;
  const [planned, held, after] = [
    worldAt(world, daysAgo(world, 120)),
    worldAt(world, daysAgo(world, 90)),
    worldAt(world, daysAgo(world, 80)),
  ];
  const startsAt = held.clock.now();
  const number = await planMeeting(planned, animator, committee, {
    title: "Les thèmes de l’année",
    startsAt,
    place: "Caen, et en visioconférence",
  });
  await putOnAgenda(planned, animator, committee, number, {
    title: "Bilan des échanges",
    detail: "Annonces, pratiques, orientations.",
    toDecide: false,
  });
  await putOnAgenda(planned, animator, committee, number, {
    title: "Choix du thème de l’année",
    detail: "",
    toDecide: true,
  });
  await putOnAgenda(planned, animator, committee, number, {
    title: "Une rencontre par trimestre",
    detail: "",
    toDecide: true,
  });
  const step = (at: World, one: MeetingStep) => takeMeetingStep(at, animator, committee, number, one);
  await layPaper(planned, animator, committee, number, {
    title: "Bilan chiffré des échanges",
    itemId: null,
    received: await demoDocument(planned, "Bilan", ["Annonces, pratiques, orientations de l'annee."]),
  });
  await step(planned, "call");
  await recordAttendance(held, animator, committee, number, await attendanceOf(world, committee));
  await step(held, "open");
  const meeting = await inTransaction(world.db, "system", (tx) => findMeeting(tx, committee.id, number));
  const items = meeting === null ? [] : await inTransaction(world.db, "system", (tx) => listAgenda(tx, meeting.id));
  const due = after.clock
    .now()
    .add({ hours: 24 * 120 })
    .toString()
    .slice(0, 10);
  const [, theme, meetings] = items;
  if (theme !== undefined) {
    const text = "Le thème de l’année est l’accompagnement à distance.";
    await recordDecision(held, animator, committee, number, theme.id, {
      text,
      inFavour: 5,
      against: 0,
      abstained: 1,
      responsible: "L’animation",
      dueOn: due,
    });
  }
  if (meetings !== undefined) {
    const text = "Une rencontre par trimestre, dans un département différent.";
    await recordDecision(held, animator, committee, number, meetings.id, {
      text,
      inFavour: 6,
      against: 0,
      abstained: 0,
      responsible: "Le réseau",
      dueOn: due,
    });
  }
  await step(held, "close");
  await writeMinutes(
    after,
    animator,
    committee,
    number,
    "Le bilan est présenté : les annonces trouvent une réponse en moins d’une semaine pour quatre sur cinq.\n\nChaque collège a dit ce qu’il attend de l’année. L’accompagnement à distance revient partout.",
  );
  await step(after, "approve");
  await step(after, "publish");
}

async function calledMeeting(world: World, cast: Cast, committee: Committee): Promise<void> {
  const { animator } = cast.agents;
  const called = worldAt(world, daysAgo(world, 5));
  const startsAt = world.clock.now().add({ hours: 24 * 16 });
  const number = await planMeeting(called, animator, committee, { title: "Point d’étape", startsAt, place: "Rouen" });
  await putOnAgenda(called, animator, committee, number, {
    title: "Suites des décisions",
    detail: "",
    toDecide: false,
  });
  await putOnAgenda(called, animator, committee, number, {
    title: "Ouvrir la communauté aux employeurs",
    detail: "Proposition du collège des financeurs.",
    toDecide: true,
  });
  await takeMeetingStep(called, animator, committee, number, "call");
  await layPaper(called, animator, committee, number, {
    title: "Ouvrir aux employeurs : la proposition",
    itemId: null,
    received: await demoDocument(called, "Proposition", ["Pourquoi, avec qui, a partir de quand."]),
  });
}

async function attendanceOf(world: World, committee: Committee): Promise<readonly Attendance[]> {
  const all = await inTransaction(world.db, "system", (tx) => listSeats(tx, committee.id));
  const first = all[0]?.id ?? null;
  return all.map(({ id }, index) => {
    const presence: Presence = index === 5 ? "represented" : index === 6 ? "excused" : "present";
    return { memberId: id, presence, representedBy: presence === "represented" ? first : null };
  });
}

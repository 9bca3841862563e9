import { Temporal } from "temporal-polyfill";
import { createPerson, grantAgentRole } from "#src/people/index.ts";
import { urls } from "#src/urls.ts";
import { allJobs } from "#src/worker.ts";
import type { Browser, Fields } from "#test/support/browser.ts";
import type { TestWorld } from "#test/support/world.ts";

/** What an organiser types for an event of one day. */
export const eventFields: Fields = {
  titre: "Réparer, réemployer, former",
  genre: "conference",
  resume: "Une journée pour trouver ensemble les modules qui manquent.",
  probleme: "Les ateliers de réparation ne trouvent pas de formateurs.",
  transitions: ["ecological"],
  "seance.0.jour": "08/04/2026",
  "seance.0.debut": "9 h 30",
  "seance.0.fin": "16 h 30",
  lieu: "Maison des métiers (lieu fictif)",
  commune: "Caen",
  distance: "oui",
  lien: "https://visio.example/salle",
  "public.0.nom": "Structures de formation",
  "public.0.places": "2",
  delai: "24",
  contact: "agenda@region.example",
  organisateur: "Réseau des ateliers (fictif)",
  "programme.0.heure": "9 h 30",
  "programme.0.titre": "Ce que disent les ateliers",
  "programme.1.heure": "10h45",
  "programme.1.titre": "Former à la réparation du vélo",
  "programme.1.salle": "Salle 1",
  "programme.2.heure": "10:45",
  "programme.2.titre": "Le réemploi dans le bâtiment",
  "programme.2.salle": "Salle 2",
};

export async function makeRunner(w: TestWorld, role: "organiser" | "operator"): Promise<string> {
  return w.inTx(async (tx) => {
    const id = await createPerson(tx, { name: `Personne ${role}`, email: `${role}@region.example` });
    await grantAgentRole(tx, id, role);
    return id;
  });
}

/** Makes an event by its form and announces it; gives its id and address. */
export async function announceEvent(
  browser: Browser,
  more: Fields = {},
): Promise<{ readonly id: string; readonly slug: string }> {
  const made = await browser.post(urls.newEvent.href(), { ...eventFields, ...more });
  if (made.location === null) throw new Error(`no event: ${made.status} ${made.body.slice(0, 2000)}`);
  const id = made.location.split("/").at(-1) ?? "";
  const announced = await browser.postAndFollow(urls.runOccasionAnnouncement.href({ id }), { version: "1" });
  const slug = /href="\/agenda\/([^"]+)"/.exec(announced.body)?.[1] ?? "";
  return { id, slug };
}

/** Mails of the outbox to an address, the last first. */
export async function mailsTo(w: TestWorld, email: string): Promise<readonly { subject: string; body: string }[]> {
  return w.inTx((tx) =>
    tx.selectFrom("mail").select(["subject", "body"]).where("to_address", "=", email).orderBy("id", "desc").execute(),
  );
}

/** The path of the link to their registration in the last mail to an address. */
export async function linkOf(w: TestWorld, email: string): Promise<string> {
  const [last] = await mailsTo(w, email);
  return /\/inscriptions\/[\w-]+/.exec(last?.body ?? "")?.[0] ?? "";
}

/** Registers a stranger by the page's form, and confirms by the mail's link; gives the path of their registration. */
export async function registerStranger(w: TestWorld, slug: string, name: string, more: Fields = {}): Promise<string> {
  const browser = await w.browser();
  const email = `${name}@formation.example`;
  await browser.post(urls.agendaRegistration.href({ slug }), { nom: name, courriel: email, ...more });
  const link = await linkOf(w, email);
  await browser.post(`${link}/confirmation`);
  return link;
}

export function tick(w: TestWorld): Promise<void> {
  return allJobs(w.world)["agenda-tick"]?.({}) ?? Promise.reject(new Error("no tick"));
}

export function hoursLater(w: TestWorld, hours: number): void {
  w.clock.set(w.clock.now().add({ hours }).toString());
}

export function standAt(w: TestWorld, at: string): void {
  w.clock.set(Temporal.Instant.from(at).toString());
}

/** What the operator types of a year's programme, its rule of the remaining cost included. */
export const planFields: Fields = {
  version: "0",
  operateur: "Opérateur Exemple (fictif)",
  siret: "732 829 320 00074",
  nda: "28140123414",
  adresse: "1 rue de l’Essai",
  "code-postal": "14000",
  ville: "Caen",
  courriel: "programme@operateur.example",
  "financeur.0.nom": "Région",
  "financeur.0.montant": "120 000",
  "financeur.1.nom": "État",
  part: "50",
  plafond: "300",
  assiette: ["wages", "travel"],
  absences: "2",
  mois: "12",
  etat: "open",
};

export const courseFields: Fields = {
  titre: "Concevoir un module hybride",
  objectif: "Savoir bâtir un module qui alterne présence et distance.",
  resultats: "Un premier module, prêt à être essayé.",
  contenu: "Scénario, outils & rythmes, évaluation <formative>.",
  metiers: ["trainer"],
  heures: "14",
  enseignement: "2",
  rythme: "Deux journées",
  parcours: "1",
  niveau: "1",
  public: "83056",
  formacode: "44586, 44587",
  nsf: "333",
  rome: "K2111",
  complements: "Les plans de l’OPCO ne couvrent que l’outil.",
};

export const sessionFields: Fields = {
  titre: "Concevoir un module hybride",
  "seance.0.jour": "13/04/2026",
  "seance.0.debut": "9h",
  "seance.0.fin": "12h30",
  "seance.1.jour": "13/04/2026",
  "seance.1.debut": "13h30",
  "seance.1.fin": "17h",
  lieu: "Maison des métiers (lieu fictif)",
  commune: "Rouen",
  "public.0.places": "4",
  minimum: "2",
  confirmation: "07/04/2026",
};

/** Opens the programme of 2026 with one course and one announced session, by their forms. */
export async function openSession(
  operator: Browser,
  more: { readonly plan?: Fields; readonly course?: Fields; readonly session?: Fields } = {},
): Promise<{ readonly courseId: string; readonly id: string; readonly slug: string }> {
  const desk = urls.runPlan.href({ year: "2026" });
  await operator.post(desk, { ...planFields, ...more.plan });
  const made = await operator.post(urls.runNewCourse.href({ year: "2026" }), { ...courseFields, ...more.course });
  if (made.location === null) throw new Error(`no course: ${made.status} ${errorsIn(made.body)}`);
  const courseId = made.location.split("/").at(-1) ?? "";
  await operator.post(urls.runCourseOpening.href({ id: courseId }), { etat: "open" });
  return { courseId, ...(await addSessionTo(operator, courseId, more.session)) };
}

export async function addSessionTo(
  operator: Browser,
  courseId: string,
  more: Fields = {},
): Promise<{ readonly id: string; readonly slug: string }> {
  const session = await operator.post(urls.runNewSession.href({ id: courseId }), { ...sessionFields, ...more });
  if (session.location === null) throw new Error(`no session: ${session.status} ${errorsIn(session.body)}`);
  const id = session.location.split("/").at(-1) ?? "";
  const page = await operator.postAndFollow(urls.runOccasionAnnouncement.href({ id }), { version: "1" });
  return { id, slug: /href="\/agenda\/([^"]+)"/.exec(page.body)?.[1] ?? "" };
}

function errorsIn(body: string): string {
  return [...body.matchAll(/<li><a href="#champ[^"]*">([^<]+)/g)].map((found) => found[1]).join(" | ");
}

/** Names, in an occasion, the person whose address begins by the part that they get. */
export async function addStand(
  browser: Browser,
  id: string,
  part: "host" | "speaker" | "keeper" | "trainer",
): Promise<void> {
  const named = { nom: `Personne ${part}`, courriel: `${part}@essai.example`, role: part };
  const { status } = await browser.post(urls.runOccasionCrew.href({ id }), named);
  if (status !== 303) throw new Error(`nobody named: ${status}`);
}

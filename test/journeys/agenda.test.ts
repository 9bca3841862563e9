import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { choose, narrow, type Traveller, useJourney, wide } from "#test/support/journey.ts";

const journey = useJourney();

/** In an hour and a half: still to begin, and its door open already. It ends the same day. */
function soon(): { readonly day: string; readonly from: string } {
  const at = Temporal.Now.zonedDateTimeISO("Europe/Paris").add({ minutes: 90 });
  const begin = at.hour === 23 ? at.add({ days: 1 }).withPlainTime("00:30") : at;
  const [year, month, day] = begin.toPlainDate().toString().split("-");
  return { day: `${day}/${month}/${year}`, from: begin.toPlainTime().toString({ smallestUnit: "minute" }) };
}

async function see(person: Traveller, path: string): Promise<void> {
  await person.go(path);
  await person.check();
}

/** Prepares an event by its form and announces it; gives the address of its page for who runs it. */
async function announce(person: Traveller, title: string, places: string): Promise<string> {
  const { page } = person;
  await see(person, "/animation");
  await page.getByRole("link", { name: "Préparer un événement" }).click();
  await page.getByRole("button", { name: "Garder le brouillon" }).click();
  await person.check();
  expect(await page.locator("#erreurs").textContent()).toContain("Donnez un titre.");
  await page.getByLabel("Titre", { exact: true }).fill(title);
  await choose(page, "genre", "meeting");
  const { day, from } = soon();
  await page.getByLabel("Jour", { exact: true }).fill(day);
  await page.locator('[name="seance.0.debut"]').fill(from);
  await page.locator('[name="seance.0.fin"]').fill("23 h 59");
  await page.getByLabel("Commune").fill("Caen");
  await page.locator('[name="public.0.places"]').fill(places);
  await page.getByRole("button", { name: "Garder le brouillon" }).click();
  await page.getByRole("button", { name: "Annoncer dans l’agenda" }).click();
  await page.getByText("Annoncé dans l’agenda").waitFor();
  await person.check();
  return new URL(page.url()).pathname;
}

/** Fills the fields of a form by their names. */
async function fillIn({ page }: Traveller, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
}

/** Builds next year's programme, a course of it and a session that lasts all day, with its trainer; gives its pages. */
async function buildProgramme(operator: Traveller): Promise<{ readonly run: string; readonly session: string }> {
  const { page } = operator;
  const year = new Date().getFullYear() + 1;
  await see(operator, `/animation/programme/${year}`);
  await fillIn(operator, {
    operateur: "Opérateur du programme (fictif)",
    siret: "732 829 320 00074",
    nda: "28140123414",
    adresse: "10 rue de la Démonstration",
    "code-postal": "14000",
    ville: "Caen",
    courriel: "programme@operateur.example",
  });
  await page.getByRole("button", { name: "Enregistrer et ouvrir au public" }).click();
  await page.getByRole("link", { name: "Ajouter une formation" }).click();
  await fillIn(operator, {
    titre: "Écrire pour être lu",
    objectif: "Savoir écrire une consigne que chacun comprend.",
    resultats: "Trois consignes réécrites.",
    contenu: "Lire, couper, essayer.",
    heures: "7",
    rythme: "Une journée.",
    public: "83056",
  });
  await choose(page, "enseignement", "0");
  await choose(page, "parcours", "1");
  await page.locator('[name="niveau"]').selectOption("1");
  await operator.check();
  await page.getByRole("button", { name: "Garder le brouillon" }).click();
  await page.getByRole("link", { name: "Ajouter une session" }).click();
  const [month, day] = Temporal.Now.plainDateISO("Europe/Paris").toString().split("-").slice(1);
  const today = `${day}/${month}/${new Date().getFullYear()}`;
  await fillIn(operator, {
    "seance.0.jour": today,
    "seance.0.debut": "0 h",
    "seance.0.fin": "23 h 59",
    lieu: "Salle du port (fictive)",
    "public.0.places": "5",
  });
  await operator.check();
  await page.getByRole("button", { name: "Garder le brouillon" }).click();
  await page.getByRole("button", { name: "Annoncer dans l’agenda" }).click();
  await fillIn(operator, { nom: "Théo Formateur (personne fictive)", courriel: "formateur@formation.example" });
  await page.locator('[name="role"]').selectOption("trainer");
  await page.getByRole("button", { name: "Ajouter" }).click();
  await page.getByText("fait partie de l’équipe").waitFor();
  const session = (await page.getByRole("link", { name: "Voir la page" }).getAttribute("href")) ?? "";
  return { run: new URL(page.url()).pathname, session };
}

/** One of them signs by the link of their mail; the trainer, who finds the session at home, signs for who was there. */
async function attend(run: string): Promise<void> {
  const trainee = await journey.enter(without);
  await trainee.page.goto("/courriels");
  await trainee.page.goto((await trainee.page.locator('a[href*="/inscriptions/"]').first().getAttribute("href")) ?? "");
  await trainee.page.getByRole("button", { name: "Je signe ma présence" }).click();
  await trainee.page.getByText("Votre présence est signée").first().waitFor();
  await trainee.check();
  const trainer = await journey.enter(without);
  await trainer.enterAs(/Théo Formateur/);
  await trainer.page.locator(`main a[href="${run}"]`).click();
  await trainer.page.getByRole("link", { name: "Émargement" }).click();
  await trainer.page.locator('input[name="present"]').first().check();
  await trainer.page.getByRole("button", { name: "Signer comme formateur" }).click();
  await trainer.page.getByText("5\u00a0présences signées").waitFor();
  await trainer.check();
  for (const one of [trainee, trainer]) await one.close();
}

/** Registers by the public page and confirms by the mail, without an account. */
async function register(person: Traveller, path: string, name: string): Promise<void> {
  const { page } = person;
  await person.go(path);
  await page.getByLabel("Votre nom").fill(name);
  await page.getByLabel("Votre courriel").fill(`${name.toLowerCase()}@formation.example`);
  await page.getByRole("button", { name: "M’inscrire" }).click();
  await page.getByRole("heading", { name: "Ouvrez votre courriel pour confirmer" }).waitFor();
  await person.check();
  await page.goto("/courriels");
  const link = page.locator('a[href*="/inscriptions/"]').first();
  await page.goto((await link.getAttribute("href")) ?? "");
  await page.getByRole("button", { name: "Confirmer mon inscription" }).click();
}

const [withScript, without] = [wide, narrow];

describe("an event that fills, frees a place, and keeps its door", () => {
  it("without JavaScript, at 360 px", async () => {
    const organiser = await journey.enter(without);
    await organiser.enterAs(/Orane Agenda/);
    const run = await announce(organiser, "Une rencontre à une place", "1");
    const public_ = (await organiser.page.getByRole("link", { name: "Voir la page" }).getAttribute("href")) ?? "";
    const [first, second] = [await journey.enter(without), await journey.enter(without)];
    await register(first, public_, "Cora");
    await first.page.getByRole("heading", { name: "Vous êtes inscrit" }).waitFor();
    await first.check();
    await register(second, public_, "Dany");
    await second.page.getByRole("heading", { name: "Liste d’attente, 1er rang" }).waitFor();
    await second.check();
    await first.page.getByText("Renoncer à ma place").first().click();
    await first.page.getByRole("button", { name: "Renoncer à ma place" }).last().click();
    await first.page.getByRole("heading", { name: "Cette inscription est annulée" }).waitFor();
    await second.page.reload();
    await second.page.getByRole("button", { name: "Prendre cette place" }).click();
    await second.page.getByRole("heading", { name: "Vous êtes inscrit" }).waitFor();
    // The code of the run page opens the door; the ticket's code then checks its holder in.
    await organiser.go(run);
    const door = await organiser.page.locator("#adresse-porte").inputValue();
    const keeper = await journey.enter(without);
    await keeper.page.goto(door);
    await keeper.check();
    await keeper.page.goto(second.page.url().replace("/inscriptions/", "/porte/billet/"));
    await keeper.check();
    await keeper.page.getByRole("button", { name: "Arrivé" }).click();
    await keeper.page.getByText("arrivée notée").waitFor();
    expect(await keeper.page.locator("[data-door-count]").textContent()).toContain("1\u00a0personne arrivée");
    for (const one of [organiser, first, second, keeper]) await one.close();
  });

  it("a telephone without network keeps an arrival, and sends it when the network is back", async () => {
    const organiser = await journey.enter();
    await organiser.enterAs(/Orane Agenda/);
    const run = await announce(organiser, "Une rencontre sans réseau", "5");
    const public_ = (await organiser.page.getByRole("link", { name: "Voir la page" }).getAttribute("href")) ?? "";
    const first = await journey.enter();
    await register(first, public_, "Elio");
    await organiser.go(run);
    const door = await organiser.page.locator("#adresse-porte").inputValue();
    const keeper = await journey.enter();
    await keeper.page.goto(door);
    await keeper.context.setOffline(true);
    await keeper.page.getByRole("button", { name: "Arrivé" }).click();
    await keeper.page.getByText("Un pointage attend le réseau.").waitFor();
    await keeper.context.setOffline(false);
    await expect.poll(() => keeper.page.locator("[data-door-status]").textContent(), { timeout: 15_000 }).toBe("");
    await keeper.page.reload();
    expect(await keeper.page.locator("[data-door-count]").textContent()).toContain("1\u00a0personne arrivée");
    for (const one of [organiser, first, keeper]) await one.close();
  });
});

describe("an event that took place", () => {
  it("counts the project that is said to be born there", async () => {
    const member = await journey.enter(narrow);
    await member.enterAs(/Camille Exemple/);
    const { page } = member;
    await see(member, "/agenda/reparer-reemployer-former-premiere-edition");
    const born = async () => {
      const counts = page.locator(".es-counts > div", { hasText: "demande" }).locator("dd");
      return (await counts.allTextContents()).reduce((sum, one) => sum + Number(one), 0);
    };
    const before = await born();
    await page.getByText("Une de vos demandes est née ici").click();
    await page.locator('[name="demande"]').selectOption({ index: 1 });
    await page.getByRole("button", { name: "La rattacher à cet événement" }).click();
    await page.getByText("la page de l’événement la compte").waitFor();
    expect(await born()).toBe(before + 1);
    await member.close();
  });
});

describe("a course, from a spreadsheet of colleagues to what their employer gets back", () => {
  const five = ["Ana", "Ben", "Cleo", "Dina", "Ezra"];

  it("without JavaScript, at 360 px", async () => {
    const operator = await journey.enter(without);
    await operator.enterAs(/Opale Programme/);
    const { run, session } = await buildProgramme(operator);
    const employer = await journey.enter(without);
    await employer.enterAs(/Lou Exemple/);
    const { page } = employer;
    await see(employer, session);
    await page.getByRole("link", { name: "Inscrire toute une équipe" }).click();
    await employer.check();
    const rows = five.map((name) => `${name} Essai;${name.toLowerCase()}@formation.example;Formateur`);
    await page.locator("#champ-fichier").setInputFiles({
      name: "equipe.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["Nom;Courriel;Métier", ...rows].join("\n")),
    });
    await page.getByRole("button", { name: "Inscrire ces personnes" }).click();
    await page.getByText("Chacune reçoit un courriel.").waitFor();
    await attend(run);
    // Seats that were attended and closed: part of what they cost is asked for, checked by the operator, decided.
    await see(employer, "/reste-a-charge");
    await page.getByLabel("Demander pour cette place").first().check();
    const seat = page.locator("fieldset", { has: page.getByLabel("Demander pour cette place") }).first();
    await seat.getByLabel("Salaire et charges pendant la formation").fill("210");
    await page.getByRole("button", { name: "Déposer la demande" }).first().click();
    await employer.check();
    const number = (await page.locator("h1").textContent())?.trim() ?? "";
    await open(operator, "/animation/reste-a-charge", number);
    await operator.page
      .getByLabel("Ce qui a été vérifié")
      .fill("Présence signée par demi-journée, bulletin de salaire lu.");
    await operator.page.getByRole("button", { name: "La demande est vérifiée" }).click();
    await operator.check();
    const officer = await journey.enter(without);
    await officer.enterAs(/Inès Truction/);
    await open(officer, "/animation/reste-a-charge", number);
    await officer.page.getByRole("button", { name: "Décider et prévenir l’employeur" }).click();
    await officer.check();
    await page.reload();
    await page.getByRole("heading", { name: /décidés$/ }).waitFor();
    await employer.check();
    for (const one of [employer, operator, officer]) await one.close();
  });

  async function open(person: Traveller, list: string, name: string): Promise<void> {
    await see(person, list);
    await person.page.getByRole("link", { name }).click();
    await person.check();
  }
});

describe("the programme's screens", () => {
  it("of anyone and of its operator", async () => {
    const person = await journey.enter(withScript);
    const year = new Date().getFullYear();
    for (const path of [
      "/agenda",
      "/agenda?vue=mois",
      "/formations",
      "/formations/concevoir-un-module-hybride",
      `/formations/programme/${year}`,
      "/formations/reste-a-charge?salaire=200&deplacement=40",
      "/alertes",
    ]) {
      await see(person, path);
    }
    await person.enterAs(/Opale Programme/);
    for (const path of ["/animation", `/animation/programme/${year}`, "/animation/reste-a-charge"])
      await see(person, path);
    await person.page.locator('main a[href^="/animation/reste-a-charge/"]').first().click();
    await person.check();
    await see(person, `/animation/programme/${year}`);
    await person.page.locator('main a[href^="/animation/cours/"]').first().click();
    await person.check();
    await person.page.locator('main a[href^="/animation/"]').first().click();
    await person.check();
    await person.close();
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { modernisationCall } from "#policy/frameworks/2025-07-15/service-modernisation/demonstration/call.ts";
import { makeAgent } from "#src/applications/applying.fixture.ts";
import { prepareLastMinute, type WaitingDraft } from "#src/applications/last-minute.fixture.ts";
import { legalDay, systemClock } from "#src/platform/clock.ts";
import { urls } from "#src/urls.ts";
import { openFolder, quietly } from "#test/faults/folder.ts";
import { choose, type Traveller, useJourney } from "#test/support/journey.ts";
import { newDataDir, removeData } from "#test/support/service.ts";
import { fillFields } from "./fill.ts";

/** A call is opened by two people; two projects wait for the last seconds of another one, and one of them comes too late. */
const folder = newDataDir();
const closesAt = systemClock.now().add({ seconds: 45 });
let drafts: readonly WaitingDraft[];
let author: string;
let publisher: string;

beforeAll(async () => {
  const w = await openFolder(folder);
  try {
    drafts = await prepareLastMinute(w, 2, closesAt);
    author = await w.signIn(await makeAgent(w, "administrator", "redaction@region.example"));
    publisher = await w.signIn(await makeAgent(w, "supervisor", "publication@region.example"));
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

const journey = useJourney({ dataDir: folder, env: quietly });

async function enterWith(cookie: string): Promise<Traveller> {
  const person = await journey.enter();
  const [name = "", ...value] = cookie.split("=");
  await person.context.addCookies([{ name, value: value.join("="), url: journey.service.origin }]);
  return person;
}

/** The page of the filing, every declaration ticked. */
async function readyToFile({ cookie, id }: WaitingDraft): Promise<Traveller> {
  const person = await enterWith(cookie);
  await person.go(urls.applicationSubmission.href({ id }));
  for (const box of await person.page.locator('main input[type="checkbox"]').all()) await box.check({ force: true });
  return person;
}

/** Milliseconds that the call is still open. */
const untilClosing = () => closesAt.epochMilliseconds - systemClock.now().epochMilliseconds;

const press = (person: Traveller) => person.page.getByRole("button", { name: /^Déposer/ }).click();

let late: Traveller;

it("takes a project of 2.d until the closing", async () => {
  const [first, second] = await Promise.all(drafts.map(readyToFile));
  if (first === undefined || second === undefined) throw new Error("two drafts wait");
  late = second;
  await press(first);
  await first.page.waitForURL(/depose/);
  await first.check();
  await first.close();
  expect(untilClosing(), "the call closed before its projects were ready").toBeGreaterThan(0);
});

it("is written by one person, and published by another from their day’s page", async () => {
  const today = legalDay(systemClock.now());
  const raw = {
    ...modernisationCall(today.year, today, today.add({ days: 40 })),
    title: "Un appel de parcours (fictif)",
  };
  const writer = await enterWith(author);
  const { page } = writer;
  await writer.go(urls.newCall.href());
  await choose(page, "dispositif", "modernisation");
  await page.locator('[name="titre"]').fill(raw.title);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByText(/points à régler avant d’ouvrir/).waitFor();
  await writer.check();
  const desk = page.url();
  for (const part of ["presentation", "calendrier", "argent", "modalites", "reponses", "analyse"]) {
    await page.goto(`${desk}/volets/${part}`);
    await fillFields(writer, raw);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.waitForURL(desk);
  }
  await page.getByRole("button", { name: "Proposer à la publication" }).click();
  await page.getByText("ni écrit ni proposé").waitFor();

  const other = await enterWith(publisher);
  await other.go(urls.today.href());
  await other.page.getByRole("link", { name: raw.title }).click();
  await other.page.getByRole("button", { name: "Publier l’appel" }).click();
  await other.page.getByRole("link", { name: "Page publique" }).click();
  await other.page.waitForURL(/\/appels\//);
  expect(await other.page.locator("h1").innerText()).toBe(raw.title);
  await Promise.all([writer.close(), other.close()]);
});

// Last: the call closes meanwhile.
it("refuses a project a second late, and keeps all that it says", async () => {
  await late.page.waitForTimeout(Math.max(0, untilClosing()) + 1_000);
  await press(late);
  await late.page
    .getByText(/L’appel s’est clos le/)
    .first()
    .waitFor();
  await late.check();
  await late.go(urls.applicationSection.href({ id: drafts[1]?.id ?? "", section: "project" }));
  expect(await late.page.locator('[name="title"]').inputValue()).not.toBe("");
  await late.close();
});

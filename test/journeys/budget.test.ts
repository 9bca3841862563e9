import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoCosts } from "#policy/frameworks/2025-07-15/transitions/demonstration/budget.ts";
import {
  type Consortia,
  confirmAs,
  fileProject,
  filled,
  joinAs,
  makeProject,
  projectRaw,
  rawOf,
  setRaw,
} from "#src/applications/partners/consortium.fixture.ts";
import { urls } from "#src/urls.ts";
import { openFolder, quietly } from "#test/faults/folder.ts";
import { narrow, type Traveller, useJourney, wide } from "#test/support/journey.ts";
import { newDataDir, removeData } from "#test/support/service.ts";

/** The lead of three organisations brings sixty lines from a spreadsheet, mends them by hand, and files for all. */
const folder = newDataDir();
let of: Consortia;
let cookie: string;

beforeAll(async () => {
  const w = await openFolder(folder);
  try {
    of = await makeProject(w, filled({ ...projectRaw(0), ...phases }));
    const lead = await w.browser(of.lead.owner);
    for (const [at, partner] of of.partners.entries())
      await confirmAs(await w.browser(partner.owner), await joinAs(w, lead, of.id, partner, at + 1));
    const said = Object.entries(await rawOf(w, of.id)).filter(([path]) => !path.startsWith("costs."));
    await setRaw(w, of.id, Object.fromEntries(said));
    cookie = await w.signIn(of.lead.owner);
  } finally {
    await w.close();
  }
}, 240_000);
afterAll(() => removeData(folder));

const journey = useJourney({ dataDir: folder, env: quietly });

const phases = {
  "phases.length": "2",
  "phases.0.title": "Concevoir",
  "phases.1.title": "Expérimenter",
  "phases.1.startsOn": "01/01/2027",
  "phases.1.endsOn": "31/03/2027",
};

async function enter(way = wide): Promise<Traveller> {
  const person = await journey.enter(way);
  const [name = "", ...value] = cookie.split("=");
  await person.context.addCookies([{ name, value: value.join("="), url: journey.service.origin }]);
  return person;
}

/** Sixty lines as one copies them from a spreadsheet, one of them mistyped, its columns in another order. */
function sheet(): string {
  const words: Readonly<Record<string, string>> = {
    staff: "Dépenses de personnel",
    external: "Prestations extérieures",
    operating: "Autres dépenses directes de fonctionnement",
    equipment: "Dépenses d’équipement",
    "in-kind": "Dépenses en nature",
  };
  const head = [
    "Montant hors taxes",
    "Intitulé",
    "Poste",
    "Phase",
    "Tâche",
    "Heures sur le projet",
    "Qui porte la dépense",
  ];
  const rows = Array.from({ length: 60 }, (_, at) => {
    const line = demoCosts[at % demoCosts.length] ?? {};
    const amount = at === 30 ? "6 00O" : (line.amount ?? "");
    const task = line.activity === "engineering" ? "Ingénierie" : "";
    const phase = line.heading === "staff" ? "" : at % 2 === 0 ? "Concevoir" : "Expérimenter";
    return [
      amount,
      `${line.label} ${at + 1}`,
      words[line.heading ?? ""] ?? "",
      phase,
      task,
      line.hours ?? "",
      "Chef de file",
    ];
  });
  return [head, ...rows].map((row) => row.join("\t")).join("\n");
}

const cell = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const kept = (page: Page, line: string) => page.locator(`tr[data-line="${line}"] [data-kept]`);
const budget = () => urls.applicationSection.href({ id: of.id, section: "budget" });

async function bringSixty(person: Traveller): Promise<void> {
  const { page } = person;
  await person.go(urls.applicationBudgetImport.href({ id: of.id }));
  await person.check();
  await page.locator('textarea[name="texte"]').fill(sheet());
  await page.getByRole("button", { name: "Vérifier avant d’ajouter" }).click();
  await page.getByText("60\u00a0lignes ajoutées. Rien n’est encore écrit.").waitFor();
  await page.getByText("A32", { exact: true }).waitFor();
  await person.check();
  await page.getByRole("button", { name: "Écrire ces lignes" }).click();
  await page.getByText("60\u00a0lignes écrites dans votre budget. 1\u00a0case reste à corriger.").waitFor();
}

describe("a budget of sixty lines", () => {
  it("comes from a spreadsheet, and is mended with the keyboard", async () => {
    const person = await enter();
    const { page } = person;
    await bringSixty(person);
    await person.check();

    const wrong = page.locator('.es-cell[aria-invalid="true"]');
    expect(await wrong.inputValue()).toBe("6 00O");
    await wrong.focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("6 000");
    await page
      .locator('tr[data-line="costs.30"][data-state="kept"], tr[data-line="costs.30"][data-state="estimate"]')
      .waitFor();

    // Down to the last line of its heading, one more by Enter, twice the same, and one away.
    const lines = page.locator("tr[data-line]");
    await page.locator('tbody[data-heading="in-kind"] [data-cell="label"]').last().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Salle des fêtes");
    await page.locator('tr[data-line="costs.60"]').waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1 500");
    await expect.poll(() => kept(page, "costs.60").textContent()).toBe("1\u202f500,00");
    await page.keyboard.press("Control+d");
    await page.locator('tr[data-line="costs.61"]').waitFor();
    expect(await cell(page, "costs.61.amount").inputValue()).toBe("1 500");
    await page.keyboard.press("Alt+Delete");
    await expect.poll(() => lines.count()).toBe(61);
    await page.locator("[data-put-back]").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("est de nouveau dans votre demande").waitFor();
    await expect.poll(() => lines.count()).toBe(62);

    // A block pasted on a cell is shown before it is written.
    await cell(page, "costs.8.label").focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "Tournage\tConcevoir\nMontage\tConcevoir");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText("2\u00a0lignes modifiées").waitFor();
    await person.check();
    await page.getByRole("button", { name: "Écrire ces lignes" }).click();
    await page.waitForURL(/formulaire/);
    expect(await cell(page, "costs.8.label").inputValue()).toBe("Tournage");
    await person.close();
  });

  it("is written line by line without a script", async () => {
    const person = await enter(narrow);
    const { page } = person;
    await person.go(budget());
    await person.check();
    await page
      .getByRole("link", { name: /^Modifier/ })
      .first()
      .click();
    await page.waitForURL(/budget\/lignes/);
    await person.check();
    await page.getByLabel("Justificatif").fill("Fiche de paie");
    await page.getByRole("button", { name: /revenir au budget/ }).click();
    await page.waitForURL(/formulaire/);
    await page.getByRole("button", { name: /^Ajouter une ligne dans Prestations/ }).click();
    await page.waitForURL(/#champ-costs-/);
    await person.close();
  });
});

describe("what the service keeps", () => {
  it("is what was last seen, and is filed so by the lead for the three", async () => {
    await journey.service.stop();
    const w = await openFolder(folder);
    try {
      expect(await rawOf(w, of.id)).toMatchObject({ "costs.length": "63", "costs.0.evidence": "Fiche de paie" });
      const filed = await fileProject(w, of.lead, of.id);
      expect([filed.status, filed.location]).toEqual([303, urls.applicationFiled.href({ id: of.id })]);
      const { facts } = await w.inTx((tx) =>
        tx.selectFrom("revision").select("facts").where("application_id", "=", of.id).executeTakeFirstOrThrow(),
      );
      const { costs, partners } = facts as unknown as Readonly<Record<"costs" | "partners", readonly object[]>>;
      expect([costs.length, partners.length]).toEqual([63, 3]);
    } finally {
      await w.close();
    }
  });
});

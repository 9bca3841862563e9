import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readSpreadsheet } from "#src/platform/spreadsheet.ts";
import { urls } from "#src/urls.ts";
import type { Browser } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Budgeting, makeBudget, rawOf } from "./budgeting.fixture.ts";

let w: TestWorld;
let owner: Browser;
let reader: Browser;
let stranger: Browser;
let of: Budgeting;
let next = 0;

beforeAll(async () => {
  w = await openTestWorld();
});
afterAll(() => w.close());
beforeEach(async () => {
  of = await makeBudget(w, next);
  const other = await makeBudget(w, next + 1);
  next += 2;
  owner = await w.browser(of.organisation.owner);
  reader = await w.browser(of.organisation.reader);
  stranger = await w.browser(other.organisation.owner);
});

const section = () => urls.applicationSection.href({ id: of.id, section: "budget" });
/** Amounts of a text in cents. */
const figuresIn = (text: string) =>
  [...text.matchAll(/([\d\u202f]+),(\d\d)\u00a0€/g)].map(([, whole = "", cents = ""]) =>
    Number(whole.replaceAll("\u202f", "") + cents),
  );
const fieldsOf = (body: string) => ({
  base: /name="base" value="(\d+)"/.exec(body)?.[1] ?? "",
  page: /name="page" value="([^"]+)"/.exec(body)?.[1] ?? "",
});

describe("the budget as a table, without scripts", () => {
  it("shows its lines by heading, what counts of each and why not, and who pays what", async () => {
    const { body, status } = await owner.get(section());
    expect(status).toBe(200);
    expect(body).toContain("Dépenses de personnel");
    expect(body).toContain('name="costs.0.label"');
    expect(body).toContain("Le temps en face à face avec les apprenants n’est pas éligible.");
    expect(body).toContain("Seul le temps de travail d’ingénierie et de diffusion");
    expect(body).toContain("moins de 10");
    expect(body).toContain("écarté");
    expect(body).toContain("à apprécier");
    expect(body).toContain("Qui paie quoi");
    expect(body).toContain("15\u202f000,00\u00a0€ au moins");
  });

  it("tells the whole cost, and what nobody pays yet, before the plan of financing is written", async () => {
    const plain = (body: string) =>
      body.replace(/[\s\S]*Ressources du projet<\/caption>|<\/table>[\s\S]*/g, "").replace(/<[^>]+>/g, " ");
    expect(plain((await owner.get(section())).body)).not.toContain("Reste à répartir");
    await owner.post(urls.applicationSection.href({ id: of.id, section: "plan" }), {
      ...fieldsOf((await owner.get(urls.applicationSection.href({ id: of.id, section: "plan" }))).body),
      requestedEsfRate: "",
    });
    const unsplit = plain((await owner.get(section())).body);
    expect(unsplit).toContain("Reste à répartir");
    expect(figuresIn(unsplit).at(-1)).toBe(
      figuresIn(unsplit)
        .slice(0, -1)
        .reduce((sum, one) => sum + one, 0),
    );
  });

  it("keeps what is typed in its cells, and names the one that cannot be read", async () => {
    const page = fieldsOf((await owner.get(section())).body);
    const saved = await owner.post(section(), { ...page, "costs.11.amount": "6 00O", aller: "ici" });
    expect(saved.location).toBe(`${section()}?verifier=1`);
    const { body } = await owner.get(section());
    expect(body).toContain("6 00O");
    expect(body).toContain("Montant hors taxes : Indiquez un montant en euros");
    expect(body).toContain("1\u00a0ligne attend un montant");
    expect(body).toContain("L’argent public, sous ce que vous payez");
  });

  it("adds, duplicates and takes away a line by a button, and puts it back", async () => {
    const page = fieldsOf((await owner.get(section())).body);
    const added = await owner.post(section(), { ...page, "ligne-ajouter": "operating" });
    expect(added.location).toBe(`${section()}#champ-costs-23`);
    expect(await rawOf(w, of.id)).toMatchObject({ "costs.length": "24", "costs.23.heading": "operating" });
    const twice = await owner.post(section(), { ...page, "ligne-dupliquer": "costs.0" });
    expect(twice.location).toBe(`${section()}#champ-costs-24`);
    expect(await rawOf(w, of.id)).toMatchObject({
      "costs.24.label": "Ingénieure pédagogique",
      "costs.24.hours": "640",
    });
    const gone = await owner.post(section(), { ...page, retirer: "costs.0" });
    expect(await rawOf(w, of.id)).toMatchObject({ "costs.length": "24", "costs.0.amount": "9 310,00" });
    const shown = await owner.get((gone.location ?? "").split("#")[0] ?? "");
    const token = /name="retablir" value="([^"]+)"/.exec(shown.body)?.[1] ?? "";
    await owner.post(section(), { ...fieldsOf(shown.body), retablir: token });
    expect(await rawOf(w, of.id)).toMatchObject({ "costs.length": "25", "costs.0.label": "Ingénieure pédagogique" });
  });

  it("writes the amount that a person’s hours make, as long as it is not one’s own", async () => {
    const page = fieldsOf((await owner.get(section())).body);
    await owner.post(section(), { ...page, "costs.1.hours": "500", aller: "ici" });
    expect((await rawOf(w, of.id))["costs.1.amount"]).toBe("12\u202f250,00");
    await owner.post(section(), { ...page, "costs.1.amount": "12 000", aller: "ici" });
    await owner.post(section(), { ...page, "costs.1.hours": "400", aller: "ici" });
    expect((await rawOf(w, of.id))["costs.1.amount"]).toBe("12 000");
  });

  it("tells a phase that is not in the calendar, with those that are", async () => {
    const page = fieldsOf((await owner.get(section())).body);
    await owner.post(section(), { ...page, "costs.15.phase": "Partagé", aller: "ici" });
    const { body } = await owner.get(section());
    expect(body).toContain("n’est pas une phase de votre calendrier. Choisissez Concevoir, Expérimenter ou Partager.");
  });

  it("opens each line on a page of its own, and comes back to it", async () => {
    const line = urls.applicationBudgetLine.href({ id: of.id, line: "8" });
    const { body } = await owner.get(line);
    expect(body).toContain("Ligne 9 : Tournage et montage");
    expect(body).toContain("Besoin d’achat");
    const saved = await owner.post(section(), { ...fieldsOf(body), "costs.8.evidence": "Devis 12", aller: "budget:8" });
    expect(saved.location).toBe(`${section()}#champ-costs-8`);
    expect((await rawOf(w, of.id))["costs.8.evidence"]).toBe("Devis 12");
    expect((await owner.get(urls.applicationBudgetLine.href({ id: of.id, line: "99" }))).status).toBe(404);
  });

  it("is told line by line, each by its name, where its plan of financing is written", async () => {
    const { body } = await owner.get(urls.applicationSection.href({ id: of.id, section: "plan" }));
    expect(body).toMatch(/>Dépenses de personnel\s:\s[^<]*Ingénieure pédagogique/);
  });

  it("is read, not written, by a reader; it is not there for others", async () => {
    const { body } = await reader.get(section());
    expect(body).toContain("Ingénieure pédagogique");
    expect(body).not.toContain('name="costs.0.label"');
    expect((await reader.get(urls.applicationBudgetImport.href({ id: of.id }))).status).toBe(403);
    for (const address of [urls.applicationBudgetXlsx, urls.applicationBudgetCsv, urls.applicationBudgetImport])
      expect((await stranger.get(address.href({ id: of.id }))).status).toBe(404);
    expect((await stranger.post(urls.applicationBudgetFigures.href({ id: of.id }), {})).status).toBe(404);
    expect((await stranger.get(urls.applicationBudgetFigures.href({ id: of.id }))).status).toBe(404);
  });
});

describe("figures while one types", () => {
  it("answer with the cells typed, and keep nothing", async () => {
    const before = await rawOf(w, of.id);
    const answer = await owner.post(urls.applicationBudgetFigures.href({ id: of.id }), { "costs.10.amount": "24 000" });
    const told = JSON.parse(answer.body);
    expect(told.lines["costs.10"].slice(0, 2)).toEqual(["kept", "<span>24\u202f000,00</span>"]);
    expect(told.lines["costs.5"][0]).toBe("cut");
    expect(told.sums.external[0]).toBe("45\u202f200,00");
    expect(told.html).toContain("qui-paie-quoi");
    expect(await rawOf(w, of.id)).toEqual(before);
  });

  it("tell of the lines those alone that are not as the page shows them", async () => {
    const stamps = [...(await owner.get(section())).body.matchAll(/data-stamp="([^"]+)"/g)].map(([, stamp]) => stamp);
    expect(new Set(stamps).size).toBe(23);
    const told = async (fields: Readonly<Record<string, string>>) =>
      JSON.parse((await owner.post(urls.applicationBudgetFigures.href({ id: of.id }), fields)).body).lines;
    expect(await told({ vu: stamps.join("") })).toEqual({});
    const changed = await told({ vu: stamps.join(""), "costs.10.amount": "24 000" });
    expect(Object.keys(changed)).toEqual(["costs.10"]);
    // What was just told is what is now shown.
    expect(await told({ vu: [...stamps, changed["costs.10"][3]].join(""), "costs.10.amount": "24 000" })).toEqual({});
  });
});

describe("what is read again once the budget is kept", () => {
  it("is each part of the page that follows it, and none of its lines", async () => {
    const [page, parts] = await Promise.all(
      [section(), urls.applicationBudgetFigures.href({ id: of.id })].map(async (at) => (await owner.get(at)).body),
    );
    const followingIn = (html = "") => [...html.matchAll(/id="([^"]+)" data-live-target/g)].map(([, id]) => id).sort();
    expect(followingIn(parts)).toEqual(followingIn(page));
    expect(followingIn(parts)).toContain("qui-paie-quoi");
    expect(parts).not.toContain("data-line");
  });
});

describe("a budget from a spreadsheet", () => {
  const address = () => urls.applicationBudgetImport.href({ id: of.id });
  const hidden = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name,
        value.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<"),
      ]),
    );

  it("shows what pasted lines would change, and writes them once confirmed", async () => {
    const text = [
      "Fonctionnement\tAffiches et livret de partage\tPartager\t1 240,00 €",
      "Équipement\tDeux postes à souder\tExpérimenter\t780",
      "Prestations\tTraduction en anglais\tPartager\t2.150,00",
      "Voyages\tInconnu\tPartager\t6 00O",
    ].join("\n");
    const preview = await owner.post(address(), { texte: text });
    expect(preview.body).toContain("4\u00a0lignes ajoutées, 23\u00a0lignes inchangées. Rien n’est encore écrit.");
    expect(preview.body).toContain("<strong>A4</strong>");
    expect(preview.body).toContain("<strong>D4</strong>");
    expect((await rawOf(w, of.id))["costs.length"]).toBe("23");
    const done = await owner.post(address(), { ...hidden(preview.body), confirmer: "oui" });
    expect(done.location).toBe(section());
    expect(await rawOf(w, of.id)).toMatchObject({
      "costs.length": "27",
      "costs.23.heading": "operating",
      "costs.23.amount": "1\u202f240,00",
      "costs.24.heading": "equipment",
      "costs.25.heading": "external",
      "costs.25.amount": "2\u202f150,00",
      "costs.26.heading": "Voyages",
      "costs.26.amount": "6 00O",
    });
    const again = await owner.post(address(), { ...hidden(preview.body), confirmer: "oui" });
    expect(again.status).toBe(409);
    expect(again.body).toContain("Le budget a changé entre-temps");
  });

  it("puts a block on the cells from the one where it was pasted, then on new lines", async () => {
    const preview = await owner.post(address(), {
      texte: "Salle A\tConcevoir\nSalle B\tPartager",
      ligne: "18",
      colonne: "0",
    });
    expect(preview.body).toContain("1\u00a0ligne ajoutée, 1\u00a0ligne modifiée");
    await owner.post(address(), { ...hidden(preview.body), confirmer: "oui" });
    expect(await rawOf(w, of.id)).toMatchObject({
      "costs.17.label": "Salle A",
      "costs.17.phase": "Concevoir",
      "costs.23.label": "Salle B",
      "costs.23.heading": "operating",
    });
  });

  it("keeps the cents of a lone column of amounts, where a comma is between no cells", async () => {
    const texte = "1\u202f234,56 €\n2\u00a0345,5\n3.456,78\n";
    const preview = await owner.post(address(), { texte, ligne: "18", colonne: "3" });
    await owner.post(address(), { ...hidden(preview.body), confirmer: "oui" });
    expect(await rawOf(w, of.id)).toMatchObject({
      "costs.17.amount": "1\u202f234,56",
      "costs.23.amount": "2\u202f345,50",
      "costs.24.amount": "3\u202f456,78",
    });
  });

  it("tells the lines written from those taken away", async () => {
    const csv = "Poste;Intitulé;Montant hors taxes\nPrestations extérieures;Tournage;1 200,50 €";
    const sent = await owner.send(address(), { mode: "replace" }, { fichier: new File([csv], "budget.csv") });
    const done = await owner.postAndFollow(address(), { ...hidden(sent.body), confirmer: "oui" });
    expect(done.body).toContain("1\u00a0ligne écrite dans votre budget, 23\u00a0retirées.");
  });

  it("comes back from Excel as it left; a line taken out of the file is shown before it goes", async () => {
    const file = await owner.get(urls.applicationBudgetXlsx.href({ id: of.id }));
    expect(file.headers.get("content-disposition")).toContain("budget.xlsx");
    const csv = (await owner.get(urls.applicationBudgetCsv.href({ id: of.id }))).body;
    const same = await owner.post(address(), { texte: csv, mode: "replace" });
    expect(same.body).toContain("Rien ne change");
    const without = csv
      .split("\r\n")
      .filter((line) => !line.startsWith("12;"))
      .join("\r\n");
    const preview = await owner.post(address(), { texte: without, mode: "replace" });
    expect(preview.body).toContain("1\u00a0ligne retirée, 22\u00a0lignes inchangées");
    expect(preview.body).toContain("Évaluation par un tiers");
  });

  it("offers a model that has the names of every column", async () => {
    const model = await w.app.request(urls.applicationBudgetModel.href({ id: of.id }), {
      headers: { cookie: await w.signIn(of.organisation.owner) },
    });
    const rows = await readSpreadsheet(new Uint8Array(await model.arrayBuffer()));
    expect(rows?.[0]?.slice(0, 4)).toEqual(["N°", "Poste", "Intitulé", "Phase"]);
  });

  it("says what is no spreadsheet, and what is empty", async () => {
    const form = new FormData();
    form.set("fichier", new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], "budget.xlsx"));
    const answer = await w.app.request(address(), {
      method: "POST",
      body: form,
      headers: { cookie: await w.signIn(of.organisation.owner), origin: w.world.origin },
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Ce fichier ne se lit pas");
    expect((await owner.post(address(), { texte: " " })).status).toBe(422);
  });
});

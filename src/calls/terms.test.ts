import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { urls } from "#src/urls.ts";
import type { Browser, Fields, Page } from "#test/support/browser.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { agentOf, beginCall, openSchemeOf, versionOf } from "./calls.fixture.ts";
import { callForm, weighedLines } from "./form.ts";
import { findCall } from "./store.ts";
import { underCall } from "./under.ts";

/** What a term is when it is rightly typed, where everyone then reads it, and what is said of a wrong one. */
interface Term {
  readonly right: string | readonly string[];
  /** On the page of the call; absent where it acts elsewhere. */
  readonly shown?: string;
  readonly wrong?: string;
  readonly said?: string;
}
type Part = Readonly<Record<string, Term>>;

const scheme = openSchemeOf("transitions");
const long = (length: number) => ({ wrong: "x".repeat(length + 1), said: "Raccourcissez ce texte" });
const chosen = { wrong: "autre chose", said: "Choisissez" };
const day = { wrong: "31/02/2026", said: "Ce jour n’existe pas" };
const share = { wrong: "120", said: "Indiquez un pourcentage de 100 au plus." };
const money = { wrong: "-5", said: "Indiquez un montant positif." };

const weights = Object.fromEntries(
  weighedLines(scheme).map(({ id, title, must }, at): [string, Term] => {
    const weight = String(must === "highest" ? 90 : at + 1);
    const shown = `${title}|${weight}|`;
    return [`weights.${id}`, { right: weight, shown, wrong: "101", said: "Indiquez un nombre de 100 au plus." }];
  }),
);

/** Every term that a call says, part by part. */
const parts: Readonly<Record<string, Part>> = {
  presentation: {
    title: { right: "Transitions 2027, essai", shown: "Transitions 2027, essai", ...long(200) },
    summary: { right: "Deux phrases.", shown: "Deux phrases.", ...long(600) },
    purpose: { right: "Ce qui est attendu.", shown: "Ce qui est attendu.", ...long(8_000) },
    applicants: { right: "Les structures de formation.", shown: "Les structures de formation.", ...long(4_000) },
    contact: {
      right: "appels@region.example",
      shown: "|appels@region.example|",
      wrong: "pas une adresse",
      said: "Indiquez une adresse",
    },
  },
  calendrier: {
    opensOn: { right: "01/10/2026", ...day },
    opensAtHour: {
      right: "8 h 30",
      shown: "Ouvre le 1er\u00a0octobre 2026 à 8\u00a0h\u00a030",
      wrong: "midi",
      said: "Donnez une heure",
    },
    // The night when the clocks go back shows this hour twice: the first one counts.
    closesOn: { right: "25/10/2026", ...day },
    closesAtHour: {
      right: "2 h 30",
      shown: "se clôt le 25\u00a0octobre 2026 à 2\u00a0h\u00a030",
      wrong: "25 h",
      said: "Donnez une heure",
    },
    questionsUntil: { right: "15/10/2026", shown: "jusqu’au 15\u00a0octobre 2026", ...day },
    "steps.0.on": { right: "27/11/2026", shown: "27\u00a0novembre 2026", ...day },
    "steps.0.what": { right: "Comité de sélection", shown: "Comité de sélection", ...long(200) },
  },
  argent: {
    "envelope.0.funder": { right: "region", shown: "Région", ...chosen },
    "envelope.0.year": {
      right: "2027",
      shown: "2027",
      wrong: "1999",
      said: "Indiquez un nombre de 2\u202f020 au moins.",
    },
    "envelope.0.section": { right: "investment", shown: "investissement (AP/CP)", ...chosen },
    "envelope.0.committed": { right: "412 345", shown: "412\u202f345\u00a0€", ...money },
    "envelope.0.payable": { right: "98 765", shown: "98\u202f765\u00a0€", ...money },
    aidRegime: { right: "sgei", shown: "750 000 € au plus sur trois ans, comptés de jour à jour", ...chosen },
    heldUntilBalance: { right: "17,5", shown: "17,5\u00a0% de l’aide sont versés au solde", ...share },
  },
  modalites: {
    "terms.costsFrom": { right: "01/02/2026", shown: "1er\u00a0février 2026", ...day },
    "terms.costsUntil": { right: "30/11/2028", shown: "30\u00a0novembre 2028", ...day },
    "terms.endsBefore": { right: "30/09/2028", shown: "30\u00a0septembre 2028", ...day },
    "terms.regionRate": { right: "23", shown: "23\u00a0%", ...share },
    "terms.esfMaxRate": { right: "57", shown: "57\u00a0%", ...share },
    "terms.esfMinimum": { right: "16 500", shown: "16\u202f500\u00a0€", ...money },
    "terms.remainder": { right: "own-funds", shown: "fonds propres", ...chosen },
    "terms.vat": { right: "excluded", shown: "jamais comptée", ...chosen },
    "terms.flatOfDirect": { right: "6", shown: "6\u00a0%", ...share },
    "terms.flatOfStaff": { right: "14", shown: "14\u00a0%", ...share },
    "terms.flatForOthers": { right: "39", shown: "39\u00a0%", ...share },
    "terms.flatForStaff": { right: "19", shown: "19\u00a0%", ...share },
    "terms.costOption": { right: "any", shown: "au choix du porteur", ...chosen },
    "terms.simplifiedUpTo": { right: "180 000", shown: "180\u202f000\u00a0€", ...money },
  },
  reponses: {
    "questions.0.label": { right: "Est-ce nouveau ?", shown: "Est-ce nouveau ?", ...long(300) },
    "questions.0.quote": { right: "« du nouveau »", shown: "« du nouveau »", ...long(1_000) },
    "questions.0.kind": { right: "yes-no", ...chosen },
    "questions.0.answeredBy": { right: "everyone", shown: "Chaque membre du consortium répond.", ...chosen },
    "questions.0.eliminatory": { right: "oui", shown: "Éliminatoire.", wrong: "peut-être", said: "Répondez par oui" },
    "documents.0.label": { right: "Un plan", shown: "Un plan", ...long(200) },
    "documents.0.hint": { right: "Coté, signé.", shown: "Coté, signé.", ...long(300) },
    "documents.0.mandatory": { right: "oui", wrong: "peut-être", said: "Répondez par oui" },
    note: { right: "oui", shown: "note d’intention", wrong: "peut-être", said: "Répondez par oui" },
  },
  analyse: {
    bodies: { right: ["dreets", "opco"], shown: "la DREETS de Normandie et l’OPCO", ...chosen },
    assessors: { right: "3", shown: "Chacun est analysé par 3 personnes", wrong: "9", said: "de 5 au plus" },
    conflictLimit: { right: "12", shown: "plus de 12\u00a0points", wrong: "0", said: "de 1 au moins" },
    threshold: { right: "45", shown: "Sous 45 sur 100", wrong: "101", said: "de 100 au plus" },
    completionDays: { right: "11", shown: "11\u00a0jours", wrong: "0", said: "de 1 au moins" },
    tieRule: { right: "cost", shown: "le projet qui demande le moins passe devant", ...chosen },
  },
  grille: weights,
};

let w: TestWorld;
let administrator: Browser;
let id: string;

beforeAll(async () => {
  w = await openTestWorld({ now: "2026-03-02T09:00:00Z" });
  const author = await agentOf(w, "administrator");
  administrator = await w.browser(author);
  id = await beginCall(w, author, scheme);
});
afterAll(() => w.close());

const save = async (part: string, fields: Fields) =>
  administrator.post(urls.deskCallPart.href({ id, part }), { version: await versionOf(administrator, id), ...fields });

/** What is said under a field. */
function saidOf({ body }: Page, field: string): string {
  const start = body.indexOf(`id="champ-${field.replaceAll(".", "-")}-erreur"`);
  return start === -1 ? "" : body.slice(start, start + 400);
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** The words of a page, a bar between two elements. */
const wordsOf = ({ body }: Page) => plain(body.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|"));

const given = (part: Part, of: "right" | "wrong"): Fields =>
  Object.fromEntries(Object.entries(part).map(([field, term]) => [field, term[of] ?? term.right]));

describe("the terms of a call", () => {
  it("are all asked, and each that must be said keeps the call from opening until it is", async () => {
    const { body } = await administrator.get(urls.deskCall.href({ id }));
    for (const { id: part, items } of callForm(scheme).sections) {
      const asked = items.flatMap((item) => (item.type === "question" ? [item] : item.items));
      const named = Object.keys(parts[part] ?? {}).map((field) => field.replace(/\.\d+\./, ".*."));
      expect(asked.map(({ path }) => path.join(".")).filter((path) => path !== "aidRegimeName")).toEqual(named);
      for (const item of items)
        if (item.type === "question" && item.required === "always" && item.id !== "title" && part !== "grille")
          expect(body).toContain(`${item.label}</a>`);
    }
  });

  it.each(Object.entries(parts))("are refused by the field where they are wrong: %s", async (name, part) => {
    const page = await save(name, given(part, "wrong"));
    expect(page.status).toBe(422);
    for (const [field, { wrong, said }] of Object.entries(part)) {
      if (said === undefined) continue;
      expect([field, saidOf(page, field)]).toEqual([field, expect.stringContaining(said)]);
      if (said.startsWith("Indiquez") || said.startsWith("Donnez")) expect(page.body).toContain(`value="${wrong}"`);
    }
  });

  it("are refused where they contradict each other", async () => {
    const refusal = async (part: string, field: string, change: Fields) =>
      saidOf(await save(part, { ...given(parts[part] ?? {}, "right"), ...change }), field);
    expect(await refusal("calendrier", "closesOn", { closesOn: "30/09/2026" })).toContain("La clôture vient après");
    expect(await refusal("calendrier", "questionsUntil", { questionsUntil: "26/10/2026" })).toContain(
      "avant la clôture",
    );
    expect(await refusal("calendrier", "closesAtHour", { closesOn: "28/03/2027" })).toContain(
      "cette heure n’existe pas",
    );
    const window = { "terms.costsUntil": "31/01/2026" };
    expect(await refusal("modalites", "terms.costsUntil", window)).toContain("précède le premier");
    // Against what the text says where the call says nothing.
    const before = { "terms.costsFrom": "", "terms.costsUntil": "31/12/2024" };
    expect(await refusal("modalites", "terms.costsUntil", before)).toContain("précède le premier");
    const ended = { "terms.endsBefore": "01/02/2026" };
    expect(await refusal("modalites", "terms.endsBefore", ended)).toContain("avant le premier jour des dépenses");
    const shares = { "terms.regionRate": "45", "terms.esfMaxRate": "55,0001" };
    expect(plain(await refusal("modalites", "terms.esfMaxRate", shares))).toContain("font ensemble 100,0001 % du coût");
    // The text's own share stands where the call says nothing.
    const beside = { "terms.regionRate": "", "terms.esfMaxRate": "81" };
    expect(plain(await refusal("modalites", "terms.esfMaxRate", beside))).toContain("font ensemble 101 % du coût");
    expect(await refusal("modalites", "terms.esfMaxRate", { ...shares, "terms.esfMaxRate": "55" })).toBe("");
    const [heavy = ""] = Object.keys(weights);
    expect(await refusal("grille", "weights.spreading-lasting", { [heavy]: "100" })).toContain(
      "aucun autre ne pèse plus",
    );
    expect(
      await refusal("grille", "weights.transversality-several", { "weights.transversality-several": "0" }),
    ).toContain("compte pour quelque chose");
    expect(saidOf(await save("argent", { ...given(parts.argent ?? {}, "right"), aidRegime: "other" }), "x")).toBe("");
    expect((await administrator.get(urls.deskCall.href({ id }))).body).toContain("Nom et référence de ce régime</a>");
  });

  it("are kept as they were typed, and all are on the page of the call", async () => {
    for (const [name, part] of Object.entries(parts)) {
      expect((await save(name, given(part, "right"))).status).toBe(303);
      const { body } = await administrator.get(urls.deskCallPart.href({ id, part: name }));
      for (const { right } of Object.values(part))
        for (const one of [right].flat())
          expect(body.includes(`value="${one}"`) || body.includes(`>${one}</textarea>`) ? one : body).toBe(one);
    }
    const body = wordsOf(await administrator.get(urls.deskCallPreview.href({ id })));
    const missing = Object.values(parts).flatMap((part) =>
      Object.entries(part).filter(([, { shown }]) => shown !== undefined && !body.includes(plain(shown))),
    );
    expect(missing.map(([field, { shown }]) => `${field}: ${shown}`)).toEqual([]);
    expect((await administrator.get(urls.deskCall.href({ id }))).body).toContain(
      "1\u00a0point à régler avant d’ouvrir",
    );
  });

  it("open what each member of a consortium answers in its part", async () => {
    const { body } = await administrator.get(urls.deskCallTrial.href({ id }));
    expect(body).toContain('name="partners.0.call.q1"');
    const tried = await administrator.post(urls.deskCallTrial.href({ id }), {
      "partners.0.call.q1": "oui",
      "partners.1.call.q1": "non",
    });
    expect(tried.body).toContain("Condition propre à l’appel, non remplie");
    const call = await w.inTx((tx) => findCall(tx, { id }));
    expect(call === null ? [] : underCall(scheme, call).consortium?.writes).toContain("call.q1");
  });
});

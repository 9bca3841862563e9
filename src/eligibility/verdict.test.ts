import { describe, expect, test } from "vitest";
import { day, euros, frameworkOn, type OpenScheme, type Values } from "#policy/index.ts";
import { funderWords } from "#text/index.ts";
import { readExample } from "./example.ts";
import { quotationOf } from "./quotations.ts";
import { keyReasons, verdictOf } from "./verdict.ts";

function scheme(): OpenScheme {
  const found = frameworkOn(day("2026-03-10")).scheme("appui-conseil");
  if (found?.status !== "open") throw new Error("closed");
  return found;
}

const example = readExample(scheme());
const [structure] = (example.structures ?? []) as readonly Values[];

function assess(changes: Values, structureChanges: Values = {}) {
  const facts = { ...example, structures: [{ ...structure, ...structureChanges }], ...changes };
  return scheme().evaluate(facts, { today: scheme().words.example.on });
}

const titles = (assessment: ReturnType<typeof assess>) =>
  keyReasons(assessment, scheme().words).map(({ id, title }) => `${id} ${title}`);

const funder = funderWords({ name: "Région Normandie", voter: "la Commission permanente" });

describe("the answer", () => {
  test("says yes and how much", () => {
    expect(verdictOf(assess({}), 0, scheme().words, funder)).toMatchObject({
      status: "met",
      headline: "Oui, vous pouvez demander jusqu’à 9\u202f100\u00a0€",
    });
  });

  test("says when nothing is left to fund", () => {
    const nothing = { status: "unknown", headline: "Vous remplissez les conditions, mais il n’y a rien à financer" };
    const spent = verdictOf(assess({}, { daysAlreadyFunded: 25 }), 0, scheme().words, funder);
    expect(spent).toMatchObject({ ...nothing, summary: expect.stringContaining("sont déjà utilisés") });
    const paid = verdictOf(assess({ otherPublicFunding: euros(1_000_000) }), 0, scheme().words, funder);
    expect(paid).toMatchObject({ ...nothing, summary: expect.stringContaining("D’autres financements publics") });
    const given = verdictOf(assess({}, { aidAlreadyGranted: euros(17_500) }), 0, scheme().words, funder);
    expect(given).toMatchObject({ ...nothing, summary: expect.stringContaining("déjà été accordée") });
  });

  test("says for how many structures", () => {
    const two = assess({ route: "collective", structures: [structure ?? {}, structure ?? {}] });
    expect(verdictOf(two, 0, scheme().words, funder).headline).toBe(
      "Oui, vous pouvez demander jusqu’à 18\u202f200\u00a0€ pour 2 structures",
    );
  });

  test("says no with how many conditions, and that something can be done", () => {
    expect(verdictOf(assess({}, { headcount: 5 }), 0, scheme().words, funder).summary).toContain(
      "une condition du texte n’est pas remplie",
    );
    expect(verdictOf(assess({}, { headcount: 5, commune: "75056" }), 0, scheme().words, funder).summary).toContain(
      "2 conditions",
    );
  });

  test("concludes nothing while a question that can change it is not answered", () => {
    expect(verdictOf(assess({}), 1, scheme().words, funder).headline).toBe("Il manque une réponse pour conclure");
    expect(verdictOf(assess({ workStarted: true }), 2, scheme().words, funder).headline).toBe(
      "Il manque 2 réponses pour conclure",
    );
  });

  test("never takes what is missing for a no", () => {
    const verdict = verdictOf(assess({}, { headcount: null }), 1, scheme().words, funder);
    expect(verdict.status).toBe("unknown");
    expect(verdict.headline).toBe("Il manque une réponse pour conclure");
    expect(verdict.summary).toContain("9\u202f100");
    expect(
      verdictOf(scheme().evaluate({}, { today: scheme().words.example.on }), 0, scheme().words, funder).headline,
    ).toBe("Il manque des réponses pour conclure");
  });

  test("leaves a doubt to the service", () => {
    const verdict = verdictOf(assess({ workStarted: true }), 0, scheme().words, funder);
    expect(verdict.status).toBe("to-assess");
    expect(verdict.headline).toContain("si le service le confirme");
  });
});

describe("the reasons that matter", () => {
  test("for a yes: the conditions, then what made the amount", () => {
    expect(titles(assess({}))).toEqual([
      "CS-2 Vous remplissez les conditions",
      "CS-7 13\u202f000\u00a0€ retenus sur 13\u202f500\u00a0€",
      "CS-8 70\u00a0% des coûts retenus",
    ]);
  });

  test("for days over the ceiling: how many are kept", () => {
    const phases = [{ phase: "accompagnement", days: 30, dailyCost: euros(900) }];
    expect(titles(assess({}, { phases }))[1]).toBe("CS-9 25\u00a0jours retenus sur 30\u00a0jours");
  });

  test("for a no: every condition that is not met", () => {
    const refused = assess(
      {},
      { headcount: 5, commune: "75056", mainActivityIsTraining: false, servesJobSeekers: false },
    );
    expect(titles(refused)).toHaveLength(4);
    expect(keyReasons(refused, scheme().words).every(({ status }) => status === "not-met")).toBe(true);
  });

  test("for other public money: that it counts", () => {
    expect(titles(assess({ otherPublicFunding: euros(6_000) }))).toContain(
      "CS-8 6\u202f000\u00a0€ d’autres financements publics",
    );
  });
});

test("every criterion has the words of the text beside it", () => {
  for (const { id } of scheme().criteria) expect(quotationOf("2025-07-15", id).length, id).toBeGreaterThan(0);
  expect(quotationOf("2020-01-01", "CS-1")).toEqual([]);
});

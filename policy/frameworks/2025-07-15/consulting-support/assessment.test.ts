import { describe, expect, it } from "vitest";
import type { Context } from "../../../engine/assessment.ts";
import { toContract } from "../../../engine/contract.ts";
import { day } from "../../../engine/day.ts";
import { euros, type Money } from "../../../engine/money.ts";
import { sound, together, withProvider, withStructure } from "./boundaries.fixture.ts";
import { evaluate } from "./evaluate.ts";
import type { ConsultingFacts } from "./facts.ts";
import { rules } from "./rules.ts";

const today = day("2026-03-02");

function assess(facts: ConsultingFacts, closedDoubts?: Context["closedDoubts"]) {
  return evaluate(facts, closedDoubts === undefined ? { today } : { today, closedDoubts });
}

function reasonOf(id: string, facts: ConsultingFacts, closed?: Context["closedDoubts"]): string | undefined {
  return assess(facts, closed).criteria.find((one) => one.id === id)?.reason;
}

/** Thin spaces become plain ones, to be typed here. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

function effectOf(id: string, facts: ConsultingFacts) {
  const doubt = assess(facts).doubts.find((one) => one.id === id);
  return doubt?.effect;
}

const support = (days: number, cost: number) => [{ phase: "diagnostic" as const, days, dailyCost: euros(cost) }];

describe("reasons say the numbers", () => {
  it.each([
    ["CS-1", sound, "La demande comprend un diagnostic partagé et un accompagnement."],
    ["CS-1", withStructure({ phases: support(1, 1) }), "La demande porte sur un diagnostic partagé."],
    [
      "CS-1",
      withStructure({ phases: [{ phase: "accompagnement", days: 1, dailyCost: euros(1) }] }),
      "La demande porte sur un accompagnement.",
    ],
    [
      "CS-2",
      withStructure({ commune: "35238" }),
      "La commune de l’établissement n’est pas en Normandie (départements 14, 27, 50, 61 et 76).",
    ],
    ["CS-4", withStructure({ headcount: 5 }), "La structure compte 5 salariés ; il en faut plus de 5."],
    ["CS-4", withStructure({ headcount: 1 }), "La structure compte 1 salarié ; il en faut plus de 5."],
    ["CS-4", withStructure({ headcount: 0 }), "La structure compte 0 salarié ; il en faut plus de 5."],
    ["CS-4", sound, "La structure compte 12 salariés : c’est plus de 5."],
    [
      "CS-4",
      withStructure({ headcount: null, headcountBand: "03" }),
      "La structure compte, selon l’INSEE, 6 à 9 salariés : c’est plus de 5.",
    ],
    [
      "CS-4",
      withStructure({ headcount: null, headcountBand: "02" }),
      "La structure compte, selon l’INSEE, 3 à 5 salariés ; il en faut plus de 5.",
    ],
    ["CS-4", withStructure({ headcount: null }), "Le nombre de salariés n’est pas indiqué."],
    [
      "CS-5",
      withStructure({ servesJobSeekers: false, plansToServeJobSeekers: true }),
      "La structure projette de développer son activité vers les personnes en recherche d’emploi : cela suffit.",
    ],
    ["CS-5", sound, "La structure accueille des personnes en recherche d’emploi."],
    [
      "CS-6",
      { ...together({}, {}), route: "individual" as const },
      "Une demande individuelle concerne une seule structure ; 2 sont nommées. Choisissez la démarche collective.",
    ],
    ["CS-6", { ...sound, route: "opco" as const }, "La demande passe par un OPCO, pour chaque structure nommée."],
    [
      "CS-8",
      { ...sound, otherPublicFunding: euros(3_000) },
      "3 000 € d’autres financements publics sont pris en compte : aucun euro n’est payé deux fois.",
    ],
    [
      "CS-9",
      withStructure({ daysAlreadyFunded: 10 }),
      "10 jours déjà financés sur les 25 possibles : seuls les jours restants sont retenus.",
    ],
    ["CS-9", withStructure({ daysAlreadyFunded: 25 }), "25 jours déjà financés sur les 25 possibles."],
    [
      "CS-11",
      withProvider({ createdOn: day("2023-07-20") }),
      "Le prestataire existe depuis le 20 juillet 2023 ; il aura 3 ans le 20 juillet 2026.",
    ],
    ["CS-12", sound, "Chaque intervenant a au moins 2 ans d’expérience (nombre d’intervenants : 2)."],
    [
      "CS-14",
      withProvider({ fields: ["digitalisation", "médiation"] }),
      "Champs d’intervention déclarés : Digitalisation, médiation.",
    ],
    [
      "CS-15",
      withProvider({ partnerBody: "uncontracted" }),
      "Un organisme partenaire intervient sans contrat : il manque le contrat préalable avec la structure bénéficiaire et la Région.",
    ],
    [
      "CS-15",
      withProvider({ subcontracts: true }),
      "La prestation est sous-traitée à un organisme tiers, ce que le texte exclut.",
    ],
  ])("%s %#", (id, facts, reason) => {
    expect(plain(reasonOf(id, facts) ?? "")).toBe(reason);
  });

  it("says when a person's reading decided", () => {
    const facts = withStructure({ headcountFte: 5 });
    expect(reasonOf("CS-4", facts, { "D-14": "alternative" })).toBe(
      "Condition non remplie, selon l’autre lecture du texte que le service a retenue (D-14).",
    );
    expect(reasonOf("CS-4", facts, { "D-14": "default" })).toBe(reasonOf("CS-4", facts));
    const [result] = assess(facts, { "D-14": "alternative" }).criteria.filter((one) => one.id === "CS-4");
    expect(result).toMatchObject({ closedDoubt: "D-14", structure: 0 });
    for (const one of assess(facts).criteria) expect(one).not.toHaveProperty("closedDoubt");
    const both = assess(facts, { "D-14": "alternative", "D-16": "alternative" });
    const [together] = both.criteria.filter((one) => one.id === "CS-4");
    expect(together).toMatchObject({ closedDoubt: "D-14+D-16", structure: 0 });
    expect(together?.reason).toContain("(D-14, D-16)");

    const provider = assess(sound, { "D-23": "alternative" }).criteria.find((one) => one.id === "CS-11");
    expect(provider).toMatchObject({ closedDoubt: "D-23", status: "unknown" });
    expect(provider).not.toHaveProperty("structure");
  });

  it("says that no structure is named", () => {
    const [result] = assess({}).criteria;
    expect(result).toMatchObject({
      id: "CS-1",
      reason: "Aucune structure bénéficiaire n’est indiquée.",
      facts: ["/structures"],
      trace: { said: result?.question, status: "unknown", pointer: "/structures" },
    });
  });

  it("shows the reasoning, fact by fact", () => {
    const [result] = assess(withStructure({ servesJobSeekers: false })).criteria.filter((one) => one.id === "CS-5");
    expect(result?.trace).toEqual({
      said: "l’une de ces conditions au moins",
      status: "not-met",
      parts: [
        {
          said: "accueil de personnes en recherche d’emploi",
          status: "not-met",
          value: "non",
          pointer: "/structures/0/servesJobSeekers",
        },
        {
          said: "projet vers les personnes en recherche d’emploi",
          status: "not-met",
          value: "non",
          pointer: "/structures/0/plansToServeJobSeekers",
        },
      ],
    });
    expect(result?.facts).toEqual(["/structures/0/servesJobSeekers", "/structures/0/plansToServeJobSeekers"]);
  });
});

it("says of a phase dated before the filing that it is to assess, and where it reads it", () => {
  const facts = withStructure({ phases: [{ phase: "diagnostic", days: 1, startsOn: day("2026-03-01") }] });
  const result = assess({ ...facts, workStarted: false }).criteria.find((one) => one.id === "CS-10");
  expect(result?.status).toBe("to-assess");
  expect(result?.facts).toContain("/structures/0/phases/0/startsOn");
  expect(plain(result?.reason ?? "")).toContain("débute avant le dépôt (2 mars 2026)");
});

it("has a joint reading for each criterion that several doubts read otherwise", () => {
  for (const { id, alternatives = {} } of rules.criteria) {
    const alone = Object.keys(alternatives).filter((key) => !key.includes("+"));
    if (alone.length > 1) expect(Object.keys(alternatives), id).toContain(alone.join("+"));
  }
});

describe("doubts show both readings in euros", () => {
  it.each([
    ["D-11", withStructure({ phases: [{ phase: "accompagnement", days: 10, dailyCost: euros(900) }] }), 630_000, 0],
    ["D-12", withStructure({ headOfficeCommune: "75056" }), 910_000, 0],
    ["D-13", withStructure({ trainingKinds: ["continuing"] }), 910_000, 0],
    ["D-16", together({}, { headcount: 5, phases: support(1, 1_000) }), 910_000, 980_000],
    ["D-16", together({ headcount: null }, { headcount: 5, phases: support(1, 1_000) }), 910_000, 980_000],
    ["D-16", together({ headcount: 5 }, { headcount: 5 }), 0, 1_820_000],
    ["D-18", withStructure({ phases: support(20, 1_200) }), 1_400_000, 1_680_000],
    ["D-19", { ...sound, otherPublicFunding: euros(3_000) }, 910_000, 700_000],
    ["D-20", withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 0 }), 350_000, 910_000],
    ["D-20", withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 20 }), 350_000, 350_000],
    ["D-20", withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 18 }), 350_000, 462_000],
    [
      "D-21",
      {
        ...together({ daysAttended: 30, phases: support(15, 1_000) }, { phases: support(15, 1_000) }),
        daysAreShared: true,
      },
      2_100_000,
      1_925_000,
    ],
    ["D-25", { ...sound, workStarted: true }, 910_000, 0],
  ] as const)("%s", (id, facts, byDefault, alternative) => {
    expect(effectOf(id, facts)).toEqual({ default: byDefault, alternative });
  });

  it("says no amount where the doubt moves none", () => {
    expect(effectOf("D-14", withStructure({ headcountFte: 5 }))).toBeNull();
    expect(effectOf("D-17", { ...sound, route: "opco" })).toBeNull();
    expect(effectOf("D-11", withStructure({ phases: [{ phase: "accompagnement" }] }))).toBeNull();
    expect(effectOf("D-20", withStructure({ daysAlreadyFunded: 3, phases: [] }))).toBeNull();
    expect(effectOf("D-20", withStructure({ daysAlreadyFunded: 20 }))).toBeNull();
  });

  it("weighs a reading with the others that persons have chosen", () => {
    const facts = withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 0, phases: support(10, 1_200) });
    const closed = { "D-20": "alternative" } as const;
    expect(assess(facts, closed).doubts).toMatchObject([
      { id: "D-18", effect: { default: 700_000, alternative: 840_000 } },
      { id: "D-20", closed: "alternative", effect: { default: 350_000, alternative: 700_000 } },
    ]);
  });

  it("says no doubt of D-18 where both readings pay the same", () => {
    expect(effectOf("D-18", withStructure({ phases: support(25, 1_200) }))).toBeUndefined();
  });

  it("names the structure, and the reading once closed", () => {
    const facts = together({}, { headOfficeCommune: "75056" });
    expect(assess(facts).doubts).toMatchObject([{ id: "D-12", structure: 1 }]);
    expect(assess(facts).doubts[0]).not.toHaveProperty("closed");
    expect(assess(facts, { "D-12": "default" }).doubts).toMatchObject([{ id: "D-12", closed: "default" }]);
    expect(assess({ ...sound, route: "opco" }).doubts[0]).not.toHaveProperty("structure");
  });
});

describe("what a person must judge", () => {
  it("is the grid, what is to assess, and the doubts still open", () => {
    const facts = { ...sound, workStarted: true };
    const ids = (closed?: Context["closedDoubts"]) => assess(facts, closed).pointsToJudge.map((point) => point.id);
    const grid = ["need", "stakeholders", "impacts", "approach", "capacity", "sustainability", "objectives"];
    expect(ids()).toEqual([...grid, "CS-10", "D-25"]);
    expect(ids({ "D-25": "default" })).toEqual([...grid, "CS-10"]);
    expect(assess(facts).pointsToJudge.at(-1)).not.toHaveProperty("structure");
    expect(assess(facts).toAssess.map((one) => one.id)).toEqual(["CS-10"]);
    const apart = assess(together({}, { headOfficeCommune: "75056" })).pointsToJudge.at(-1);
    expect(apart).toStrictEqual({
      id: "D-12",
      provision: "CS-2",
      question: "Faut-il que le siège soit aussi en Normandie\u202f?",
      structure: 1,
    });
  });
});

describe("the computation read aloud", () => {
  const steps = (facts: ConsultingFacts, closed?: Context["closedDoubts"]) =>
    assess(facts, closed).funding.steps.map(({ label, value, structure }) =>
      plain(`${structure === undefined ? "" : `${structure} `}${label} = ${value}`),
    );

  it("goes from days to aid", () => {
    expect(
      steps(withStructure({ daysAlreadyFunded: 15, aidAlreadyGranted: euros(11_000), phases: support(15, 1_100) })),
    ).toEqual([
      "Jours demandés = 15 jours",
      "Jours retenus (10 jours possibles sur 25) = 10 jours",
      "Diagnostic : 10 jours à 1 000 € HT, plafonné (coût réel 1 100 €) = 10 000 €",
      "Coûts retenus = 10 000 €",
      "70 % des coûts retenus = 7 000 €",
      "Plafond de 17 500 € par structure, moins ce qu’elle a déjà reçu = 6 500 €",
      "Aide de la Région = 6 500 €",
      "Reste à charge = 10 000 €",
    ]);
  });

  it("says what other public funding takes off, and each structure apart", () => {
    const facts = { ...together({}, { phases: support(10, 500) }), otherPublicFunding: euros(6_000) };
    expect(steps(facts)).toEqual([
      "0 Jours demandés = 15 jours",
      "0 Jours retenus (25 jours possibles sur 25) = 15 jours",
      "0 Diagnostic : 5 jours à 1 000 € HT = 5 000 €",
      "0 Accompagnement : 10 jours à 800 € HT = 8 000 €",
      "0 Coûts retenus = 13 000 €",
      "0 70 % des coûts retenus = 9 100 €",
      "1 Jours demandés = 10 jours",
      "1 Jours retenus (25 jours possibles sur 25) = 10 jours",
      "1 Diagnostic : 10 jours à 500 € HT = 5 000 €",
      "1 Coûts retenus = 5 000 €",
      "1 70 % des coûts retenus = 3 500 €",
      "Aide de toutes les structures = 12 600 €",
      "Moins ce que les autres financements publics paient déjà (6 000 € déclarés) = −600 €",
      "Aide de la Région = 12 000 €",
      "Reste à charge = 0 €",
    ]);
    const shares = assess(facts).funding.structures.map((one) => one.region);
    expect(shares).toEqual([866_666, 333_334]);
  });

  it("says what cannot be told", () => {
    expect(steps(withStructure({ phases: [{ phase: "diagnostic", days: 3 }] }))).toEqual([
      "Jours demandés = 3 jours",
      "Jours retenus (25 jours possibles sur 25) = non calculé : il manque des réponses",
      "Coûts retenus = non calculé : il manque des réponses",
      "70 % des coûts retenus = non calculé : il manque des réponses",
      "Aide de la Région = non calculé : il manque des réponses",
      "Reste à charge = non calculé : il manque des réponses",
    ]);
    expect(steps({})).toEqual([]);
  });

  it("says what other public funding takes off the costs, by the other reading of D-19", () => {
    const facts = { ...sound, otherPublicFunding: euros(3_000) };
    expect(steps(facts, { "D-19": "alternative" }).slice(-5)).toEqual([
      "Coûts retenus = 13 000 €",
      "Moins les autres financements publics, déduits des coûts (D-19) = −3 000 €",
      "70 % de ce qui reste = 7 000 €",
      "Aide de la Région = 7 000 €",
      "Reste à charge = 3 000 €",
    ]);
    expect(steps(facts).join()).not.toContain("D-19");
  });

  it("says the amount of the reading retained", () => {
    expect(steps(withStructure({ phases: support(10, 2_000) }), { "D-18": "alternative" })).toEqual([
      "Jours demandés = 10 jours",
      "Jours retenus (25 jours possibles sur 25) = 10 jours",
      "Diagnostic : 10 jours à 2 000 € HT = 20 000 €",
      "Coûts retenus = 20 000 €",
      "70 % des coûts retenus = 14 000 €",
      "Plafond de 17 500 € par structure, moins ce qu’elle a déjà reçu = 10 000 €",
      "Aide de la Région = 10 000 €",
      "Reste à charge = 10 000 €",
    ]);
  });

  it("says unknown days, prices without days, and days without price", () => {
    const unknown = "non calculé : il manque des réponses";
    expect(steps(withStructure({ phases: [{ phase: "diagnostic", dailyCost: euros(0) }] })).slice(0, 3)).toEqual([
      `Jours demandés = ${unknown}`,
      `Jours retenus (25 jours possibles sur 25) = ${unknown}`,
      "Diagnostic : 0 jour à 0 € HT = 0 €",
    ]);
    expect(steps(withStructure({ phases: [{ phase: "diagnostic", days: 0 }] })).slice(1, 3)).toEqual([
      "Jours retenus (25 jours possibles sur 25) = 0 jour",
      "Coûts retenus = 0 €",
    ]);
    const two = steps({
      ...together({}, { phases: [{ phase: "diagnostic", days: 3 }] }),
      otherPublicFunding: euros(1),
    });
    expect(two.slice(-3)).toEqual([
      `Aide de toutes les structures = ${unknown}`,
      `Aide de la Région = ${unknown}`,
      `Reste à charge = ${unknown}`,
    ]);
  });

  it("says that a day is capped only above the ceiling, and where the ceiling bears on the cost", () => {
    const reason = (cost: number, closed?: Context["closedDoubts"]) =>
      plain(assess(withStructure({ phases: support(1, cost) }), closed).costs[0]?.reason ?? "");
    expect(reason(1_000)).toBe("Jours retenus : 1 jour.");
    expect(reason(1_000.01)).toBe(
      "Jours retenus : 1 jour. Le coût retenu est plafonné à 1 000 € HT par jour (demandé : 1 000,01 €).",
    );
    expect(reason(1_000.01, { "D-18": "alternative" })).toBe("Jours retenus : 1 jour.");
    const used = assess(withStructure({ daysAlreadyFunded: 25, phases: [{ phase: "diagnostic" }] })).costs;
    expect(used).toMatchObject([{ status: "not-eligible", daysAsked: null, daysKept: 0, eligible: 0 }]);
    expect(used[0]?.reason).toBe("Le nombre de jours ou leur coût hors taxes n’est pas indiqué.");
  });

  it("gives each cost what is kept of it, and why", () => {
    const costs = (facts: ConsultingFacts) =>
      assess(facts).costs.map(({ status, eligible, daysKept, reason }) => [status, eligible, daysKept, plain(reason)]);
    expect(
      costs(
        withStructure({
          phases: [...support(20, 1_200), ...support(10, 900), ...support(3, 500), ...support(0, 100), { days: 2 }],
        }),
      ),
    ).toEqual([
      ["to-assess", null, null, "Le nombre de jours ou leur coût hors taxes n’est pas indiqué."],
      ["to-assess", null, null, "Le nombre de jours ou leur coût hors taxes n’est pas indiqué."],
      ["to-assess", null, null, "Le nombre de jours ou leur coût hors taxes n’est pas indiqué."],
      ["to-assess", null, null, "Le nombre de jours ou leur coût hors taxes n’est pas indiqué."],
      ["to-assess", null, null, "Le nombre de jours ou leur coût hors taxes n’est pas indiqué."],
    ]);
    expect(
      costs(
        withStructure({ phases: [...support(20, 1_200), ...support(10, 900), ...support(3, 500), ...support(0, 100)] }),
      ),
    ).toEqual([
      [
        "eligible",
        2_000_000,
        20,
        "Jours retenus : 20 jours. Le coût retenu est plafonné à 1 000 € HT par jour (demandé : 1 200 €).",
      ],
      ["eligible", 450_000, 5, "Jours retenus : 5 jours sur 10 jours ; le plafond est de 25 jours par structure."],
      [
        "not-eligible",
        0,
        0,
        "Aucun des jours demandés n’est retenu (3 jours) : le plafond de 25 jours par structure est atteint.",
      ],
      ["eligible", 0, 0, "Jours retenus : 0 jour."],
    ]);
    expect(assess(together({}, {})).costs.map(({ index, structure, phase }) => [index, structure, phase])).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [2, 1, 0],
      [3, 1, 1],
    ]);
  });

  it("calls it an estimate until everything is established", () => {
    expect(assess(sound).funding.isEstimate).toBe(false);
    expect(assess({ ...sound, otherPublicFunding: euros(7) }).funding.otherPublicFunding).toBe(700);
    expect(assess({ ...sound, otherPublicFunding: null }).funding).toMatchObject({
      isEstimate: true,
      region: 910_000,
      otherPublicFunding: null,
    });
    expect(assess(withStructure({ daysAlreadyFunded: null })).funding).toMatchObject({
      isEstimate: true,
      region: 910_000,
    });
    expect(assess(withStructure({ headcount: 5 })).funding).toMatchObject({ isEstimate: true, region: 910_000 });
  });

  it("tells the structures that can be told", () => {
    const { funding } = assess(together({}, { phases: [] }));
    expect(funding.region).toBeNull();
    expect(funding.structures.map((one) => one.region)).toEqual([910_000, null]);
    expect(funding.structures[0]).toEqual({
      days: 15,
      daysAsked: 15,
      daysRefused: 0,
      daysAllowed: 25,
      realCost: 1_300_000 as Money,
      eligibleCosts: 1_300_000,
      region: 910_000,
    });
    const used = assess(withStructure({ daysAlreadyFunded: 25, phases: [{ phase: "diagnostic" }] })).funding;
    expect(used).toMatchObject({ region: 0, eligibleCosts: 0, ownContribution: null });
  });
});

describe("the answer over HTTP", () => {
  it("writes amounts as decimals and leaves out what does not apply", () => {
    const answer = toContract(assess(withStructure({ phases: support(20, 1_200) })));
    expect(answer.funding).toMatchObject({
      eligibleCosts: "20000.00",
      region: "14000.00",
      esf: "0.00",
      total: "14000.00",
      ownContribution: "10000.00",
      isEstimate: false,
      structures: [{ days: 20, daysAsked: 20, daysRefused: 0, region: "14000.00" }],
    });
    expect(answer.doubts).toMatchObject([{ id: "D-18", effect: { default: "14000.00", alternative: "16800.00" } }]);
    expect(answer.criteria.find((one) => one.id === "CS-4")).toMatchObject({
      structure: 0,
      provision: "1.b, public visé",
    });
    expect(answer.criteria.find((one) => one.id === "CS-11")).not.toHaveProperty("structure");
    expect(answer.costs).toMatchObject([{ index: 0, status: "eligible", eligible: "20000.00" }]);
    expect(answer.funding.steps[0]).not.toHaveProperty("structure");
    expect(toContract(assess(together({}, {}))).funding.steps[0]).toMatchObject({
      label: "Jours demandés",
      structure: 0,
    });
    expect(toContract(assess({})).funding).toMatchObject({
      eligibleCosts: null,
      region: null,
      total: null,
      ownContribution: null,
    });
    expect(toContract(assess(together({}, { headOfficeCommune: "75056" }))).doubts).toMatchObject([{ structure: 1 }]);
    expect(toContract(assess(withStructure({ headcountFte: 5 }))).doubts).toMatchObject([{ effect: null }]);
  });
});

import { describe, expect, it } from "vitest";
import type { EvaluationContext as Context } from "../../../engine/grants/reckon.ts";
import { day } from "../../../engine/values/day.ts";
import { euros } from "../../../engine/values/money.ts";
import { assess, effectOf, plain, reasonOf, support } from "./assessing.fixture.ts";
import { sound, together, withProvider, withStructure } from "./boundaries.fixture.ts";
import { causeOfNothing } from "./nothing.ts";
import { rules } from "./reading.fixture.ts";
import { toConsultingWire } from "./wire.ts";

describe("reasons say the numbers", () => {
  it.each([
    ["CS-1", sound, "La demande comprend un diagnostic partagé et un accompagnement."],
    ["CS-1", withStructure({ phases: support(1, 1) }), "La demande porte sur un diagnostic partagé."],
    [
      "CS-1",
      withStructure({ phases: [{ phase: "accompagnement", days: 1, dailyCost: euros(1) }] }),
      "La demande porte sur un accompagnement : il suppose un diagnostic, d’où qu’il vienne.",
    ],
    [
      "CS-2",
      withStructure({ commune: "35238" }),
      "La commune de la structure n’est pas en Normandie (départements 14, 27, 50, 61 et 76).",
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
      "3 000 € d’autres financements publics sont pris en compte : l’aide baisse, jusqu’à zéro s’il le faut, pour que l’argent public ne dépasse pas le coût réel.",
    ],
    [
      "CS-9",
      withStructure({ daysAlreadyFunded: 10 }),
      "10 jours déjà financés sur les 25 possibles (17 500 € au plus) : seuls les jours restants sont retenus.",
    ],
    [
      "CS-9",
      withStructure({ daysAlreadyFunded: 0.5 }),
      "0,5 jour déjà financé sur les 25 possibles (17 500 € au plus) : seuls les jours restants sont retenus.",
    ],
    ["CS-9", sound, "Aucun jour n’a déjà été financé : 25 jours au plus peuvent l’être, soit 17 500 € au plus."],
    [
      "CS-9",
      withStructure({ daysAlreadyFunded: 25 }),
      "25 jours déjà financés sur les 25 possibles (17 500 € au plus) : sur la durée de cette version du cadre, il n’en reste aucun.",
    ],
    [
      "CS-11",
      withProvider({ createdOn: day("2023-07-20") }),
      "Le prestataire existe depuis le 20 juillet 2023 ; il aura 3 ans le 20 juillet 2026.",
    ],
    [
      "CS-12",
      sound,
      "Chaque intervenant a au moins 2 ans d’expérience dans le conseil aux structures de formation ou dans son domaine (nombre d’intervenants : 2).",
    ],
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
    expect(plain(reasonOf("CS-4", facts, { "D-14": "alternative" }) ?? "")).toBe(
      "Condition non remplie, selon l’autre lecture du texte que le service a retenue (D-14) : 5 équivalents temps plein, il en faut plus de 5.",
    );
    const group = together({ headcount: 2 }, { headcount: 3 });
    expect(plain(reasonOf("CS-4", group, { "D-16": "alternative" }) ?? "")).toContain(
      "(D-16) : 5 salariés pour l’ensemble des structures, il en faut plus de 5.",
    );
    expect(plain(reasonOf("CS-11", sound, { "D-23": "alternative" }) ?? "")).toContain(
      "(D-23) : le prestataire aura 3 ans le 1er janvier 2018",
    );
    expect(reasonOf("CS-4", facts, { "D-14": "default" })).toBe(reasonOf("CS-4", facts));
    const [result] = assess(facts, { "D-14": "alternative" }).criteria.filter((one) => one.id === "CS-4");
    expect(result).toMatchObject({ closedDoubt: "D-14", party: 0 });
    for (const one of assess(facts).criteria) expect(one).not.toHaveProperty("closedDoubt");
    const both = assess(facts, { "D-14": "alternative", "D-16": "alternative" });
    const [joined] = both.criteria.filter((one) => one.id === "CS-4");
    expect(joined).toMatchObject({ closedDoubt: "D-14+D-16", party: 0 });
    expect(joined?.reason).toContain("(D-14, D-16)");

    const provider = assess(sound, { "D-23": "alternative" }).criteria.find((one) => one.id === "CS-11");
    expect(provider).toMatchObject({ closedDoubt: "D-23", status: "unknown" });
    expect(provider).not.toHaveProperty("structure");
  });

  it("says that no structure is named", () => {
    const [result] = assess({}).criteria;
    expect(result).toMatchObject({
      id: "CS-1",
      reason: "Rien n’est encore indiqué ici\u00a0: répondez pour chaque organisme concerné.",
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

it("says of CS-10 what is presented, and apart that the work began (D-25)", () => {
  const dated = withStructure({ phases: [{ phase: "diagnostic", days: 1, startsOn: day("2026-04-01") }] });
  expect(reasonOf("CS-10", dated)).toBe("Le calendrier et le prestataire choisi sont présentés.");
  expect(plain(reasonOf("CS-10", sound) ?? "")).toBe(
    "Les phases et le prestataire sont présentés ; les dates sont demandées dans le dossier.",
  );
  expect(plain(reasonOf("CS-10", { ...dated, workStarted: true }) ?? "")).toContain("À part : la prestation");
  expect(reasonOf("CS-10", {})).toBe("Le calendrier ou le prestataire ne sont pas encore présentés.");
});

it("names a phase by what is known of it, and a spent ceiling before an unknown number of days", () => {
  const unnamed = assess(withStructure({ phases: [{ days: 2, dailyCost: euros(500) }] }));
  expect(unnamed.funding.steps.map((step) => plain(step.label))).toContain("Phase non précisée : 2 jours à 500 € HT");
  const spent = assess(withStructure({ daysAlreadyFunded: 25, phases: [{ phase: "diagnostic" }] }));
  expect(spent.costs).toMatchObject([
    {
      status: "not-eligible",
      reason: "Aucun jour ne peut être retenu\u00a0: le plafond de 25 jours par structure est atteint.",
    },
  ]);
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
    ["D-16", together({ headcount: 5 }, { headcount: 5 }), 0, 1_820_000],
    ["D-16", together({ headcount: 3 }, { headcount: 2 }), 0, 0],
    [
      "D-16",
      together(
        { phases: support(10, 1_000) },
        { headcount: 4, phases: support(10, 1_000) },
        { commune: "75056", phases: support(10, 1_000) },
      ),
      700_000,
      1_400_000,
    ],
    [
      "D-16",
      together({ phases: support(10, 1_000) }, { headcount: 4, mainActivityIsTraining: false }),
      700_000,
      700_000,
    ],
    ["D-14", withStructure({ headcount: 6, headcountFte: 5, phases: support(10, 1_000) }), 700_000, 0],
    ["D-14", withStructure({ headcount: 5, headcountBand: "03", phases: support(10, 1_000) }), 0, 700_000],
    [
      "D-23",
      {
        ...withProvider({ createdOn: day("2023-03-10") }),
        structures:
          withStructure({
            phases: [{ phase: "diagnostic", days: 10, dailyCost: euros(1_000), startsOn: day("2026-04-01") }],
          }).structures ?? [],
      },
      0,
      700_000,
    ],
    ["D-20-2020", withStructure({ daysFundedSince2020: 20 }), 910_000, 350_000],
    ["D-18", withStructure({ phases: support(20, 1_200) }), 1_400_000, 1_680_000],
    ["D-19", { ...sound, otherPublicFunding: euros(3_000) }, 910_000, 700_000],
    [
      "D-19",
      { ...withStructure({ phases: support(20, 1_200) }), otherPublicFunding: euros(4_000) },
      1_400_000,
      1_400_000,
    ],
    ["D-19", { ...withStructure({ phases: support(20, 1_200) }), otherPublicFunding: euros(20_000) }, 400_000, 280_000],
    ["D-20", withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 0 }), 350_000, 910_000],
    ["D-20", withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 20 }), 350_000, 350_000],
    ["D-20", withStructure({ daysAlreadyFunded: 20, daysFundedThisYear: 18 }), 350_000, 462_000],
    [
      "D-21",
      {
        ...together({ daysAttended: 30, phases: support(15, 1_000) }, { daysAttended: 15, phases: support(15, 1_000) }),
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
    expect(effectOf("D-22", withStructure({ isPublicBuyer: true }))).toBeNull();
    expect(effectOf("D-16", together({ headcount: null }, { headcount: 5 }))).toBeNull();
    expect(effectOf("D-20-2020", together({ daysFundedSince2020: 3 }, {}))).toBeNull();
    expect(effectOf("D-21", { ...together({}, {}), daysAreShared: true })).toBeNull();
    expect(effectOf("D-18", withStructure({ daysAlreadyFunded: 15, phases: support(10, 1_200) }))).toBeNull();
    expect(effectOf("D-17", { ...sound, route: "opco" })).toBeNull();
    expect(effectOf("D-11", withStructure({ phases: [{ phase: "accompagnement" }] }))).toBeNull();
    expect(effectOf("D-20", withStructure({ daysAlreadyFunded: 3, phases: [] }))).toBeNull();
    expect(effectOf("D-20", withStructure({ daysAlreadyFunded: 20 }))).toBeNull();
  });

  it("says no amount while one of the two readings lacks a fact", () => {
    const unpriced = [{ phase: "diagnostic" as const, days: 10 }];
    expect(effectOf("D-19", { ...withStructure({ phases: unpriced }), otherPublicFunding: euros(3_000) })).toBeNull();
    const spent = { daysAlreadyFunded: 25, daysFundedThisYear: 0, phases: unpriced };
    expect(effectOf("D-20", withStructure(spent))).toBeNull();
    const past = { daysAlreadyFunded: 20, daysFundedThisYear: 0 };
    expect(effectOf("D-20", together(past, { daysAlreadyFunded: 20 }))).toBeNull();
    expect(effectOf("D-20", together(past, { daysAlreadyFunded: 0 }))).toEqual({
      default: 1_260_000,
      alternative: 1_820_000,
    });
  });

  it("needs the year's past for the year's reading alone", () => {
    const facts = { ...withStructure({ daysAlreadyFunded: 5 }), otherPublicFunding: euros(3_000) };
    expect(effectOf("D-20", facts)).toBeNull();
    expect(effectOf("D-19", facts)).toEqual({ default: 910_000, alternative: 700_000 });
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

  it("names what contradicts the number of employees: full-time equivalents, or INSEE's band", () => {
    const other = (structure: Parameters<typeof withStructure>[0]) =>
      plain(assess(withStructure(structure)).doubts.find((doubt) => doubt.id === "D-14")?.alternative ?? "");
    expect(other({ headcountFte: 4.5 })).toBe("En équivalents temps plein : 4,5, pour 12 personnes déclarées.");
    expect(other({ headcountBand: "02" })).toBe(
      "Par la tranche d’effectif de l’INSEE : 3 à 5 salariés, pour 12 personnes déclarées.",
    );
  });

  it("is a reminder where the text leaves no choice: a public buyer follows its procedure", () => {
    const [reminder] = assess(withStructure({ isPublicBuyer: true })).doubts;
    expect(reminder).toMatchObject({ id: "D-22", alternative: null, effect: null });
    expect(rules.doubts.filter((doubt) => doubt.alternative === undefined).map((doubt) => doubt.id)).toEqual([
      "D-13-main",
      "D-15",
      "D-22",
    ]);
  });

  it("asks what is the main activity where half of it or less is training (D-13)", () => {
    const raised = (trainingShare: number) =>
      assess(withStructure({ trainingShare } as object)).doubts.map(({ id }) => id);
    expect(raised(0.5)).toContain("D-13-main");
    expect(raised(0.51)).not.toContain("D-13-main");
  });

  it("names the structure, and the reading once closed", () => {
    const facts = together({}, { headOfficeCommune: "75056" });
    expect(assess(facts).doubts).toMatchObject([{ id: "D-12", party: 1 }]);
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
      party: 1,
    });
  });
});

describe("the answer over HTTP", () => {
  it("writes amounts as decimals and leaves out what does not apply", () => {
    const answer = toConsultingWire(assess(withStructure({ phases: support(20, 1_200) })));
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
    expect(toConsultingWire(assess(together({}, {}))).funding.steps[0]).toMatchObject({
      label: "Jours demandés",
      structure: 0,
    });
    expect(toConsultingWire(assess({})).funding).toMatchObject({
      eligibleCosts: null,
      region: null,
      total: null,
      ownContribution: null,
    });
    expect(toConsultingWire(assess(together({}, { headOfficeCommune: "75056" }))).doubts).toMatchObject([
      { structure: 1 },
    ]);
    expect(toConsultingWire(assess({ ...sound, route: "opco" })).doubts).toMatchObject([{ effect: null }]);
  });
});

describe("why a request that meets every condition has nothing to receive", () => {
  const spent = (dailyCost: number, other: number) =>
    causeOfNothing(
      assess({
        ...withStructure({
          daysAlreadyFunded: 10,
          aidAlreadyGranted: euros(17_500),
          phases: support(10, dailyCost),
        }),
        otherPublicFunding: euros(other),
      }).funding,
    );

  it("is the aid already granted while a part of the real cost is paid by nobody", () => {
    expect(spent(1_500, 12_000)).toBe("aid-spent");
    expect(spent(1_500, 14_999)).toBe("aid-spent");
    expect(spent(1_500, 15_000)).toBe("paid-by-others");
  });
});

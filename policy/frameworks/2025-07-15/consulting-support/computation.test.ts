import { describe, expect, it } from "vitest";
import type { EvaluationContext as Context } from "../../../engine/grants/reckon.ts";
import { euros, type Money } from "../../../engine/values/money.ts";
import { assess, plain, support } from "./assessing.fixture.ts";
import { sound, together, withStructure } from "./boundaries.fixture.ts";
import type { ConsultingFacts } from "./facts.ts";

describe("the computation read aloud", () => {
  const steps = (facts: ConsultingFacts, closed?: Context["closedDoubts"]) =>
    assess(facts, closed).funding.steps.map(({ label, value, party: structure }) =>
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
      "Aide au plus, selon les règles (estimation) = 6 500 €",
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
      "Réduction pour que l’argent public ne dépasse pas le coût réel (autres financements : 6 000 €) = −600 €",
      "Aide au plus, selon les règles (estimation) = 12 000 €",
      "Reste à charge = 0 €",
    ]);
    const shares = assess(facts).funding.parties.map((one) => one.aid);
    expect(shares).toEqual([866_666, 333_334]);
  });

  it("says what cannot be told", () => {
    expect(steps(withStructure({ phases: [{ phase: "diagnostic", days: 3 }] }))).toEqual([
      "Jours demandés = 3 jours",
      "Jours retenus (25 jours possibles sur 25) = non calculé : il manque des réponses",
      "Coûts retenus = non calculé : il manque des réponses",
      "70 % des coûts retenus = non calculé : il manque des réponses",
      "Aide au plus, selon les règles (estimation) = non calculé : il manque des réponses",
      "Reste à charge = non calculé : il manque des réponses",
    ]);
    expect(steps({})).toEqual([]);
  });

  it("says what other public funding takes off the costs, by the other reading of D-19", () => {
    const facts = { ...sound, otherPublicFunding: euros(3_000) };
    expect(steps(facts, { "D-19": "alternative" }).slice(-5)).toEqual([
      "Coûts retenus = 13 000 €",
      "Part que la structure supporte vraiment, à son coût réel = 10 000 €",
      "70 % de cette part = 7 000 €",
      "Aide au plus, selon les règles (estimation) = 7 000 €",
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
      "Plafond de 1 000 € d’aide par jour = 10 000 €",
      "Aide au plus, selon les règles (estimation) = 10 000 €",
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
      `Aide au plus, selon les règles (estimation) = ${unknown}`,
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
    expect(used).toMatchObject([{ status: "not-eligible", kept: { days: { asked: null, kept: 0 } }, eligible: 0 }]);
    expect(used[0]?.reason).toContain("le plafond de 25 jours par structure est atteint");
  });

  it("gives each cost what is kept of it, and why", () => {
    const costs = (facts: ConsultingFacts) =>
      assess(facts).costs.map(({ status, eligible, kept, reason }) => [
        status,
        eligible,
        kept?.days?.kept,
        plain(reason),
      ]);
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
    expect(assess(together({}, {})).costs.map(({ index, party, path }) => [index, party, Number(path.at(-1))])).toEqual(
      [
        [0, 0, 0],
        [1, 0, 1],
        [2, 1, 0],
        [3, 1, 1],
      ],
    );
  });

  it("calls it an estimate until everything is established", () => {
    expect(assess(sound).funding.isEstimate).toBe(false);
    expect(assess({ ...sound, otherPublicFunding: euros(7) }).funding.otherPublicFunding).toBe(700);
    expect(assess({ ...sound, otherPublicFunding: null }).funding).toMatchObject({
      isEstimate: true,
      aid: 910_000,
      otherPublicFunding: null,
    });
    expect(assess(withStructure({ daysAlreadyFunded: null })).funding).toMatchObject({
      isEstimate: true,
      aid: 910_000,
    });
    expect(assess(withStructure({ headcount: 5 })).funding).toMatchObject({ isEstimate: true, aid: 910_000 });
  });

  it("tells the structures that can be told", () => {
    const { funding } = assess(together({}, { phases: [] }));
    expect(funding.aid).toBeNull();
    expect(funding.parties.map((one) => one.aid)).toEqual([910_000, null]);
    expect(funding.parties[0]).toEqual({
      measures: { days: { asked: 15, kept: 15, refused: 0, allowed: 25 } },
      realCost: 1_300_000 as Money,
      eligibleCosts: 1_300_000,
      aid: 910_000,
    });
    const used = assess(withStructure({ daysAlreadyFunded: 25, phases: [{ phase: "diagnostic" }] })).funding;
    expect(used).toMatchObject({ aid: 0, eligibleCosts: 0, ownContribution: null });
  });
});

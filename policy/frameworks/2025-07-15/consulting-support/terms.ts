import { choice, integer, money, record } from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { type FundingRules, fundingRules } from "./funding.ts";

/** The figures of the text that consulting support is computed with; no call fixes them: it is open all year. */
export const terms = {
  declared: record({
    dailyCeiling: money("coût d’une journée pris en compte, au plus", euros(100_000), "€ HT", "CS-7"),
    rate: integer("part payée, en points de base", { min: 0, max: 10_000 }, "CS-8"),
    maxDays: integer("jours par structure", { min: 0, max: 1_000, unit: "jours" }, "CS-9"),
    maxAid: money("aide par structure", euros(1_000_000), "€", "CS-9"),
    ceilingOn: choice("plafond d’une journée", { cost: "sur le coût", aid: "sur l’aide" }, "CS-7"),
    base: choice("assiette du taux", { costs: "les coûts", "own-share": "la part supportée" }, "CS-8"),
    window: choice(
      "période des plafonds",
      { version: "cette version du texte", year: "l’année civile", "since-2020": "depuis 2020" },
      "CS-9",
    ),
    sharedDay: choice("journée commune", { share: "partagée", whole: "entière pour chacune" }, "CS-9"),
  }),
  voted: fundingRules satisfies FundingRules,
};

import { refs } from "../../../engine/rules/expression.ts";
import { type Day, day } from "../../../engine/values/day.ts";
import { calendarDay, choice, money, record, share } from "../../../engine/values/field.ts";
import { euros, type Money } from "../../../engine/values/money.ts";
import { operationEndsAfterWindowOpens, windowEndsAfterStart } from "../common/checks.ts";
import { type CostOption, costOptions } from "./cost-options.ts";

/** What a file of 2.c is computed with: the windows, rates and floors of the text, which a call may fix otherwise. */
export type TransitionTerms = {
  /** TR-6: first and last day of the expenditure taken into account. */
  readonly costsFrom: Day;
  readonly costsUntil: Day;
  /** TR-7: operations are carried out before this day. */
  readonly endsBefore: Day;
  /** TR-5: the Region's share, fixed (D-32). */
  readonly regionRate: number;
  /** TR-5: the European share, at most. */
  readonly esfMaxRate: number;
  /** EL-9: least European support. */
  readonly esfMinimum: Money;
  /** D-33: what the two funders leave comes from any resource, or from the holder's own funds alone. */
  readonly remainder: "any" | "own-funds";
  /** D-42: VAT that is not recovered is a cost, or never. */
  readonly vat: "with-unrecovered" | "excluded";
  /** D-41: flat rates of the simplified cost options (regulation 2021/1060, articles 54 to 56). */
  readonly flatOfDirect: number;
  readonly flatOfStaff: number;
  readonly flatForOthers: number;
  readonly flatForStaff: number;
  /** D-41: the method that the call imposes on every file, or none: who files chooses then. */
  readonly costOption: CostOption | "any";
  /** D-41: up to this total cost, the ESF+ may impose a simplified option (regulation 2021/1060, article 53). */
  readonly simplifiedUpTo: Money;
};

const declared = record({
  costsFrom: calendarDay("premier jour des dépenses", "TR-6"),
  costsUntil: calendarDay("dernier jour des dépenses", "TR-6"),
  endsBefore: calendarDay("jour avant lequel l’opération est réalisée", "TR-7"),
  regionRate: share("part de la Région", "TR-5"),
  esfMaxRate: share("part du FSE+, au plus", "TR-5"),
  esfMinimum: money("soutien du FSE+, au moins", euros(10_000_000), "€", "EL-9"),
  remainder: choice("reste du financement", { any: "toute ressource", "own-funds": "fonds propres" }, "D-33"),
  vat: choice("TVA", { "with-unrecovered": "comptée si elle n’est pas récupérée", excluded: "jamais comptée" }, "D-42"),
  flatOfDirect: share("forfait sur les dépenses directes", "TR-12"),
  flatOfStaff: share("forfait sur les dépenses de personnel", "TR-12"),
  flatForOthers: share("forfait pour toutes les autres dépenses", "TR-12"),
  flatForStaff: share("forfait pour le personnel", "TR-12"),
  costOption: choice(
    "méthode imposée pour les coûts indirects",
    { any: "au choix du porteur", ...costOptions },
    "TR-12",
  ),
  simplifiedUpTo: money("coût jusqu’auquel une option simplifiée peut être imposée", euros(100_000_000), "€", "D-41"),
});

const t = refs(declared);

export const terms = {
  declared,
  voted: {
    costsFrom: day("2025-01-01"),
    costsUntil: day("2027-12-31"),
    endsBefore: day("2027-06-30"),
    regionRate: 0.2,
    esfMaxRate: 0.6,
    esfMinimum: euros(15_000),
    remainder: "any",
    vat: "with-unrecovered",
    flatOfDirect: 0.07,
    flatOfStaff: 0.15,
    flatForOthers: 0.4,
    flatForStaff: 0.2,
    costOption: "any",
    simplifiedUpTo: euros(200_000),
  } satisfies TransitionTerms as TransitionTerms,
  checks: [windowEndsAfterStart(t, "TR-6"), operationEndsAfterWindowOpens(t, "TR-7")],
  // TR-5: no cost is paid twice.
  shared: ["regionRate", "esfMaxRate"] as const,
};

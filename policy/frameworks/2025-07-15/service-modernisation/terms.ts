import { refs } from "../../../engine/rules/expression.ts";
import { calendarDay, choice, money, record, share, type ValueOf, yesNo } from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { windowEndsAfterStart } from "../common/checks.ts";

/** MO-3: what each call fixes, and the text leaves open. */
const declared = record({
  rate: share("part des coûts que paie la Région", "MO-3"),
  maxAid: money("aide par projet, au plus", euros(100_000_000), "€", "MO-3"),
  costsFrom: calendarDay("premier jour des paiements", "MO-3"),
  costsUntil: calendarDay("dernier jour des paiements", "MO-3"),
  acceptsStaff: yesNo("personnel dédié admis", "D-49"),
  investment: choice(
    "dépenses d’investissement",
    { accepted: "admises", refused: "écartées", judged: "appréciées ligne par ligne" },
    "D-50",
  ),
  countsVat: yesNo("TVA non récupérable comptée", "D-42"),
});

export type ModernisationTerms = ValueOf<typeof declared>;

/** Nothing is voted: without a call there is no figure at all (D-03). */
export const terms = {
  declared,
  voted: {
    rate: null,
    maxAid: null,
    costsFrom: null,
    costsUntil: null,
    acceptsStaff: null,
    investment: null,
    countsVat: null,
  } satisfies ModernisationTerms,
  checks: [windowEndsAfterStart(refs(declared), "MO-3")],
};

/** The terms as rules read them, beside the facts; and the figures of the computation. */
export const { terms: t, figures } = refs(
  record({
    terms: declared,
    figures: record({ realCost: money("coût du projet", euros(100_000_000), "€") }),
  }),
);

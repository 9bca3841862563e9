import { asker, type Form, group } from "../questions/form.ts";
import { forEach, say } from "../rules/criterion.ts";
import { atLeast, atMost, doubtful, ifKnown, is, lessThan, moreThan, refs, times } from "../rules/expression.ts";
import { NOT_MET, TO_ASSESS } from "../rules/truth.ts";
import { day } from "../values/day.ts";
import { calendarDay, choice, listOf, money, record, share, text, type ValueOf, yesNo } from "../values/field.ts";
import { sayMoney, sayShare } from "../values/french.ts";
import { cents, euros, type Money, shareOf } from "../values/money.ts";
import type { Line } from "./costs.ts";
import type { DeclaredScheme, Told } from "./declared.ts";
import type { Figures } from "./figures.ts";

/** A scheme of no text: partners, two headings, two funders, its rate in the terms of a call. It proves the contract. */
export const toyFacts = record({
  title: text("text", "titre", 200),
  endsOn: calendarDay("fin"),
  partners: listOf(
    "partenaires",
    record({
      siret: text("siret", "SIRET", 14),
      name: text("text", "nom", 200),
      commune: text("commune", "commune", 5),
      isOpen: yesNo("ouvert au public"),
    }),
    10,
  ),
  costs: listOf(
    "dépenses",
    record({
      heading: choice("poste", { people: "Personnel", goods: "Achats" }),
      amount: money("montant", euros(1_000_000), "€"),
      timeShare: share("part du temps"),
      paidOn: calendarDay("payé le"),
    }),
    100,
  ),
});
export type ToyFacts = ValueOf<typeof toyFacts>;

export const toyTerms = record({
  rate: share("taux de la Région"),
  otherRate: share("taux de l’autre financeur"),
  paidUntil: calendarDay("dernier paiement"),
  base: choice("assiette", { all: "tous les coûts", people: "le personnel seul" }),
});
export type ToyTerms = ValueOf<typeof toyTerms>;

export interface ToyFigures extends Figures {
  readonly other: Money | null;
}

const f = refs(toyFacts);
const { terms, figures } = refs(
  record({ terms: toyTerms, figures: record({ other: money("aide de l’autre financeur", euros(1_000_000), "€") }) }),
);
const cost = f.costs.item;
const words = { met: say`Oui.`, "not-met": say`Non.`, unknown: say`Inconnu.`, "to-assess": say`À apprécier.` };
const rule = { provision: "toy", nature: "computed" as const, reasons: words };

const ask = asker(toyFacts);
const form: Form = {
  sections: [
    {
      id: "projet",
      title: "Projet",
      items: [ask(f.title, { label: "Titre" }), ask(f.endsOn, { label: "Fin" })],
    },
    {
      id: "partenaires",
      title: "Partenaires",
      items: [
        group(f.partners, {
          label: "Partenaires",
          itemLabel: "Partenaire",
          addLabel: "Ajouter un partenaire",
          min: 1,
          max: 10,
          items: [
            ask(f.partners.item.siret, { label: "SIRET" }),
            ask(f.partners.item.name, { label: "Nom" }),
            ask(f.partners.item.commune, { label: "Commune" }),
            ask(f.partners.item.isOpen, { label: "Ouvert au public ?" }),
          ],
        }),
      ],
    },
    {
      id: "budget",
      title: "Budget",
      items: [
        group(f.costs, {
          label: "Dépenses",
          itemLabel: "Dépense",
          addLabel: "Ajouter une dépense",
          min: 1,
          max: 100,
          items: [
            ask(cost.heading, { label: "Poste" }),
            ask(cost.amount, { label: "Montant" }),
            ask(cost.timeShare, { label: "Part du temps", required: "optional" }),
            ask(cost.paidOn, { label: "Payé le", required: "optional" }),
          ],
        }),
      ],
    },
  ],
  documents: [],
  declarations: [],
};

export const toyScheme: DeclaredScheme<ToyFacts, ToyTerms, ToyFigures> = {
  slug: "essai",
  framework: "2025-07-15",
  name: "Essai",
  axis: "innovate",
  provision: "essai",
  summary: "Un dispositif pour essayer.",
  purpose: "la Région essaie.",
  passages: [],
  shown: ({ rate }) => [{ label: "Taux", value: rate == null ? "à fixer" : sayShare(rate), provision: "T-1" }],
  letters: "ES",
  opening: "by-call",
  facts: toyFacts,
  terms: {
    declared: toyTerms,
    voted: { rate: null, otherRate: 0.6, paidUntil: day("2027-12-31"), base: "all" },
  },
  form,
  simulatorForm: form,
  documents: [],
  declarations: [],
  parties: [
    {
      part: "lead",
      word: "Partenaire",
      each: ["partners"],
      siret: ["siret"],
      name: ["name"],
      commune: ["commune"],
      funded: true,
    },
  ],
  criteria: [
    {
      ...rule,
      id: "T-2",
      title: "Pas fini",
      question: "Est-ce à venir ?",
      expression: moreThan(f.endsOn, day("2026-01-01")),
      alternatives: { "D-99": atLeast(f.endsOn, day("2027-01-01")) },
    },
    {
      ...rule,
      id: "T-3",
      title: "Autre aide",
      question: "L’autre aide atteint-elle 1 000 € ?",
      expression: atLeast(figures.other, euros(1_000)),
    },
    ...forEach(f.partners, (partner) => [
      { ...rule, id: "T-4", title: "Ouvert", question: "Est-il ouvert ?", expression: partner.isOpen },
    ]),
  ],
  doubts: [
    {
      id: "D-98",
      provision: "T-1",
      question: "Quelle assiette ?",
      defaultReading: "Tous les coûts.",
      alternative: "Le personnel.",
      raisedWhen: is(terms.base, "all"),
      moves: { base: "people" },
      onlyIfDiffers: true,
    },
    {
      id: "D-99",
      provision: "T-2",
      question: "Finir en 2026 suffit-il ?",
      defaultReading: "Oui.",
      alternative: "Non.",
      raisedWhen: lessThan(f.endsOn, day("2027-01-01")),
      reads: { "T-2": atLeast(f.endsOn, day("2027-01-01")) },
    },
  ],
  costs: {
    each: ["costs"],
    word: "Dépense",
    heading: "heading",
    headings: { people: "Personnel", goods: "Achats" },
    columns: [{ id: "amount", label: "Montant", kind: "money", cuttable: true }],
    rules: forEach(f.costs, (line) => [
      {
        ...rule,
        id: "T-5",
        title: "Payé à temps",
        question: "Payé à temps ?",
        expression: ifKnown(atMost(line.paidOn, terms.paidUntil)),
      },
      {
        ...rule,
        id: "T-6",
        title: "Part du temps",
        question: "Assez de temps ?",
        expression: ifKnown(doubtful(moreThan(times(line.timeShare, 10), 1))),
      },
    ]),
  },
  fund,
  tell,
  ledger: [],
  grid: {
    kind: "scored",
    scale: { most: 4, marks: { 0: "absent", 4: "excellent" } },
    origin: "service",
    headings: [
      {
        id: "need",
        title: "Besoin",
        provision: "T-7",
        lines: [
          {
            id: "need-shown",
            title: "Besoin montré",
            provision: "T-7",
            question: "Le besoin est-il montré ?",
            hint: "",
            reads: ["title"],
            origin: "service",
            weight: 1,
          },
        ],
      },
    ],
  },
  agreement: ({ lines }) => ({
    summary: "Un essai.",
    startsOn: "2026-02-01",
    endsOn: "2027-03-31",
    owed: "la moitié des dépenses acceptées",
    amount: [],
    division: [],
    articles: [],
    deliverablesRule: "Le projet donne lieu aux livrables de l’annexe 3.",
    deliverables: [],
    followUp: "Le bénéficiaire rend compte.",
    paymentRule: "Le solde suit le bilan.",
    instalments: [{ label: "Solde", weight: 1, condition: "Dépenses acquittées." }],
    supportingDocuments: [],
    calendar: [{ kind: "list", items: lines.map(({ label }) => label) }],
  }),
  samples: [],
  factChecks: [],
  course: { road: "committee", opinions: [] },
  words: {
    quotations: {},
    steps: [],
    example: { on: day("2026-01-15"), facts: {}, said: "" },
    cases: { caption: "", intro: "", rows: [] },
    arithmetic: [],
    paid: { condition: "Montrer les factures.", keep: "Gardez les factures." },
    met: () => null,
    amounts: () => [],
    nothing: () => null,
  },
};

function fund(facts: ToyFacts, lines: readonly Line[], { rate, otherRate, base }: ToyTerms): ToyFigures {
  let real = 0;
  let eligible = 0;
  let isKnown = lines.length > 0;
  for (const { values, code } of lines) {
    const { amount, heading } = values as { readonly amount?: Money | null; readonly heading?: string };
    if (amount == null) {
      isKnown = false;
      continue;
    }
    real += amount;
    if (code === NOT_MET || code === TO_ASSESS || (base === "people" && heading !== "people")) continue;
    eligible += amount;
  }
  const eligibleCosts = isKnown ? cents(eligible) : null;
  const shared = (part: number | null | undefined) =>
    eligibleCosts === null || part == null ? null : shareOf(eligibleCosts, Math.round(part * 10_000));
  const aid = shared(rate);
  const other = shared(otherRate);
  const total = aid === null || other === null ? null : cents(aid + other);
  return {
    realCost: isKnown ? cents(real) : null,
    eligibleCosts,
    aid,
    total,
    other,
    otherPublicFunding: null,
    ownContribution: isKnown && total !== null ? cents(real - total) : null,
    hasUnknown: facts.partners == null,
  };
}

function tell(
  { aid, other, eligibleCosts, realCost, ownContribution }: ToyFigures,
  _terms: ToyTerms,
  _facts: ToyFacts,
  lines: readonly Line[],
): Told {
  return {
    sources: [
      { source: "region", label: "Région", kind: "aid", amount: aid },
      { source: "other", label: "Autre financeur", kind: "aid", amount: other },
      { source: "own", label: "Votre part", kind: "own", amount: ownContribution },
    ],
    parties: [{ realCost, eligibleCosts, aid, measures: {} }],
    lines: lines.map(({ values, code }) => {
      const amount = (values as { readonly amount?: Money | null }).amount ?? null;
      return { cost: amount, eligible: code === NOT_MET || code === TO_ASSESS ? cents(0) : amount };
    }),
    steps: [
      { id: "T-1", label: "Aide", value: aid === null ? "modalités non publiées" : sayMoney(aid), provision: "essai" },
    ],
  };
}

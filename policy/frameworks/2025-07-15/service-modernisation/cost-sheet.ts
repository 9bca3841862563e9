import type { CostSheet } from "../../../engine/grants/costs.ts";
import { forEach, say } from "../../../engine/rules/criterion.ts";
import { readingsFrom } from "../../../engine/rules/doubt.ts";
import {
  all,
  atLeast,
  atMost,
  choose,
  doubtful,
  ifKnown,
  is,
  known,
  not,
  oneOf,
} from "../../../engine/rules/expression.ts";
import { a } from "./answers.ts";
import { judged } from "./conditions.ts";
import { doubts } from "./doubts.ts";
import { f, type ModernisationFacts, natures } from "./facts.ts";
import { type ModernisationTerms, t } from "./terms.ts";

const provision = "2.d, dépenses";
const named = Object.keys(natures).filter((nature) => nature !== "other") as (keyof typeof natures)[];

/** The rules that each line must pass: MO-6, MO-8, and what a call fixes. */
const rules = forEach(f.costs, (cost) => [
  {
    id: "MO-6-nature",
    title: "Une dépense que le texte cite",
    provision,
    question: "Le texte cite-t-il cette dépense ?",
    nature: "declared" as const,
    expression: doubtful(oneOf(cost.nature, named)),
    reasons: {
      met: say`Le texte cite cette dépense : ${cost.nature}.`,
      "not-met": say`Le texte ne cite pas cette dépense.`,
      unknown: say`La nature de cette dépense n’est pas indiquée.`,
      "to-assess": say`Le texte donne des exemples et ne cite pas cette dépense : le service apprécie.`,
    },
  },
  {
    id: "MO-8-site",
    title: "Un site écoconçu et accessible",
    provision: "2.d, dépenses, exemples",
    question: "Le site est-il écoconçu et accessible à tous ?",
    nature: "declared" as const,
    expression: choose(
      is(cost.nature, "website"),
      doubtful(all(cost.ecoDesigned, cost.accessible)),
      known(cost.nature),
    ),
    reasons: {
      met: [
        { when: is(cost.nature, "website"), say: say`Le site sera écoconçu et accessible à tous.` },
        { say: say`Cette dépense n’est pas un site.` },
      ],
      "not-met": say`Le site n’est pas écoconçu et accessible.`,
      unknown: say`Il reste à dire si le site sera écoconçu et accessible à tous.`,
      "to-assess": say`Le texte cite un site écoconçu qui intègre l’accessibilité : un autre site est apprécié par le service.`,
    },
  },
  {
    id: "MO-8-pedagogy",
    title: "Hors pédagogie",
    provision,
    question: "La dépense est-elle hors pédagogie ?",
    nature: "declared" as const,
    expression: choose(
      is(cost.nature, "technical-platform"),
      ifKnown(not(cost.isPedagogical)),
      doubtful(ifKnown(not(cost.isPedagogical))),
    ),
    reasons: {
      met: say`La dépense n’est pas signalée comme pédagogique.`,
      "not-met": say`Le plateau technique est aidé sans financement pédagogique : le texte écarte cette dépense.`,
      unknown: say`Il reste à dire si la dépense est pédagogique.`,
      "to-assess": say`Cette dépense est pédagogique, et l’aide est hors pédagogie : le service apprécie.`,
    },
  },
  {
    id: "MO-8-staff",
    title: "Personnel dédié",
    provision,
    question: "L’appel admet-il le personnel dédié ?",
    nature: "computed" as const,
    expression: choose(is(cost.nature, "staff"), judged(t.acceptsStaff), ifKnown(known(cost.nature))),
    reasons: {
      met: [
        { when: is(cost.nature, "staff"), say: say`L’appel admet le personnel dédié au projet.` },
        { say: say`Cette dépense n’est pas du personnel.` },
      ],
      "not-met": say`L’appel n’admet pas le personnel.`,
      unknown: say`Il reste à dire la nature de la dépense.`,
      "to-assess": say`Le personnel dédié n’est admis que si l’appel le prévoit : ses modalités ne sont pas publiées.`,
    },
  },
  {
    id: "MO-8-investment",
    title: "Fonctionnement ou investissement",
    provision,
    question: "La dépense est-elle de fonctionnement ?",
    nature: "declared" as const,
    expression: choose(
      is(t.investment, "accepted"),
      ifKnown(known(cost.isInvestment)),
      choose(is(t.investment, "refused"), ifKnown(not(cost.isInvestment)), doubtful(ifKnown(not(cost.isInvestment)))),
    ),
    reasons: {
      met: [
        { when: cost.isInvestment, say: say`L’appel admet les dépenses d’investissement.` },
        { say: say`La dépense n’est pas signalée comme un investissement.` },
      ],
      "not-met": say`L’appel écarte les dépenses d’investissement.`,
      unknown: say`Il reste à dire si la dépense est un investissement.`,
      "to-assess": say`Le texte parle de fonctionnement et cite des investissements : le service apprécie.`,
    },
  },
  {
    id: "MO-9-twice",
    title: "Pas payée deux fois",
    provision: "2.d, projets",
    question: "La dépense est-elle déjà payée par un marché, un OPCO ou un autre fonds ?",
    nature: "declared" as const,
    expression: doubtful(ifKnown(not(cost.paidElsewhere))),
    reasons: {
      met: say`Rien ne dit qu’un autre fonds paie la dépense.`,
      "not-met": say`La dépense est payée ailleurs.`,
      unknown: say`Il reste à dire si un autre fonds paie la dépense.`,
      "to-assess": say`Un marché, un OPCO ou un autre fonds paie déjà cette dépense : elle ne se finance pas deux fois, le service vérifie.`,
    },
  },
  {
    id: "MO-3-period",
    title: "Payée dans la période de l’appel",
    provision: "2.d, projets",
    question: "La dépense est-elle payée dans la période que fixe l’appel ?",
    nature: "computed" as const,
    expression: all(ifKnown(atLeast(cost.paidOn, t.costsFrom)), ifKnown(atMost(cost.paidOn, t.costsUntil))),
    reasons: {
      met: say`Rien ne place la dépense hors de la période de l’appel.`,
      "not-met": say`Payée le ${cost.paidOn}, la dépense est hors de la période de l’appel : du ${t.costsFrom} au ${t.costsUntil}.`,
      unknown: say`Il reste à dire quand la dépense est payée.`,
      "to-assess": say`La date de la dépense est à apprécier.`,
    },
  },
]).map((rule) => ({ ...rule, ...readingsFrom(doubts, rule.id) }));

/** The budget of a project: each cost, excluding VAT, with what tells whether it counts (MO-6, MO-8). */
export const costSheet: CostSheet<ModernisationFacts, ModernisationTerms> = {
  each: ["costs"],
  word: "Dépense",
  heading: "nature",
  headings: natures,
  investment: "isInvestment",
  columns: [{ id: "amount", label: "Montant HT", kind: "money", cuttable: true }],
  table: [
    { label: "Dépense", width: "name", cells: [{ id: "label" }] },
    { label: "Phase", width: "words", cells: [{ id: "phase" }] },
    { label: "Investissement", width: "words", cells: [{ id: "isInvestment" }] },
    { label: "Montant HT", width: "figure", cells: [{ id: "amount" }] },
  ],
  naming: [{ field: "phase", list: a.project.phases.list, by: "title", word: "une phase" }],
  rules,
};

import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { CostFacts, ModernisationFacts } from "./facts.ts";
import type { ModernisationTerms } from "./terms.ts";

const website: CostFacts = { nature: "website", amount: euros(15_000), ecoDesigned: true, accessible: true };

const sound: ModernisationFacts = {
  project: {
    communes: ["14118"],
    kinds: ["service-offer"],
    isPedagogical: false,
    transitions: ["digital"],
    regionalAudience: true,
    improvesAnswer: true,
    givesContext: true,
    phases: [{ startsOn: day("2026-09-01"), endsOn: day("2027-06-30") }],
    funding: [
      { source: "region", amount: euros(20_000) },
      { source: "own", amount: euros(10_000) },
    ],
  },
  costs: [website, { nature: "development", amount: euros(15_000) }],
};

function costing(...costs: readonly CostFacts[]): ModernisationFacts {
  return { ...sound, costs };
}

/** Files that meet each condition of a line and each doubt. Without the terms of a call none has an amount. */
export const samples: readonly ModernisationFacts[] = [
  {},
  sound,
  { ...sound, project: { ...sound.project, communes: ["14118", "75056"] } },
  { ...sound, project: { ...sound.project, isPedagogical: true, kinds: ["process", "other"] } },
  costing({ ...website, accessible: false }, { nature: "other", amount: cents(100_001) }),
  costing({ nature: "staff", amount: euros(30_000) }, { nature: "learning-platform", amount: euros(1) }),
  costing({ nature: "technical-platform", amount: euros(9_000), isInvestment: true, isPedagogical: true }),
  costing({ nature: "waste", amount: euros(100), paidElsewhere: true }),
  costing({ nature: "waste", amount: euros(100), vat: euros(20), vatRecoverable: false, isInvestment: true }),
];

/** Terms as a call might fix them: the samples are judged under these too, so that the proof covers the arithmetic. */
export const sampleTerms: ModernisationTerms = {
  rate: 0.333_333,
  maxAid: euros(12_000),
  costsFrom: day("2026-01-01"),
  costsUntil: day("2027-12-31"),
  acceptsStaff: true,
  investment: "judged",
  countsVat: true,
};

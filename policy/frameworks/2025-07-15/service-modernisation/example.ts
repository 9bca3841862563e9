import { day } from "../../../engine/values/day.ts";

const facts = {
  project: {
    communes: ["14118"],
    kinds: ["service-offer", "communication"],
    isPedagogical: false,
    transitions: ["digital", "ecological"],
    regionalAudience: true,
    transposable: true,
    improvesAnswer: true,
    givesContext: true,
    phases: [
      { startsOn: "2026-09-01", endsOn: "2026-12-31" },
      { startsOn: "2027-01-04", endsOn: "2027-06-30" },
    ],
    funding: [
      { source: "region", amount: "20000.00" },
      { source: "own", amount: "20000.00" },
    ],
  },
  costs: [
    { nature: "development", amount: "18000.00", isInvestment: false, isPedagogical: false },
    {
      nature: "website",
      amount: "15000.00",
      isInvestment: false,
      isPedagogical: false,
      ecoDesigned: true,
      accessible: true,
    },
    { nature: "communication", amount: "7000.00", isInvestment: false, isPedagogical: false },
  ],
  otherPublicFunding: "0.00",
};

/** A project that holds every fact, as the API takes it. It has no terms: no call has published any. */
export const example = {
  on: day("2026-03-02"),
  facts,
  said: "Un exemple : 40\u202f000\u00a0€ pour refaire l’offre de service et le site. Sans appel publié, aucun montant n’est annoncé.",
};

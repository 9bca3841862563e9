import { day } from "../../../engine/day.ts";

const facts = {
  project: {
    commune: "76540",
    kinds: ["module"],
    transitions: ["digital", "ecological"],
    endsOn: "2027-03-31",
    free: true,
    contributesToObjective45: true,
    coherent: true,
    complementary: true,
  },
  partners: [{ role: "lead", category: "association", involvedWithJobSeekers: true, canPrefinance: true }],
  principles: { equality: true, nonDiscrimination: true, sustainability: true },
  selectedForEsf: true,
  requestedEsfRate: 0.6,
  costs: [
    {
      heading: "staff",
      amount: "60000.00",
      paidOn: "2026-09-30",
      bornBy: "lead",
      hours: 480,
      ownHours: 1607,
      activity: "engineering",
    },
    {
      heading: "external",
      amount: "15000.00",
      paidOn: "2026-10-15",
      bornBy: "lead",
      isMaintenanceOutsidePeriod: false,
    },
    { heading: "in-kind", amount: "5000.00", bornBy: "lead" },
  ],
  otherPublicFunding: "0.00",
};

/** A project that holds every fact of the rules, as the API takes it. */
export const example = {
  on: day("2026-01-15"),
  facts,
  said: "Un exemple : une association, 60 000\u00a0€ de personnel, 15 000\u00a0€ de prestations et 5 000\u00a0€ d’apports en nature.",
};

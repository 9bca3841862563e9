import { day } from "../../../engine/values/day.ts";
import { sayMoney, sayShare } from "../../../engine/values/french.ts";
import { euros } from "../../../engine/values/money.ts";

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
  said: "Un exemple\u00a0: une association, 60\u202f000\u00a0€ de personnel, 15\u202f000\u00a0€ de prestations et 5\u202f000\u00a0€ d’apports en nature.",
};

const projects = [
  { eligible: 25_000, rate: 0.6, other: 0 },
  { eligible: 30_000, rate: 0.5, other: 0 },
  { eligible: 60_000, rate: 0.6, other: 0 },
  { eligible: 100_000, rate: 0.6, other: 0 },
  { eligible: 100_000, rate: 0.6, other: 30_000 },
  { eligible: 200_000, rate: 0.55, other: 10_000 },
];

/** Projects that show each figure at work: both rates, the least European support, other public money. */
export const cases = projects.map(({ eligible, rate, other }) => ({
  label: `${sayMoney(euros(eligible))}, FSE+ à ${sayShare(rate)}${other === 0 ? "" : `, ${sayMoney(euros(other))} d’ailleurs`}`,
  facts: {
    requestedEsfRate: rate,
    partners: [{ role: "lead" }],
    costs: [{ heading: "staff", amount: euros(eligible), bornBy: "lead", timeShare: 0.5, activity: "engineering" }],
    otherPublicFunding: euros(other),
  },
}));

import { day } from "../../../engine/values/day.ts";
import { sayMoney } from "../../../engine/values/french.ts";
import { euros } from "../../../engine/values/money.ts";

const facts = {
  route: "individual",
  structures: [
    {
      commune: "14118",
      mainActivityIsTraining: true,
      headcount: 12,
      servesJobSeekers: true,
      plansToServeJobSeekers: false,
      daysAlreadyFunded: 0,
      phases: [
        { phase: "diagnostic", days: 5, dailyCost: "1100.00" },
        { phase: "accompagnement", days: 10, dailyCost: "800.00" },
      ],
    },
  ],
  provider: {
    createdOn: "2015-01-01",
    consultants: [{ yearsOfExperience: 5 }],
    hasCapacity: true,
    fields: ["digitalisation"],
    subcontracts: false,
    partnerBody: "none",
    joinsMonitoringCommittees: true,
    providesDeliverables: true,
  },
  otherPublicFunding: "0.00",
};

/** A request that holds every fact, as the API takes it: shown in its document and on the page of the rules. */
export const example = {
  on: day("2026-03-02"),
  facts,
  said: "Un exemple : 5 jours de diagnostic à 1 100\u00a0€ et 10 jours d’accompagnement à 800\u00a0€, hors taxes.",
};

/** Requests that show each figure at work: the rate, the ceiling of a day, the days, and the days already used. */
const requests = [
  { days: 5, dailyCost: 900 },
  { days: 10, dailyCost: 800 },
  { days: 15, dailyCost: 1_000 },
  { days: 20, dailyCost: 1_200 },
  { days: 25, dailyCost: 1_000 },
  { days: 30, dailyCost: 900 },
];

export const cases = requests.map(({ days, dailyCost }) => ({
  label: `${days} jours à ${sayMoney(euros(dailyCost))}`,
  facts: {
    route: "individual",
    structures: [{ daysAlreadyFunded: 0, phases: [{ phase: "accompagnement", days, dailyCost: euros(dailyCost) }] }],
    otherPublicFunding: euros(0),
  },
}));

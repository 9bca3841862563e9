import { type Day, day, type OpenScheme, type Values } from "#policy/index.ts";

/** The day of the example: a day of the version that the example is made for. */
export const exampleDay: Day = day("2026-03-02");

/** A request that holds every fact, as the API takes it: shown in its document and on the page of the rules. */
export const exampleFacts = {
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

/** The example as the rules read it. Throws where a version no longer takes it: its test says so first. */
export function readExample(scheme: OpenScheme): Values {
  const read = scheme.parseFacts(exampleFacts);
  if (!read.ok) throw new Error(`${scheme.slug} does not read the example: ${JSON.stringify(read.errors)}`);
  return read.facts;
}

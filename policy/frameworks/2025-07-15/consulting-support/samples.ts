import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { ConsultingFacts, StructureFacts } from "./facts.ts";

const structure: StructureFacts = {
  commune: "14118",
  mainActivityIsTraining: true,
  headcount: 12,
  servesJobSeekers: true,
  daysAlreadyFunded: 0,
  phases: [
    { phase: "diagnostic", days: 5.5, dailyCost: cents(120_033) },
    { phase: "accompagnement", days: 12, dailyCost: cents(80_001) },
  ],
};

const sound: ConsultingFacts = {
  route: "individual",
  structures: [structure],
  otherPublicFunding: euros(0),
  provider: {
    createdOn: day("2015-01-01"),
    consultants: [{ yearsOfExperience: 2 }],
    hasCapacity: true,
    fields: ["digitalisation"],
    subcontracts: false,
    partnerBody: "none",
    joinsMonitoringCommittees: true,
    providesDeliverables: true,
  },
};

function one(change: StructureFacts): ConsultingFacts {
  return { ...sound, structures: [{ ...structure, ...change }] };
}

/** Files that meet each ceiling, each rounding and each doubt of an amount, alone and together. */
export const samples: readonly ConsultingFacts[] = [
  {},
  sound,
  one({ phases: [{ phase: "accompagnement", days: 30, dailyCost: euros(1_500) }] }),
  one({
    daysAlreadyFunded: 18,
    aidAlreadyGranted: euros(15_000),
    daysFundedThisYear: 4,
    aidGrantedThisYear: euros(900),
  }),
  one({ daysAlreadyFunded: 24.5, daysFundedSince2020: 25 }),
  one({ headcount: 6, headcountFte: 5, headOfficeCommune: "75056", trainingKinds: ["continuing"] }),
  { ...sound, otherPublicFunding: cents(1_000_001) },
  {
    ...one({ phases: [{ phase: "diagnostic", days: 20, dailyCost: euros(1_200) }] }),
    otherPublicFunding: euros(20_000),
  },
  {
    ...sound,
    route: "collective",
    daysAreShared: true,
    otherPublicFunding: cents(2_000_003),
    structures: [
      { ...structure, daysAttended: 30 },
      { ...structure, headcount: 4, daysAttended: 17.5, daysAlreadyFunded: 10 },
      { ...structure, commune: "75056", daysAttended: 40 },
    ],
  },
  { ...sound, route: "opco", structures: [structure, { ...structure, phases: [{ phase: "diagnostic", days: 3 }] }] },
];

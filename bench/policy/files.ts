import { type ConsultingFacts, cents, type Day, day, euros } from "#policy/index.ts";

/** A repeatable stream of numbers from 0 to 1: the same files on every machine. */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

export const today: Day = day("2026-03-02");

/** So many individual requests, near the bounds, one answer in forty unknown. */
export function filesOf(count: number): readonly ConsultingFacts[] {
  const next = stream(20_250_715);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const maybe = <T>(value: T): T | null => (next() < 0.025 ? null : value);
  const yes = () => maybe(next() < 0.95);
  return Array.from(
    { length: count },
    (): ConsultingFacts => ({
      route: maybe("individual" as const),
      structures: [
        {
          commune: maybe(pick(["14118", "27229", "50129", "61001", "76540", "76351", "35238"])),
          mainActivityIsTraining: yes(),
          headcount: maybe(4 + Math.floor(next() * 40)),
          servesJobSeekers: maybe(next() < 0.7),
          plansToServeJobSeekers: maybe(next() < 0.7),
          daysAlreadyFunded: maybe(pick([0, 0, 0, 5, 10.5, 25])),
          phases: [
            {
              phase: "diagnostic",
              days: maybe(Math.floor(next() * 20) / 2),
              dailyCost: maybe(cents(60_000 + Math.floor(next() * 70_000))),
            },
            {
              phase: "accompagnement",
              days: maybe(Math.floor(next() * 50) / 2),
              dailyCost: maybe(cents(60_000 + Math.floor(next() * 70_000))),
            },
          ],
        },
      ],
      provider: {
        createdOn: maybe(pick(["2015-01-01", "2019-06-30", "2023-03-02", "2023-03-03", "2024-02-29"].map(day))),
        consultants: [
          { yearsOfExperience: maybe(1 + Math.floor(next() * 20)) },
          { yearsOfExperience: maybe(2 + Math.floor(next() * 20)) },
        ],
        hasCapacity: yes(),
        fields: maybe(["digitalisation"]),
        subcontracts: maybe(next() < 0.05),
        partnerBody: maybe(pick(["none", "none", "none", "contracted", "uncontracted"] as const)),
        joinsMonitoringCommittees: yes(),
        providesDeliverables: yes(),
      },
      otherPublicFunding: maybe(pick([euros(0), euros(0), euros(0), euros(3_000)])),
    }),
  );
}

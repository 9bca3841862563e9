import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../engine/grants/assessment.ts";
import type { ClosedDoubts } from "../../../engine/rules/criterion.ts";
import { day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { ConsultingFacts, StructureFacts } from "./facts.ts";
import { requests } from "./files.fixture.ts";
import { evaluate, rules } from "./reading.fixture.ts";

const today = day("2026-03-02");
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3, nil: null });
const days = fc.integer({ min: 0, max: 60 }).map((half) => half / 2);
const starts = fc.constantFrom("2026-02-01", "2026-03-02", "2026-05-01", "2027-01-01").map(day);

/** What only doubts read, drawn beside the facts of the API. */
const more: fc.Arbitrary<StructureFacts> = fc.record({
  headOfficeCommune: maybe(fc.constantFrom("14118", "75056")),
  trainingKinds: maybe(fc.constantFrom(["continuing"] as const, ["continuing", "apprenticeship"] as const)),
  headcountFte: maybe(fc.constantFrom(2, 5, 5.1, 9)),
  headcountBand: maybe(fc.constantFrom("01", "02", "03", "11")),
  daysFundedThisYear: maybe(days),
  aidGrantedThisYear: maybe(fc.integer({ min: 0, max: 1_750_000 }).map(cents)),
  aidAlreadyGranted: maybe(fc.integer({ min: 0, max: 1_750_000 }).map(cents)),
  daysFundedSince2020: maybe(days),
  aidGrantedSince2020: maybe(fc.integer({ min: 0, max: 1_750_000 }).map(cents)),
  isPublicBuyer: maybe(fc.boolean()),
  daysAttended: maybe(days),
  diagnosisExists: maybe(fc.boolean()),
});

const files: fc.Arbitrary<ConsultingFacts> = fc
  .record({
    request: fc.oneof(requests(false), requests(true)),
    more: fc.array(more, { minLength: 3, maxLength: 3 }),
    starts: fc.array(maybe(starts), { minLength: 4, maxLength: 4 }),
    workStarted: maybe(fc.boolean()),
    daysAreShared: maybe(fc.boolean()),
  })
  .map(({ request, more, starts, workStarted, daysAreShared }) => ({
    ...request,
    workStarted,
    daysAreShared,
    structures: (request.structures ?? []).map((structure, index) => ({
      ...structure,
      ...more[index],
      phases: (structure.phases ?? []).map((phase, at) => ({ ...phase, startsOn: starts[at] ?? null })),
    })),
  }));

const closings: fc.Arbitrary<ClosedDoubts> = fc
  .subarray(rules.doubts.map((doubt) => doubt.id))
  .map((ids) => Object.fromEntries(ids.map((id) => [id, "alternative" as const])));

/** What a closed file can be paid: nothing where it, or each of its structures, fails a condition. */
function paid(facts: ConsultingFacts, closedDoubts: ClosedDoubts): number | null {
  const { criteria } = evaluate(facts, { today, closedDoubts });
  const failed = criteria.filter((one) => one.status === "not-met");
  if (failed.some((one) => one.party === undefined)) return 0;
  const refused = new Set(failed.map((one) => one.party));
  const structures = (facts.structures ?? []).filter((_, index) => !refused.has(index));
  return structures.length === 0 && refused.size > 0
    ? 0
    : evaluate({ ...facts, structures }, { today, closedDoubts }).funding.aid;
}

const estimated = (assessment: Assessment) => assessment.funding.aid;

describe("the effect of a doubt", () => {
  it("is the very figure that closing it one way, then the other, gives", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(files, closings, (facts, closed) => {
        for (const { id, effect } of evaluate(facts, { today, closedDoubts: closed }).doubts) {
          if (effect === null) continue;
          met.add(id);
          const isAmount = rules.doubts.find((doubt) => doubt.id === id)?.moves !== undefined;
          for (const reading of ["default", "alternative"] as const) {
            const closedDoubts = { ...closed, [id]: reading };
            const figure = isAmount ? estimated(evaluate(facts, { today, closedDoubts })) : paid(facts, closedDoubts);
            expect(effect[reading], `${id} ${reading}`).toBe(figure);
          }
        }
      }),
      { numRuns: 600 },
    );
    const moving = rules.doubts.filter((doubt) => doubt.moves !== undefined || doubt.reads !== undefined);
    expect([...met].sort()).toEqual(moving.map((doubt) => doubt.id).sort());
  });

  it("is told for the file, whichever structure meets the doubt", () => {
    const structure: StructureFacts = {
      commune: "14118",
      mainActivityIsTraining: true,
      headcount: 12,
      servesJobSeekers: true,
      daysAlreadyFunded: 0,
      headOfficeCommune: "75056",
      phases: [{ phase: "diagnostic", days: 10, dailyCost: euros(1_000) }],
    };
    const facts: ConsultingFacts = {
      route: "collective",
      otherPublicFunding: euros(0),
      structures: [structure, { ...structure, headOfficeCommune: "14118" }, structure],
    };
    const effects = evaluate(facts, { today }).doubts.map(({ party: structure, effect }) => [structure, effect]);
    expect(effects).toEqual([0, 2].map((index) => [index, { default: 2_100_000, alternative: 700_000 }]));
  });
});

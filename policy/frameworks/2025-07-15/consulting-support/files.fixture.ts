import fc from "fast-check";
import { addYears, day } from "../../../engine/values/day.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { ConsultingFacts, PhaseFacts, StructureFacts } from "./facts.ts";

/** Files of every kind for the properties: near the bounds, with or without gaps. */

const gap = { freq: 4, nil: null };
const maybe = <T>(of: fc.Arbitrary<T>, hasGaps: boolean): fc.Arbitrary<T | null> => (hasGaps ? fc.option(of, gap) : of);
const halfDays = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((half) => half / 2);
const communes = fc.constantFrom(
  "14118",
  "27229",
  "50129",
  "61001",
  "76540",
  "76540",
  "14118",
  "35238",
  "75056",
  "2A004",
);
const births = fc.integer({ min: -4, max: 1 }).map((years) => addYears(day("2026-03-02"), years));
const otherBirths = fc.constantFrom("2015-01-01", "2023-03-01", "2023-03-03", "2024-02-29", "2020-02-29").map(day);
const prices = fc.oneof(
  fc.constantFrom(0, 1, 99_999, 100_000, 100_001, 120_000, 33_333).map(cents),
  fc.integer({ min: 0, max: 200_000 }).map(cents),
);

function phaseFiles(hasGaps: boolean): fc.Arbitrary<PhaseFacts> {
  return fc.record({
    phase: maybe(fc.constantFrom("diagnostic" as const, "accompagnement" as const), hasGaps),
    days: maybe(halfDays(30), hasGaps),
    dailyCost: maybe(prices, hasGaps),
  });
}

function structureFiles(hasGaps: boolean): fc.Arbitrary<StructureFacts> {
  const yes = fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean());
  return fc.record({
    commune: maybe(communes, hasGaps),
    mainActivityIsTraining: maybe(yes, hasGaps),
    headcount: maybe(fc.constantFrom(0, 4, 5, 6, 7, 12, 300), hasGaps),
    servesJobSeekers: maybe(fc.boolean(), hasGaps),
    plansToServeJobSeekers: maybe(yes, hasGaps),
    daysAlreadyFunded: maybe(fc.oneof(fc.constant(0), halfDays(30)), hasGaps),
    phases: maybe(fc.array(phaseFiles(hasGaps), { minLength: hasGaps ? 0 : 1, maxLength: 4 }), hasGaps),
  });
}

/** Requests with up to three structures; with gaps, any fact may be unknown. */
export function requests(hasGaps: boolean): fc.Arbitrary<ConsultingFacts> {
  const yes = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean());
  const consultant = fc.record({ yearsOfExperience: maybe(fc.constantFrom(0, 1.9, 2, 2, 5, 20), hasGaps) });
  const provider = fc.record({
    createdOn: maybe(fc.oneof(births, otherBirths), hasGaps),
    consultants: maybe(fc.array(consultant, { minLength: hasGaps ? 0 : 1, maxLength: 3 }), hasGaps),
    hasCapacity: maybe(yes, hasGaps),
    fields: maybe(fc.constantFrom(["digitalisation"], ["x", "y"], []), hasGaps),
    subcontracts: maybe(
      yes.map((value) => !value),
      hasGaps,
    ),
    partnerBody: maybe(
      fc.constantFrom("none" as const, "none" as const, "contracted" as const, "uncontracted" as const),
      hasGaps,
    ),
    joinsMonitoringCommittees: maybe(yes, hasGaps),
    providesDeliverables: maybe(yes, hasGaps),
  });
  return fc.record({
    route: maybe(fc.constantFrom("individual" as const, "collective" as const, "opco" as const), hasGaps),
    structures: maybe(fc.array(structureFiles(hasGaps), { minLength: hasGaps ? 0 : 1, maxLength: 3 }), hasGaps),
    provider: maybe(provider, hasGaps),
    otherPublicFunding: maybe(
      fc.oneof(fc.constant(euros(0)), fc.integer({ min: 0, max: 4_000_000 }).map(cents)),
      hasGaps,
    ),
  });
}

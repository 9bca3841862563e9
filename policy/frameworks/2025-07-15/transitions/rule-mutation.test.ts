import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reckon } from "../../../engine/grants/reckon.ts";
import { compile } from "../../../engine/rules/compile.ts";
import type { Expression } from "../../../engine/rules/expression.ts";
import { type Mutant, mutantsOf } from "../../../engine/rules/mutate.fixture.ts";
import { nothing } from "../../../engine/rules/scope.ts";
import { day } from "../../../engine/values/day.ts";
import type { Values } from "../../../engine/values/field.ts";
import { cents, euros } from "../../../engine/values/money.ts";
import type { TransitionFacts } from "./facts.ts";
import { pairs, projects } from "./files.fixture.ts";
import { today } from "./reading.fixture.ts";
import { declared } from "./scheme.ts";
import type { TransitionTerms } from "./terms.ts";

/** Private holders held to public procurement in fact, by each question alone: answers of the form that a doubt reads. */
const buyerQuestions = ["isFundedByPublicBodies", "isControlledByPublicBodies", "isGovernedByPublicBodies"] as const;
const buyers = buyerQuestions.map((only): TransitionFacts & Values => ({
  procurement: {
    isFundedByPublicBodies: false,
    isControlledByPublicBodies: false,
    isGovernedByPublicBodies: false,
    [only]: true,
  },
}));

const staff = { heading: "staff", bornBy: "lead", timeShare: 0.5, activity: "engineering" } as const;
const buys = { heading: "external", bornBy: "lead", isMaintenanceOutsidePeriod: false } as const;

/** Lines of one need on each side of both thresholds, by buyers of each kind and by others, with each procedure or none told. */
const needs = ["isBuyer", "isFundedByPublicBodies", "isControlledByPublicBodies", "isGovernedByPublicBodies", "none"]
  .flatMap((only) =>
    [39_999, 40_000, 215_999, 216_000].flatMap((total) =>
      (["none", "adapted", "formal", null] as const).map((procedure): TransitionFacts & Values => ({
        procurement: Object.fromEntries([...buyerQuestions, "isBuyer"].map((one) => [one, one === only])),
        costs: [
          { ...buys, amount: euros(total - 1_000), need: "Films", procedure },
          { ...buys, amount: euros(1_000), need: "Films", procedure },
        ],
      })),
    ),
  )
  .concat([{ costs: [{ ...buys, amount: euros(300_000), need: "Films", procedure: "none" }] }]);

/** Amounts on each side of what the hours of a person cost, and lines that another fund pays. */
const told: readonly TransitionFacts[] = [
  ...[1_000_000, 1_000_001, 999_999].map((amount) => ({
    costs: [{ ...staff, amount: cents(amount), hours: 200, ownHours: 1_000, yearlyCost: euros(50_000) }],
  })),
  ...[true, false].map((paidElsewhere) => ({ costs: [{ ...staff, amount: euros(10_000), paidElsewhere }] })),
];

/** Many projects near every bound, the same at each run. */
const files = [...fc.sample(projects, { seed: 20_250_715, numRuns: 5_000 }), ...pairs, ...buyers, ...needs, ...told];
/** Files of a call that imposes its method, whatever they say of theirs. */
const imposed = (["key", "40-staff", "20-direct"] as const).flatMap((costOption) =>
  (["key", "7-direct", "40-staff", "20-direct", null] as const).flatMap((own) =>
    // Under and over the cost up to which a simplified option may be imposed.
    [1_000, 90_000].map((each) => {
      const costs = (["staff", "external", "indirect"] as const).map((heading) => ({ heading, amount: euros(each) }));
      return reckon(declared, { costOption: own, costs }, { today, terms: { costOption } }).read;
    }),
  ),
);
/** Maintenance told with one of its days, both or neither, in order or not, over a period whose end is known or not. */
const maintained = [day("2026-05-01"), null].flatMap((servedFrom) =>
  [day("2026-06-30"), day("2026-04-01"), null].flatMap((servedTo) =>
    [day("2026-12-31"), null].flatMap((endsOn) =>
      [true, false, null].map((isMaintenanceOutsidePeriod) => {
        const cost = {
          heading: "external" as const,
          amount: euros(5_000),
          isMaintenance: true,
          isMaintenanceOutsidePeriod,
        };
        const facts = { project: { endsOn }, costs: [{ ...cost, servedFrom, servedTo }] };
        return reckon(declared, facts, { today }).read;
      }),
    ),
  ),
);
const reads = [...files.map((facts) => reckon(declared, facts, { today }).read), ...imposed, ...maintained];

/** Where a wrong rule is told from the right one: the whole file, or a line of a heading that the rule bears on. */
interface Spot {
  readonly read: Values;
  readonly outer: Values;
}
const whole: readonly Spot[] = reads.map((read) => ({ read, outer: nothing }));
const lines: readonly Spot[] = reads.flatMap((read) =>
  ((read.costs ?? []) as readonly Values[]).map((outer) => ({ read, outer })),
);

function survivors(name: string, right: Expression, spots: readonly Spot[], also: readonly Mutant[] = []): string[] {
  const test = compile(right);
  const expected = spots.map(({ read, outer }) => test(read, outer, nothing, today));
  return [...mutantsOf(right), ...also]
    .filter(({ of }) => {
      const wrong = compile(of);
      return spots.every(({ read, outer }, index) => wrong(read, outer, nothing, today) === expected[index]);
    })
    .map(({ what }) => `${name}: ${what}`);
}

/** Mutants that say the same as the rule on every file. */
const equivalent: readonly RegExp[] = [
  // Where nothing is told yet, whatever says no says no.
  /^EL-[47]: otherwise: (not always false|if-known always true|fact always true)$/,
  // Reached only where what is sure falls short.
  /^EL-9: (met|otherwise): at-least (always false|→ more-than)$/,
  // Reached only for maintenance in the heading of services.
  /^TR-6-service( by D-34)?: met: (all always true|all swapped|one condition dropped|one-of always true|fact always true)$/,
  // Where no threshold is met, nothing is asked of the line.
  /^TR-9-need: otherwise: otherwise: /,
  // By that reading, whoever bears or pays is admitted.
  /^TR-(15-in-kind|8-employer) by D-36: (if-known|known) always true$/,
];
const isDifferent = (what: string) => !equivalent.some((one) => one.test(what));

describe("no wrong rule survives the projects near its bounds", () => {
  it("criteria, and their other readings", () => {
    const found = declared.criteria.flatMap(({ id, expression, alternatives = {} }) => [
      ...survivors(id, expression, whole),
      ...Object.entries(alternatives).flatMap(([doubt, reading]) => survivors(`${id} by ${doubt}`, reading, whole)),
    ]);
    expect(found.filter(isDifferent)).toEqual([]);
  });

  it("rules on lines, and their other readings", () => {
    const found = declared.costs.rules.flatMap(({ id, expression, alternatives = {}, headings }) => {
      const spots = lines.filter(({ outer }) => headings?.includes(String(outer.heading)) ?? true);
      return [
        ...survivors(id, expression, spots),
        ...Object.entries(alternatives).flatMap(([doubt, reading]) => survivors(`${id} by ${doubt}`, reading, spots)),
      ];
    });
    expect(found.filter(isDifferent)).toEqual([]);
  });

  it("doubts", () => {
    const found = declared.doubts.flatMap(({ id, raisedWhen }) =>
      raisedWhen === undefined ? [] : survivors(id, raisedWhen, whole),
    );
    expect(found.filter(isDifferent)).toEqual([]);
  });

  it("amounts", () => {
    const { voted } = declared.terms;
    const changes: readonly Partial<TransitionTerms>[] = [
      { regionRate: voted.regionRate - 0.000001 },
      { regionRate: voted.regionRate + 0.000001 },
      { esfMaxRate: voted.esfMaxRate - 0.000001 },
      { esfMaxRate: voted.esfMaxRate + 0.000001 },
      { flatOfDirect: voted.flatOfDirect + 0.0001 },
      { flatOfStaff: voted.flatOfStaff + 0.0001 },
      { flatForOthers: voted.flatForOthers + 0.0001 },
      { flatForStaff: voted.flatForStaff + 0.0001 },
      { costsFrom: day("2025-01-02") },
      { costsUntil: day("2027-12-30") },
      { costOption: "15-staff" },
      { vat: "excluded" },
      { remainder: "own-funds" },
    ];
    const moneyOf = (terms: TransitionTerms) =>
      files.map((facts) => {
        const { aid, esf } = reckon(declared, facts, { today, terms }).figures;
        return `${aid} ${esf}`;
      });
    const right = moneyOf(voted);
    const found = changes.filter((change) => moneyOf({ ...voted, ...change }).every((one, at) => one === right[at]));
    expect(found).toEqual([]);
  });
});

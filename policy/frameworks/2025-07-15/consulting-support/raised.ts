import { compile, type Test } from "../../../engine/compile.ts";
import type { ClosedDoubts } from "../../../engine/criterion.ts";
import type { Doubt, OpenDoubt } from "../../../engine/doubt.ts";
import { euros } from "../../../engine/money.ts";
import { itemsAt, nothing, type Place } from "../../../engine/scope.ts";
import { MET } from "../../../engine/truth.ts";
import type { ConsultingFacts } from "./facts.ts";
import { bounds } from "./figures.ts";
import { computeFunding, type FundingFigures } from "./funding.ts";
import { figuresInForce, movesAmount, type Rules } from "./rules.ts";

/** The doubts that a file meets, each with both readings and, where it can be told, its effect in euros. */
export function raisedDoubts(
  rules: Rules,
  place: Place,
  figures: FundingFigures,
  closed: ClosedDoubts,
): readonly OpenDoubt[] {
  const found: OpenDoubt[] = [];
  const { facts, today } = place;
  for (const doubt of rules.doubts) {
    const test = testOf(doubt);
    if (test === null) continue;
    if (doubt.each === undefined) {
      if (test(facts, nothing, nothing, today) === MET) add(found, rules, doubt, place, figures, closed, undefined);
      continue;
    }
    for (const [index, item] of itemsAt(doubt.each, facts, []).entries()) {
      const isRaised = test(facts, item, nothing, today) === MET;
      if (isRaised) add(found, rules, doubt, place, figures, closed, index);
    }
  }
  return found;
}

const tests = new WeakMap<Doubt, Test | null>();

/** When a doubt is met, compiled once; null for one that the default reading settles for every file. */
function testOf(doubt: Doubt): Test | null {
  let test = tests.get(doubt);
  if (test === undefined) {
    test = doubt.raisedWhen === undefined ? null : compile(doubt.raisedWhen);
    tests.set(doubt, test);
  }
  return test;
}

function add(
  found: OpenDoubt[],
  rules: Rules,
  { id, provision, question, defaultReading, alternative }: Doubt,
  place: Place,
  figures: FundingFigures,
  closed: ClosedDoubts,
  structure: number | undefined,
): void {
  const effect = effectOf(id, rules, place.facts, figures, closed);
  // A dearer day raises the question of D-18 only where the two readings give two amounts.
  if (id === "D-18" && effect !== null && effect.default === effect.alternative) return;
  const reading = closed[id];
  found.push({
    id,
    provision,
    question,
    defaultReading,
    alternative,
    effect,
    ...(structure === undefined ? null : { structure }),
    ...(reading === undefined ? null : { closed: reading }),
  });
}

/** Doubts whose other reading refuses the request: nothing would be paid. */
const refusing: readonly string[] = ["D-11", "D-12", "D-13", "D-25"];

function effectOf(
  id: string,
  rules: Rules,
  facts: ConsultingFacts,
  { region }: FundingFigures,
  closed: ClosedDoubts,
): OpenDoubt["effect"] {
  if (movesAmount(id)) {
    if (id === "D-20" && !isYearKnown(facts)) return null;
    const isClosed = closed[id] === "alternative";
    const other = { ...closed, [id]: isClosed ? "default" : "alternative" } as const;
    const otherwise = computeFunding(facts, figuresInForce(rules.funding, other)).region;
    if (region === null || otherwise === null) return null;
    return isClosed ? { default: otherwise, alternative: region } : { default: region, alternative: otherwise };
  }
  if (region === null) return null;
  if (id === "D-16") {
    const admitted = (facts.structures ?? []).filter(
      ({ headcount }) => headcount == null || headcount > bounds.employees,
    );
    const without = computeFunding({ ...facts, structures: admitted }, figuresInForce(rules.funding, closed)).region;
    return { default: without ?? euros(0), alternative: region };
  }
  return refusing.includes(id) ? { default: region, alternative: euros(0) } : null;
}

/** D-20: the other reading can be reckoned only where it is known what was funded in the civil year. */
function isYearKnown({ structures }: ConsultingFacts): boolean {
  return (structures ?? []).every((one) => one.daysAlreadyFunded === 0 || one.daysFundedThisYear != null);
}

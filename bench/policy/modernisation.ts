import fc from "fast-check";
import { evaluate } from "#policy/engine/grants/evaluate.ts";
import { compileScheme } from "#policy/engine/grants/portfolio.ts";
import { costs as anyCost, projects } from "#policy/frameworks/2025-07-15/service-modernisation/files.fixture.ts";
import { plainLine, plainMoney } from "#policy/frameworks/2025-07-15/service-modernisation/plain.fixture.ts";
import { sampleTerms as terms } from "#policy/frameworks/2025-07-15/service-modernisation/samples.ts";
import { declared } from "#policy/frameworks/2025-07-15/service-modernisation/scheme.ts";
import { day } from "#policy/index.ts";
import { best, compared } from "./best.ts";

/** `npx tsx bench/policy/modernisation.ts`: projects of 60 lines under the terms of a call, as `transitions.ts` does for 2.c. */

const today = day("2026-03-02");
const files = fc.sample(projects, { seed: 7, numRuns: 1_000 }).map((facts, index) => ({
  ...facts,
  costs: fc.sample(anyCost, { seed: index, numRuns: 60 }),
}));
const long = { ...files[0], costs: fc.sample(anyCost, { seed: 1, numRuns: 200 }) };

const run = compileScheme(declared, today, {}, terms);
let kept = 0;
const compiled = best(7, () => {
  for (const facts of files) kept += run(facts).figures.aid ?? 0;
});
const plain = best(7, () => {
  for (const facts of files) {
    const codes = facts.costs.map((line) => plainLine(line, terms));
    kept += plainMoney(facts, codes, terms).aid ?? 0;
  }
});
const explained = best(20, () => {
  kept += evaluate(declared, long, { today, terms }).costs.length;
});
process.stdout.write(
  `${compared(compiled, plain, files.length)}\n200 lines explained: ${explained.toFixed(1)} ms (${kept})\n`,
);

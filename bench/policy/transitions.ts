import fc from "fast-check";
import { evaluate } from "#policy/engine/grants/evaluate.ts";
import { compileScheme } from "#policy/engine/grants/portfolio.ts";
import { costs as anyCost, projects } from "#policy/frameworks/2025-07-15/transitions/files.fixture.ts";
import { plainLine, plainMoney } from "#policy/frameworks/2025-07-15/transitions/plain.fixture.ts";
import { sound } from "#policy/frameworks/2025-07-15/transitions/reading.fixture.ts";
import { declared } from "#policy/frameworks/2025-07-15/transitions/scheme.ts";
import { day } from "#policy/index.ts";
import { best, compared } from "./best.ts";

/** `npx tsx bench/policy/transitions.ts`: projects of 60 lines, compiled beside plain functions in one run; a budget of 200 lines explained. */

const today = day("2026-01-15");
const files = fc.sample(projects, { seed: 7, numRuns: 1_000 }).map((facts, index) => ({
  ...facts,
  costs: fc.sample(anyCost, { seed: index, numRuns: 60 }),
}));
const long = { ...sound, costs: fc.sample(anyCost, { seed: 1, numRuns: 200 }) };

const run = compileScheme(declared, today);
let kept = 0;
const compiled = best(7, () => {
  for (const facts of files) kept += run(facts).figures.aid ?? 0;
});
const plain = best(7, () => {
  for (const facts of files) {
    const codes = facts.costs.map((line) => plainLine(line, facts));
    kept += plainMoney(facts, codes).region ?? 0;
  }
});
const explained = best(20, () => {
  kept += evaluate(declared, long, { today }).costs.length;
});
process.stdout.write(
  `${compared(compiled, plain, files.length)}\n200 lines explained: ${explained.toFixed(1)} ms (${kept})\n`,
);

import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** What one test file may take of a processor, in seconds. Over it, the run says so; see CONTRIBUTING.md. */
const BUDGET = 5;

/** Files that need more, and why. */
const dear: Readonly<Record<string, string>> = {
  "test/fuzz/routes.test.ts": "sends odd things to every route",
  "test/pages/reached.test.ts": "follows every link as ten people",
  "policy/frameworks/2025-07-15/consulting-support/rule-mutation.test.ts": "spoils every rule, one after the other",
};

const notes = () => join(tmpdir(), `essaim-cost-${process.env.VITEST_COST}`);

/** Names the run whose costs are noted: its workers inherit it. */
export function beginCosts(): void {
  process.env.VITEST_COST = String(process.pid);
}

export function noteCost(path: string, seconds: number): void {
  appendFileSync(notes(), `${JSON.stringify({ path, seconds })}\n`);
}

/** The files over the budget, dearest first; a duration depends on the machine, so none of them fails the run. */
export function sayCosts(root: string): void {
  if (!existsSync(notes())) return;
  const costs = readFileSync(notes(), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly path: string; readonly seconds: number })
    .map(({ path, seconds }) => ({ path: relative(root, path), seconds }));
  rmSync(notes());
  const over = costs.filter(({ path, seconds }) => seconds > BUDGET && dear[path] === undefined);
  for (const { path, seconds } of over.sort((a, b) => b.seconds - a.seconds)) {
    process.stdout.write(`${path} took ${seconds.toFixed(1)} s of a processor: ${BUDGET} s is the budget of a file\n`);
  }
}

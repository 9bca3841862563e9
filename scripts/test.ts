import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * Runs the suites, one after the other, and closes with the plain line « N passed, N failed » of all together.
 * A check (types, style, imports, dead code, build) counts as one test. `node scripts/test.ts types unit` runs those only;
 * `--slow` adds the suites that would make a person wait over ten minutes.
 */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const root = join(import.meta.dirname, "..");
/** The packages' Node comes first, whatever the machine has, even where npm did not start this. */
const env = { ...process.env, PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}` };
const bin = (name: string) => join(root, "node_modules/.bin", name);

function check(command: string, ...args: string[]): Tally {
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: "inherit" });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** One of Vitest's projects; a run that ends without its report (a crash) counts as one failure. */
function vitest(project: string): Tally {
  const folder = mkdtempSync(join(tmpdir(), "essaim-report-"));
  const report = join(folder, "report.json");
  try {
    const { status } = spawnSync(
      bin("vitest"),
      ["run", `--project=${project}`, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      {
        cwd: root,
        env,
        stdio: "inherit",
      },
    );
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    // A file that does not even load fails the run without a failed test.
    const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const suites: Readonly<Record<string, () => Tally>> = {
  types: () => check(bin("tsc"), "--noEmit"),
  style: () => check(bin("biome"), "check", "."),
  imports: () => check(process.execPath, "scripts/cruise.ts"),
  unused: () => check(bin("knip")),
  build: () => check(process.execPath, "scripts/build.ts"),
  unit: () => vitest("unit"),
  journeys: () => vitest("journeys"),
  faults: () => vitest("faults"),
};

const slow = ["faults"];
const asked = process.argv.slice(2).filter((argument) => argument !== "--slow");
const isAsked = (name: string) =>
  asked.length > 0 ? asked.includes(name) : process.argv.includes("--slow") || !slow.includes(name);
let passed = 0;
let failed = 0;
for (const [name, run] of Object.entries(suites)) {
  if (!isAsked(name)) continue;
  const started = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const tally = run();
  passed += tally.passed;
  failed += tally.failed;
  process.stdout.write(
    `── ${name}: ${tally.passed} passed, ${tally.failed} failed (${Math.round((performance.now() - started) / 1000)} s)\n`,
  );
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { keepTemporaryFilesInMemory } from "../test/support/memory.ts";
import { LOADED, newDataDir, removeData } from "../test/support/service.ts";

/**
 * Runs the checks two at a time, then the suites one after the other, and closes with the plain line « N passed, N failed » of all together.
 * A check (types, style, imports, dead code, build, the demonstration) counts as one test. `node scripts/test.ts types unit` runs those only;
 * `--slow` adds what one would wait long for: two suites, and the second way of the journeys (360 px, no script).
 */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

keepTemporaryFilesInMemory();
const root = join(import.meta.dirname, "..");
const isSlow = process.argv.includes("--slow");
const env: NodeJS.ProcessEnv = {
  ...process.env,
  // The packages' Node comes first, whatever the machine has, even where npm did not start this.
  PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
  // Journeys made in two ways are made in the first alone unless one waits for the slow suites.
  ...(isSlow ? null : { ESSAIM_WAYS: "first" }),
};
const bin = (name: string) => join(root, "node_modules/.bin", name);

/** What a check prints comes whole, once it is done: two of them run together. */
function check(command: string, ...args: string[]): Promise<Tally> {
  return new Promise((done) => {
    const said: Buffer[] = [];
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", (error) => said.push(Buffer.from(error.message)));
    child.once("close", (status) => {
      process.stdout.write(Buffer.concat(said));
      done(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    });
  });
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

type Run = () => Tally | Promise<Tally>;

let built: Promise<Tally> | null = null;

/** What the journeys start from, by the service as it has just been built: one processor's work, beside checks. */
async function demonstration(): Promise<Tally> {
  await built;
  const folder = newDataDir();
  process.once("exit", () => removeData(folder));
  const tally = await check(bin("tsx"), "test/support/load-demonstration.ts", folder);
  if (tally.failed === 0) env[LOADED] = folder;
  return tally;
}

const checks: Readonly<Record<string, Run>> = {
  types: () => check(bin("tsc"), "--noEmit"),
  build: () => {
    built = check(process.execPath, "scripts/build.ts");
    return built;
  },
  demonstration,
  style: () => check(bin("biome"), "check", "."),
  imports: () => check(process.execPath, "scripts/cruise.ts"),
  unused: () => check(bin("knip")),
};
/** Each takes every core already. */
const suites: Readonly<Record<string, Run>> = {
  unit: () => vitest("unit"),
  journeys: () => vitest("journeys"),
  sweeps: () => vitest("sweeps"),
  faults: () => vitest("faults"),
};

const slow = ["sweeps", "faults"];
const asked = process.argv.slice(2).filter((argument) => argument !== "--slow");
const isAsked = (name: string) => (asked.length > 0 ? asked.includes(name) : isSlow || !slow.includes(name));
let passed = 0;
let failed = 0;

async function run(all: Readonly<Record<string, Run>>, atOnce: number): Promise<void> {
  const waiting = Object.entries(all).filter(([name]) => isAsked(name));
  async function next(): Promise<void> {
    const one = waiting.shift();
    if (one === undefined) return;
    const [name, start] = one;
    const started = performance.now();
    const tally = await start();
    passed += tally.passed;
    failed += tally.failed;
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(`── ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
    return next();
  }
  await Promise.all(Array.from({ length: atOnce }, next));
}

await run(checks, 2);
await run(suites, 1);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

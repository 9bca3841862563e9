import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type Measure, measure } from "./measure.ts";

/**
 * `npx tsx bench/policy/run.ts [--write]`: each engine in its own process, on the same files. With `--write`, the table
 * goes to docs/performance-policy.md.
 */

const engines = {
  plain: async () => measure((await import("./engines/plain.ts")).plainEngine),
  compiled: async () => measure((await import("./engines/ours.ts")).compiledEngine),
  explained: async () => measure((await import("./engines/ours.ts")).explainedEngine),
  jsonRules: async () => measure((await import("./engines/json-rules.ts")).jsonRulesEngine),
  publicodes: async () => measure((await import("./engines/publicodes.ts")).publicodesEngine),
  feel: async () => measure((await import("./engines/feel.ts")).feelEngine),
} as const satisfies Readonly<Record<string, () => Promise<Measure>>>;

type EngineName = keyof typeof engines;

function isEngine(name: string | undefined): name is EngineName {
  return name !== undefined && name in engines;
}

function inItsOwnProcess(name: EngineName): Measure {
  const script = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, script, name], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout);
}

function table(measures: readonly Measure[]): string {
  const speedOf = (name: string) => measures.find((one) => one.name === name)?.perSecond ?? Number.NaN;
  const plain = speedOf("plain functions");
  const publicodes = speedOf("publicodes");
  const share = ({ wrong, cannotHold, of }: Measure["wrong"]) =>
    `${wrong} of ${of}${cannotHold > 0 ? `, and ${cannotHold} it cannot hold` : ""}`;
  const lines = measures.map((one) =>
    [
      one.name,
      one.files.toLocaleString("en"),
      Math.round(one.perSecond).toLocaleString("en"),
      `${((100_000 / one.perSecond) * 1_000).toLocaleString("en", { maximumFractionDigits: 0 })} ms`,
      `${(plain / one.perSecond).toLocaleString("en", { maximumFractionDigits: 1 })} ×`,
      `${(one.perSecond / publicodes).toLocaleString("en", { maximumFractionDigits: 1 })} ×`,
      `${Math.round(one.memory / 2 ** 20)} MB`,
      share(one.wrong),
      share(one.wrongAtBounds),
    ].join(" | "),
  );
  return [
    "| engine | files a pass | files/s | 100 000 files | time beside plain | speed beside publicodes | peak memory | wrong, worked cases | wrong, boundaries |",
    "|---|---|---|---|---|---|---|---|---|",
    ...lines.map((line) => `| ${line} |`),
  ].join("\n");
}

function page(measures: readonly Measure[]): string {
  const compiled = measures.find((one) => one.name === "Essaim, compiled")?.perSecond ?? Number.NaN;
  return `# Speed of the policy engine

Written by \`npx tsx bench/policy/run.ts --write\`: each engine in its own process, on one core, with the same individual
requests (two phases, two consultants, one answer in forty unknown), the criteria and the amount of each. Processor time,
best pass; slow engines run fewer files and the column "100 000 files" is scaled. Peak memory is that of the whole
process, files included. Last run: Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores.

${table(measures)}

- A million files, compiled: ${(1e6 / compiled).toFixed(1)} s.
- "Wrong" compares the answer and the Region's aid with the worked cases (\`cases/\`) and with the rows of
  \`boundaries.fixture.ts\` that need no choice of reading. Engines without lists cannot hold a collective request; engines
  without an unknown say no where a fact is missing; none of the others knows "to assess".
- All the engines hold the same rules, those of today. From 27 November to 1 December ours alone had grown: the reasoning of a
  request went from 56 lines to 97 (CS-1 from 11 to 27, CS-10 from 9 to 32), while publicodes held neither of the two and
  the plain functions had them as they were. The ratios published in between compared unequal work.
- The plain functions are written by hand for this comparison and give neither reason, provision, missing fact nor doubt.
`;
}

const [asked] = process.argv.slice(2);
if (isEngine(asked)) {
  process.stdout.write(JSON.stringify(await engines[asked]()));
} else {
  const measures = (Object.keys(engines) as EngineName[]).map(inItsOwnProcess);
  process.stdout.write(`${table(measures)}\n`);
  if (process.argv.includes("--write")) {
    writeFileSync(new URL("../../docs/performance-policy.md", import.meta.url), page(measures));
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { rows } from "#policy/frameworks/2025-07-15/consulting-support/boundaries.fixture.ts";
import { type ConsultingFacts, frameworkOn } from "#policy/index.ts";
import type { BenchEngine } from "./engine.ts";
import { filesOf, today } from "./files.ts";

export interface Measure {
  readonly name: string;
  readonly files: number;
  readonly perSecond: number;
  /** Peak resident memory of the process, files included, in bytes. */
  readonly memory: number;
  readonly wrong: Share;
  readonly wrongAtBounds: Share;
}

interface Share {
  readonly wrong: number;
  readonly cannotHold: number;
  readonly of: number;
}

interface Expected {
  readonly facts: ConsultingFacts;
  /** Undefined where the case says nothing of it. */
  readonly eligibility: string | undefined;
  readonly region: number | null | undefined;
}

const folder = new URL("../../policy/frameworks/2025-07-15/consulting-support/cases/", import.meta.url);

/** The worked cases, with what each expects. */
function workedCases(): readonly Expected[] {
  const scheme = frameworkOn(today).scheme("appui-conseil");
  if (scheme?.status !== "open") throw new Error("consulting support is not open");
  return readdirSync(folder).map((name) => {
    const { request, expect } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const parsed = scheme.parseFacts(request.facts);
    if (!parsed.ok) throw new Error(`${name} is not a request`);
    const region = expect.funding?.region;
    return {
      facts: parsed.facts,
      eligibility: expect.eligibility,
      region: region === undefined ? undefined : Number(region) * 100,
    };
  });
}

/** The rows of the boundaries that need no person's choice of reading, on the day the engines are set to. */
function boundaries(): readonly Expected[] {
  const plainRows = rows.filter((row) => row.closed === undefined && row.today === undefined);
  return plainRows.map(({ facts, differs = {}, region = 910_000 }) => {
    const statuses = Object.values(differs).flat();
    const has = (status: string) => statuses.some((one) => one === status);
    const eligibility = has("not-met")
      ? "not-eligible"
      : has("unknown")
        ? "incomplete"
        : has("to-assess")
          ? "to-assess"
          : "eligible";
    return { facts, eligibility, region };
  });
}

async function share<File>(engine: BenchEngine<File>, expected: readonly Expected[]): Promise<Share> {
  let wrong = 0;
  let cannotHold = 0;
  for (const { facts, eligibility, region } of expected) {
    const file = engine.prepare(facts);
    if (file === null) {
      cannotHold++;
      continue;
    }
    const answer = await engine.run(file);
    const isOther = eligibility !== undefined && answer.eligibility !== eligibility;
    if (isOther || (region !== undefined && answer.region !== region)) wrong++;
  }
  return { wrong, cannotHold, of: expected.length };
}

/** Times one engine on the common files, best of its passes, and counts its wrong answers. */
export async function measure<File>(engine: BenchEngine<File>): Promise<Measure> {
  const files = filesOf(engine.sample).flatMap((facts) => engine.prepare(facts) ?? []);
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < engine.passes; pass++) {
    const start = process.cpuUsage();
    for (const file of files) {
      const answer = engine.run(file);
      if (answer instanceof Promise) await answer;
    }
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return {
    name: engine.name,
    files: files.length,
    perSecond: (files.length / best) * 1e6,
    memory: process.resourceUsage().maxRSS * 1_024,
    wrong: await share(engine, workedCases()),
    wrongAtBounds: await share(engine, boundaries()),
  };
}

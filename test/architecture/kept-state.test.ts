import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "#src/places.ts";

/**
 * Modules outlive a world: in the service across requests, in the tests across files. What one keeps at its top is a
 * constant, a memo by the object that it is about (a WeakMap), or stands here with why no one can tell who came before.
 */
const allowed: Readonly<Record<string, string>> = {
  "src/ui/assets.ts manifest": "addresses of the built files, told once at the start",
  "src/ui/format.ts read": "a day by its text",
  "src/ui/format.ts hours": "the hour of Paris by that of the world",
  "src/platform/clock.ts dayOfHour": "the day of Paris by the hour of the world",
  "src/platform/http/compressed.ts last": "the last header read, and what it says",
  "src/platform/database/planned-once.ts names": "a digest by its text",
  "src/platform/documents/render.ts presses": "the two threads that set documents, each with what it has not answered",
  "src/platform/documents/render.ts lastId": "tells its answers apart",
  "src/platform/opening/pdf-thread.ts thread": "the one thread that opens PDFs",
  "src/platform/opening/pdf-thread.ts last": "the turn of the last PDF sent: they open one at a time",
  "src/territory/departments.ts names": "names by code, read once from their package",
  "src/territory/departments.ts byWords": "codes by name, read once from their package",
  "src/territory/departments.ts own": "those of the Region, read once from their package",
  "src/territory/shapes.ts drawn": "the map of the Region, drawn once from its data",
  "src/territory/communes.ts loaded": "communes, read once from their package",
  "test/support/chromium.ts own": "the browser of the process; what a person does in it has a context of its own",
};

const KEPT = new RegExp(
  [
    /let (\w+)/,
    /const (\w+)(?:: (?!Readonly)[^=]*)? = new (?:Map|Set)(?:<.*>)?\(\)/,
    /const (\w+): (?!readonly)[^=]*\[\] = \[\]/,
    /const (\w+): Record<[^=]* = \{\}/,
  ]
    .map(({ source }) => `^(?:export )?${source}`)
    .join("|"),
  "gm",
);

function keptBy(text: string): string[] {
  return [...text.matchAll(KEPT)].map(([, ...names]) => names.find((name) => name !== undefined) ?? "");
}

describe("what modules keep", () => {
  const modules = globSync("{src,policy,test/support,test/rights}/**/*.{ts,tsx}", { cwd: packageRoot }).filter(
    (path) => !/\.test\.tsx?$|\/islands\//.test(path),
  );
  const kept = modules.flatMap((path) =>
    keptBy(readFileSync(join(packageRoot, path), "utf8")).map((name) => `${path} ${name}`),
  );

  it("is known, and told why", () => expect(kept.sort()).toEqual(Object.keys(allowed).sort()));

  it.each([
    ["let count = 0;", ["count"]],
    ["export let last: Day | null = null;", ["last"]],
    ["const seen = new Set<string>();", ["seen"]],
    ["const pages: Map<string, Page> = new Map();", ["pages"]],
    ["export const waiting: string[] = [];", ["waiting"]],
    ["const none: readonly string[] = [];", []],
    ["const counts: Record<string, number> = {};", ["counts"]],
    ["const nothing: Values = {};", []],
    ["const nobody: ReadonlyMap<string, Person> = new Map();", []],
    ["const memo = new WeakMap<Form, number>();", []],
    ['const kinds = new Set(["a"]);', []],
    ["  let within = 0;", []],
  ])("is seen in « %s »", (line, names) => expect(keptBy(line)).toEqual(names));
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lifecycle } from "#src/life/index.ts";
import { packageRoot } from "#src/places.ts";
import { funderWords } from "#text/index.ts";
import { factTitle } from "./journal-words.ts";

/** What an act writes: a name in its call, or one of two in the constant that it passes. */
const WRITTEN = [
  /\b(?:reviewAct|reviewAddition)\(\s*\w+(?:\.\w+)*,\s*\w+,\s*"[a-z-]+",\s*"([a-z-]+)",/g,
  /\bdoAct\(\s*\w+(?:\.\w+)*,\s*\w+,\s*"([a-z-]+)",/g,
  /\bfact = [^;]*?"([a-z-]+)"(?:[^;]*?"([a-z-]+)")?/g,
];
/** A sending that is written as each of the facts in it, never under its own name. */
const WRITTEN_AS_OTHERS = "judgement-kept";
const SLICES = "src/{applications,reviews,selection,awards,agreements}/**/*.{ts,tsx}";

const funder = funderWords({ name: "Région Normandie" });

it("has words for every fact that an act on a file writes: nobody reads its name in the code", () => {
  const facts = new Set(Object.values(lifecycle).map(({ fact }) => fact));
  for (const path of globSync(SLICES, { cwd: packageRoot }).filter((one) => !/\.(test|fixture)\./.test(one))) {
    const text = readFileSync(join(packageRoot, path), "utf8");
    for (const [, ...found] of WRITTEN.flatMap((one) => [...text.matchAll(one)])) {
      for (const fact of found) if (fact !== undefined) facts.add(fact);
    }
  }
  facts.delete(WRITTEN_AS_OTHERS);
  expect(facts.size).toBeGreaterThan(40);
  expect([...facts].filter((fact) => factTitle(fact, funder) === fact)).toEqual([]);
});

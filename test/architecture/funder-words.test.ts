import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What may say « Région » whoever the funder is: a kind of legal person, what holds until someone sets it, fictions. */
const MAY = /^src\/(?:people\/organisations\/legal-categories\.ts|platform\/settings\/declared\.ts|demo\/|ui\/gallery)/;

/** What another funder is not, and has not: its name, who votes, who carries out. */
const OF_ONE_FUNDER =
  /(?<!\p{L})Région(?!s)|Commission permanente|[Cc]onseil régional|assemblée régionale|exécutif régional|(?<!\p{L})le Président|son Président/gu;

/** Where the strategy applies, and a body of there: the version of the text says both. */
const OF_ONE_TERRITORY = /Normandie|(?<!\p{L})[Nn]ormande?s?(?!\p{L})|DREETS de /gu;

/** What may say it: what holds until someone sets it, fictions, names of communes. */
const MAY_NAME = /^src\/(?:platform\/settings\/declared\.ts|demo\/|ui\/gallery|territory\/former-names)/;

it("calls the funder as it is set: no page and no letter has words of its own for it, who votes or who carries out", () => {
  expect(namedIn(["src"], OF_ONE_FUNDER, MAY)).toEqual([]);
});

it("names no territory and no body of one: another region runs the service with its own text", () => {
  expect(namedIn(["src", "text", "policy/engine"], OF_ONE_TERRITORY, MAY_NAME)).toEqual([]);
});

function namedIn(folders: readonly string[], words: RegExp, may: RegExp): readonly string[] {
  const files = execFileSync("git", ["ls-files", ...folders], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => /\.(?:tsx?|typ)$/.test(path) && !/\.(?:test|fixture)\.tsx?$/.test(path) && !may.test(path));
  return files.flatMap((path) => {
    // A comment may say how the first funder reads; a sentence may go on at the next line.
    const lines = readFileSync(join(root, path), "utf8").split("\n");
    const written = lines.filter((line) => !/^\s*(?:\/[/*]|\*)/.test(line)).join("\n");
    return [...written.replace(/\s+/g, " ").matchAll(words)].map(([said]) => `${path} ${said}`);
  });
}

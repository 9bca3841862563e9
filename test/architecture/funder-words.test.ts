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

it("calls the funder as it is set: no page and no letter has words of its own for it, who votes or who carries out", () => {
  const files = execFileSync("git", ["ls-files", "src"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => /\.(?:tsx?|typ)$/.test(path) && !/\.(?:test|fixture)\.tsx?$/.test(path) && !MAY.test(path));
  const named = files.flatMap((path) => {
    // A comment may say how the first funder reads; a sentence may go on at the next line.
    const lines = readFileSync(join(root, path), "utf8").split("\n");
    const written = lines.filter((line) => !/^\s*(?:\/[/*]|\*)/.test(line)).join("\n");
    return [...written.replace(/\s+/g, " ").matchAll(OF_ONE_FUNDER)].map(([said]) => `${path} ${said}`);
  });
  expect(named).toEqual([]);
});

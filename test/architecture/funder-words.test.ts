import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What may say « Région » whoever the funder is: a kind of legal person, what holds until someone sets it, fictions. */
const MAY = /^src\/(?:people\/legal-categories\.ts|platform\/settings\/declared\.ts|demo\/|ui\/gallery)/;

it("calls the funder as it is set: no page and no letter has a name of its own for it", () => {
  const files = execFileSync("git", ["ls-files", "src"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => /\.(?:tsx?|typ)$/.test(path) && !/\.(?:test|fixture)\.tsx?$/.test(path) && !MAY.test(path));
  const named = files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      // A comment may say how the first funder reads.
      .filter((line) => /(?<!\p{L})Région(?!s)/u.test(line) && !/^\s*(?:\/[/*]|\*)/.test(line))
      .map((line) => `${path} ${line.trim()}`),
  );
  expect(named).toEqual([]);
});

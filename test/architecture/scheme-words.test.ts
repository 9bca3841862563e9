import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { frameworks } from "#policy/index.ts";

const root = join(import.meta.dirname, "../..");

/** What is not a scheme's own folder: it may know schemes by what they declare alone. */
function productionFiles(): readonly string[] {
  return execFileSync("git", ["ls-files", "src", "migrations", "policy/engine"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => /\.(?:tsx?|sql)$/.test(path))
    .filter((path) => !/\.(?:test|fixture)\.tsx?$/.test(path))
    .filter((path) => !path.startsWith("src/demo/") && !path.startsWith("src/ui/gallery"));
}

const schemes = frameworks.flatMap(({ schemes: all }) => all).filter((scheme) => scheme.status === "open");

function mentions(of: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      .flatMap((line, at) => (of.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
}

it("names no provision of a scheme outside its folder", () => {
  const prefixes = new Set(schemes.flatMap(({ criteria }) => criteria.map(({ id }) => id.replace(/-.*$/, ""))));
  expect(mentions(new RegExp(`\\b(?:${[...prefixes].join("|")})-\\d+`), productionFiles())).toEqual([]);
});

it("names no column of a scheme's cost lines outside its folder", () => {
  const columns = schemes.flatMap(({ costs }) => costs.columns.map(({ id }) => id)).filter((id) => /[A-Z]/.test(id));
  expect(mentions(new RegExp(`\\b(?:${columns.join("|")})\\b`), productionFiles())).toEqual([]);
});

/** Pages that lead to one scheme by its address, until they lead to all of them. */
const LEADING = [
  "src/applications/home/dashboard-page.tsx",
  "src/applications/begin/new-routes.tsx",
  "src/eligibility/simulation.ts",
  "src/eligibility/web/not-computed-page.tsx",
  "src/eligibility/web/simulator-routes.tsx",
  "src/information/web/contact-page.tsx",
  "src/information/web/site-map-page.tsx",
  "src/people/web/page.tsx",
];

it("names a scheme by its slug only where a page leads to it", () => {
  const slugs = schemes.map(({ slug }) => slug).filter((slug) => slug.includes("-"));
  const files = productionFiles().filter((path) => !LEADING.includes(path));
  expect(mentions(new RegExp(`"(?:${slugs.join("|")})"`), files)).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FUNDER, frameworks, type Item } from "#policy/index.ts";

const root = join(import.meta.dirname, "../..");

/** Figures that compare engines on the rules of one scheme, written again by hand for each of them. */
const ON_ONE_SCHEME = /^bench\/policy\//;

/** What is not a scheme's own folder: it may know schemes by what they declare alone. Tests and fixtures may take one. */
function productionFiles(): readonly string[] {
  return execFileSync("git", ["ls-files", "src", "migrations", "policy", "text", "scripts", "bench", "test"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => /\.(?:tsx?|sql|typ|css|json)$/.test(path))
    .filter((path) => !/\.(?:test|fixture)\.tsx?$/.test(path))
    .filter((path) => !path.startsWith("policy/frameworks/") && !ON_ONE_SCHEME.test(path));
}

const schemes = frameworks.flatMap(({ schemes: all }) => all).filter((scheme) => scheme.status === "open");

function mentions(of: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((path) =>
    readFileSync(join(root, path), "utf8")
      .split("\n")
      // A migration that is applied is never edited, its comments included.
      .flatMap((line, at) =>
        of.test(line) && !line.startsWith("--") && !line.includes(" -- ") ? [`${path}:${at + 1} ${line.trim()}`] : [],
      ),
  );
}

/** The lists and records that a form's answers stand in: what its paths begin with. */
function listsIn(item: Item): readonly string[] {
  const [root = ""] = item.path;
  return item.path.length > 1 || item.type === "group" ? [root] : [];
}

/** The first letters of all that a version of the text numbers: statements, rules, doubts. */
function prefixes(): readonly string[] {
  const folders = execFileSync("git", ["ls-files", "policy/frameworks"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => path.endsWith(".ts"));
  const ids = folders.flatMap(
    (path) => readFileSync(join(root, path), "utf8").match(/\b[A-Z][A-Z0-9]{0,3}-\d+\b/g) ?? [],
  );
  return [...new Set(ids.map((id) => id.replace(/-.*$/, "")))].filter((prefix) => !/^(?:GOV|[LR]\d*)$/.test(prefix));
}

it("names no provision of the text outside its folder: only how the strategy is governed and kept in versions", () => {
  const files = productionFiles();
  expect(mentions(new RegExp(`\\b(?!D-01\\b)(?:${prefixes().join("|")})-\\d+\\b`), files)).toEqual([]);
});

it("names no column of a scheme's cost lines outside its folder", () => {
  const columns = schemes.flatMap(({ costs }) => costs.columns.map(({ id }) => id)).filter((id) => /[A-Z]/.test(id));
  expect(mentions(new RegExp(`\\b(?:${columns.join("|")})\\b`), productionFiles())).toEqual([]);
});

it("leads to no scheme by its address: pages lead to what the version of the text declares", () => {
  const slugs = frameworks.flatMap(({ schemes: all }) => all.map(({ slug }) => slug));
  expect(
    mentions(new RegExp(`(?:scheme|slug|dispositif)(?:: ?|\\()"(?:${slugs.join("|")})"`), productionFiles()),
  ).toEqual([]);
});

it("names no open scheme, by its slug or its name, outside its folder", () => {
  // « transitions » is a word of the whole strategy too: as a quoted slug of a link it is caught above.
  const names = schemes.filter(({ slug }) => slug !== "transitions").flatMap(({ slug, name }) => [slug, name]);
  expect(mentions(new RegExp(`(?<![\\p{L}-])(?:${names.join("|")})(?![\\p{L}-])`, "iu"), productionFiles())).toEqual(
    [],
  );
});

it("reads no answer of a scheme by its path outside its folder", () => {
  const lists = new Set(schemes.flatMap(({ form }) => form.sections.flatMap(({ items }) => items.flatMap(listsIn))));
  // Parts that the engine itself knows, of which it asks the service for a name and a number.
  for (const part of ["bearer", "provider"]) lists.delete(part);
  const code = productionFiles().filter((path) => path.endsWith(".ts") || path.endsWith(".tsx"));
  const path = new RegExp(`["'\`^/](?:${[...lists].join("|")})\\\\?\\.(?!tsx?\\b)[\\w*(]`);
  expect(mentions(path, code)).toEqual([]);
});

it("tells no route of a scheme's requests outside its folder", () => {
  const routes = new Set(schemes.flatMap(({ asking }) => (asking?.routes ?? []).map(({ value }) => value)));
  expect([...routes]).toContain("collective");
  expect(mentions(new RegExp(`\\broute\\b.*"(?:${[...routes].join("|")})"`), productionFiles())).toEqual([]);
});

it("names no other source of money than the funder's own outside the version of the text", () => {
  const codes = new Set(
    schemes.flatMap(({ course, words, evaluate }) => [
      ...(course.after === undefined ? [] : [course.after.source, course.after.envelope]),
      ...evaluate(words.cases.rows[0]?.facts ?? {}, { today: words.example.on })
        .funding.sources.filter(({ kind }) => kind === "aid")
        .map(({ source }) => source),
    ]),
  );
  codes.delete(FUNDER);
  // A code is sought in the whole service: one that is a common word (« other ») is found where it means another thing.
  expect(codes.size).toBeGreaterThan(0);
  expect(mentions(new RegExp(`["'\`.](?:${[...codes].join("|")})\\b`), productionFiles())).toEqual([]);
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "#src/places.ts";

/** `:has()` whose rule ends on a child of any kind: browsers then style every element of the page again at each change. */
const REACHES_ALL = /:has\([^,{]*\)[^,{]*[\s>+~](?:\*|:(?!is|where)[a-z-]+(?:\([^)]*\))?)\s*[,{]/g;

const reaching = (css: string) => [...css.matchAll(REACHES_ALL)].map(([rule]) => rule);

it("has no rule that makes each change cost the whole page", () => {
  const sheets = globSync("src/ui/theme/*.css", { cwd: packageRoot });
  expect(sheets.length).toBeGreaterThan(10);
  expect(sheets.flatMap((path) => reaching(readFileSync(join(packageRoot, path), "utf8")))).toEqual([]);
});

it.each([
  ["tr:has(.box :checked) > * {", 1],
  ["tr:has(.box :checked) > :first-child {", 1],
  [".page:has(.steps) :is(h1, .lead) {", 0],
  ["ul:has(> :nth-child(2)) {", 0],
  ["tr:has(+ .detail) { a: b; } p > * {", 0],
])("tells %s", (css, count) => expect(reaching(css)).toHaveLength(count));

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceRoot } from "./source-root.ts";

const layouts = globSync("**/*.typ", { cwd: sourceRoot() });

describe.each(layouts)("%s", (layout) => {
  const source = readFileSync(join(sourceRoot(), layout), "utf8");
  const lines = source.split("\n").filter((line) => !line.trimStart().startsWith("//"));

  it("never evaluates a text", () => {
    expect(source).not.toMatch(/\beval\s*\(/);
  });

  it("keeps French punctuation with its word", () => {
    expect(lines.filter((line) => /« | »|[\p{L}\d\])»*] (?:[;?!]|:)(?=[\s\])*]|$)/u.test(line))).toEqual([]);
  });

  it("writes the apostrophe of print", () => {
    expect(lines.filter((line) => /\p{L}'\p{L}/u.test(line))).toEqual([]);
  });
});

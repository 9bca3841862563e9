import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n");

/** A file or a folder of the tree, named whole or from any of its folders on. */
function isThere(path: string): boolean {
  const end = path.replace(/\/$/, "");
  return files.some((file) => file === end || `/${file}/`.includes(`/${end}/`));
}

it.each(["ARCHITECTURE.md", "docs/reading-order.md", "docs/boundaries.md", "GLOSSARY.md"])(
  "%s names files that are there",
  (page) => {
    const named = [
      ...readFileSync(join(root, page), "utf8").matchAll(/`([\w./-]+(?:\/|\.(?:tsx?|cjs|md|txt|typ|sql)))`/g),
    ];
    const paths = [...new Set(named.map(([, path = ""]) => path))];
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  },
);

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "#src/places.ts";

interface Term {
  readonly code: string;
  readonly avoid: readonly string[];
}

const terms: readonly Term[] = readFileSync(join(packageRoot, "GLOSSARY.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!in code|---)/.test(line))
  .map((line) => {
    const [, code = "", , , avoid = ""] = line.split("|").map((cell) => cell.trim());
    return {
      code,
      avoid: avoid
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== ""),
    };
  });

const sources = globSync(["policy/**/*.ts", "src/**/*.{ts,tsx}"], { cwd: packageRoot }).filter(
  (path) => !path.includes(".test."),
);
const text = sources.map((path) => readFileSync(join(packageRoot, path), "utf8")).join("\n");
/** Names that the code gives: of types, functions, constants, and of files. */
const named = new Set(
  [...text.matchAll(/\b(?:interface|type|function|const|class)\s+([A-Za-z]\w*)/g)].map((match) =>
    (match[1] ?? "").toLowerCase(),
  ),
);
const files = new Set(sources.flatMap((path) => path.toLowerCase().split(/[/.]/)));

/** What is exported under the name of a file, and is one: bytes that somebody sent or keeps. */
const BYTES = new Set([
  "PieceFile",
  "SignedFile",
  "forgetFile",
  "MessageFile",
  "SentFile",
  "SentFiles",
  "listMessageFiles",
  "findMessageFile",
  "tellMessageFileInfected",
]);

describe("glossary", () => {
  it("has its terms", () => {
    expect(terms.length).toBeGreaterThan(30);
  });

  it.each(terms.map((term) => term.code))("« %s » is a word of the code", (code) => {
    expect(text.toLowerCase()).toContain(
      code.replaceAll(" ", "").toLowerCase() === code ? code : code.replaceAll(" ", ""),
    );
  });

  it("gives each of its words to one type: what is another thing has another name", () => {
    const words = new Set(terms.map(({ code }) => code.replaceAll(" ", "").toLowerCase()));
    const homes = new Map<string, string[]>();
    for (const path of sources.filter((one) => !/\.fixture\.|database\/schema\.ts/.test(one))) {
      for (const [, name = ""] of readFileSync(join(packageRoot, path), "utf8").matchAll(
        /^(?:export )?(?:interface|type|class) ([A-Za-z]\w*)/gm,
      )) {
        if (words.has(name.toLowerCase())) homes.set(name, [...(homes.get(name) ?? []), path]);
      }
    }
    const twice = [...homes].flatMap(([name, paths]) => (paths.length > 1 ? [name] : []));
    expect(twice).toEqual([]);
  });

  it("keeps « file » for bytes: a request is an application", () => {
    const exported = sources
      .filter((path) => !/^src\/(platform|ui)\/|\.fixture\./.test(path))
      .flatMap((path) => [
        ...readFileSync(join(packageRoot, path), "utf8").matchAll(
          /^export (?:async )?(?:interface|type|function|const|class) (\w*File(?:s|[A-Z]\w*)?)\b/gm,
        ),
      ])
      .map(([, name = ""]) => name);
    expect(exported.filter((name) => !BYTES.has(name))).toEqual([]);
  });

  it.each(terms.flatMap((term) => term.avoid.map((word) => [word, term.code] as const)))(
    "nothing is named « %s »: it is « %s »",
    (word) => {
      expect(named.has(word.toLowerCase())).toBe(false);
      expect(files.has(word.toLowerCase())).toBe(false);
    },
  );
});

import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Carrier, canonicalJson, day, frameworkOn } from "#policy/index.ts";
import { openSchemes } from "#src/eligibility/index.ts";
import { shownCarrier } from "#src/information/carriers.ts";
import { packageRoot } from "#src/places.ts";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";

const framework = frameworkOn(day("2026-03-02"));
const open = openSchemes(framework);
const statements = framework.provisions.parts.flatMap((part) => part.statements);
const { doubts, later } = framework.provisions;

/** How many statements each part of the text holds: 193 in all. */
const counted = {
  ACT: 4,
  CTX: 17,
  ENJ: 3,
  OBJ: 5,
  AX1: 5,
  AX1A: 2,
  AX1B: 30,
  AX2: 3,
  AX2A: 5,
  AX2B: 1,
  AX2C: 72,
  AX2D: 27,
  AX3: 9,
  AX4: 10,
};

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, "0")}`);

let world: TestWorld;
const pages = new Map<string, Promise<{ readonly status: number; readonly body: string }>>();
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());

function page(path: string) {
  const read = async () => {
    const response = await world.app.request(path);
    return { status: response.status, body: await response.text() };
  };
  const asked = pages.get(path) ?? read();
  pages.set(path, asked);
  return asked;
}

/** Whether what a line names is there: words to show it by, and the place that it opens. */
async function exists(carrier: Carrier): Promise<boolean> {
  const shown = shownCarrier(framework, carrier);
  if (shown === null) return false;
  if (carrier.kind === "scheme" && !citesProvision(carrier.target)) return false;
  if (shown.href !== undefined && !(await opens(shown.href))) return false;
  return shown.file === undefined || holdsName(shown.file);
}

function citesProvision(target: string): boolean {
  const [slug = "", id = ""] = target.split(" ");
  return canonicalJson(framework.scheme(slug)).includes(`"${id}"`);
}

async function opens(href: string): Promise<boolean> {
  const [path = "", anchor] = href.split("#");
  const { status, body } = await page(path);
  return status === 200 && (anchor === undefined || body.includes(`id="${anchor}"`));
}

/** A file, and after `#` a name that it exports. */
function holdsName(place: string): boolean {
  const [path = "", name] = place.split("#");
  const file = join(packageRoot, path);
  if (!existsSync(file)) return false;
  return (
    name === undefined || new RegExp(`export (const|(async )?function) ${name}\\b`).test(readFileSync(file, "utf8"))
  );
}

describe("the text, statement by statement", () => {
  it("has its 193 statements and its 52 doubts, each once and in order", () => {
    const expected = Object.entries(counted).flatMap(([prefix, count]) => numbered(prefix, count));
    expect(expected).toHaveLength(193);
    expect(statements.map((one) => one.id).sort()).toEqual(expected.sort());
    expect(doubts.map((one) => one.id)).toEqual(numbered("D", 52));
  });

  it("says each in words, at a place, and a reading for each doubt", () => {
    for (const { id, place, words } of [...statements, ...doubts]) {
      expect(place, id).not.toBe("");
      expect(words.length, id).toBeGreaterThan(8);
    }
    for (const { id, reading } of doubts) expect(reading ?? "", id).toMatch(/\.$/);
  });

  it.each([...statements, ...doubts].map((one) => [one.id, one] as const))(
    "%s is carried by what is there",
    async (_, line) => {
      expect(line.carriers.length).toBeGreaterThan(0);
      for (const carrier of line.carriers) {
        expect(await exists(carrier), `${line.id}: ${carrier.kind} ${carrier.target}`).toBe(true);
      }
    },
  );

  it("calls no part « later » that no line waits for", () => {
    const waited = [...statements, ...doubts].flatMap((one) => one.carriers).filter((one) => one.kind === "later");
    expect(Object.keys(later).filter((key) => !waited.some((one) => one.target === key))).toEqual([]);
  });

  it("calls no part « later » whose folder stands in the service", () => {
    const standing = Object.keys(later).filter(
      (key) => globSync(`src/{${key},*/${key}}/`, { cwd: packageRoot }).length > 0,
    );
    expect(standing).toEqual([]);
  });

  it("carries every doubt that a scheme declares, and every rule, by some line", () => {
    const named = new Set(
      [...statements, ...doubts].flatMap((one) => one.carriers).map((one) => `${one.kind} ${one.target}`),
    );
    for (const scheme of open) {
      for (const { id } of scheme.doubts) expect(named.has(`doubt ${id}`), id).toBe(true);
      for (const { id } of scheme.criteria) expect(named.has(`rule ${id}`), id).toBe(true);
    }
  });
});

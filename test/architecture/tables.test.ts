import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * A table belongs to the slice that inserts its rows. Slices stand in the order of a grant's life: one may read what
 * belongs to those above it, as it may import them, never what belongs to those below.
 */
const root = join(import.meta.dirname, "../..");
const order = (() => {
  const config = readFileSync(join(root, ".dependency-cruiser.cjs"), "utf8");
  const [, list = ""] = /const slices = \[([^\]]*)\]/.exec(config) ?? [];
  return ["platform", ...[...list.matchAll(/"([a-z]+)"/g)].map(([, name]) => name ?? "")];
})();
const tables = new Set(
  [...readFileSync(join(root, "src/platform/database/schema.ts"), "utf8").matchAll(/^ {2}(\w+): \w+;$/gm)].map(
    ([, name]) => name ?? "",
  ),
);

/** Tables that several slices fill, each for itself. */
const shared: Readonly<Record<string, string>> = {
  counter: "a numbering for each kind of thing, taken by its name",
  file: "bytes are stored by whoever received them",
  act_key: "a key is claimed by the act that it guards",
};

/** Reads against the order, each with what it saves. */
const backward: Readonly<Record<string, string>> = {
  "reviews award": "the page of a file is one statement, its vote included",
  "life opinion": "whose opinion was sent back is told of it",
  "life mail_choice": "a mail leaves as its reader has chosen",
  "news agreement": "a signature that is awaited is called to mind",
  "life leave": "a deputy is told, and acts, in the place of who is away",
  "life outside_selection": "what another funder decided is an answer of the file, not its applicant's to give",
  "news leave": "what comes to who is away comes to their deputy",
  "life past_grant": "grants made before the service count in the ledger",
  "platform person": "who proposed and confirmed a setting is told by name",
  "selection course": "a project is read beside what exists already, courses too",
  "reviews selection": "a file that its committee decided in time is late no more, though the vote is awaited",
  "life selection": "the letter and the agreement say why a committee retained less of a project",
  "life agreement": "the proof goes through every stored file, the signed copies included",
};

interface Use {
  readonly slice: string;
  readonly table: string;
  readonly inserts: boolean;
}

const uses: readonly Use[] = globSync("src/**/*.{ts,tsx}", { cwd: root })
  .filter((path) => !/\.(test|fixture)\.|^src\/demo\/|database\/schema/.test(path))
  .flatMap((path) => {
    const slice = path.split("/")[1] ?? "";
    const text = readFileSync(join(root, path), "utf8");
    const built = text.matchAll(/(selectFrom|Join|insertInto|updateTable|deleteFrom)\(\s*\[?\s*"(\w+)/g);
    const written = text.matchAll(/(FROM|JOIN|INSERT INTO|UPDATE)\s+([a-z_]+)\b/g);
    return [...built, ...written]
      .map(([, verb = "", table = ""]) => ({ slice, table, inserts: /insert/i.test(verb) }))
      .filter(({ table }) => order.includes(slice) && tables.has(table));
  });

const owners = new Map<string, ReadonlySet<string>>(
  [...tables].map((table) => [
    table,
    new Set(uses.filter((use) => use.table === table && use.inserts).map((use) => use.slice)),
  ]),
);

describe("tables", () => {
  it("are those that the schema declares", () => {
    expect(tables.size).toBeGreaterThan(60);
    expect(uses.length).toBeGreaterThan(300);
  });

  it("are filled by one slice", () => {
    const several = [...owners].filter(([table, by]) => by.size > 1 && shared[table] === undefined);
    expect(several.map(([table, by]) => `${table}: ${[...by].join(", ")}`)).toEqual([]);
  });

  it("are read by the slices that come after the one that fills them", () => {
    const against = new Set(
      uses.flatMap(({ slice, table }) => {
        const [owner, ...others] = owners.get(table) ?? [];
        if (owner === undefined || others.length > 0) return [];
        return order.indexOf(slice) < order.indexOf(owner) ? [`${slice} ${table}`] : [];
      }),
    );
    expect([...against].sort()).toEqual(Object.keys(backward).sort());
  });
});

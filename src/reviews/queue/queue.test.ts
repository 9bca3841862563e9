import { describe, expect, it } from "vitest";
import { GROUPS, groupOf, STATES } from "#src/life/index.ts";
import { textCell } from "#src/platform/csv.ts";
import { queryString } from "#src/urls.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { everyApplication, isPlain, queryOf, readFilter as readWith, statesOf } from "./filters/filter.ts";
import { misread as misreadWith } from "./filters/misread.ts";
import { ownFacets } from "./filters/own-facets.ts";
import { readSearch } from "./filters/search.ts";
import { csvCell } from "./sheets/csv.ts";

const home = { ...everyApplication, group: "to-do" } as const;
const read = (query: string) => readWith(new URLSearchParams(query), home, ownFacets);
const misread = (query: URLSearchParams) => misreadWith(query, ownFacets);
const id = "0199f0de-0000-7000-8000-0000000000aa";

describe("the queue's address", () => {
  it("opens on what is to be done, and looks everywhere as soon as something is asked", () => {
    expect(read("").group).toBe("to-do");
    expect(read("q=bocage").group).toBeNull();
    expect(read("vue=tous").group).toBeNull();
    expect(read("vue=clos").group).toBe("closed");
  });

  it.each([
    "",
    "vue=tous",
    "vue=complements&tri=delai",
    "vue=tous&agent=moi&delai=retard&tri=delai",
    "vue=tous&agent=personne&lieu=14&verdict=eligible&voie=collective",
    "vue=tous&min=1000&max=17500,50&q=bocage&tri=montant&sens=asc",
    "vue=tous&etat=submitted&tri=organisme&sens=desc",
  ])("comes back the same from %s", (query) => {
    const filter = read(query);
    expect(read(queryString(queryOf(filter)))).toEqual(filter);
  });

  it.each(["vue=ailleurs", "etat=draft", "etat=x", "lieu=abc", "min=-1", "min=1e9", "tri=x", "page=zzz", "delai=x"])(
    "leaves out what it does not know: %s",
    (query) => {
      const filter = read(query);
      expect(isPlain(filter)).toBe(true);
      expect(filter.sort).toBe("submitted");
      expect(filter.cursor).toBeNull();
    },
  );

  it.each([
    ["etat=zzz", "etat", "« zzz »"],
    ["min=abc", "min", "« abc »"],
    ["max=-1", "max", "« -1 »"],
    ["delai=x", "delai", "« x »"],
    ["lieu=abc", "lieu", "« abc »"],
    ["verdict=x", "verdict", "« x »"],
    ["voie=x", "voie", "« x »"],
    ["q=%25", "q", "lettres"],
  ])("says by the field what it did not understand: %s", (query, name, words) => {
    const said = misread(new URLSearchParams(query));
    expect([...said.keys()]).toEqual([name]);
    expect(said.get(name)).toContain(words);
  });

  it.each([
    "",
    "vue=tous&min=1 000,50&etat=submitted&delai=retard&lieu=14&verdict=eligible&voie=opco&q=été",
    "min=&etat=",
  ])("understands what it writes: %s", (query) => {
    expect(misread(new URLSearchParams(query)).size).toBe(0);
  });

  it("says that the least is above the most", () => {
    expect(misread(new URLSearchParams("min=20&max=10")).get("max")).toContain("au moins");
  });

  it("puts every state but the draft in exactly one tab", () => {
    const placed = GROUPS.flatMap((group) => statesOf(group));
    expect([...placed].sort()).toEqual(STATES.filter((state) => state !== "draft").sort());
    expect(groupOf("draft")).toBeNull();
  });
});

describe("a cursor", () => {
  it.each(["2026-03-10T09:00:00.123456Z", "infinity", "910000", 'Écoles de l’Été; "x"'])(
    "comes back whole: %s",
    (value) => {
      const cursor = { way: "before", value, id } as const;
      expect(readCursor(writeCursor(cursor))).toEqual(cursor);
    },
  );

  it.each(["", "s", "x".repeat(60), "sAAAA", `s${Buffer.from("0".repeat(40)).toString("base64url")}`])(
    "is none when it was not written here: %s",
    (text) => {
      expect(readCursor(text)).toBeNull();
    },
  );
});

describe("the search box", () => {
  it("knows numbers, SIREN, SIRET and words", () => {
    expect(readSearch("ac-2026-42")).toEqual({ kind: "number", number: "AC-2026-00042" });
    expect(readSearch(" AC 2026 00042 ")).toEqual({ kind: "number", number: "AC-2026-00042" });
    expect(readSearch("123 456 789")).toEqual({ kind: "siren", siren: "123456789" });
    expect(readSearch("123 456 789 00012")).toEqual({ kind: "siren", siren: "123456789" });
    expect(readSearch("38")).toEqual({ kind: "digits", digits: "38", query: "38:*" });
    expect(readSearch("2026-38")).toEqual({ kind: "digits", digits: "2026-00038", query: "2026 & 00038:*" });
    expect(readSearch("Évaluation d'été")).toEqual({ kind: "words", query: "évaluation:* & d:* & été:*" });
    expect(readSearch("  '); & | ! ")).toEqual({ kind: "signs" });
    expect(readSearch("%")).toEqual({ kind: "signs" });
    expect(readSearch("  ")).toBeNull();
  });
});

describe("the export", () => {
  it.each(["=1+1", "+33", "-2", "@x", "\tx", " =1+1", "\n=1", "|calc"])("never lets a cell be run: %s", (text) => {
    expect(textCell(text)).toBe(`'${text}`);
  });
  it("writes amounts as French spreadsheets read them", () => {
    const amount = (cents: number) => csvCell({ kind: "money", cents });
    expect(amount(910_000)).toBe("9100,00");
    expect(amount(5)).toBe("0,05");
    expect(amount(-12_345)).toBe("-123,45");
    expect(csvCell(null)).toBe("");
  });
});

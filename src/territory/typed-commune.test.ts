import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { communeByCode, readTypedCommune } from "./index.ts";

const chosen = (typed: string) => readTypedCommune(typed).chosen?.code ?? null;
const found = (typed: string) => readTypedCommune(typed).found.map(({ code }) => code);

describe("a commune typed and not picked", () => {
  test.each([
    ["Vire", ["14762", "71584"]],
    ["vire", ["14762", "71584"]],
    ["Domfront", ["61145", "60200"]],
    ["Percy", ["50393"]],
  ])("« %s » has, or had, several names: the Norman ones come first and none is chosen", (typed, first) => {
    expect(chosen(typed)).toBeNull();
    expect(found(typed).slice(0, first.length)).toEqual(first);
    expect(found(typed).length).toBeGreaterThan(1);
  });

  test("a page pasted there is no commune, and is not read word by word", () => {
    expect(readTypedCommune("Caen 14000 ".repeat(6000))).toEqual({ chosen: null, found: [] });
  });

  test("every name that two communes bear or bore is asked, whoever bears it", () => {
    const names = fc.constantFrom(
      "Bernières",
      "Bures",
      "Montreuil",
      "Saint-Denis",
      "Sainte-Marie",
      "Neuville",
      "Aubigny",
    );
    fc.assert(fc.property(names, (name) => chosen(name) === null && found(name).length > 1));
  });

  test("an accent that was typed may be all that tells two names apart", () => {
    expect(chosen("Céaux")).toBe("50108");
    expect(chosen("BURÉ")).toBe("61066");
    expect(chosen("Ceaux")).toBeNull();
    expect(chosen("Viré")).toBeNull();
  });

  test.each([
    "Caen",
    "CAEN",
    "14000",
    "14000 Caen",
    "Caen 14000",
    "F-14000 Caen",
    "Caen (14)",
    "Caen, Calvados",
    "Caen (Calvados)",
    "Caen 14",
    "Caen Cedex",
    "14000 CAEN CEDEX",
    "14052 Caen Cedex 4",
    "CAEN CEDEX 04",
    "Caen (14000, Calvados)",
    "Caen, Normandie",
    "Caen France",
    "14118",
    "\u200bCaen\u00a0",
    "Venoix",
  ])("« %s » is Caen", (typed) => {
    expect(chosen(typed)).toBe("14118");
  });

  test.each([
    ["Vire Normandie", "14762"],
    ["Vire (14)", "14762"],
    ["Vire (14500, Calvados)", "14762"],
    ["14500 Vire", "14762"],
    ["71260 Viré", "71584"],
    ["Vire 71", "71584"],
    ["Domfront (Oise)", "60200"],
    ["Domfront 61", "61145"],
    ["Domfront, Orne", "61145"],
    ["St-Lô", "50502"],
    ["50000 ST LO", "50502"],
    ["Pont-Audemer 27", "27467"],
    ["Tourlaville", "50129"],
    ["Cherbourg", "50129"],
    ["Cherbourg-Octeville", "50129"],
    ["Paris 12e", "75056"],
    ["Le Havre Seine-Maritime", "76351"],
    ["2A004", "2A004"],
    ["20004", "2A004"],
    ["20000 Ajaccio", "2A004"],
    ["Château-Chinon (Ville)", "58062"],
    ["50602", "50129"],
  ])("« %s » is %s", (typed, code) => {
    expect(chosen(typed)).toBe(code);
  });

  test("a number that belies the name, and one that is a postcode here and an INSEE code there, are asked", () => {
    expect([chosen("75001 Caen"), found("75001 Caen")[0]]).toEqual([null, "14118"]);
    expect(communeByCode("14100")).not.toBeNull();
    expect(chosen("14100")).toBeNull();
    expect(found("14100")).toContain("14366");
    expect(found("14100")).toContain(communeByCode("14100")?.code);
  });

  test("what no commune answers to finds none", () => {
    for (const typed of ["", " ", "\u200b", "14999", "Atlantide", "()", "cedex", "14999 Atlantide"])
      expect([typed, found(typed)]).toEqual([typed, []]);
  });

  test("the label that the service itself writes is read back, whatever the commune", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("14118", "14762", "71584", "61145", "60200", "75056", "16052", "58063", "97411"),
        (code) => {
          const { name, postcodes, departmentName } = communeByCode(code) ?? {
            name: "",
            postcodes: [],
            departmentName: "",
          };
          expect(chosen(`${name} (${postcodes.slice(0, 3).join(", ")}, ${departmentName})`)).toBe(code);
        },
      ),
    );
  });

  test("never an accident", () => {
    const pieces = fc.array(
      fc.constantFrom("caen", "14", "14000", "cedex", "(", ")", ",", "orne", "2A", "\ud800", "f", "-"),
    );
    fc.assert(
      fc.property(pieces, (words) => {
        const read = readTypedCommune(words.join(" "));
        if (read.chosen !== null) expect(read.found).toContain(read.chosen);
      }),
      { numRuns: 60 },
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { communeByCode, searchCommunes } from "./index.ts";

const names = (query: string, limit?: number) => searchCommunes(query, limit).map((commune) => commune.name);

test("by name, whatever the accents, hyphens, case and « St »", () => {
  expect(names("caen")[0]).toBe("Caen");
  for (const typed of ["saint-lo", "Saint Lô", "ST LO", "st-lô"]) expect(names(typed)[0]).toBe("Saint-Lô");
  expect(names("le havre")[0]).toBe("Le Havre");
  expect(names("havre")[0]).toBe("Le Havre");
});

test("Normandy comes before the rest of France, exact names before beginnings", () => {
  const found = searchCommunes("valogne");
  expect(found[0]).toMatchObject({ name: "Valognes", region: "28" });
  expect(names("paris")[0]).toBe("Paris");
  expect(searchCommunes("saint").every((commune) => commune.region === "28")).toBe(true);
});

test("by postcode, whole or begun", () => {
  expect(names("14000")).toEqual(["Caen"]);
  expect(searchCommunes("50").every((commune) => commune.postcodes.some((postcode) => postcode.startsWith("50")))).toBe(
    true,
  );
  expect(names("75001")).toContain("Paris");
});

test("codes of former and delegated communes lead to the one of today", () => {
  expect(communeByCode("14118")).toMatchObject({
    name: "Caen",
    department: "14",
    departmentName: "Calvados",
    region: "28",
  });
  expect(communeByCode("14736")?.name).toBe("Caen");
  expect(communeByCode("50129")?.name).toMatch(/Cherbourg/);
  expect(communeByCode("50602")?.name).toBe(communeByCode("50129")?.name);
  expect(communeByCode("00000")).toBeNull();
  expect(communeByCode("__proto__")).toBeNull();
});

test("a former commune's name finds the commune it joined", () => {
  expect(names("Tourlaville")).toContain(communeByCode("50129")?.name);
});

test("never more than asked, nothing for nothing, and never an accident", () => {
  expect(names("", 5)).toEqual([]);
  expect(names("s", 5)).toHaveLength(5);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (query) => {
      expect(searchCommunes(query).length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 50 },
  );
});

test("the index is small and a search is quick", () => {
  const started = performance.now();
  for (let times = 0; times < 50; times++) searchCommunes("sainte marie");
  expect((performance.now() - started) / 50).toBeLessThan(50);
});

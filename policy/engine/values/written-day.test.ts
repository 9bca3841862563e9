import fc from "fast-check";
import { expect, it } from "vitest";
import { readWrittenDay } from "./written-day.ts";

it.each([
  "2011-05-04",
  "04/05/2011",
  "4/5/2011",
  "4-5-2011",
  "4.5.2011",
  "4 5 2011",
  "4 mai 2011",
  "4 MAI 2011",
  "4\u00a0mai\u00a02011",
  "04/05/2011\u200b",
  "\u202a04/05/2011\u202c",
])("« %s » is the 4th of May 2011", (typed) => {
  expect(readWrittenDay(typed)).toEqual({ value: "2011-05-04" });
});

const error = (typed: string) => {
  const read = readWrittenDay(typed);
  return "error" in read ? read.error : null;
};

it("says that the year is wrong, where it alone is", () => {
  for (const typed of ["03/03/0026", "0026-03-03", "3 mars 0026", "03/03/0206", "03/03/9999", "29/02/0026"])
    expect([typed, error(typed)]).toEqual([typed, expect.stringMatching(/^Vérifiez l’année/)]);
  expect(error("03/03/26")).toBe("Écrivez l’année avec ses quatre chiffres, par exemple 03/03/2026.");
});

it("says that the day does not exist, where the calendar has none", () => {
  for (const typed of [
    "31/02/2030",
    "31 février 2030",
    "2030-02-31",
    "29/02/2027",
    "3.13.2026",
    "0/1/2026",
    "31/02/0026",
  ])
    expect([typed, error(typed)]).toEqual([typed, expect.stringMatching(/^Ce jour n’existe pas/)]);
});

it("says how to write what is no day", () => {
  for (const typed of ["", "demain", "2026", "3 brumaire 2026", "le 03/03/2026", "03/03/2026 au soir", "mars 2026"])
    expect([typed, error(typed)]).toEqual([typed, "Indiquez une date, par exemple 03/03/2026."]);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => (error(typed) ?? "Une date.").endsWith(".")));
});

import { expect, it } from "vitest";
import { funderWords } from "./funder-words.ts";

it("calls each funder by what it is", () => {
  expect(funderWords("Région Normandie")).toEqual({ the: "la Région", of: "de la Région", capital: "La Région" });
  expect(funderWords("Département de l’Orne").of).toBe("du Département");
  expect(funderWords("GIP Emploi").the).toBe("le financeur");
});

import { expect, it } from "vitest";
import { funderWords } from "./index.ts";

it("calls each funder by what it is, with its article", () => {
  expect(funderWords("Région Normandie")).toEqual({
    short: "Région",
    the: "la Région",
    of: "de la Région",
    to: "à la Région",
    capital: "La Région",
  });
  expect(funderWords("Département de l’Orne")).toMatchObject({ of: "du Département", to: "au Département" });
  expect(funderWords("Agence de l’emploi")).toMatchObject({ of: "de l’Agence", capital: "L’Agence" });
  expect(funderWords("GIP Emploi")).toMatchObject({ the: "le financeur", to: "au financeur", short: "financeur" });
});

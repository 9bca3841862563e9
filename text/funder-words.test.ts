import { expect, it } from "vitest";
import { funderWords, readCalled, say } from "./index.ts";

it("calls each funder by what it is, with its article", () => {
  expect(funderWords({ name: "Région Normandie" })).toMatchObject({
    short: "Région",
    the: "la Région",
    of: "de la Région",
    to: "à la Région",
    capital: "La Région",
    its: "sa Région",
  });
  const department = funderWords({ name: "Département de l’Orne" });
  expect(department).toMatchObject({ of: "du Département", to: "au Département" });
  expect(funderWords({ name: "Agence de l’emploi" })).toMatchObject({ of: "de l’Agence", capital: "L’Agence" });
  expect(funderWords({ name: "GIP Emploi" })).toMatchObject({ the: "le financeur", to: "au financeur" });
});

it("says who votes and who carries out with the articles of the names that were set", () => {
  const words = funderWords({
    name: "GIP Emploi",
    short: "le Groupement",
    voter: "l’Assemblée générale",
    wholeVoter: "l’Assemblée générale du Groupement",
    executive: "la Directrice",
  });
  expect(words).toMatchObject({ of: "du Groupement", its: "son Groupement" });
  expect(words.voter).toMatchObject({ of: "de l’Assemblée générale", to: "à l’Assemblée générale" });
  expect(words.wholeVoter.capital).toBe("L’Assemblée générale du Groupement");
  expect(words.executive).toMatchObject({ its: "sa Directrice", to: "à la Directrice" });
  expect(say(({ voter }) => `Le rapport ${voter.to}`, words)).toBe("Le rapport à l’Assemblée générale");
});

it.each([
  ["la Région", "la Région"],
  ["Le Bureau", "le Bureau"],
  ["L'Assemblée", "l’Assemblée"],
  ["Bureau", null],
  ["les élus", null],
  ["la ", null],
])("reads a name with its article: %s", (written, read) => expect(readCalled(written)).toBe(read));

import { expect, it } from "vitest";
import { funderFrom } from "#src/platform/settings/funder.ts";
import { appealsOf, postalLines } from "./letterhead-of.ts";

const seat = { address: "4 quai des Essais", postcode: "76000", commune: "76540" };

it.each([
  [seat, ["4 quai des Essais", "76000 Rouen"]],
  [{ ...seat, address: "4 QUAI DES ESSAIS 76000 ROUEN" }, ["4 QUAI DES ESSAIS", "76000 Rouen"]],
  [{ ...seat, address: "4 quai des Essais, 76000 Rouen" }, ["4 quai des Essais", "76000 Rouen"]],
  [{ ...seat, address: null }, ["76000 Rouen"]],
  [{ ...seat, postcode: null }, ["4 quai des Essais", "Rouen"]],
  [{ address: "1 rue du Test", postcode: null, commune: "61001" }, ["1 rue du Test", "61000 Alençon"]],
  [{ address: null, postcode: null, commune: "00000" }, []],
  [null, []],
])("writes %o on an envelope as %o", (given, lines) => {
  expect(postalLines(given)).toEqual(lines);
});

it.each(["Région d’Exemple", "Département d’Exemple"])(
  "addresses a request for review in words that fit %s",
  (name) => {
    expect(appealsOf({ funder: funderFrom((key) => (key === "funder.name" ? name : undefined)) }).review.name).toBe(
      `${name}, à l’attention de la présidence`,
    );
  },
);

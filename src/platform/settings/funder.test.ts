import { expect, it } from "vitest";
import { funderFrom, unconfirmed } from "./funder.ts";

const read = (values: Readonly<Record<string, unknown>>) => (key: string) => values[key];

it("takes the legal words of documents from what is set, not confirmed unless said", () => {
  const sane = funderFrom(read({ "funder.name": "Région d’Exemple" })).legal;
  expect(sane.confirmed).toBe(false);
  expect(sane.court.name).toBe("tribunal administratif de Caen");
  expect(sane.publicityMention).toBe("Projet réalisé avec un soutien financier public\u00a0: Région d’Exemple");
  const other = funderFrom(read({ "funder.name": "Département d’Exemple" })).legal.publicityMention;
  expect(other).not.toContain("de la Département");
  const own = read({ "legal.confirmed": true, "legal.court.name": "tribunal de Z", "legal.publicity": "Merci." });
  expect(funderFrom(own).legal).toMatchObject({
    confirmed: true,
    court: { name: "tribunal de Z" },
    publicityMention: "Merci.",
  });
});

it("signs letters as told, else in the service's name with the place for a name left open", () => {
  expect(funderFrom(read({})).signatory).toEqual({
    name: null,
    quality: null,
    onBehalf: null,
  });
  const told = read({ "signatory.name": "Camille Exemple", "signatory.quality": "Directrice" });
  expect(funderFrom(told).signatory).toEqual({ name: "Camille Exemple", quality: "Directrice", onBehalf: null });
});

it("lists what nobody confirmed, even where the confirmed value is what stood before", () => {
  const before = unconfirmed(read({})).map(({ key }) => key);
  expect(before).toContain("funder.name");
  const after = unconfirmed(read({ "funder.name": "Région Normandie", "legal.publicity": null })).map(({ key }) => key);
  expect(before.filter((key) => !after.includes(key))).toEqual(["funder.name", "legal.publicity"]);
});

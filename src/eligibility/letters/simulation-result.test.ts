import { expect, it } from "vitest";
import { pullProof } from "#src/platform/documents/proof.ts";
import { minimalSimulation, richSimulation } from "./simulation-result.fixture.ts";
import { simulationResult } from "./simulation-result.ts";

const rich = pullProof(simulationResult, richSimulation);
const minimal = pullProof(simulationResult, minimalSimulation);

it("answers first, then says why, how much, what to prepare and what is doubtful", () => {
  const order = [
    "Oui, vous pouvez demander jusqu’à 14 000 €",
    "et ne décide de rien",
    "Plus de 5 salariés",
    "Coût éligible : 1 000 € au plus par jour",
    "Le devis du prestataire",
    "Aide : 16 800 €.",
    "Combien de salariés compte votre organisme ?",
  ];
  const places = order.map((words) => rich.text.indexOf(words.replaceAll(/\s/g, "")));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(rich.warnings).toEqual([]);
});

it("prints a short link in place of an address full of answers", () => {
  expect(rich.says("demarches.region.exemple.fr/simulateur/appui-conseil")).toBe(true);
  expect(rich.text).not.toContain("salaries=14");
  expect(rich.text).not.toContain("https:");
});

it("says what is missing when it cannot answer, without an amount", () => {
  expect(minimal.says("Le nombre de salariés")).toBe(true);
  expect(minimal.text).not.toContain("€");
  expect(minimal.warnings).toEqual([]);
});

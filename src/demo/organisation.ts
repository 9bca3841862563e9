import type { DemoOrganisation } from "#policy/demonstration/index.ts";
import { fictionalSiren, fictionalSiret, pick, randomOf } from "#policy/demonstration/index.ts";
import { communesOfDemo } from "./places.ts";

const firstWords = [
  "Ateliers",
  "Campus des métiers",
  "Centre de formation",
  "Institut de formation",
  "École des savoir-faire",
  "Pôle compétences",
  "Maison des apprentissages",
  "Passerelle Formation",
  "Tremplin Métiers",
] as const;
const lastWords = [
  "du Bocage",
  "de l’Estuaire",
  "des Deux Rives",
  "du Perche",
  "de la Baie",
  "du Littoral",
  "des Vergers",
  "du Pays d’Auge",
  "de la Vallée",
] as const;

/** A name of its own for each; only past all that can be made of the words does a rank tell them apart. */
function nameOf(n: number): string {
  const round = Math.floor(n / firstWords.length);
  const first = firstWords[n % firstWords.length];
  const last = lastWords[(n * 2 + round) % lastWords.length];
  const rank = n < firstWords.length * lastWords.length ? "" : ` ${n + 1}`;
  return `${first} ${last}${rank} (fictif)`;
}

type Legal = readonly [category: string, kind: DemoOrganisation["legalKind"]];

const legal: readonly [Legal, ...Legal[]] = [
  ["9220", "association"],
  ["5499", "company"],
  ["5710", "company"],
  ["7331", "public-body"],
];

export function demoOrganisation(n: number): DemoOrganisation {
  const random = randomOf(n + 1);
  const siren = fictionalSiren(n + 1);
  const [commune, communeName] = communesOfDemo[n % communesOfDemo.length] ?? ["14118", "Caen"];
  const [legalCategory, legalKind] = pick(random, legal);
  return {
    siren,
    siret: fictionalSiret(siren),
    name: nameOf(n),
    commune,
    communeName,
    headcount: 6 + Math.floor(random() * 60),
    legalCategory,
    legalKind,
    declarationNumber: `28${String(140_000_000 + n).slice(0, 9)}`,
  };
}

import type { DemoDraft, DemoOrganisation } from "../../../../demonstration/declared.ts";
import { randomOf } from "../../../../demonstration/numbers.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";
import { phaseAnswers, structureAnswers } from "./answers.ts";

/**
 * Whose request it is, where it is not the organisation of the same rank: a few come back with a second request, one of
 * them with hardly a day left to fund (CS-9).
 */
export const asks: Readonly<Record<number, number>> = {
  7: 33,
  10: 36,
  11: 37,
  13: 39,
  33: 7,
  36: 10,
  37: 11,
  39: 13,
  21: 1,
  12: 38,
  38: 12,
  30: 0,
};

/** Days and price of some requests, so that aids are small and large: `[diagnosis, support, euros a day]`. */
const sizes: Readonly<Record<number, readonly [diagnosis: string, support: string, price: string]>> = {
  0: ["8", "20", "1000"],
  1: ["2", "5", "780"],
  9: ["4", "13", "690"],
  11: ["6", "21", "1 150"],
  15: ["5", "25", "1 200"],
  20: ["3", "9", "720"],
  21: ["3", "10", "940"],
  25: ["4", "22,5", "980"],
  27: ["2", "3", "650"],
  30: ["3", "6", "900"],
  31: ["7", "18", "1 080"],
  35: ["1,5", "4", "820"],
  37: ["4", "16", "890"],
  38: ["3", "7", "1 000"],
};

/** How the n-th request departs from the ordinary one. */
export function departsOf(n: number, of: DemoOrganisation, beside: readonly DemoOrganisation[]): Raw {
  return { ...sizeOf(n), ...twistOf(n, of, beside) };
}

function sizeOf(n: number): Raw {
  const size = sizes[n];
  if (size === undefined) return {};
  const [diagnosis, support, price] = size;
  return {
    "structures.0.phases.0.days": diagnosis,
    "structures.0.phases.0.dailyCost": price,
    "structures.0.phases.1.days": support,
    "structures.0.phases.1.dailyCost": price,
  };
}

/** Some requests meet what the rules speak of: a dear day, too many days, a doubt, a condition not met. */
function twistOf(n: number, bearer: DemoOrganisation, beside: readonly DemoOrganisation[]): Raw {
  switch (n % 10) {
    case 2:
      return {
        "structures.0.phases.0.dailyCost": "1 200",
        "structures.0.phases.1.dailyCost": "1 200",
        "structures.0.phases.1.days": "15",
      };
    case 3:
      return { "structures.0.phases.1.days": "28" };
    case 4:
      return collective(n, bearer, beside);
    case 5:
      return {
        "structures.0.servesJobSeekers": "non",
        "structures.0.plansToServeJobSeekers": "oui",
        "structures.0.jobSeekersPlan": "Ouvrir deux parcours aux demandeurs d’emploi dès la rentrée.",
      };
    case 6:
      return { workStarted: "oui" };
    case 7:
      return n === 17 ? { "structures.0.headcount": "5" } : {};
    case 8:
      return {
        "provider.partnerBody": "uncontracted",
        "provider.partnerName": "Atelier Partenaire (fictif)",
        "provider.partnerPurpose": "Une expertise en accessibilité numérique.",
      };
    case 9:
      return { otherPublicFunding: "9000", otherPublicFunders: "L’opérateur de compétences, accord reçu." };
    default:
      return {};
  }
}

/** The request whose structures attend the same days: what each counts is its share. */
const SHARES_DAYS = 34;

/** Three structures together, two of which ask for nothing else. */
function collective(n: number, bearer: DemoOrganisation, beside: readonly DemoOrganisation[]): Raw {
  return {
    route: "collective",
    "bearer.name": "Réseau des ateliers normands (fictif)",
    "bearer.siret": bearer.siret,
    "bearer.mandated": "oui",
    "structures.length": "3",
    ...(n === SHARES_DAYS ? sharedDays : { daysAreShared: "non" }),
    ...Object.assign(
      {},
      ...beside.map((other, index) => ({
        ...structureAnswers(index + 1, other),
        ...phaseAnswers(index + 1, randomOf(n * 10 + index)),
      })),
    ),
  };
}

const sharedDays: Raw = {
  daysAreShared: "oui",
  "bearer.sharing": "Les trois équipes suivent les mêmes ateliers\u00a0: chacune porte un tiers des jours.",
  "structures.0.daysAttended": "32",
  "structures.1.daysAttended": "30",
  "structures.2.daysAttended": "24",
};

/** The first organisation has what each screen shows: a draft just begun, one nearly ready. */
export const drafts: readonly DemoDraft[] = [
  { of: 0, departs: { needs: "", sustainability: "", "provider.siret": "" }, withoutPapers: true },
  { of: 3, departs: {} },
  { of: 7, departs: { title: "", needs: "", themes: [] }, withoutPapers: true },
  { of: 11, departs: { "structures.0.headcount": "une dizaine" }, withoutPapers: true },
];

import Engine from "publicodes";
import type { ScalarApplication } from "./scalar.fixture.ts";

/** The scalar rules of an individual request, written a second time in publicodes, on the day of filing given. */
function rulesOn(today: string): Record<string, unknown> {
  const [year = "", month, date] = today.split("-");
  const names = Object.keys(fields);
  return {
    ...Object.fromEntries(names.map((name) => [name, null])),
    normande: { "une de ces conditions": ["14", "27", "50", "61", "76"].map((code) => `département = '${code}'`) },
    "plus de cinq": "effectif > 5",
    public: { "une de ces conditions": ["accueille", "projette"] },
    voie: { "une de ces conditions": ["route = 'individual'", "route = 'collective'", "route = 'opco'"] },
    ancienneté: `création <= ${date}/${month}/${Number(year) - 3}`,
    expérience: { "toutes ces conditions": ["années 1 >= 2", "années 2 >= 2"] },
    champs: "nombre de champs > 0",
    "sans sous-traitance": {
      "toutes ces conditions": [
        "sous-traite = non",
        { "une de ces conditions": ["partenaire = 'none'", "partenaire = 'contracted'"] },
      ],
    },
    "phase 1 connue": {
      "une de ces conditions": ["jours 1 = 0", { "toutes ces conditions": ["jours 1 >= 0", "prix 1 >= 0"] }],
    },
    "phase 2 connue": {
      "une de ces conditions": ["jours 2 = 0", { "toutes ces conditions": ["jours 2 >= 0", "prix 2 >= 0"] }],
    },
    ...phaseRules(1, `${date}/${month}/${year}`),
    ...phaseRules(2, `${date}/${month}/${year}`),
    // What awaits a person here is neither refused nor missing: publicodes has no word for it, and lets it pass.
    // No day at all is to be completed, not refused: what no fact gives.
    "à compléter": null,
    "une phase": {
      variations: [
        { si: { "une de ces conditions": ["phase 1 demandée", "phase 2 demandée"] }, alors: "oui" },
        { sinon: "à compléter" },
      ],
    },
    "phases nommées": { "toutes ces conditions": ["phase 1 nommée", "phase 2 nommée"] },
    "diagnostic posé": {
      "une de ces conditions": [
        absent("diagnostic"),
        "diagnostic",
        "phase 1 de diagnostic",
        "phase 2 de diagnostic",
        "phases nommées",
      ],
    },
    "prestataire présenté": {
      "une de ces conditions": [
        "création >= 01/01/1000",
        "années 1 >= 0",
        "années 2 >= 0",
        ...["capacité", "sous-traite", "comités", "livrables"].flatMap((name) => [name, `${name} = non`]),
        "nombre de champs >= 0",
        "partenaire != ''",
      ],
    },
    présenté: {
      "toutes ces conditions": [
        { "une de ces conditions": ["phase 1 présentée", "phase 2 présentée"] },
        "prestataire présenté",
      ],
    },
    "à commencer": {
      "une de ces conditions": [
        { "toutes ces conditions": ["phase 1 à commencer", "phase 2 à commencer"] },
        absent("commencé"),
        "commencé",
        "commencé = non",
      ],
    },
    "passé connu": "jours passés >= 0",
    "autres connus": "autres >= 0",
    éligible: {
      "toutes ces conditions": [
        "voie",
        "normande",
        "formation",
        "plus de cinq",
        "public",
        "ancienneté",
        "expérience",
        "capacité",
        "champs",
        "sans sous-traitance",
        "comités",
        "livrables",
        "phase 1 connue",
        "phase 2 connue",
        "passé connu",
        "autres connus",
        "une phase",
        "phases nommées",
        "diagnostic posé",
        "présenté",
        "à commencer",
      ],
    },
    "retenu 1": { valeur: "prix 1", plafond: 1000 },
    "retenu 2": { valeur: "prix 2", plafond: 1000 },
    "premier d'abord": "retenu 1 >= retenu 2",
    "jours chers": { variations: [{ si: "premier d'abord", alors: "jours 1" }, { sinon: "jours 2" }] },
    "prix chers": { variations: [{ si: "premier d'abord", alors: "retenu 1" }, { sinon: "retenu 2" }] },
    "jours suivants": { variations: [{ si: "premier d'abord", alors: "jours 2" }, { sinon: "jours 1" }] },
    "prix suivants": { variations: [{ si: "premier d'abord", alors: "retenu 2" }, { sinon: "retenu 1" }] },
    "jours possibles": { valeur: "25 - jours passés", plancher: 0 },
    "gardés chers": { valeur: "jours chers", plafond: "jours possibles" },
    "gardés suivants": { valeur: "jours suivants", plafond: "jours possibles - gardés chers" },
    "coûts retenus": "gardés chers * prix chers + gardés suivants * prix suivants",
    "coûts réels": "jours 1 * prix 1 + jours 2 * prix 2",
    "reste possible": { valeur: "coûts réels - autres", plancher: 0 },
    aide: { "le minimum de": ["coûts retenus * 70 / 100", "700 * jours possibles", "reste possible"] },
  };
}

/** CS-1 and CS-10 of one of the two phases. */
function phaseRules(n: 1 | 2, today: string): Record<string, unknown> {
  return {
    [`phase ${n} demandée`]: { "une de ces conditions": [absent(`jours ${n}`), `jours ${n} > 0`] },
    [`phase ${n} nommée`]: {
      "une de ces conditions": [`jours ${n} = 0`, `type ${n} = 'diagnostic'`, `type ${n} = 'accompagnement'`],
    },
    [`phase ${n} de diagnostic`]: {
      "toutes ces conditions": [`type ${n} = 'diagnostic'`, `phase ${n} demandée`],
    },
    [`phase ${n} présentée`]: {
      "une de ces conditions": [`type ${n} != ''`, `jours ${n} >= 0`, `prix ${n} >= 0`, `début ${n} >= 01/01/1000`],
    },
    [`phase ${n} à commencer`]: { "une de ces conditions": [absent(`début ${n}`), `début ${n} >= ${today}`] },
  };
}

function absent(name: string): Record<string, unknown> {
  return { "est non défini": name };
}

const fields: Readonly<Record<string, (file: ScalarApplication) => string | number | boolean | null>> = {
  route: (file) => file.route,
  département: (file) => file.department,
  formation: (file) => file.mainActivityIsTraining,
  effectif: (file) => file.headcount,
  accueille: (file) => file.servesJobSeekers,
  projette: (file) => file.plansToServeJobSeekers,
  "jours passés": (file) => file.daysAlreadyFunded,
  diagnostic: (file) => file.diagnosisExists,
  commencé: (file) => file.workStarted,
  "type 1": (file) => file.phase1,
  "type 2": (file) => file.phase2,
  "début 1": (file) => file.startsOn1,
  "début 2": (file) => file.startsOn2,
  "jours 1": (file) => file.days1,
  "jours 2": (file) => file.days2,
  "prix 1": (file) => file.cost1,
  "prix 2": (file) => file.cost2,
  création: (file) => file.createdOn,
  "années 1": (file) => file.years1,
  "années 2": (file) => file.years2,
  capacité: (file) => file.hasCapacity,
  "nombre de champs": (file) => file.fieldCount,
  "sous-traite": (file) => file.subcontracts,
  partenaire: (file) => file.partnerBody,
  comités: (file) => file.joinsMonitoringCommittees,
  livrables: (file) => file.providesDeliverables,
  autres: (file) => file.otherPublicFunding,
};

function written(name: string, value: string | number | boolean): string | number {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return value;
  return name === "création" || name.startsWith("début") ? value.split("-").toReversed().join("/") : `'${value}'`;
}

export interface ScalarAnswer {
  readonly eligibility: "eligible" | "not-eligible" | "incomplete";
  /** Euros; null where unknown. */
  readonly region: number | null;
}

/** Publicodes as a function of a file. */
export function publicodesOn(today: string): (file: ScalarApplication) => ScalarAnswer {
  const engine = new Engine(rulesOn(today) as ConstructorParameters<typeof Engine>[0]);
  return (file) => {
    const situation: Record<string, string | number> = {};
    for (const [name, read] of Object.entries(fields)) {
      const value = read(file);
      if (value !== null) situation[name] = written(name, value);
    }
    engine.setSituation(situation);
    const eligible = engine.evaluate("éligible").nodeValue;
    const aid = engine.evaluate("aide").nodeValue;
    return {
      eligibility: eligible === true ? "eligible" : eligible === false ? "not-eligible" : "incomplete",
      region: typeof aid === "number" ? aid : null,
    };
  };
}

import { refs } from "../../../engine/rules/expression.ts";
import {
  calendarDay,
  choice,
  choices,
  days,
  decimal,
  integer,
  listOf,
  money,
  openChoices,
  record,
  text,
  type ValueOf,
  yesNo,
} from "../../../engine/values/field.ts";
import { headcountBands } from "../../../engine/values/headcount-bands.ts";
import { euros } from "../../../engine/values/money.ts";

/** What the rules of consulting support read. The first ones of each record are those of the public API. */

export const phaseFacts = {
  phase: choice("phase", { diagnostic: "Diagnostic partagé", accompagnement: "Accompagnement" }, "CS-1"),
  days: days("nombre de jours", { min: 0, max: 3_660 }, "CS-9"),
  dailyCost: money("coût par jour", euros(1_000_000), "€ HT", "CS-7"),
  startsOn: calendarDay("début de la phase", "CS-10"),
};

export const structureFacts = {
  commune: text("commune", "commune de l’établissement", 5, "CS-2"),
  mainActivityIsTraining: yesNo("activité principale de formation", "CS-3"),
  headcount: integer("nombre de salariés", { min: 0, max: 1_000_000, unit: "salariés" }, "CS-4"),
  servesJobSeekers: yesNo("accueil de personnes en recherche d’emploi", "CS-5"),
  plansToServeJobSeekers: yesNo("projet vers les personnes en recherche d’emploi", "CS-5"),
  daysAlreadyFunded: days("jours déjà financés", { min: 0, max: 3_660 }, "CS-9"),
  aidAlreadyGranted: money("aide déjà accordée", euros(1_000_000), "€", "CS-9"),
  daysFundedThisYear: days("jours déjà financés dans l’année civile du dépôt", { min: 0, max: 3_660 }, "CS-9"),
  aidGrantedThisYear: money("aide déjà accordée dans l’année civile du dépôt", euros(1_000_000), "€", "CS-9"),
  daysFundedSince2020: days("jours financés depuis 2020, version précédente comprise", { min: 0, max: 3_660 }, "CS-9"),
  aidGrantedSince2020: money("aide accordée depuis 2020, version précédente comprise", euros(1_000_000), "€", "CS-9"),
  headOfficeCommune: text("commune", "commune du siège", 5, "CS-2"),
  trainingKinds: choices(
    "types de formation",
    { continuing: "Formation continue", apprenticeship: "Formation en alternance" },
    "CS-3",
  ),
  headcountFte: decimal("équivalents temps plein", { min: 0, max: 1_000_000, unit: "ETP" }, "CS-4"),
  headcountBand: { ...choice("tranche d’effectif INSEE", headcountBands, "CS-4"), unknowns: ["NN"] as const },
  isPublicBuyer: yesNo("soumission à la commande publique"),
  daysAttended: days("jours suivis, journées communes comptées entières", { min: 0, max: 3_660 }, "CS-9"),
  diagnosisExists: yesNo("existence d’un diagnostic", "CS-1"),
  phases: listOf("phases", record(phaseFacts), 50),
};

export const consultantFacts = {
  yearsOfExperience: decimal("années d’expérience", { min: 0, max: 80, unit: "ans" }, "CS-12"),
};

export const providerFacts = {
  createdOn: calendarDay("date de création du prestataire", "CS-11"),
  consultants: listOf("intervenants", record(consultantFacts), 100),
  hasCapacity: yesNo("capacité humaine et matérielle", "CS-13"),
  fields: openChoices(
    "champs d’intervention",
    {
      digitalisation: "Digitalisation",
      "human-resources": "Gestion des ressources humaines",
      "sustainable-development": "Développement durable",
      pedagogy: "Ingénierie et pratiques pédagogiques",
      strategy: "Stratégie, modèle économique, communication",
    },
    "CS-14",
  ),
  subcontracts: yesNo("sous-traitance", "CS-15"),
  partnerBody: choice(
    "organisme partenaire",
    {
      none: "Aucun",
      contracted: "Oui, avec un contrat préalable signé avec la structure et la Région",
      uncontracted: "Oui, sans ce contrat pour l’instant",
    },
    "CS-15",
  ),
  joinsMonitoringCommittees: yesNo("participation aux comités de suivi", "CS-16"),
  providesDeliverables: yesNo("remise des livrables", "CS-17"),
};

export const requestFacts = {
  route: choice(
    "voie de la demande",
    {
      individual: "Pour ma structure",
      collective: "Démarche collective d’un groupement ou d’un réseau",
      opco: "Par l’intermédiaire d’un OPCO",
    },
    "CS-6",
  ),
  otherPublicFunding: money("autres financements publics", euros(100_000_000), "€", "CS-8"),
  workStarted: yesNo("travaux commencés avant le dépôt", "CS-10"),
  daysAreShared: yesNo("journées communes à plusieurs structures", "CS-9"),
};

export const maxStructures = 200;

export const facts = record({
  ...requestFacts,
  structures: listOf("structures bénéficiaires", record(structureFacts), maxStructures),
  provider: record(providerFacts),
});

export type ConsultingFacts = ValueOf<typeof facts>;
export type StructureFacts = NonNullable<ConsultingFacts["structures"]>[number];
export type PhaseFacts = NonNullable<StructureFacts["phases"]>[number];

/** References to the facts, for the rules. */
export const f = refs(facts);

import { refs } from "../../../engine/rules/expression.ts";
import {
  calendarDay,
  choice,
  choices,
  communes,
  listOf,
  money,
  record,
  text,
  type ValueOf,
  yesNo,
} from "../../../engine/values/field.ts";
import { euros } from "../../../engine/values/money.ts";
import { transitions } from "../references.ts";

/** What the rules of the modernisation of services read: the names are those of the public API. */

const most = euros(100_000_000);

/** The natures of cost that the text names (MO-6, MO-8); anything else is for a person to judge. */
export const natures = {
  development: "Mise au point du projet",
  communication: "Communication pour faire connaître le projet",
  website: "Site internet",
  "learning-platform": "Plateforme d’apprentissage en ligne",
  "recruitment-process": "Recrutement et positionnement des candidats",
  "technical-platform": "Plateau technique plus sobre",
  "soft-mobility": "Mobilités douces",
  "sustainable-purchasing": "Achats durables",
  waste: "Gestion des déchets",
  staff: "Personnel dédié au projet",
  other: "Autre dépense",
} as const;

export const costFacts = {
  nature: choice("nature de la dépense", natures, "MO-6"),
  amount: money("montant hors taxes", most, "€", "MO-6"),
  vat: money("montant de la TVA", most, "€", "D-42"),
  vatRecoverable: yesNo("TVA récupérable", "D-42"),
  isInvestment: yesNo("imputation en investissement", "D-50"),
  isPedagogical: yesNo("dépense de pédagogie", "D-49"),
  paidOn: calendarDay("jour du paiement", "MO-3"),
  paidElsewhere: yesNo("dépense déjà payée par un marché, un OPCO ou un autre fonds", "MO-9"),
  ecoDesigned: yesNo("site écoconçu", "MO-8"),
  accessible: yesNo("site accessible à tous", "MO-8"),
};

export const phaseFacts = {
  startsOn: calendarDay("début de la phase", "MO-9"),
  endsOn: calendarDay("fin de la phase", "MO-9"),
};

/** Who pays a part of the project; codes of the sources of money of this version. */
export const planSources = {
  region: "Région Normandie",
  "esf-plus-2021-2027": "Union européenne (FSE+)",
  state: "État",
  opco: "OPCO",
  "other-public": "Autre financeur public",
  private: "Financeur privé",
  own: "Notre structure",
} as const;

export const planFacts = {
  source: choice("financeur", planSources, "MO-9"),
  amount: money("montant prévu", most, "€", "MO-9"),
};

export const projectFacts = {
  commune: text("commune", "commune du projet", 5, "MO-4"),
  communes: communes("communes du projet", 200, "MO-4"),
  kinds: choices(
    "type de projet",
    {
      "service-offer": "Faire évoluer toute notre offre de service",
      communication: "Rendre nos formations plus attractives, mieux toucher le public",
      process: "Changer notre organisation, pour que la formation ne s’arrête pas",
      other: "Autre changement de notre organisation",
    },
    "MO-2",
  ),
  isPedagogical: yesNo("projet pédagogique", "MO-2"),
  changesOwnOrganisation: yesNo("changement de sa propre organisation", "MO-2"),
  transitions: choices("transitions", transitions, "MO-9"),
  regionalAudience: yesNo("publics des politiques régionales de formation", "MO-5"),
  transposable: yesNo("méthode transposable à ces publics", "MO-5"),
  improvesAnswer: yesNo("amélioration de la réponse au besoin de formation", "MO-9"),
  givesContext: yesNo("éléments de contexte suffisants", "MO-9"),
  phases: listOf("phases", record(phaseFacts), 50),
  funding: listOf("plan de financement", record(planFacts), 50),
};

export const requestFacts = {
  otherPublicFunding: money("autres financements publics", most, "€", "MO-9"),
};

export const maxCosts = 200;

export const facts = record({
  project: record(projectFacts),
  costs: listOf("dépenses", record(costFacts), maxCosts),
  ...requestFacts,
});

export type ModernisationFacts = ValueOf<typeof facts>;
export type ProjectFacts = NonNullable<ModernisationFacts["project"]>;
export type CostFacts = NonNullable<ModernisationFacts["costs"]>[number];
export type PlanFacts = NonNullable<ProjectFacts["funding"]>[number];

/** References to the facts, for the rules. */
export const f = refs(facts);

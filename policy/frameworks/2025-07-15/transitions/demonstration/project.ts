import type { Temporal } from "temporal-polyfill";
import type { DemoOrganisation } from "../../../../demonstration/declared.ts";
import { typedDay, typedLines } from "../../../../demonstration/typed.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";
import { type Carried, carriedAfter, carriedInYear, inPhases } from "./carried.ts";

/** What sets one fictional project of 2.c apart from the others: its title, its transitions, its costs in euros. */
export interface ProjectIdea {
  readonly title: string;
  readonly transitions: readonly string[];
  readonly need: string;
  readonly external: number;
  readonly operating: number;
}

export const ideas: readonly ProjectIdea[] = [
  {
    title: "Bâtir sobre et bas carbone",
    transitions: ["ecological", "demographic"],
    need: "Quarante entreprises du bâtiment interrogées ne trouvent pas de formateurs au réemploi des matériaux.",
    external: 96_000,
    operating: 24_000,
  },
  {
    title: "Le carnet d’apprenti en ligne",
    transitions: ["digital"],
    need: "Un apprenti sur cinq change d’entreprise sans que son parcours soit transmis.",
    external: 70_000,
    operating: 14_000,
  },
  {
    title: "Apprendre les mobilités douces",
    transitions: ["ecological", "societal"],
    need: "Les ateliers de cycles de trois bassins cherchent vingt mécaniciens chaque année.",
    external: 58_000,
    operating: 12_000,
  },
  {
    title: "Réemploi : des modules ouverts",
    transitions: ["ecological", "digital"],
    need: "Aucun module commun n’existe pour les métiers du réemploi, relève l’étude de 2025.",
    external: 82_000,
    operating: 20_000,
  },
  {
    title: "Grand âge : les gestes simulés",
    transitions: ["demographic", "digital"],
    need: "Les aides à domicile abandonnent avant six mois, faute d’avoir répété les gestes.",
    external: 104_000,
    operating: 26_000,
  },
  {
    title: "Recherche-action sur le littoral",
    transitions: ["ecological", "demographic"],
    need: "Enquête auprès de 64 employeurs du littoral : 41 disent ne pas trouver de compétences sur la submersion.",
    external: 140_000,
    operating: 40_000,
  },
  {
    title: "Usinage : un plateau virtuel",
    transitions: ["digital"],
    need: "Les machines manquent : une heure de pratique par stagiaire et par semaine, quand il en faudrait cinq.",
    external: 92_000,
    operating: 18_000,
  },
  {
    title: "L’école des transitions rurales",
    transitions: ["ecological", "societal", "demographic"],
    need: "Les communes rurales perdent leurs animateurs ; trois intercommunalités le disent dans leur diagnostic.",
    external: 78_000,
    operating: 17_000,
  },
];

/** What answers the call that is open. */
const answering: ProjectIdea = {
  title: "Soigner la forêt qui change",
  transitions: ["ecological", "digital"],
  need: "Onze entreprises forestières sur quinze ne trouvent pas à former leurs équipes aux essences nouvelles.",
  external: 64_000,
  operating: 16_000,
};

/** It is written before the other funder answers. */
export function answeringProject(of: DemoOrganisation, on: Temporal.PlainDate): Raw {
  return { ...transitionsProjectIn(of, answering, carriedAfter(on)), selectedForEsf: "" };
}

const euros = (amount: number) => String(amount).replace(/(\d)(?=(\d{3})+$)/g, "$1 ");

/** A fictional project of transitions (2.c), whole, as its lead typed it: carried out in one year. */
export function transitionsProject(organisation: DemoOrganisation, idea: ProjectIdea, year: number): Raw {
  return transitionsProjectIn(organisation, idea, carriedInYear(year));
}

/** The same, carried out from one day to another. */
function transitionsProjectIn(organisation: DemoOrganisation, idea: ProjectIdea, on: Carried): Raw {
  const { year } = on.startsOn;
  return {
    title: idea.title,
    "project.summary": `${idea.need} Le projet écrit des contenus avec les employeurs, les essaie, puis les partage.`,
    "project.kinds": ["method"],
    "project.need": idea.need,
    "project.needSources": "Enquête auprès des employeurs et bilan de nos sessions, joints au dossier.",
    "project.objectives": ["modernisation"],
    "project.coherence": "Il répond à l’axe d’innovation de la stratégie et à ses transitions.",
    "project.complementarity": "Il complète les actions du réseau : personne n’y traite ce sujet.",
    "project.contributesToObjective45": "oui",
    "project.objective45": "Il améliore la qualité et l’accès à la formation des demandeurs d’emploi.",
    "project.transitions": [...idea.transitions],
    ...saidOfTransitions(idea),
    "association.purpose": "La formation et l’insertion des adultes.",
    "association.representative": "Camille Exemple (personne fictive)",
    "association.representativeRole": "Présidente",
    "association.volunteers": "6",
    "association.employees": "14",
    "project.isRemote": "non",
    ...atEach("equalityAt", "Groupes mixtes, images et exemples relus."),
    ...atEach("nonDiscriminationAt", "Accueil des personnes handicapées prévu, référente nommée."),
    ...Object.fromEntries(HARMS.map((harm) => [`harm.${harm}`, "none"])),
    ...account(0, year - 2, "612 000", "18 000"),
    ...account(1, year - 1, "640 000", "22 000"),
    cashAtStart: "160 000",
    "sharing.freeFor": ["learners", "actors"],
    "sharing.freeYears": "5",
    "sharing.sustainedBy": "Le réseau, avec deux référents par département.",
    "partners.length": "1",
    "partners.0.siret": organisation.siret,
    "partners.0.legalName": organisation.name,
    "partners.0.commune": organisation.commune,
    "partners.0.role": "lead",
    "partners.0.category": "association",
    "partners.0.involvedWithJobSeekers": "oui",
    "partners.0.involvement": "Cent vingt demandeurs d’emploi formés par an, sur commande de la Région.",
    "contact.name": "Camille Exemple (personne fictive)",
    "contact.email": "camille@formation.example",
    "contact.phone": "02 31 00 00 00",
    "project.commune": organisation.commune,
    "project.territory": "Deux bassins d’emploi normands, dont un rural.",
    "project.audiences": "Demandeurs d’emploi, dont un tiers peu qualifiés, et formateurs de trois centres.",
    "project.jobSeekers": "Ils essaient les contenus et participent au comité des usagers.",
    "project.citizenship": "Un module sur l’esprit critique est commun à tous les parcours.",
    "project.skills": "Six compétences, dont deux reconnues par une certification existante.",
    "project.pedagogy": "Pédagogie par l’essai, en situation, avec un temps de retour collectif.",
    "project.means": "Une cheffe de projet, deux ingénieurs pédagogiques, un atelier équipé.",
    "project.startsOn": typedDay(on.startsOn),
    "project.endsOn": typedDay(on.endsOn),
    ...typedLines(
      "phases",
      inPhases(on, PHASES.length).map((days, at) => ({ ...days, ...PHASES[at] })),
    ),
    "deliverables.length": "1",
    "deliverables.0.title": "Parcours complet et guide du formateur",
    "deliverables.0.kind": "module",
    "deliverables.0.dueOn": typedDay(on.endsOn.subtract({ months: 1 })),
    "deliverables.0.accessibility": "Contenus conformes au RGAA, vérifiés par un tiers.",
    "indicators.length": "2",
    "indicators.0.kind": "output",
    "indicators.0.title": "Personnes formées pendant l’essai",
    "indicators.0.target": "60",
    "indicators.0.source": "Feuilles d’émargement.",
    "indicators.1.kind": "success",
    "indicators.1.title": "Structures qui reprennent le parcours",
    "indicators.1.target": "8",
    "indicators.1.source": "Enquête un an après la publication.",
    "principles.equality": "oui",
    "principles.nonDiscrimination": "oui",
    "principles.sustainability": "oui",
    "principles.sustainabilityDetail": "Matériaux de réemploi, aucune impression, déplacements regroupés.",
    "project.steering": "Un comité tous les deux mois, des indicateurs suivis en ligne.",
    "project.governance": "Employeurs, formateurs et apprenants décident des contenus à parts égales.",
    "procurement.isBuyer": "non",
    "procurement.isFundedByPublicBodies": "non",
    "procurement.isControlledByPublicBodies": "non",
    "procurement.isGovernedByPublicBodies": "non",
    "costs.length": "2",
    ...cost(0, "external", "Conception des contenus par un prestataire", idea.external),
    "costs.0.isMaintenanceOutsidePeriod": "non",
    "costs.0.supplier": "Studio Exemple (fictif)",
    ...cost(1, "operating", "Location du plateau d’essai", idea.operating),
    "costs.1.isMissionOfStaffOutsideHeading": "non",
    "costs.1.method": "Prix du marché, au prorata des jours d’essai.",
    selectedForEsf: "non",
    requestedEsfRate: "60",
    otherPublicFunding: "0",
    cashPlan: "Trésorerie de six mois et avance de notre banque, attestée.",
    "project.free": "oui",
    "sharing.licence": "cc-by-4.0",
    "sharing.thirdParties": "Aucun contenu n’appartient à un tiers.",
    "sharing.channels": "Plateforme régionale, journées du réseau, formation de trente formateurs.",
    "sharing.transfer": "Guide du formateur, deux journées de transfert par département.",
    "sharing.lasting": "Le réseau entretient les contenus cinq ans.",
    "call.q1": "oui",
  };
}

const PHASES = [
  { title: "Écrire", actions: "Écrire les contenus avec les employeurs et les formateurs." },
  { title: "Essayer", actions: "Essayer avec deux groupes, corriger après chaque séance." },
  { title: "Partager", actions: "Publier les contenus, former trente formateurs à s’en servir." },
];

const HARMS = ["climate", "adaptation", "water", "circularity", "pollution", "biodiversity"];

function saidOfTransitions({ transitions, need }: ProjectIdea): Raw {
  const all = ["digital", "ecological", "demographic", "societal"];
  return Object.fromEntries(
    all.flatMap((one) =>
      transitions.includes(one)
        ? [
            [`project.addressed.${one}.problem`, need],
            [`project.addressed.${one}.answer`, "Des contenus écrits avec les employeurs, essayés puis partagés."],
          ]
        : [[`project.unharmed.${one}`, "Le projet ne la touche pas ; les déplacements sont regroupés."]],
    ),
  );
}

function atEach(principle: string, words: string): Raw {
  const moments = ["design", "implementation", "followUp", "evaluation"];
  return Object.fromEntries(moments.map((moment) => [`principles.${principle}.${moment}`, words]));
}

function account(place: number, year: number, income: string, result: string): Raw {
  return {
    [`accounts.${place}.year`]: String(year),
    [`accounts.${place}.income`]: income,
    [`accounts.${place}.result`]: result,
    [`accounts.${place}.equity`]: "140 000",
    [`accounts.${place}.cash`]: "120 000",
  };
}

function cost(place: number, heading: string, label: string, amount: number): Raw {
  return {
    [`costs.${place}.heading`]: heading,
    [`costs.${place}.label`]: label,
    [`costs.${place}.amount`]: euros(amount),
    [`costs.${place}.ground`]: "necessary",
    [`costs.${place}.groundDetail`]: "Sans cette dépense, l’essai ne peut pas se tenir.",
  };
}

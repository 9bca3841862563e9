import type { Raw } from "#policy/index.ts";
import type { DemoOrganisation } from "./file.ts";

/** A fictional project of 2.c, whole, as its lead typed it alone; `year` is that of its beginning. */
export function transitionsProject(organisation: DemoOrganisation, year: number): Raw {
  return {
    ...presented,
    ...transitionsSaid,
    ...principlesSaid,
    ...partnersSaid(organisation),
    ...audiencesSaid(organisation),
    ...contentSaid(year),
    ...budgetSaid(year),
    ...sharingSaid,
  };
}

const presented: Raw = {
  title: "Apprendre à réparer : un module partagé entre centres",
  "project.summary": "Trois plateaux techniques apprennent ensemble à réparer plutôt qu’à remplacer.",
  "project.kinds": ["module", "method"],
  "project.existingSearch":
    "France compétences et le catalogue régional : rien sur la réparation des équipements légers.",
  "project.existingCode": "Aucune",
  "project.need":
    "Les ateliers jettent ce qu’ils pourraient réparer, et les employeurs ne trouvent pas ces compétences.",
  "project.needSources": "Enquête auprès de quarante ateliers, bilan de deux années de formation.",
  "project.objectives": ["innovation", "pedagogies"],
  "project.coherence": "Le projet renouvelle les façons d’apprendre et sert les transitions du territoire.",
  "project.complementarity": "Les formations voisines traitent la maintenance lourde ; celle-ci la complète.",
  "project.contributesToObjective45": "oui",
  "project.objective45": "La formation colle mieux aux métiers qui recrutent.",
};

const transitionsSaid: Raw = {
  "project.transitions": ["ecological", "digital"],
  "project.addressed.ecological.problem": "Des équipements encore utiles finissent en déchets.",
  "project.addressed.ecological.answer": "Chaque plateau apprend à diagnostiquer et à réparer.",
  "project.addressed.digital.problem": "Les notices et les pannes ne sont partagées nulle part.",
  "project.addressed.digital.answer": "Une base de pannes ouverte, tenue par les apprenants.",
  "project.unharmed.demographic": "Le module est ouvert à tous les âges, sans prérequis numérique.",
  "project.unharmed.societal": "Les horaires sont ceux des personnes qui ont la charge d’enfants.",
};

const moments = ["design", "implementation", "followUp", "evaluation"];
const harms = ["climate", "adaptation", "water", "circularity", "pollution", "biodiversity"];

const principlesSaid: Raw = {
  "principles.equality": "oui",
  "principles.nonDiscrimination": "oui",
  "principles.sustainability": "oui",
  ...Object.fromEntries(
    moments.flatMap((moment) => [
      [`principles.equalityAt.${moment}`, "Autant de femmes que d’hommes sont invités, et leur part est comptée."],
      [`principles.nonDiscriminationAt.${moment}`, "Les supports sont accessibles, et relus par un référent handicap."],
    ]),
  ),
  ...Object.fromEntries(harms.map((harm) => [`harm.${harm}`, harm === "circularity" ? "better" : "none"])),
  "principles.sustainabilityDetail": "Pièces de réemploi, déplacements groupés, supports légers.",
};

function partnersSaid(organisation: DemoOrganisation): Raw {
  const isAssociation = organisation.legalKind === "association";
  const categories = { association: "association", company: "company", "public-body": "public-body" } as const;
  return {
    "partners.0.siret": organisation.siret,
    "partners.0.legalName": organisation.name,
    "partners.0.commune": organisation.commune,
    "partners.0.role": "lead",
    "partners.0.category": categories[organisation.legalKind],
    "partners.0.involvedWithJobSeekers": "oui",
    "partners.0.involvement": "Deux marchés de formation, cent vingt stagiaires par an.",
    ...(isAssociation
      ? {
          "association.purpose": "Former et accompagner vers l’emploi.",
          "association.representative": "Dominique Exemple (personne fictive)",
          "association.representativeRole": "Présidente",
          "association.volunteers": "12",
          "association.employees": "14",
        }
      : {}),
    "contact.name": "Camille Exemple (personne fictive)",
    "contact.email": "camille@formation.example",
    "contact.phone": "02 31 00 00 00",
    "procurement.isBuyer": organisation.legalKind === "public-body" ? "oui" : "non",
    "procurement.isFundedByPublicBodies": "non",
    "procurement.isControlledByPublicBodies": "non",
    "procurement.isGovernedByPublicBodies": "non",
  };
}

function audiencesSaid(organisation: DemoOrganisation): Raw {
  return {
    "project.commune": organisation.commune,
    "project.places.0.commune": "75056",
    "project.isRemote": "oui",
    "project.remote": "Deux heures par semaine, pour tenir la base de pannes.",
    "project.territory": "Le bassin d’emploi et les deux voisins.",
    "project.audiences": "Quatre-vingts stagiaires et vingt formateurs.",
    "project.jobSeekers": "Les deux tiers des places.",
    "project.citizenship": "Réparer ensemble, et le montrer au quartier deux fois l’an.",
  };
}

function contentSaid(year: number): Raw {
  return {
    "project.skills": "Diagnostiquer, réparer, documenter ; une attestation par bloc.",
    "project.pedagogy": "On apprend sur de vraies pannes, en équipes de niveaux mêlés.",
    "project.means": "Trois formateurs, un ingénieur pédagogique, trois ateliers.",
    "project.startsOn": `01/02/${year}`,
    "project.endsOn": `31/05/${year}`,
    "phases.0.title": "Écrire le module",
    "phases.0.startsOn": `01/02/${year}`,
    "phases.0.endsOn": `15/03/${year}`,
    "phases.0.actions": "Recueil des pannes, écriture, relecture par les ateliers.",
    "phases.1.title": "L’essayer dans trois centres",
    "phases.1.startsOn": `16/03/${year}`,
    "phases.1.endsOn": `31/05/${year}`,
    "phases.1.actions": "Deux promotions, observation, corrections.",
    "deliverables.0.title": "Module « réparer »",
    "deliverables.0.kind": "module",
    "deliverables.0.dueOn": `30/05/${year}`,
    "deliverables.0.accessibility": "Pages légères, textes lisibles à voix haute.",
    "indicators.0.kind": "output",
    "indicators.0.title": "Stagiaires formés",
    "indicators.0.baseline": "0",
    "indicators.0.target": "80",
    "indicators.1.kind": "success",
    "indicators.1.title": "Pannes réparées au lieu d’être jetées",
    "indicators.1.baseline": "5",
    "indicators.1.target": "60",
    "project.steering": "Une cheffe de projet ; un point par quinzaine, un tableau partagé.",
    "project.governance": "Un comité de cinq personnes, dont deux stagiaires.",
  };
}

function budgetSaid(year: number): Raw {
  const line = (place: number, of: Readonly<Record<string, string>>): Raw =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [`costs.${place}.${name}`, value]));
  return {
    ...line(0, {
      label: "Ingénierie du module",
      heading: "staff",
      amount: "42 000",
      person: "Ingénieure pédagogique",
      employer: "lead",
      activity: "engineering",
      timeShare: "50",
      servedFrom: `01/02/${year}`,
      servedTo: `31/05/${year}`,
    }),
    ...line(1, {
      label: "Films des gestes",
      heading: "external",
      amount: "9 000",
      procurement: "Trois devis demandés, le moins cher retenu.",
      isMaintenance: "non",
      isMaintenanceOutsidePeriod: "non",
    }),
    ...line(2, {
      label: "Établis d’essai",
      heading: "equipment",
      amount: "6 000",
      nature: "pedagogical",
      ground: "necessary",
      groundDetail: "Sans eux, pas d’essai.",
    }),
    selectedForEsf: "oui",
    esfReference: "FSE-2027-0042 (fictif)",
    esfSelectedOn: `15/01/${year}`,
    requestedEsfRate: "60",
    otherPublicFunding: "0",
    "accounts.0.year": String(year - 2),
    "accounts.0.income": "820 000",
    "accounts.0.result": "12000",
    "accounts.0.equity": "140000",
    "accounts.0.cash": "65 000",
    "accounts.1.year": String(year - 1),
    "accounts.1.income": "845 000",
    "accounts.1.result": "-4000",
    "accounts.1.equity": "136000",
    "accounts.1.cash": "58 000",
    cashAtStart: "20 000",
    cashPlan: "Notre trésorerie, puis une avance de la banque jusqu’aux paiements.",
  };
}

const sharingSaid: Raw = {
  "project.free": "oui",
  "sharing.licence": "cc-by-4.0",
  "sharing.thirdParties": "Aucun",
  "sharing.freeFor": ["learners", "partners", "actors", "everyone"],
  "sharing.freeYears": "5",
  "sharing.channels": "Le catalogue régional, deux journées ouvertes.",
  "sharing.transfer": "Un guide et une journée de prise en main par centre.",
  "sharing.lasting": "Le module entre au programme des trois centres.",
  "sharing.sustainedBy": "Le chef de file",
};

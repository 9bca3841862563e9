import type { DemoOrganisation } from "../../../../demonstration/declared.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";

/** A fictional project of modernisation (2.d), whole, as its lead typed it; `year` is that of its first phase. */
export function modernisationProject(organisation: DemoOrganisation, year: number): Raw {
  const cost = (place: number, label: string, nature: string, amount: string): Raw => ({
    [`costs.${place}.label`]: label,
    [`costs.${place}.nature`]: nature,
    [`costs.${place}.amount`]: amount,
    [`costs.${place}.isInvestment`]: "non",
    [`costs.${place}.isPedagogical`]: "non",
  });
  return {
    "applicant.siret": organisation.siret,
    "applicant.legalName": organisation.name,
    "applicant.legalKind": organisation.legalKind,
    ...associationOf(organisation.legalKind),
    "contact.name": "Camille Exemple (personne fictive)",
    "contact.email": "camille@formation.example",
    "contact.phone": "02 31 00 00 00",
    title: "Un accueil des stagiaires repensé, sur place et à distance",
    "project.commune": organisation.commune,
    "project.kinds": ["service-offer", "communication"],
    "project.isPedagogical": "non",
    "project.changesOwnOrganisation": "oui",
    "project.transitions": ["digital", "societal"],
    "project.regionalAudience": "oui",
    "project.isRemote": "oui",
    "project.remote": "Un premier rendez-vous à distance, pour qui ne peut pas venir.",
    "project.change": "L’accueil est confié à une équipe, avec un parcours d’entrée commun à tous les sites.",
    "project.audience": "Les stagiaires de la formation continue et les apprentis de nos trois sites.",
    "project.need": "Un stagiaire sur cinq renonce avant le premier jour, faute d’une réponse à temps.",
    "project.context": "Chaque site accueille à sa façon ; rien n’est partagé et rien n’est mesuré.",
    "project.phases.0.title": "Préparer",
    "project.phases.0.startsOn": `01/09/${year}`,
    "project.phases.0.endsOn": `31/12/${year}`,
    "project.phases.0.outcome": "Le parcours d’entrée est écrit avec les équipes.",
    "project.phases.1.title": "Mettre en service",
    "project.phases.1.startsOn": `02/01/${year + 1}`,
    "project.phases.1.endsOn": `30/06/${year + 1}`,
    "project.phases.1.outcome": "Les trois sites accueillent de la même façon.",
    ...cost(0, "Site d’accueil et prise de rendez-vous", "website", "14 000"),
    "costs.0.ecoDesigned": "oui",
    "costs.0.accessible": "oui",
    ...cost(1, "Conduite du changement", "development", "9 500"),
    ...cost(2, "Campagne d’information", "communication", "4 500"),
    "project.funding.0.source": "region",
    "project.funding.0.amount": "14 000",
    "project.funding.1.source": "own",
    "project.funding.1.amount": "14 000",
    "call.q1": "oui",
  };
}

/** What the single form asks of an association or a foundation. */
function associationOf(legalKind: string): Raw {
  if (legalKind !== "association" && legalKind !== "foundation") return {};
  return {
    "association.purpose": "Former et accompagner vers l’emploi.",
    "association.representative": "Dominique Exemple (personne fictive)",
    "association.representativeRole": "Présidente",
    "association.volunteers": "12",
    "association.employees": "14",
  };
}

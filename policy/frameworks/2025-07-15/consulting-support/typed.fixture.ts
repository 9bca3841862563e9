import { readRaw } from "../../../engine/questions/answers.ts";
import type { Item, Question } from "../../../engine/questions/form.ts";
import { missingAnswers } from "../../../engine/questions/missing.ts";
import type { Raw } from "../../../engine/questions/raw.ts";
import { form } from "./form.ts";

export function flat(items: readonly Item[]): readonly Question[] {
  return items.flatMap((item) => (item.type === "question" ? [item] : flat(item.items)));
}

export const questions = form.sections.flatMap((section) => flat(section.items));

/** A complete individual request, as a person types it. */
export const typed: Raw = {
  route: "individual",
  "structures.0.siret": "732 829 320 00074",
  "structures.0.legalName": "Organisme fictif",
  "structures.0.commune": "14118",
  "structures.0.legalKind": "association",
  "structures.0.isPublicBuyer": "non",
  "structures.0.mainActivityIsTraining": "oui",
  "structures.0.trainingKinds": ["continuing", "apprenticeship"],
  "structures.0.nda": "25140000000",
  "structures.0.headcount": "12",
  "structures.0.servesJobSeekers": "oui",
  "structures.0.daysAlreadyFunded": "0",
  "structures.0.phases.length": "2",
  "structures.0.phases.0.phase": "diagnostic",
  "structures.0.phases.0.days": "5",
  "structures.0.phases.0.dailyCost": "1 100,00 €",
  "structures.0.phases.0.startsOn": "01/04/2026",
  "structures.0.phases.0.endsOn": "30/04/2026",
  "structures.0.phases.0.deliverables": "Diagnostic et plan d’action",
  "structures.0.phases.1.phase": "accompagnement",
  "structures.0.phases.1.days": "10",
  "structures.0.phases.1.dailyCost": "800",
  "structures.0.phases.1.startsOn": "4 mai 2026",
  "structures.0.phases.1.endsOn": "2026-09-30",
  "structures.0.phases.1.deliverables": "Comptes rendus et évaluation prospective",
  "contact.name": "Personne fictive",
  "contact.email": "personne@exemple.fr",
  "contact.phone": "02 31 00 00 00",
  title: "Nos formations autrement",
  needs: "Rendre notre offre modulaire.",
  themes: ["practices"],
  objectives: ["modernisation"],
  transitions: ["digital"],
  sustainability: "Moins de déplacements.",
  stakeholders: "Équipes, apprenants, entreprises.",
  territorialImpact: "Enquête auprès des entreprises.",
  workStarted: "non",
  "provider.siret": "35600000000048",
  "provider.legalName": "Cabinet fictif",
  "provider.createdOn": "2015-01-01",
  "provider.fields": ["digitalisation"],
  "provider.consultants.0.name": "Intervenante fictive",
  "provider.consultants.0.yearsOfExperience": "5",
  "provider.consultants.0.expertise": "Modularisation",
  "provider.hasCapacity": "oui",
  "provider.subcontracts": "non",
  "provider.partnerBody": "none",
  "provider.joinsMonitoringCommittees": "oui",
  "provider.providesDeliverables": "oui",
  otherPublicFunding: "0",
};
export const papers = [
  "quote",
  "cv:provider.consultants.0",
  "headcount:structures.0",
  "training-activity:structures.0",
  "bank-details",
  "statutes:structures.0",
];

export function gapsOf(raw: Raw, present: readonly string[] = papers): readonly string[] {
  return missingAnswers(form, readRaw(form, raw).answers, present).map((gap) => gap.path);
}

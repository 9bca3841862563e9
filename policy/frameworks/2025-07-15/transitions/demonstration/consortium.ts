import type { Temporal } from "temporal-polyfill";
import type { DemoConsortium, DemoOrganisation } from "../../../../demonstration/declared.ts";
import { typedDay } from "../../../../demonstration/typed.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";
import { demoBudget, demoCosts, demoPhases } from "./budget.ts";
import { carriedAfter, inPhases } from "./carried.ts";
import { answeringProject } from "./project.ts";

/** A common project: one partner wrote its part, another has begun. */
export const consortium: DemoConsortium = {
  lead,
  part,
  begun: { contribution: "L’écriture des modules sur l’écoconception." },
};

/** The whole project of a lead alone is where it began: its budget and its partners took the place of the first ones. */
function lead(of: DemoOrganisation, on: Temporal.PlainDate): Raw {
  const carried = carriedAfter(on);
  const begun = Object.entries(answeringProject(of, on));
  return {
    ...Object.fromEntries(begun.filter(([path]) => !path.startsWith("costs.") && !path.startsWith("deliverables."))),
    title: "Réparer plutôt que jeter : des parcours communs à quatre ateliers",
    "project.summary":
      "Quatre structures écrivent et essaient ensemble des parcours sur la réparation, libres de droits.",
    "project.kinds": ["method"],
    "project.need":
      "Soixante entreprises du réemploi interrogées cherchent des personnes qui savent diagnostiquer une panne.",
    "project.transitions": ["ecological", "digital"],
    "project.transitionsAddressed": "L’écologique par le réemploi ; le numérique par le diagnostic à distance.",
    "project.commune": of.commune,
    "project.audiences": "Cent vingt personnes en recherche d’emploi par an, sur quatre sites.",
    "partners.length": "1",
    "partners.0.siret": of.siret,
    "partners.0.legalName": of.name,
    "partners.0.commune": of.commune,
    "partners.0.role": "lead",
    "partners.0.category": "association",
    "partners.0.involvedWithJobSeekers": "oui",
    "partners.0.involvement": "Trois parcours par an sur commande de la Région.",
    "partners.0.contribution": "Elle coordonne, écrit le socle commun et dépose le projet.",
    cashAtStart: "45 000",
    ...demoBudget(demoCosts, inPhases(carried, demoPhases.length)),
    requestedEsfRate: "60",
    otherPublicFunding: "0",
    esfReference: "FSE-2026-0412 (fictif)",
  };
}

function part(on: Temporal.PlainDate): Readonly<Record<string, string>> {
  return {
    category: "association",
    isGreta: "non",
    involvedWithJobSeekers: "oui",
    involvement: "Deux parcours par an, quarante stagiaires.",
    contribution: "L’atelier de réparation et la moitié des séances d’essai, avec deux groupes de stagiaires.",
    brings: "Un atelier équipé, deux formateurs à mi-temps pendant les essais.",
    agreementSignedOn: typedDay(on),
  };
}

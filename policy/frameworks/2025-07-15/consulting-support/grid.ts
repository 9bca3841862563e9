import type { JudgedGrid, JudgedGridLine } from "../../../engine/grants/grid.ts";

const answers = { satisfying: "Satisfaisant", "to-complete": "À compléter", insufficient: "Insuffisant" };

function line(
  id: string,
  title: string,
  provision: string,
  question: string,
  hint: string,
  reads: readonly string[],
): JudgedGridLine {
  return { id, title, provision, question, hint, reads, answers, origin: "service" };
}

const lines: readonly JudgedGridLine[] = [
  line(
    "need",
    "Besoin de transformation",
    "CS-1",
    "Le besoin est-il clair et propre à la structure ?",
    "La demande vient de la structure, qui reste maître de sa démarche.",
    ["needs", "themes"],
  ),
  line(
    "stakeholders",
    "Acteurs associés",
    "CS-1",
    "Le diagnostic et le plan d’action associent-ils tous les acteurs en lien avec la structure ?",
    "Apprenants, entreprises, équipes, prescripteurs, financeurs, territoire.",
    ["stakeholders"],
  ),
  line(
    "impacts",
    "Impacts territoriaux",
    "CS-1",
    "L’accompagnement prévoit-il une évaluation prospective des impacts sur le territoire ?",
    "À attendre parmi les livrables de la phase d’accompagnement.",
    ["territorialImpact"],
  ),
  line(
    "approach",
    "Démarche et calendrier",
    "CS-10",
    "Le calendrier, les jours et les livrables de chaque phase sont-ils cohérents ?",
    "Comparez avec le devis du prestataire.",
    ["structures.*.phases.*.startsOn", "structures.*.phases.*.endsOn", "structures.*.phases.*.deliverables"],
  ),
  line(
    "capacity",
    "Capacité du prestataire",
    "CS-13",
    "Les moyens humains et matériels du prestataire sont-ils à la mesure de la mission ?",
    "Références d’appui individuel et collectif.",
    ["provider.hasCapacity", "provider.capacityDetail"],
  ),
  line(
    "sustainability",
    "Développement durable",
    "E3D-2",
    "Le développement durable est-il pris en compte dans la démarche ?",
    "Une orientation vers le dispositif E3D peut être proposée.",
    ["sustainability", "transitions"],
  ),
  line(
    "objectives",
    "Objectifs de la stratégie",
    "GOV-4",
    "Le projet sert-il les objectifs régionaux indiqués ?",
    "Ces réponses alimentent le suivi de la stratégie.",
    ["objectives", "purposes"],
  ),
];

/** The grid of analysis of consulting support: judged in words, never scored. */
export const grid: JudgedGrid = { kind: "judged", lines };

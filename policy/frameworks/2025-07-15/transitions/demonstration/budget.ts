import { typedLines } from "../../../../demonstration/typed.ts";
import type { Raw } from "../../../../engine/questions/raw.ts";

/** Phases of the fictional project below: the lines of its budget name them. */
export const demoPhases = ["Concevoir", "Expérimenter", "Partager"] as const;

type Line = Readonly<Record<string, string>>;

const hoursOf = (
  label: string,
  activity: string,
  hours: string,
  yearlyCost: string,
  amount: string,
  more: Line = {},
): Line => ({
  heading: "staff",
  label,
  person: label,
  employer: "lead",
  bornBy: "lead",
  activity,
  hours,
  ownHours: "1 607",
  yearlyCost,
  amount,
  ...more,
});
const cost = (heading: string, label: string, phase: string, amount: string, more: Line = {}): Line => ({
  heading,
  label,
  phase,
  amount,
  bornBy: "lead",
  ...more,
});
const service = { isMaintenanceOutsidePeriod: "non", vat: "0" };
const running = { isMissionOfStaffOutsideHeading: "non" };
const tool = { nature: "pedagogical", ground: "necessary", groundDetail: "Les ateliers en dépendent." };

/** The costs of a fictional project of 2.c, with what rules cut and what people must still judge. */
export const demoCosts: readonly Line[] = [
  hoursOf("Ingénieure pédagogique", "engineering", "640", "45 638,80", "18 176,00"),
  hoursOf("Formateur référent, réparation", "engineering", "380", "39 371,50", "9 310,00"),
  hoursOf("Conceptrice multimédia", "engineering", "320", "41 782,00", "8 320,00"),
  hoursOf("Chargée d’essaimage", "dissemination", "300", "40 496,40", "7 560,00"),
  hoursOf("Formatrice, mécanique du cycle", "engineering", "210", "39 371,50", "5 145,00"),
  hoursOf("Formateur, séances avec les stagiaires", "teaching", "170", "39 371,50", "4 165,00"),
  hoursOf("Assistante administrative", "engineering", "96", "33 747,00", "2 016,00"),
  hoursOf("Responsable qualité", "steering", "170", "46 603,00", "4 930,00"),
  cost("external", "Tournage et montage de douze vidéos (Studio Marée Haute, fictif)", "Concevoir", "9 600,00", {
    ...service,
    need: "Films",
    procedure: "adapted",
  }),
  cost("external", "Sous-titres et audiodescription", "Concevoir", "3 200,00", {
    ...service,
    need: "Films",
    procedure: "adapted",
  }),
  cost("external", "Atelier en réalité virtuelle", "Concevoir", "14 000,00", service),
  cost("external", "Évaluation par un tiers", "Expérimenter", "6 000,00", service),
  cost("external", "Maintenance de la plateforme", "Partager", "2 400,00", {
    ...service,
    isMaintenanceOutsidePeriod: "oui",
  }),
  cost("operating", "Location de salles, trois journées de partage", "Partager", "1 350,00", running),
  cost("operating", "Petit matériel d’atelier", "Expérimenter", "2 180,00", running),
  cost("operating", "Impression des livrets", "Partager", "940,00", running),
  cost("operating", "Déplacements de l’équipe du projet", "Expérimenter", "1 860,00", running),
  cost("operating", "Déplacements payés par Ateliers du Bocage (fictif)", "Expérimenter", "1 120,00", {
    ...running,
    bornBy: "partner",
  }),
  cost("equipment", "Six bancs de réparation", "Expérimenter", "4 800,00", tool),
  cost("equipment", "Huit valises d’électronique", "Expérimenter", "2 640,00", tool),
  cost("equipment", "Cinq ordinateurs portables", "Concevoir", "4 250,00", { ...tool, nature: "computer-hardware" }),
  cost("in-kind", "Salle prêtée par la commune de Sainte-Baie (fictive)", "Expérimenter", "3 000,00", {
    giver: "Commune de Sainte-Baie (fictive)",
    method: "Tarif public de location, 20 jours.",
  }),
  cost("in-kind", "Atelier prêté par le Campus des métiers du Littoral (fictif)", "Expérimenter", "2 400,00", {
    giver: "Campus des métiers du Littoral (fictif)",
    method: "Coût de revient de l’atelier, 12 jours.",
  }),
];

/** The lines as a draft holds them, and the phases that they name: what a line of a phase pays for is done within it. */
export function demoBudget(
  costs: readonly Line[] = demoCosts,
  days: readonly { readonly startsOn: string; readonly endsOn: string }[] = [],
): Raw {
  const phases = demoPhases.map((title, at) => ({ title, ...days[at] }));
  const served = costs.map((line) => {
    const within = days[demoPhases.indexOf(line.phase as (typeof demoPhases)[number])];
    return within === undefined ? line : { ...line, servedFrom: within.startsOn, servedTo: within.endsOn };
  });
  return { ...typedLines("phases", phases), ...typedLines("costs", served) };
}

import type { PartyRule } from "../../../engine/grants/declared.ts";

/** The structure that asks, for its own transformation (MO-2): neither its size nor its status is asked. */
export const parties: readonly PartyRule[] = [
  {
    part: "lead",
    word: "Structure",
    siret: ["applicant", "siret"],
    name: ["applicant", "legalName"],
    commune: ["project", "commune"],
    seen: [
      { label: "Activité (NAF)", register: "activity" },
      { label: "Déclaration d’activité (NDA)", register: "declaration" },
      { label: "Qualiopi", register: "qualiopi" },
      { label: "Tranche d’effectif", register: "headcount-band" },
    ],
    funded: true,
  },
];

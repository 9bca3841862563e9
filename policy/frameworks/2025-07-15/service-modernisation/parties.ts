import type { PartyRule } from "../../../engine/grants/declared.ts";

/** The structure that asks, for its own transformation (MO-2): neither its size nor its status is asked. */
export const parties: readonly PartyRule[] = [
  {
    part: "lead",
    word: "Structure",
    siret: ["applicant", "siret"],
    name: ["applicant", "legalName"],
    commune: ["project", "commune"],
    funded: true,
  },
];

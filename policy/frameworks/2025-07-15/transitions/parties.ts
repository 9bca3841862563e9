import type { PartyRule } from "../../../engine/grants/declared.ts";

/** Who a project is about: its partners, the first of them the lead, who bears all the costs (TR-15). */
export const parties: readonly PartyRule[] = [
  {
    part: "lead",
    word: "Structure",
    each: ["partners"],
    siret: ["siret"],
    name: ["legalName"],
    commune: ["commune"],
    funded: true,
  },
];

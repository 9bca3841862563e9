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
    seen: [
      { label: "Activité (NAF)", register: "activity" },
      { label: "Déclaration d’activité (NDA)", register: "declaration" },
      { label: "Qualiopi", register: "qualiopi" },
      { label: "Tranche d’effectif", register: "headcount-band" },
    ],
    funded: true,
  },
];

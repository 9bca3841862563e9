import type { Asking } from "../../../engine/grants/asking.ts";
import type { LedgerRule, PartyRule } from "../../../engine/grants/declared.ts";

/** Who a request is about: the supported structures, the bearer of a collective request, the provider (CS-6, CS-10). */
export const parties: readonly PartyRule[] = [
  {
    part: "supported",
    word: "Structure",
    each: ["structures"],
    siret: ["siret"],
    name: ["legalName"],
    commune: ["commune"],
    seen: [
      { label: "Salariés déclarés", provision: "D-14", answer: ["headcount"], register: "headcount-band" },
      { label: "Équivalents temps plein", provision: "D-14", answer: ["headcountFte"] },
      { label: "Activité (NAF)", provision: "D-13", register: "activity" },
      { label: "Déclaration d’activité (NDA)", provision: "D-13", answer: ["nda"], register: "declaration" },
      { label: "Qualiopi", provision: "D-13", register: "qualiopi" },
      { label: "Part de formation déclarée", provision: "D-13", answer: ["trainingShare"] },
    ],
    funded: true,
  },
  { part: "bearer", word: "Porteur", siret: ["bearer", "siret"], name: ["bearer", "name"] },
  { part: "provider", word: "Prestataire", siret: ["provider", "siret"], name: ["provider", "legalName"] },
];

/** The three ways that the text opens: alone, together, or through an OPCO (CS-6). */
export const asking: Asking = {
  says: ["route"],
  routes: [
    { value: "individual", word: "Individuelle" },
    {
      value: "collective",
      word: "Collective",
      mandated: { situation: "une demande collective" },
      begunBy: ["network"],
    },
    { value: "opco", word: "Par un OPCO", mandated: { situation: "une demande collective" }, begunBy: ["opco"] },
  ],
};

/** What counts for a structure over all its requests, individual, collective and through an OPCO (CS-9, D-20). */
export const ledger: readonly LedgerRule[] = [
  {
    measure: "days",
    provision: "CS-9",
    fills: { whole: ["daysAlreadyFunded"], year: ["daysFundedThisYear"] },
    asked: true,
  },
  { measure: "aid", provision: "CS-9", fills: { whole: ["aidAlreadyGranted"], year: ["aidGrantedThisYear"] } },
];

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
    funded: true,
  },
  { part: "bearer", word: "Porteur", siret: ["bearer", "siret"], name: ["bearer", "name"] },
  { part: "provider", word: "Prestataire", siret: ["provider", "siret"], name: ["provider", "legalName"] },
];

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

import type { Consortium } from "../../../engine/grants/consortium.ts";
import { commitment } from "./declarations.ts";

/** A common project (TR-15): the lead files and bears the costs; each partner writes its part and confirms it. */
export const consortium: Consortium = {
  provision: "TR-15",
  each: ["partners"],
  role: { field: "role", lead: "lead", partner: "partner" },
  writes: [
    "siret",
    "legalName",
    "commune",
    "category",
    "isGreta",
    "involvedWithJobSeekers",
    "involvement",
    "contribution",
    "brings",
    "agreementSignedOn",
  ],
  confirms: [
    {
      id: "takes-part",
      label: "Notre structure participe à ce projet, et fait ce que dit sa partie.",
      why: "Le chef de file dépose le projet en votre nom aussi.",
      provision: "TR-15",
    },
    {
      id: "bears-no-cost",
      label: "Nous savons que le chef de file porte toutes les dépenses\u00a0: nous n’en présentons aucune.",
      why: "Ce que nous apportons est un apport en nature, ou une prestation que nous facturons au chef de file.",
      provision: "TR-15",
    },
    {
      id: "true-part",
      label: "Ce que notre partie dit de nous est exact.",
      why: "Une déclaration inexacte peut conduire à rendre l’aide.",
      provision: "TR-14",
    },
    commitment,
  ],
  agreement: "partnership-agreement",
  // A person’s pay is known to who employs them: partners read what they do, how long, and the total.
  discreet: { headings: ["staff"], shown: ["heading", "label", "activity", "hours", "amount", "bornBy"] },
};

import type { Territory } from "../../engine/framework/territory.ts";

/** The text is that of Normandy: another region writes this file with its own. */
export const territory: Territory = {
  region: "28",
  where: "en Normandie",
  departments: {
    "14": "Calvados",
    "27": "Eure",
    "50": "Manche",
    "61": "Orne",
    "76": "Seine-Maritime",
  },
  bodies: {
    dreets: { name: "DREETS de Normandie", the: "la DREETS de Normandie" },
    "managing-authority": { name: "Service gestionnaire du FSE+", the: "le service gestionnaire du FSE+" },
    opco: { name: "OPCO", the: "l’OPCO" },
  },
};

import type { OtherTrack } from "../../../engine/grants/track.ts";

/** The ESF+ file of the same project (D-31): the Region decides after its selection, on the costs that it keeps. */
export const track: OtherTrack = {
  name: "FSE+",
  provision: "TR-5",
  criterion: "TR-5",
  reference: ["esfReference"],
  filedOn: ["esfFiledOn"],
  selected: ["selectedForEsf"],
  decidedOn: ["esfSelectedOn"],
  retained: ["esfRetainedTotal"],
  waits: "La décision de la Région attend la sélection du projet dans l’appel FSE+. Rien d’autre ne l’attend.",
};

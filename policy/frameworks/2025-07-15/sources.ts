import type { Source } from "../../engine/framework/source.ts";
import { day } from "../../engine/values/day.ts";

/** Where the money of the strategy comes from, by the text; and the other resources of a plan. */
export const sources: readonly Source[] = [
  { code: "region", label: "Région Normandie", nature: "region", from: null, until: null, provision: "GOV-5" },
  {
    code: "esf-plus-2021-2027",
    label: "FSE+ 2021-2027",
    nature: "european",
    from: day("2021-01-01"),
    until: day("2027-12-31"),
    provision: "CTX-11",
  },
  {
    code: "pact-2019-2023",
    label: "Premier Pacte régional d’investissement dans les compétences",
    nature: "state",
    from: day("2019-01-01"),
    until: day("2023-12-31"),
    provision: "D-04",
    note: "Le texte donne deux périodes : 2019-2022, puis 2019-2023. Le service retient la seconde.",
  },
  {
    code: "pact-2024-2027",
    label: "Pacte 2024-2027 avec l’État",
    nature: "state",
    from: day("2024-01-01"),
    until: day("2027-12-31"),
    provision: "CTX-12",
    note: "Convention signée avec l’État le 30 mai 2024.",
  },
  { code: "state", label: "État, hors Pacte", nature: "state", from: null, until: null, provision: "PR-1" },
  { code: "opco", label: "OPCO", nature: "other-public", from: null, until: null, provision: "PR-2" },
  {
    code: "other-public",
    label: "Autre financeur public",
    nature: "other-public",
    from: null,
    until: null,
    provision: "CS-8",
  },
  { code: "private", label: "Financeur privé", nature: "private", from: null, until: null, provision: "CS-8" },
  { code: "in-kind", label: "Apport en nature", nature: "in-kind", from: null, until: null, provision: "TR-13" },
  { code: "own", label: "Fonds propres", nature: "own", from: null, until: null, provision: "TR-5" },
];

import type { DeclaredScheme } from "../../../engine/grants/declared.ts";
import { openScheme } from "../../../engine/grants/open.ts";
import { sayMoney } from "../../../engine/values/french.ts";
import { agreement } from "./agreement.ts";
import { factChecks } from "./checks.ts";
import { costSheet } from "./cost-sheet.ts";
import { counted } from "./counted.ts";
import { criteria } from "./criteria.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { doubts } from "./doubts.ts";
import { type ConsultingFacts, facts } from "./facts.ts";
import { form, simulatorForm } from "./form.ts";
import { computeFunding, type FundingFigures, type FundingRules } from "./funding.ts";
import { grid } from "./grid.ts";
import { asking, ledger, parties } from "./parties.ts";
import { passages } from "./passages.ts";
import { samples } from "./samples.ts";
import { tell } from "./tell.ts";
import { terms } from "./terms.ts";
import { toConsultingWire, wireSchema } from "./wire.ts";
import { words } from "./words.ts";

/** Consulting support (1.b): CS-1 to CS-18. */
export const declared: DeclaredScheme<ConsultingFacts, FundingRules, FundingFigures> = {
  slug: "appui-conseil",
  framework: "2025-07-15",
  name: "Appui conseil",
  axis: "support",
  provision: "1.b",
  summary:
    "Un consultant expert pour faire le diagnostic de vos besoins et vous accompagner dans votre transformation.",
  purpose:
    "un consultant expert établit avec la structure de formation le diagnostic partagé de ses besoins, puis l’accompagne dans sa transformation.",
  passages,
  shown: ({ rate, maxAid, maxDays, dailyCeiling }) => [
    { label: "Part du coût prise en charge, au plus", value: `${rate / 100}\u00a0%`, provision: "CS-8" },
    { label: "Aide maximale par structure", value: sayMoney(maxAid), provision: "CS-9" },
    { label: "Jours financés par structure, au plus", value: `${maxDays}\u00a0jours`, provision: "CS-9" },
    {
      label: "Coût d’une journée pris en compte, au plus",
      value: `${sayMoney(dailyCeiling)} HT`,
      provision: "CS-7",
    },
  ],
  letters: "AC",
  opening: "always",
  facts,
  factChecks,
  terms,
  form,
  simulatorForm,
  documents,
  declarations,
  parties,
  asking,
  apart: ["structures"],
  criteria,
  doubts,
  costs: costSheet,
  fund: (request, _lines, inForce) => computeFunding(request, inForce),
  tell,
  ledger,
  counted,
  grid,
  course: { road: "opinion", opinions: [] },
  words,
  agreement,
  samples,
  toWire: toConsultingWire,
  wireSchema,
};

export const consultingSupport = openScheme(declared);

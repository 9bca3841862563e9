import type { DeclaredScheme } from "../../../engine/grants/declared.ts";
import { openScheme } from "../../../engine/grants/open.ts";
import { sayDay, sayMoney, sayShare } from "../../../engine/values/french.ts";
import { agreement } from "./agreement.ts";
import { a } from "./answers.ts";
import { factChecks } from "./checks.ts";
import { consortium } from "./consortium.ts";
import { costSheet } from "./cost-sheet.ts";
import { criteria } from "./criteria.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { doubts } from "./doubts.ts";
import { facts, type TransitionFacts } from "./facts.ts";
import { form, simulatorForm } from "./form.ts";
import { fund, type TransitionFigures } from "./funding.ts";
import { grid } from "./grid.ts";
import { neighbours } from "./neighbours.ts";
import { parties } from "./parties.ts";
import { passages } from "./passages.ts";
import { pictured } from "./pictured.ts";
import { samples } from "./samples.ts";
import { tell } from "./tell.ts";
import { type TransitionTerms, terms } from "./terms.ts";
import { track } from "./track.ts";
import { wireSchema } from "./wire.ts";
import { words } from "./words.ts";

/** Transitions and transformation of the training system (2.c): TR-1 to TR-15, EL-1 to EL-9, SEL-1 to SEL-5. */
export const declared: DeclaredScheme<TransitionFacts, TransitionTerms, TransitionFigures> = {
  slug: "transitions",
  framework: "2025-07-15",
  name: "Transitions et transformation de l’appareil de formation",
  axis: "innovate",
  provision: "2.c",
  summary: "Un soutien aux projets d’ingénierie pédagogique qui répondent aux transitions, en complément du FSE+.",
  purpose:
    "la Région complète le FSE+ pour des projets d’ingénierie pédagogique qui répondent aux transitions, et dont les résultats sont partagés gratuitement.",
  passages,
  shown: ({ regionRate, esfMaxRate, esfMinimum, endsBefore }) => [
    { label: "Part de la Région", value: sayShare(regionRate), provision: "TR-5" },
    { label: "Part du FSE+, au plus", value: sayShare(esfMaxRate), provision: "TR-5" },
    { label: "Soutien du FSE+, au moins", value: sayMoney(esfMinimum), provision: "EL-9" },
    { label: "Opération réalisée avant le", value: sayDay(endsBefore), provision: "TR-7" },
  ],
  letters: "TR",
  opening: "by-call",
  facts,
  factChecks,
  terms,
  form,
  simulatorForm,
  documents,
  declarations,
  parties,
  consortium,
  track,
  neighbours,
  wireSchema,
  criteria,
  doubts,
  costs: costSheet,
  fund,
  tell,
  ledger: [],
  receivedAids: a.receivedAids.list,
  linkedUndertakings: a.linkedUndertakings.list,
  grid,
  course: {
    road: "committee",
    opinions: ["managing-authority"],
    after: {
      body: "managing-authority",
      called: "la sélection au titre du FSE+",
      provision: "TR-5",
      source: "esf",
      envelope: "esf-plus-2021-2027",
    },
  },
  words,
  agreement,
  pictured,
  samples,
};

export const transitions = openScheme(declared);

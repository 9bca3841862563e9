import type { DeclaredScheme } from "../../../engine/grants/declared.ts";
import { openScheme } from "../../../engine/grants/open.ts";
import { sayMoney, sayShare } from "../../../engine/values/french.ts";
import { agreement } from "./agreement.ts";
import { a } from "./answers.ts";
import { costSheet } from "./cost-sheet.ts";
import { criteria } from "./criteria.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { doubts } from "./doubts.ts";
import { facts, type ModernisationFacts } from "./facts.ts";
import { form, simulatorForm } from "./form.ts";
import { computeFunding, type ModernisationFigures } from "./funding.ts";
import { grid } from "./grid.ts";
import { parties } from "./parties.ts";
import { passages } from "./passages.ts";
import { pictured } from "./pictured.ts";
import { samples, sampleTerms } from "./samples.ts";
import { tell } from "./tell.ts";
import { type ModernisationTerms, terms } from "./terms.ts";
import { words } from "./words.ts";

/** The modernisation of services (2.d): MO-1 to MO-9. */
export const declared: DeclaredScheme<ModernisationFacts, ModernisationTerms, ModernisationFigures> = {
  slug: "modernisation",
  framework: "2025-07-15",
  name: "Modernisation de l’offre de service",
  axis: "innovate",
  provision: "2.d",
  summary: "Des appels à projets de la Région et de l’État (DREETS) pour transformer l’organisation, hors pédagogie.",
  purpose:
    "la structure de formation transforme son organisation, hors pédagogie : son offre de service, sa communication, ses processus.",
  passages,
  shown: ({ rate, maxAid }) =>
    rate == null || maxAid == null
      ? [
          {
            label: "Taux, plafond et dates, fixés par chaque appel",
            value: "Modalités non publiées",
            provision: "MO-3",
          },
        ]
      : [
          { label: "Part des coûts prise en charge", value: sayShare(rate), provision: "MO-3" },
          { label: "Aide maximale par projet", value: sayMoney(maxAid), provision: "MO-3" },
        ],
  letters: "MO",
  opening: "by-call",
  facts,
  factChecks: [],
  terms,
  form,
  simulatorForm,
  documents,
  declarations,
  parties,
  criteria,
  doubts,
  costs: costSheet,
  fund: computeFunding,
  tell,
  ledger: [],
  receivedAids: a.receivedAids.list,
  linkedUndertakings: a.linkedUndertakings.list,
  grid,
  course: { road: "committee", opinions: ["dreets"] },
  words,
  agreement,
  pictured,
  samples,
  sampleTerms,
};

export const serviceModernisation = openScheme(declared);

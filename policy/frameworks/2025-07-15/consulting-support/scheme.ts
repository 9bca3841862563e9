import type { IsCommune } from "../../../engine/commune.ts";
import { contradictions } from "../../../engine/contradictions.ts";
import { sayMoney } from "../../../engine/french.ts";
import { jsonSchemaOf } from "../../../engine/json-schema.ts";
import { type Parsed, parseRecord } from "../../../engine/parse.ts";
import type { OpenScheme } from "../../../engine/scheme.ts";
import { factChecks } from "./checks.ts";
import { compile } from "./compile.ts";
import { criteria } from "./criteria.ts";
import { declarations } from "./declarations.ts";
import { documents } from "./documents.ts";
import { doubts } from "./doubts.ts";
import { evaluate } from "./evaluate.ts";
import { type ConsultingFacts, facts } from "./facts.ts";
import { form, simulatorForm } from "./form.ts";
import { fundingRules } from "./funding.ts";
import { grid } from "./grid.ts";
import { passages } from "./passages.ts";
import { ruleSetHashOf } from "./proof.ts";
import { rules } from "./rules.ts";
import { toConsultingWire } from "./wire.ts";

/** Facts read one by one, then together: what contradicts itself is a bad field too. */
function parseFacts(json: unknown, isCommune?: IsCommune): Parsed<ConsultingFacts> {
  const read = parseRecord(facts, json, isCommune);
  const errors = read.ok ? contradictions(factChecks, read.facts) : [];
  return errors.length > 0 ? { ok: false, errors } : read;
}

let hash: string | null = null;

/** Consulting support (1.b): CS-1 to CS-18. */
export const consultingSupport: OpenScheme = {
  slug: "appui-conseil",
  name: "Appui conseil",
  axis: "support",
  status: "open",
  provision: "1.b",
  summary:
    "Un consultant expert pour faire le diagnostic de vos besoins et vous accompagner dans votre transformation.",
  purpose:
    "un consultant expert établit avec la structure de formation le diagnostic partagé de ses besoins, puis l’accompagne dans sa transformation.",
  passages,
  figures: [
    { label: "Part du coût prise en charge, au plus", value: `${fundingRules.rate / 100}\u00a0%`, provision: "CS-8" },
    { label: "Aide maximale par structure", value: sayMoney(fundingRules.maxAid), provision: "CS-9" },
    { label: "Jours financés par structure, au plus", value: `${fundingRules.maxDays}\u00a0jours`, provision: "CS-9" },
    {
      label: "Coût d’une journée pris en compte, au plus",
      value: `${sayMoney(fundingRules.dailyCeiling)} HT`,
      provision: "CS-7",
    },
  ],
  ceilings: { days: fundingRules.maxDays, aid: fundingRules.maxAid, dailyCost: fundingRules.dailyCeiling },
  form,
  simulatorForm,
  criteria,
  documents,
  declarations,
  grid,
  doubts,
  /** Computed at first use: it asks the rules about many files. */
  get ruleSetHash() {
    hash ??= ruleSetHashOf(rules);
    return hash;
  },
  factsSchema: jsonSchemaOf(facts),
  evaluate,
  parseFacts,
  compile,
  toWire: toConsultingWire,
};

import type { Refusal } from "#src/life/index.ts";
import type { Visitor } from "#src/people/index.ts";
import { text } from "#src/platform/http/forms.ts";
import { SelectField, TextField } from "#src/ui/index.ts";
import { mayUseQueue } from "../../may.ts";
import { reviewStep } from "../../reviewing.ts";
import { assign } from "../assign.ts";
import { labelRefusal, putLabel, takeLabel } from "../labels/label-acts.ts";
import { allLabels } from "../labels/labels.ts";
import type { BulkAct } from "../part.ts";
import { validating } from "./validating.tsx";
import { writing } from "./writing.tsx";

const mayAssign = (visitor: Visitor) => mayUseQueue(visitor, "assign");

/** Its field, the agent, stands in the bar itself. */
const assigning: BulkAct = {
  key: "affecter",
  label: "Affecter",
  icon: "user",
  may: mayAssign,
  done: ["affecté", "affectés"],
  act: (world, visitor, request, typed) => {
    const to = text(typed, "agent");
    return assign(world, visitor, request, to === "moi" ? visitor.person.id : to === "personne" ? null : to);
  },
};

const completing: BulkAct = {
  key: "complets",
  label: "Déclarer complets",
  icon: "check",
  may: mayAssign,
  done: ["déclaré complet", "déclarés complets"],
  act: (world, visitor, request) => reviewStep(world, visitor, "declare-complete", request, async () => ({})),
};

const labelling: BulkAct = {
  key: "etiqueter",
  label: "Étiqueter",
  icon: "flag",
  may: (visitor) => mayUseQueue(visitor, "label"),
  done: ["étiqueté", "étiquetés"],
  question: {
    title: "Étiqueter ces dossiers",
    lead: "Les agents seuls voient les étiquettes ; elles filtrent la liste.",
    submit: "Enregistrer",
    options: async (tx) => (await allLabels(tx)).map(({ name }) => name),
    fields: ({ typed, refusals, options }) => (
      <>
        <TextField
          name="etiquette"
          label="Étiquette"
          hint={options.length === 0 ? "Un mot ou deux." : `Déjà posées\u00a0: ${options.slice(0, 20).join(", ")}.`}
          width="m"
          maxLength={40}
          value={text(typed, "etiquette")}
          error={said(refusals, "etiquette")}
        />
        <SelectField
          name="geste"
          label="Que faire"
          value={text(typed, "geste") === "retirer" ? "retirer" : "poser"}
          options={[
            { value: "poser", label: "La poser sur ces dossiers" },
            { value: "retirer", label: "La retirer de ces dossiers" },
          ]}
        />
      </>
    ),
    check: (typed) => {
      const message = labelRefusal(text(typed, "etiquette"));
      return message === null ? [] : [refusal("etiquette", message)];
    },
  },
  act: (world, visitor, { version: _any, ...request }, typed) =>
    (text(typed, "geste") === "retirer" ? takeLabel : putLabel)(world, visitor, request, text(typed, "etiquette")),
};

/** The acts of the review on several files; later slices add theirs. */
export const ownActs: readonly BulkAct[] = [assigning, completing, writing, labelling, validating];

function refusal(path: string, message: string): Refusal {
  return { path, message };
}

function said(refusals: readonly Refusal[], path: string): string | undefined {
  return refusals.find((one) => one.path === path)?.message;
}

import type { Routes } from "#src/people/web/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import type { FileView } from "../file/file-view.tsx";
import type { FileAct } from "../web/file-act.ts";
import { readDaysText, readMoneyText } from "../web/typed-text.ts";
import { budgetLines, type CostInput, cuttable } from "./accepted-costs.ts";
import { setAcceptedCosts } from "./set-accepted-costs.ts";

/** What is accepted of each line of the budget. */
export function costRoutes(routes: Routes, world: World, act: FileAct): void {
  routes.post(urls.reviewCosts.pattern, (c) =>
    act(c, "couts", "Les montants acceptés sont enregistrés.", "budget", async (visitor, request, fields) => {
      const view = await loadView(world, visitor, request.id);
      const read = readCosts(view, fields);
      return "refusals" in read
        ? { kind: "refused", refusals: read.refusals }
        : setAcceptedCosts(world, visitor, request, read.inputs);
    }),
  );
}

function readCosts(
  view: FileView,
  fields: FormFields,
): { readonly inputs: readonly CostInput[] } | { readonly refusals: readonly { path: string; message: string }[] } {
  const refusals: { path: string; message: string }[] = [];
  const inputs = budgetLines(view.scheme, view.file.answers).map(({ line }) => {
    const values = cuttable(view.scheme).map(({ id, kind }) => {
      const typed = text(fields, `${line}.${id}`);
      const value = kind === "days" ? readDaysText(typed) : readMoneyText(typed);
      if (typed !== "" && value === null)
        refusals.push({ path: `${line}.${id}`, message: howToWrite[kind === "days" ? "days" : "money"] });
      return [id, value] as const;
    });
    return { line, values: Object.fromEntries(values), reason: text(fields, `${line}.reason`) };
  });
  return refusals.length > 0 ? { refusals } : { inputs };
}

const howToWrite = {
  days: "Indiquez un nombre de jours, par exemple 2,5.",
  money: "Indiquez un montant, par exemple 950,50.",
} as const;

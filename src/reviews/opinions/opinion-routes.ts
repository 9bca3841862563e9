import type { Routes } from "#src/people/web/index.ts";
import { text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import type { ApplicationAct } from "../web/file-act.ts";
import { validateOpinion } from "./validate-opinion.ts";

/** The supervisor’s word on an opinion. */
export function opinionRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewValidation.pattern, (c) =>
    act(c, "validation", "Votre décision sur l’avis est enregistrée.", "avis", async (visitor, request, fields) => {
      const view = await loadView(world, visitor, request.id);
      const isInSeries = text(fields, "suite") === "serie";
      const location = isInSeries ? nextInSeries(text(fields, "suivant")) : request.location;
      return validateOpinion(
        world,
        visitor,
        { ...request, location },
        {
          valid: text(fields, "action") === "valider",
          favourable: view.file.application.state !== "proposed-unfavourable",
          reason: text(fields, "motif"),
        },
      );
    }),
  );
}

function nextInSeries(next: string): string {
  return next === "" ? urls.reviewSeries.href() : urls.reviewSeries.href({}, { avis: next });
}

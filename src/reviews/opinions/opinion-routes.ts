import type { Routes } from "#src/people/web/index.ts";
import { text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import type { FileAct } from "../web/file-act.ts";
import { readMoneyText } from "../web/typed-text.ts";
import { propose, validateOpinion } from "./give-opinion.ts";

/** The opinion, and the supervisor’s word on it. */
export function opinionRoutes(routes: Routes, world: World, act: FileAct): void {
  routes.post(urls.reviewOpinion.pattern, (c) =>
    act(c, "avis-rendu", "Votre avis est transmis à la validation.", "avis", async (visitor, request, fields) => {
      const proposed = readMoneyText(text(fields, "aide"));
      return propose(world, visitor, request, {
        sense: text(fields, "sens"),
        proposedAid: proposed,
        grounds: texts(fields, "motifs"),
        body: text(fields, "avis"),
        reason: text(fields, "raison"),
      });
    }),
  );

  routes.post(urls.reviewValidation.pattern, (c) =>
    act(c, "validation", "Votre décision sur l’avis est enregistrée.", "avis", async (visitor, request, fields) => {
      const view = await loadView(world, visitor, request.id);
      return validateOpinion(world, visitor, request, {
        valid: text(fields, "action") === "valider",
        favourable: view.file.application.state !== "proposed-unfavourable",
        reason: text(fields, "motif"),
      });
    }),
  );
}

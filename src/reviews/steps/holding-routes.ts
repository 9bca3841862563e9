import type { Routes } from "#src/people/web/index.ts";
import { text, texts } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import { assign } from "../queue/assign.ts";
import type { ApplicationAct } from "../web/file-act.ts";
import { stateInterest } from "./state-interest.ts";

/** Who holds the file, and who may not. */
export function holdingRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewAssignment.pattern, (c) =>
    act(c, "affectation", "L’affectation est enregistrée.", "resume", async (visitor, request, fields) => {
      const to = text(fields, "agent");
      const view = await loadView(world, visitor, request.id);
      if (to !== "" && !view.agents.some((agent) => agent.id === to)) {
        return { kind: "refused", refusals: [{ message: "Cet agent ne peut pas recevoir de dossier." }] };
      }
      return assign(world, visitor, request, to === "" ? null : to);
    }),
  );

  routes.post(urls.reviewInterest.pattern, (c) =>
    act(
      c,
      "interet",
      "Votre intérêt est déclaré : vous n’agirez plus sur ces dossiers.",
      "actions",
      (visitor, request, fields) =>
        stateInterest(world, visitor, request, text(fields, "motif"), texts(fields, "organisme")),
    ),
  );
}

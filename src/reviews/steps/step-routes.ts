import { HTTPException } from "hono/http-exception";
import type { Routes } from "#src/people/web/index.ts";
import { type FormFields, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { takeBack } from "../opinions/take-back.ts";
import type { ApplicationAct } from "../web/file-act.ts";
import { AND_START, abandon, declareComplete, takePlainStep } from "./plain-steps.ts";

/** Steps that need no more than a word. */
export function stepRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewStep.pattern, (c) => {
    const step = c.req.param("step");
    switch (step) {
      case "declare-complete":
        return act(c, "etape", declared, "actions", (visitor, request, fields) =>
          declareComplete(world, visitor, request, text(fields, AND_START) !== ""),
        );
      case "start-review":
        return act(c, "etape", "L’instruction est commencée.", "resume", (visitor, request) =>
          takePlainStep(world, visitor, step, request),
        );
      case "take-back":
        return act(c, "reprise", "L’avis est repris : amendez-le, puis transmettez-le.", "avis", (visitor, request) =>
          takeBack(world, visitor, request),
        );
      case "abandon":
        return act(c, "abandon", "Le dossier est classé sans suite.", "resume", (visitor, request, fields) =>
          abandon(world, visitor, request, text(fields, "motif")),
        );
      default:
        throw new HTTPException(404);
    }
  });
}

function declared(fields: FormFields): string {
  return text(fields, AND_START) === ""
    ? "Le dossier est déclaré complet."
    : "Le dossier est déclaré complet, l’instruction est commencée.";
}

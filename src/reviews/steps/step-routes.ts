import { HTTPException } from "hono/http-exception";
import type { Routes } from "#src/people/web/index.ts";
import { text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { takeBack } from "../opinions/take-back.ts";
import type { FileAct } from "../web/file-act.ts";
import { abandon, takePlainStep } from "./plain-steps.ts";

/** Steps that need no more than a word. */
export function stepRoutes(routes: Routes, world: World, act: FileAct): void {
  routes.post(urls.reviewStep.pattern, (c) => {
    const step = c.req.param("step");
    switch (step) {
      case "declare-complete":
        return act(c, "etape", "Le dossier est déclaré complet.", "actions", (visitor, request) =>
          takePlainStep(world, visitor, step, request),
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

import type { Routes } from "#src/people/web/index.ts";
import { text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { reviewHref } from "../web/answer.tsx";
import type { FileAct } from "../web/file-act.ts";
import { makeFinding } from "./make-finding.ts";

/** What a person concludes of a check, a doubt, a line of the grid. */
export function findingRoutes(routes: Routes, world: World, act: FileAct): void {
  routes.post(urls.reviewFindings.pattern, (c) =>
    act(c, "formulaire", "Votre constat est enregistré.", "verifications", (visitor, request, fields) => {
      const form = text(fields, "formulaire");
      return makeFinding(
        world,
        visitor,
        { ...request, location: /^[\w-]{1,80}$/.test(form) ? reviewHref(request.id, form) : request.location },
        {
          subject: text(fields, "point"),
          about: text(fields, "sur"),
          conclusion: text(fields, "conclusion"),
          reason: text(fields, "motif"),
        },
      );
    }),
  );
}

import type { Routes } from "#src/people/web/index.ts";
import { text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { FileAct } from "../web/file-act.ts";
import { writeNote, writeToApplicant } from "./write.ts";

/** Messages to the applicant, notes between agents. */
export function exchangeRoutes(routes: Routes, world: World, act: FileAct): void {
  routes.post(urls.reviewMessages.pattern, (c) =>
    act(c, "messages", "Votre message est envoyé.", "messages", (visitor, request, fields) =>
      writeToApplicant(world, visitor, request, text(fields, "message")),
    ),
  );

  routes.post(urls.reviewNotes.pattern, (c) =>
    act(c, "notes", "La note est gardée.", "notes", (visitor, request, fields) =>
      writeNote(world, visitor, request, text(fields, "note")),
    ),
  );
}

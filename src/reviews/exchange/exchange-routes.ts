import { readMessageForm } from "#src/applications/web/index.ts";
import { findMessageFile, type Outcome } from "#src/life/index.ts";
import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type Routes, requireAgent } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { downloadResponse, refuseQuarantined } from "#src/platform/http/download.ts";
import { text } from "#src/platform/http/forms.ts";
import type { Received } from "#src/platform/receiving/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import type { ApplicationAct } from "../web/file-act.ts";
import { writeNote, writeToApplicant } from "./write.ts";

/** Messages to the applicant, what is sent with them, notes between agents. */
export function exchangeRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewMessages.pattern, (c) => {
    let file: Received | null = null;
    return act(
      c,
      "messages",
      "Votre message est envoyé.",
      "messages",
      async (visitor, request, fields): Promise<Outcome> => {
        if (file?.ok === false)
          return {
            kind: "refused",
            refusals: [{ path: "piece", message: `Le fichier n’est pas joint : ${file.message}` }],
          };
        const outcome = await writeToApplicant(world, visitor, request, text(fields, "message"), file);
        if (file !== null && (outcome.kind !== "done" || outcome.repeated)) await world.files.remove(file.stored.id);
        return outcome;
      },
      undefined,
      async () => {
        const form = await readMessageForm(c, world);
        file = form.file;
        return form.fields;
      },
    );
  });

  routes.get(urls.reviewMessageFile.pattern, async (c) => {
    const visitor = requireAgent(c);
    const [id, sent] = [idParam(c, "id"), idParam(c, "file")];
    const found = await inTransaction(world.db, readerOf(visitor), (tx) => findMessageFile(tx, id, sent));
    if (found === null) return notFound();
    refuseQuarantined(found.scan);
    return downloadResponse(world, found, c.req.query("voir") !== undefined);
  });

  routes.post(urls.reviewNotes.pattern, (c) =>
    act(c, "notes", "La note est gardée.", "notes", (visitor, request, fields) =>
      writeNote(world, visitor, request, text(fields, "note")),
    ),
  );
}

import { readerOf } from "#src/people/index.ts";
import { idParam, notFound, type Routes, requireAgent } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { type FormFields, readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadReviewed } from "../file/file-store.ts";
import { putLabel, takeLabel } from "../queue/labels/label-acts.ts";
import { listOf, reviewHref } from "../web/answer.tsx";
import type { ApplicationAct } from "../web/file-act.ts";
import { readDayText, tellDay } from "../web/typed-text.ts";
import { addTask, endTask, follow, sayLikeness } from "./around-acts.ts";
import { LABELS } from "./file-labels.tsx";
import { markSeen } from "./visit.ts";

/** What agents keep around a file: who follows it, what is to do, which other file it looks like. */
export function aroundRoutes(routes: Routes, world: World, act: ApplicationAct): void {
  routes.post(urls.reviewFollowing.pattern, (c) =>
    act(c, "suivi", followed, "", (visitor, request, fields) =>
      follow(world, visitor, request, text(fields, "action") === "suivre"),
    ),
  );

  routes.post(urls.reviewTasks.pattern, (c) =>
    act(c, "taches", "La tâche est notée.", "taches", async (visitor, request, fields) => {
      const day = text(fields, "pour-le");
      const outcome = await addTask(world, visitor, request, {
        body: text(fields, "tache"),
        dueOn: readDayText(day),
        person: text(fields, "pour-qui"),
      });
      return outcome.kind === "refused" ? { ...outcome, refusals: tellDay(outcome.refusals, "pour-le", day) } : outcome;
    }),
  );

  routes.post(urls.reviewLabels.pattern, (c) =>
    act(c, LABELS, labelled, "resume", (visitor, request, fields) => {
      const taken = text(fields, "retirer");
      return taken === ""
        ? putLabel(world, visitor, request, text(fields, "etiquette"))
        : takeLabel(world, visitor, request, taken);
    }),
  );

  routes.post(urls.reviewTaskEnd.pattern, (c) =>
    act(c, "taches", "La tâche est terminée.", "taches", (visitor, request) =>
      endTask(world, visitor, request, idParam(c, "task")),
    ),
  );

  routes.post(urls.reviewLikeness.pattern, (c) =>
    act(c, "doublons", "Votre réponse est gardée sur les deux dossiers.", "doublons", (visitor, request, fields) =>
      sayLikeness(world, visitor, request, {
        other: /^[0-9a-f-]{36}$/.test(text(fields, "autre")) ? text(fields, "autre") : request.id,
        isSame: text(fields, "action") === "meme",
        reason: text(fields, "raison"),
      }),
    ),
  );

  routes.post(urls.reviewSeen.pattern, async (c) => {
    const visitor = requireAgent(c);
    const id = idParam(c, "id");
    const list = listOf(await readForm(c));
    const isThere = await inTransaction(world.db, readerOf(visitor), async (tx) => {
      if ((await loadReviewed(tx, id, visitor.person.id)) === null) return false;
      await markSeen(tx, id, visitor.person.id, world.clock.now());
      return true;
    });
    return isThere ? c.redirect(reviewHref(id, "resume", list), 303) : notFound();
  });
}

function labelled(fields: FormFields): string {
  return text(fields, "retirer") === "" ? "L’étiquette est posée." : "L’étiquette est retirée.";
}

function followed(fields: FormFields): string {
  return text(fields, "action") === "suivre" ? "Vous suivez ce dossier." : "Vous ne suivez plus ce dossier.";
}

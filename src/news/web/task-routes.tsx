import { answerAct, readActFields } from "#src/life/web/index.ts";
import { hasAgentRole, readerOf, type SignedVisitor } from "#src/people/index.ts";
import { forbidden, idParam, notFound, type RequestContext, type Routes, requireAgent } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { addTask, endTask, reviewRights } from "#src/reviews/index.ts";
import { readDayText, tellDay } from "#src/reviews/web/index.ts";
import { urls } from "#src/urls.ts";
import { fileNumbered, fileOfTask } from "../store.ts";
import type { DayPart } from "./day-part.ts";
import { showToday } from "./today.tsx";

const location = `${urls.today.href()}#taches`;

/** Tasks noted and ended from one's day: the acts are those of the file that each is about. */
export function todayTasks(routes: Routes, world: World, parts: readonly DayPart[]): void {
  routes.post(urls.todayTasks.pattern, async (c) => {
    const visitor = requireTasks(c);
    const fields = await readForm(c);
    const { key } = readActFields(fields);
    const number = text(fields, "dossier");
    const day = text(fields, "pour-le");
    const typed = { dossier: number, "pour-le": day, tache: text(fields, "tache") };
    const id = await inTransaction(world.db, readerOf(visitor), (tx) => fileNumbered(tx, number));
    if (id === null) {
      const message = number === "" ? "Indiquez le numéro du dossier." : "Aucun dossier déposé n’a ce numéro.";
      return showToday(c, world, parts, { fields: typed, refusals: [{ path: "dossier", message }] });
    }
    const input = { body: typed.tache, dueOn: readDayText(day), person: visitor.person.id };
    const outcome = await addTask(world, visitor, { id, key, location }, input);
    return answerAct(c, world, outcome, "La tâche est notée.", (refusals) =>
      showToday(c, world, parts, { fields: typed, refusals: tellDay(refusals, "pour-le", day) }),
    );
  });

  routes.post(urls.todayTaskEnd.pattern, async (c) => {
    const visitor = requireTasks(c);
    const task = idParam(c, "task");
    const { key } = readActFields(await readForm(c));
    const id = await inTransaction(world.db, readerOf(visitor), (tx) => fileOfTask(tx, visitor.person.id, task));
    if (id === null) return notFound();
    const outcome = await endTask(world, visitor, { id, key, location }, task);
    // Done meanwhile, on the file or in another tab: the day is shown as it is.
    return answerAct(c, world, outcome, "La tâche est terminée.", () => c.redirect(location, 303));
  });
}

function requireTasks(c: RequestContext): SignedVisitor {
  const visitor = requireAgent(c);
  return hasAgentRole(visitor, ...reviewRights.task.roles) ? visitor : forbidden();
}

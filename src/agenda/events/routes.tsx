import { readerOf } from "#src/people/index.ts";
import { notFound, type Routes, requireSignedIn, respondPage } from "#src/people/web/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { mayRun } from "../occasions/may.ts";
import { crewRoutes } from "./crew-routes.ts";
import { occasionFormRoutes } from "./form-routes.tsx";
import { registrantsRoutes } from "./registrants-routes.ts";
import { answerRun, type RunPart } from "./run-answer.tsx";
import { RunningPage } from "./running-page.tsx";
import { occasionStateRoutes } from "./state-routes.ts";
import { listRun } from "./store.ts";

/** Occasions for who runs them: the list, the page of one, and the acts on it. */
export function eventRoutes(routes: Routes, world: World, runParts: readonly RunPart[]): void {
  routes.get(urls.running.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const run = await inTransaction(world.db, readerOf(visitor), (tx) => listRun(tx, world.clock.now()));
    const runsAny = mayRun(visitor, "event") || mayRun(visitor, "session");
    if (!runsAny && run.coming.length + run.past.length === 0) notFound();
    const page = (
      <RunningPage {...run} mayMakeEvents={mayRun(visitor, "event")} mayRunTraining={mayRun(visitor, "session")} />
    );
    return respondPage(c, world, { title: "Animation", current: urls.running.href(), density: "compact" }, page);
  });

  routes.get(urls.runOccasion.pattern, (c) => answerRun(c, world, runParts, null));

  occasionFormRoutes(routes, world);
  occasionStateRoutes(routes, world, runParts);
  registrantsRoutes(routes, world, runParts);
  crewRoutes(routes, world, runParts);
}

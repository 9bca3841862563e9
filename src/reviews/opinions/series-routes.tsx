import { lifecycle } from "#src/life/index.ts";
import { hasAgentRole, readerOf } from "#src/people/index.ts";
import { forbidden, type Routes, requireAgent, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import { SeriesPage } from "./series-page.tsx";
import { proposedIds } from "./series-store.ts";

/** Files shown at once: what one reads without scrolling for ever. */
const SHOWN = 10;

/** The opinions that wait for a supervisor, with the motivation before the eyes: one after the other, each its own act. */
export function seriesRoutes(routes: Routes, world: World): void {
  routes.get(urls.reviewSeries.pattern, async (c) => {
    const visitor = requireAgent(c);
    const { by } = lifecycle["validate-favourable"];
    if (by.side !== "funder" || !hasAgentRole(visitor, ...by.roles)) return forbidden();
    const waiting = await inTransaction(world.db, readerOf(visitor), (tx) =>
      proposedIds(tx, visitor.person.id, SHOWN + 1),
    );
    const views = [];
    for (const id of waiting.slice(0, SHOWN)) views.push(await loadView(world, visitor, id));
    return respondPage(
      c,
      world,
      {
        title: "Avis à valider",
        current: urls.queue.href(),
        density: "compact",
        breadcrumbs: [{ label: "Dossiers", href: urls.queue.href() }, { label: "Avis à valider" }],
      },
      <SeriesPage views={views} more={waiting.length > SHOWN} today={today(world.clock).toString()} />,
    );
  });
}

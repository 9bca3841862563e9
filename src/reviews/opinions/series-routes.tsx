import { readerOf } from "#src/people/index.ts";
import { forbidden, type Routes, requireAgent, respondPage, underQueue } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import { queueSettings } from "../queue/views/settings.ts";
import { SeriesPage } from "./series-page.tsx";
import { mayValidate, proposedIds } from "./series-store.ts";

/** Files shown at once: what one reads without scrolling for ever. */
const SHOWN = 10;

/** The opinions that wait for a supervisor, with the motivation before the eyes: one after the other, each its own act. */
export function seriesRoutes(routes: Routes, world: World): void {
  routes.get(urls.reviewSeries.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (!mayValidate(visitor)) return forbidden();
    const { waiting, keys } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
      waiting: await proposedIds(tx, visitor.person.id, SHOWN + 1),
      keys: (await queueSettings(tx, visitor.person.id)).keys,
    }));
    const views = [];
    for (const id of waiting.slice(0, SHOWN)) views.push(await loadView(world, visitor, id));
    return respondPage(
      c,
      world,
      {
        ...underQueue("Avis à valider"),
        density: "compact",
        scripts: ["file"],
      },
      <SeriesPage views={views} more={waiting.length > SHOWN} keys={keys} today={today(world.clock).toString()} />,
    );
  });
}

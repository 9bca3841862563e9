import { readerOf } from "#src/people/index.ts";
import { forbidden, type Routes, requireAgent, respondPage, underQueue } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { loadView } from "../file/file-loading.tsx";
import { queueSettings } from "../queue/views/settings.ts";
import { placeIn, SeriesPage } from "./series-page.tsx";
import { mayValidate, proposedApplications } from "./series-store.ts";

/** Lines listed at once; the others come as these go. */
const LISTED = 50;

/** The opinions that wait for a supervisor: one whole, the others in a line each. Each is validated by its own act. */
export function seriesRoutes(routes: Routes, world: World): void {
  routes.get(urls.reviewSeries.pattern, async (c) => {
    const visitor = requireAgent(c);
    if (!mayValidate(visitor)) return forbidden();
    const { waiting, keys } = await inTransaction(world.db, readerOf(visitor), async (tx) => ({
      waiting: await proposedApplications(tx, visitor.person.id, LISTED + 1),
      keys: (await queueSettings(tx, visitor.person.id)).keys,
    }));
    const place = placeIn(waiting.slice(0, LISTED), c.req.query("avis"));
    const view = place === null ? null : await loadView(world, visitor, place.here.id);
    return respondPage(
      c,
      world,
      {
        ...underQueue("Avis à valider"),
        density: "compact",
        scripts: ["file"],
      },
      <SeriesPage
        shown={place === null || view === null ? null : { ...place, view }}
        more={waiting.length > LISTED}
        keys={keys}
        today={today(world.clock).toString()}
      />,
    );
  });
}

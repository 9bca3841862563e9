import type { SignedVisitor } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import type { Facet } from "./filters/facet.ts";
import { everyApplication, type HomeFilter, readFilter, withoutPage } from "./filters/filter.ts";
import { queueHome } from "./home.ts";
import { viewQuery } from "./views/saved-views.ts";
import type { QueueSettings } from "./views/settings.ts";

/** What a bare address opens on for this agent: the view that they chose, while it is there, else what their role waits for; in the order that they gave since. */
export async function openingOf(
  tx: Tx,
  visitor: SignedVisitor,
  settings: QueueSettings,
  facets: readonly Facet[],
): Promise<HomeFilter> {
  const home = queueHome(visitor).filter;
  const query = settings.startView === null ? null : await viewQuery(tx, settings.startView);
  if (query === null || query === "") return { ...home, ...settings.order };
  const { cursor: _none, ...filter } = withoutPage(readFilter(new URLSearchParams(query), everyApplication, facets));
  return { ...filter, ...settings.order };
}

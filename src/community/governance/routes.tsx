import { listCommittees, listMeetings, listSeats, mayOnCommittee } from "#src/committees/index.ts";
import { readerOf } from "#src/people/index.ts";
import { type RequestContext, type Routes, respondPage } from "#src/people/web/index.ts";
import { today } from "#src/platform/clock.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { crumbs } from "../web/crumbs.ts";
import { GovernancePage } from "./governance-page.tsx";

/** Who decides for the community, what was decided, read by everyone. */
export function governanceRoutes(routes: Routes, world: World): void {
  routes.get(urls.governance.pattern, (c) => answer(c, world));
}

async function answer(c: RequestContext, world: World): Promise<Response> {
  const visitor = c.get("visitor");
  const on = today(world.clock).toString();
  const bodies = await inTransaction(world.db, readerOf(visitor), async (tx) => {
    const found = [];
    for (const committee of await listCommittees(tx)) {
      if (committee.kind !== "communotic" || committee.endedOn !== null) continue;
      const seats = await listSeats(tx, committee.id);
      const inside = mayOnCommittee(visitor, committee, seats, on, "see-inside");
      found.push({ committee, seats, inside, meetings: await listMeetings(tx, committee.id) });
    }
    return found;
  });
  return respondPage(
    c,
    world,
    {
      title: "La gouvernance de la communauté",
      description: "Qui siège, ce qui est décidé, les comptes rendus publiés.",
      current: urls.community.href(),
      breadcrumbs: crumbs("Gouvernance"),
      public: true,
    },
    <GovernancePage bodies={bodies} today={on} />,
  );
}

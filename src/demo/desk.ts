import { randomUUID } from "node:crypto";
import { readerOf } from "#src/people/index.ts";
import { inTransaction } from "#src/platform/database/database.ts";
import type { World } from "#src/platform/world.ts";
import { putLabel } from "#src/reviews/queue/labels/label-acts.ts";
import { saveView } from "#src/reviews/queue/views/saved-views.ts";
import { urls } from "#src/urls.ts";
import type { Cast } from "./cast.ts";

/** Labels by the rank of the files that have them, among those open, last filed first. */
const labels: Readonly<Record<number, string>> = {
  0: "Première demande",
  2: "À rappeler",
  3: "À rappeler",
  5: "Visite",
};

/** How the agents of the demonstration have their list: a few labels, a view that one shares, a view of one's own. */
export async function playDesk(world: World, { agents }: Cast): Promise<void> {
  const { officer, supervisor } = agents;
  const open = await inTransaction(world.db, readerOf(officer), (tx) =>
    tx
      .selectFrom("application")
      .select("id")
      .where("state", "in", ["submitted", "complete", "under-review"])
      .orderBy("submitted_at", "desc")
      .limit(6)
      .execute(),
  );
  for (const [rank, name] of Object.entries(labels)) {
    const id = open[Number(rank)]?.id;
    if (id === undefined) continue;
    const request = { id, key: randomUUID(), location: urls.review.href({ id }) };
    await putLabel(world, officer, request, name);
  }
  const at = world.clock.now();
  await inTransaction(world.db, readerOf(supervisor), (tx) =>
    saveView(
      tx,
      supervisor.person.id,
      { name: "En retard, tous agents", query: "?vue=tous&delai=retard&tri=delai", shared: true },
      at,
    ),
  );
  await inTransaction(world.db, readerOf(officer), (tx) =>
    saveView(
      tx,
      officer.person.id,
      {
        name: "Mes dossiers de l’Ouest",
        query: "?vue=tous&agent=moi&lieu=14&lieu=50&lieu=61&tri=delai",
        shared: false,
      },
      at,
    ),
  );
}

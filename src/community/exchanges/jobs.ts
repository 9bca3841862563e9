import { sql } from "kysely";
import { asService } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellOrganisation } from "../tell.ts";

/** Closes what is past its day, and tells its organisation, which may publish it again. */
export function closeListings(world: World): Promise<void> {
  const on = today(world.clock).toString();
  return asService(world, null, async (scene) => {
    const { tx, at, note } = scene;
    const { rows } = await sql<{ id: string; title: string; organisation: string }>`
      UPDATE listing SET state = 'closed', closed_at = ${at.toString()}::timestamptz
      WHERE state = 'open' AND closes_on < ${on}::date
      RETURNING id, title, organisation_id AS organisation`.execute(tx);
    for (const { id, title, organisation } of rows) {
      await note({ chain: `listing:${id}`, act: "listing-expired", organisation });
      await tellOrganisation(world, scene, organisation, `Votre annonce est close : ${title}`, [
        "Elle est arrivée à son dernier jour. Les conversations commencées restent ouvertes.",
        `Pour en publier une autre : ${world.origin}${urls.newListing.href()}`,
      ]);
    }
  });
}

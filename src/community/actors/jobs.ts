import { sql } from "kysely";
import { asService } from "#src/people/index.ts";
import { today } from "#src/platform/clock.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { tellOrganisation } from "../tell.ts";
import { CONFIRM_EVERY, NOTICE_DAYS } from "./actor.ts";

/** Asks each organisation once a year whether its page is still true; without an answer in a month, the page sleeps. */
export function confirmActors(world: World): Promise<void> {
  const on = today(world.clock);
  const old = on.subtract(CONFIRM_EVERY).toString();
  return asService(world, null, async (scene) => {
    const { tx, note } = scene;
    const page = (organisation: string) => `${world.origin}${urls.actorEdit.href({ id: organisation })}`;
    const { rows: asleep } = await sql<{ id: string; organisation: string }>`
      UPDATE actor SET state = 'asleep'
      WHERE state = 'published' AND confirmed_on <= ${old}::date AND reminded_on > confirmed_on
        AND reminded_on <= ${on.subtract({ days: NOTICE_DAYS }).toString()}::date
      RETURNING id, organisation_id AS organisation`.execute(tx);
    for (const { id, organisation } of asleep) {
      await note({ chain: `actor:${id}`, act: "actor-fell-asleep", organisation });
      await tellOrganisation(world, scene, organisation, "Votre fiche est en sommeil", [
        "Elle n’a pas été confirmée depuis un an : elle ne paraît plus. Un clic la remet en ligne.",
        page(organisation),
      ]);
    }
    const { rows: asked } = await sql<{ organisation: string }>`
      UPDATE actor SET reminded_on = ${on.toString()}::date
      WHERE state = 'published' AND confirmed_on <= ${old}::date AND (reminded_on IS NULL OR reminded_on <= confirmed_on)
      RETURNING organisation_id AS organisation`.execute(tx);
    for (const { organisation } of asked) {
      await tellOrganisation(world, scene, organisation, "Votre fiche est-elle toujours exacte ?", [
        `Dites-le d’un clic. Sans réponse dans ${NOTICE_DAYS} jours, elle sera mise en sommeil.`,
        page(organisation),
      ]);
    }
  });
}

import type { Temporal } from "temporal-polyfill";
import { onceBecause } from "#src/people/index.ts";
import type { Tx } from "#src/platform/database/database.ts";
import { postMail } from "#src/platform/mail.ts";
import type { World } from "#src/platform/world.ts";
import { formatDateTime, NBSP } from "#src/ui/index.ts";
import { urls } from "#src/urls.ts";
import type { PublishedCall } from "./call.ts";

export function callLink(world: Pick<World, "origin">, call: Pick<PublishedCall, "slug">): string {
  return world.origin + urls.call.href({ slug: call.slug });
}

/** To who holds a draft: the new closing, the same for all, and why. */
export function mailExtension(
  tx: Tx,
  world: World,
  call: PublishedCall,
  to: string,
  closesAt: Temporal.Instant,
  reason: string,
): Promise<string> {
  return postMail(world, tx, world.clock.now(), {
    to,
    subject: `Prolongé jusqu’au ${formatDateTime(closesAt)}${NBSP}: ${call.title}`,
    paragraphs: [
      `L’appel « ${call.title} », qui devait se clore le ${formatDateTime(call.closesAt)}, est prolongé pour tous jusqu’au ${formatDateTime(closesAt)} (heure de Paris).`,
      `La raison${NBSP}: ${reason}`,
      `Votre brouillon vous attend. La page de l’appel${NBSP}: ${callLink(world, call)}`,
    ],
    why: onceBecause("vous avez un brouillon pour cet appel"),
  });
}

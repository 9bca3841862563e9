import { openSealedId, sealId } from "#src/platform/sealed-id.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

const PURPOSE = "registration";

/** The key of one registration, in every mail about it: whoever holds it may see, confirm, give up and show it. */
export function ticketOf(world: Pick<World, "config">, registrationId: string): string {
  return sealId(world.config.secret, PURPOSE, registrationId);
}

/** The registration that a key opens; null where the key is not one of ours. */
export function registrationOfTicket(world: Pick<World, "config">, ticket: string): string | null {
  return openSealedId(world.config.secret, PURPOSE, ticket);
}

export function registrationLink(world: World, registrationId: string): string {
  return world.origin + urls.registration.href({ ticket: ticketOf(world, registrationId) });
}

import { openSealedId, sealId } from "#src/platform/sealed-id.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";

const PURPOSE = "door";

/** The key of an occasion's door: whoever holds it may check people in there, and nothing else. */
export function doorKey(world: Pick<World, "config">, occasionId: string): string {
  return sealId(world.config.secret, PURPOSE, occasionId);
}

export function occasionOfDoor(world: Pick<World, "config">, key: string): string | null {
  return openSealedId(world.config.secret, PURPOSE, key);
}

export function doorAddress(world: World, occasionId: string): string {
  return world.origin + urls.door.href({ key: doorKey(world, occasionId) });
}

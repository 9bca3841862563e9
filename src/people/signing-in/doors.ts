import type { World } from "#src/platform/world.ts";
import type { Authentication } from "./auth.ts";
import { PROCONNECT } from "./workplace.ts";

/** The two ways in: the local one always stands; ProConnect's is built once its provider answered. */
export interface Doors {
  local(): Promise<Authentication>;
  /** Rejects when the provider cannot be reached; asked again at the next attempt. */
  proConnect(): Promise<Authentication>;
}

/** What signs people in takes as long to load as all the rest: it is loaded when someone first comes to a door. */
export function openDoors(world: World): Doors {
  let local: Promise<Authentication> | null = null;
  let discovered: Promise<Authentication> | null = null;
  return {
    local() {
      local ??= import("./auth.ts").then(({ createAuthentication }) => createAuthentication(world, []));
      return local;
    },
    proConnect() {
      discovered ??= discover(world);
      discovered.catch(() => {
        discovered = null;
      });
      return discovered;
    },
  };
}

async function discover(world: World): Promise<Authentication> {
  const [{ createAuthentication }, { proConnectPlugin }] = await Promise.all([
    import("./auth.ts"),
    import("./proconnect.ts"),
  ]);
  return createAuthentication(world, [await proConnectPlugin(world, PROCONNECT)]);
}

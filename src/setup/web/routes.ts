import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { settingsRoutes } from "./settings-routes.tsx";

/** The pages by which people set the service up. */
export function setupRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  settingsRoutes(routes, world);
  return routes;
}

import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { doctrineRoutes } from "./doctrine-routes.tsx";
import { grantsRoutes } from "./grants-routes.tsx";
import { journalRoutes } from "./journal-routes.tsx";
import { leaveRoutes } from "./leave-routes.tsx";
import { schemeRoutes } from "./scheme-routes.tsx";
import { settingsRoutes } from "./settings-routes.tsx";
import { textsRoutes } from "./texts-routes.tsx";

/** The pages by which people set the service up. */
export function setupRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  settingsRoutes(routes, world);
  textsRoutes(routes, world);
  schemeRoutes(routes, world);
  doctrineRoutes(routes, world);
  grantsRoutes(routes, world);
  journalRoutes(routes, world);
  leaveRoutes(routes, world);
  return routes;
}

import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { apiRoutes } from "./api.ts";
import { simulatorRoutes } from "./simulator-routes.tsx";

export function eligibilityRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  apiRoutes(routes, world);
  simulatorRoutes(routes, world);
  return routes;
}

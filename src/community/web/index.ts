import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { maturityRoutes } from "../maturity/routes.tsx";

/** The pages of the community, chapter by chapter. */
export function communityRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  maturityRoutes(routes, world);
  return routes;
}

import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import type { ReviewedPartLoader } from "#src/reviews/web/index.ts";
import { batchRoutes } from "../batch/routes.tsx";
import { decisionRoutes } from "./award-routes.ts";
import { reportRoutes } from "./report-routes.tsx";

/** All the pages of this slice. */
export function awardRoutes(world: World, loaders: readonly ReviewedPartLoader[]): Routes {
  const routes = new Hono<Env>();
  routes.route("/", decisionRoutes(world, loaders));
  routes.route("/", reportRoutes(world));
  routes.route("/", batchRoutes(world));
  return routes;
}

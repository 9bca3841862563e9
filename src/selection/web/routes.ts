import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { assessorRoutes } from "../assessors/routes.tsx";
import { bodyRoutes } from "../bodies/routes.tsx";
import { conditionRoutes } from "../committee/condition-routes.tsx";
import { roomRoutes } from "../committee/room-routes.tsx";
import { sessionRoutes } from "../committee/session-routes.tsx";
import { outsideRoutes } from "../outside/routes.tsx";
import { fileRoutes } from "../ranking/file-routes.tsx";
import { rankingRoutes } from "../ranking/routes.tsx";
import { sheetRoutes } from "../scores/routes.tsx";

/** All the pages of the selection. */
export function selectionRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  rankingRoutes(routes, world);
  fileRoutes(routes, world);
  assessorRoutes(routes, world);
  sheetRoutes(routes, world);
  roomRoutes(routes, world);
  sessionRoutes(routes, world);
  conditionRoutes(routes, world);
  outsideRoutes(routes, world);
  bodyRoutes(routes, world);
  return routes;
}

import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { compositionRoutes } from "./composition-routes.tsx";
import { listRoutes } from "./list-routes.tsx";
import { meetingRoutes } from "./meeting-routes.tsx";
import { paperRoutes } from "./paper-routes.ts";
import { roomRoutes } from "./room-routes.ts";

/** Committees of every kind: read by who sits, run by who is in charge of the kind. */
export function committeeRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  listRoutes(routes, world);
  compositionRoutes(routes, world);
  meetingRoutes(routes, world);
  roomRoutes(routes, world);
  paperRoutes(routes, world);
  return routes;
}

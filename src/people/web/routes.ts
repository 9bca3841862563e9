import { Hono } from "hono";
import type { World } from "#src/platform/world.ts";
import { openDoors } from "../auth.ts";
import { communesRoutes } from "./communes-routes.ts";
import { demonstrationRoutes } from "./demonstration-routes.tsx";
import type { Env, Routes } from "./env.ts";
import { signInRoutes } from "./sign-in-routes.tsx";

/** All the pages of this slice. */
export function peopleRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  routes.route("/", signInRoutes(world, openDoors(world)));
  routes.route("/", demonstrationRoutes(world));
  routes.route("/", communesRoutes());
  return routes;
}

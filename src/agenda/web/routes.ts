import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { calendarRoutes } from "../calendar/routes.tsx";
import { doorRoutes } from "../door/routes.tsx";
import { eventRoutes } from "../events/routes.tsx";
import { registrationRoutes } from "../registrations/routes.tsx";

/** All the pages of this slice. */
export function agendaRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  calendarRoutes(routes, world);
  // Before the pages of one occasion: « proposer » is no address of any.
  eventRoutes(routes, world);
  registrationRoutes(routes, world, []);
  doorRoutes(routes, world);
  return routes;
}

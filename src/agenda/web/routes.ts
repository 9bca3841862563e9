import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { calendarRoutes } from "../calendar/routes.tsx";
import { doorRoutes } from "../door/routes.tsx";
import { eventRoutes } from "../events/routes.tsx";
import { registrationRoutes } from "../registrations/routes.tsx";
import { teamRoutes } from "../registrations/team-routes.tsx";
import { trainingDeskRoutes } from "../training/desk-routes.tsx";
import { trainingRoutes } from "../training/routes.tsx";

/** All the pages of this slice. */
export function agendaRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  calendarRoutes(routes, world);
  trainingRoutes(routes, world);
  trainingDeskRoutes(routes, world, []);
  // Before the pages of one occasion: « proposer » is no address of any.
  eventRoutes(routes, world);
  registrationRoutes(routes, world, []);
  teamRoutes(routes, world);
  doorRoutes(routes, world);
  return routes;
}

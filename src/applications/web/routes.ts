import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { filedRoutes } from "./filed-routes.tsx";
import { filingRoutes } from "./filing-routes.tsx";
import { followRoutes } from "./follow-routes.tsx";
import { newRoutes } from "./new-routes.tsx";
import { paperRoutes } from "./paper-routes.tsx";
import { sectionRoutes } from "./section-routes.tsx";

/** The applicant's side: begin, write, join, file, follow. */
export function applicationRoutes(world: World): Routes {
  const routes: Routes = new Hono<Env>();
  newRoutes(routes, world);
  sectionRoutes(routes, world);
  paperRoutes(routes, world);
  filingRoutes(routes, world);
  filedRoutes(routes, world);
  followRoutes(routes, world);
  return routes;
}

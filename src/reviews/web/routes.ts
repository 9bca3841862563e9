import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import type { ReviewedPartLoader } from "../file/file-loading.tsx";
import { fileRoutes } from "../file/file-routes.ts";
import { seriesRoutes } from "../opinions/series-routes.tsx";
import type { Queue } from "../queue/part.ts";
import { queueRoutes } from "../queue/queue-routes.tsx";
import { templateRoutes } from "../templates/template-routes.tsx";

/** All the pages of this slice. `loaders` bring the parts of a file's page that later slices own, `queue` what they add to the list. */
export function reviewRoutes(world: World, loaders: readonly ReviewedPartLoader[], queue: Queue): Routes {
  const routes: Routes = new Hono<Env>();
  routes.route("/", queueRoutes(world, queue));
  seriesRoutes(routes, world);
  templateRoutes(routes, world);
  routes.route("/", fileRoutes(world, loaders));
  return routes;
}

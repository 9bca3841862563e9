import { Hono } from "hono";
import { type Env, idParam, type Routes, remembered, requireAgent } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { aroundRoutes } from "../around/around-routes.ts";
import { completionRoutes } from "../completion/completion-routes.tsx";
import { correctionRoutes } from "../corrections/correction-routes.tsx";
import { proposalRoutes } from "../corrections/proposal-routes.ts";
import { exchangeRoutes } from "../exchange/exchange-routes.ts";
import { judgementRoutes } from "../opinions/judgement-routes.ts";
import { opinionRoutes } from "../opinions/opinion-routes.ts";
import { holdingRoutes } from "../steps/holding-routes.ts";
import { stepRoutes } from "../steps/step-routes.ts";
import { trackFormRoutes } from "../track/track-file-routes.ts";
import { applicationActs } from "../web/file-act.ts";
import { type ReviewedPartLoader, showReviewed } from "./file-loading.tsx";
import { readingRoutes } from "./reading-routes.ts";

/** The page of a file and all that is done from it. Later slices bring their parts of the page. */
export function fileRoutes(world: World, loaders: readonly ReviewedPartLoader[]): Routes {
  const routes = new Hono<Env>();
  const act = applicationActs(world, loaders);
  routes.get(
    urls.review.pattern,
    remembered(world, (c) => idParam(c, "id")),
    (c) => showReviewed(c, world, requireAgent(c), idParam(c, "id"), loaders),
  );
  readingRoutes(routes, world);
  for (const more of chapters) more(routes, world, act);
  return routes;
}

/** In the order in which an agent meets them. */
const chapters = [
  completionRoutes,
  correctionRoutes,
  proposalRoutes,
  exchangeRoutes,
  trackFormRoutes,
  aroundRoutes,
  holdingRoutes,
  judgementRoutes,
  opinionRoutes,
  stepRoutes,
];

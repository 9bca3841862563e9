import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { actorPageRoutes, actorRoutes } from "../actors/routes.tsx";
import { exchangeRoutes } from "../exchanges/routes.tsx";
import { governanceRoutes } from "../governance/routes.tsx";
import type { ComingDates } from "../maturity/coming.tsx";
import { maturityRoutes } from "../maturity/routes.tsx";
import { moderationRoutes } from "../moderation/routes.tsx";
import { newsletterRoutes } from "../newsletter/routes.tsx";
import { practiceRoutes } from "../practices/routes.tsx";
import { referralRoutes } from "../referrals/routes.tsx";

export type { ComingDates };

/** The pages of the community, chapter by chapter; an actor's own page gives way to every other. */
export function communityRoutes(world: World, coming: ComingDates = async () => []): Routes {
  const routes = new Hono<Env>();
  maturityRoutes(routes, world, coming);
  referralRoutes(routes, world);
  actorRoutes(routes, world);
  exchangeRoutes(routes, world);
  practiceRoutes(routes, world);
  moderationRoutes(routes, world);
  governanceRoutes(routes, world);
  newsletterRoutes(routes, world);
  actorPageRoutes(routes, world);
  return routes;
}

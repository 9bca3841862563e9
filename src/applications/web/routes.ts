import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import type { Births } from "../begin/birth.ts";
import { newRoutes } from "../begin/new-routes.tsx";
import { deskRoutes } from "../belonging/desk-routes.tsx";
import { proofRoutes } from "../belonging/proof-routes.tsx";
import { budgetRoutes } from "../budget/budget-routes.tsx";
import { sectionRoutes } from "../draft/section-routes.tsx";
import { filedRoutes } from "../filing/filed-routes.tsx";
import { filingRoutes } from "../filing/filing-routes.tsx";
import { followRoutes } from "../home/follow-routes.tsx";
import { paperRoutes } from "../papers/paper-routes.tsx";
import { partnerRoutes } from "../partners/partner-routes.tsx";
import { partnershipRoutes } from "../partners/partnership-routes.tsx";
import { proposalRoutes } from "../proposals/proposal-routes.tsx";
import { trackRoutes } from "../track/track-routes.tsx";
import type { ApplicantPart, HomePart } from "./applicant-part.ts";

/** The applicant's side: begin, write, join, show whom one acts for, file, follow. */
export function applicationRoutes(world: World, births: Births, originPart: ApplicantPart, homePart: HomePart): Routes {
  const routes: Routes = new Hono<Env>();
  newRoutes(routes, world, births);
  sectionRoutes(routes, world);
  budgetRoutes(routes, world);
  paperRoutes(routes, world);
  proofRoutes(routes, world);
  deskRoutes(routes, world);
  partnerRoutes(routes, world);
  partnershipRoutes(routes, world);
  trackRoutes(routes, world);
  filingRoutes(routes, world);
  filedRoutes(routes, world);
  proposalRoutes(routes, world);
  followRoutes(routes, world, originPart, homePart);
  return routes;
}

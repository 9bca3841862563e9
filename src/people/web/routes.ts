import { Hono } from "hono";
import type { World } from "#src/platform/world.ts";
import type { Bodies, Caseload } from "../caseload.ts";
import type { Situations } from "../demonstration.ts";
import { openDoors } from "../doors.ts";
import { accountRoutes } from "./account-routes.tsx";
import { administrationRoutes } from "./administration-routes.tsx";
import { communesRoutes } from "./communes-routes.ts";
import { demonstrationRoutes } from "./demonstration-routes.tsx";
import type { Env, Routes } from "./env.ts";
import { invitationRoutes } from "./invitation-routes.tsx";
import { membersRoutes } from "./members-routes.tsx";
import { organisationNewRoutes } from "./organisation-new-routes.tsx";
import { organisationRoutes } from "./organisation-routes.tsx";
import { secondFactorRoutes } from "./second-factor-routes.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";

/** All the pages of this slice. What organisations ask for, the files that agents have and where they sit are told by later ones. */
export function peopleRoutes(world: World, situations: Situations, caseload: Caseload, bodies: Bodies): Routes {
  const routes = new Hono<Env>();
  const parts = [
    signInRoutes(world, openDoors(world)),
    demonstrationRoutes(world, situations),
    accountRoutes(world),
    secondFactorRoutes(world),
    // Before the pages of one organisation: « nouvelle » is no id.
    organisationNewRoutes(world),
    organisationRoutes(world),
    membersRoutes(world),
    invitationRoutes(world),
    administrationRoutes(world, caseload, bodies),
    communesRoutes(),
  ];
  for (const part of parts) routes.route("/", part);
  return routes;
}

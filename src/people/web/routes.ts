import { Hono } from "hono";
import type { World } from "#src/platform/world.ts";
import { accountRoutes } from "../account/account-routes.tsx";
import { administrationRoutes } from "../agents/administration-routes.tsx";
import type { Bodies, Caseload } from "../agents/caseload.ts";
import { communesRoutes } from "../organisations/communes-routes.ts";
import { invitationRoutes } from "../organisations/invitation-routes.tsx";
import { membersRoutes } from "../organisations/members-routes.tsx";
import { organisationNewRoutes } from "../organisations/organisation-new-routes.tsx";
import { organisationRoutes } from "../organisations/organisation-routes.tsx";
import type { Situations } from "../signing-in/demonstration.ts";
import { demonstrationRoutes } from "../signing-in/demonstration-routes.tsx";
import { openDoors } from "../signing-in/doors.ts";
import { secondFactorRoutes } from "../signing-in/second-factor-routes.tsx";
import { signInRoutes } from "../signing-in/sign-in-routes.tsx";
import type { Env, Routes } from "./env.ts";

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

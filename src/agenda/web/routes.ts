import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import type { World } from "#src/platform/world.ts";
import { afterRoutes, piecesPart, runPiecesPart, ticketPiecesPart } from "../after/routes.tsx";
import { badgeRoutes, runBadgesPart } from "../badges/routes.tsx";
import { calendarRoutes } from "../calendar/routes.tsx";
import { doorRoutes } from "../door/routes.tsx";
import { eventRoutes } from "../events/routes.tsx";
import { birthRoutes } from "../outcomes/birth-routes.ts";
import { outcomePart, outcomeRoutes } from "../outcomes/routes.tsx";
import { registrationRoutes } from "../registrations/routes.tsx";
import { teamRoutes } from "../registrations/team-routes.tsx";
import { subscriptionRoutes } from "../subscriptions/routes.tsx";
import { runSurveyPart, surveyRoutes } from "../survey/routes.tsx";
import { costRoutes } from "../training/costs/cost-routes.tsx";
import { trainingRoutes } from "../training/routes.tsx";
import { runSessionPart, sessionPart, traineePart } from "../training/sessions/session-parts.tsx";
import { sessionRoutes } from "../training/sessions/session-routes.tsx";
import { accessPart } from "../training/year/access-part.tsx";
import { trainingDeskRoutes } from "../training/year/desk-routes.tsx";
import { needsRoutes } from "../training/year/needs-routes.tsx";

/** All the pages of this slice. */
export function agendaRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  calendarRoutes(routes, world);
  costRoutes(routes, world);
  needsRoutes(routes, world);
  trainingRoutes(routes, world);
  trainingDeskRoutes(routes, world, [accessPart]);
  // Before the pages of one occasion: « proposer » is no address of any.
  eventRoutes(routes, world, [runSessionPart, runBadgesPart, runPiecesPart, runSurveyPart]);
  sessionRoutes(routes, world);
  const onPage = [sessionPart, piecesPart, outcomePart];
  registrationRoutes(routes, world, {
    onPage,
    onTicket: [traineePart, ticketPiecesPart],
  });
  teamRoutes(routes, world);
  outcomeRoutes(routes, world, onPage);
  birthRoutes(routes, world);
  afterRoutes(routes, world);
  badgeRoutes(routes, world);
  surveyRoutes(routes, world);
  subscriptionRoutes(routes, world);
  doorRoutes(routes, world);
  return routes;
}

import { Hono } from "hono";
import type { Env, Routes } from "#src/people/web/index.ts";
import { keepPages } from "#src/platform/http/kept-pages.ts";
import type { ApiPart } from "#src/platform/http/open-api.ts";
import type { World } from "#src/platform/world.ts";
import type { KnownAnswers } from "../known-answers.ts";
import type { OpenCalls } from "../open-calls.ts";
import { apiRoutes } from "./api.tsx";
import { simulatorRoutes } from "./simulator-routes.tsx";
import { legalToday } from "./today.ts";

export function eligibilityRoutes(
  world: World,
  known: KnownAnswers,
  calls: OpenCalls,
  parts: () => readonly ApiPart[] = () => [],
): Routes {
  const routes = new Hono<Env>();
  const keep = keepPages({
    same: (c) => c.req.header("cookie") === undefined,
    edition: () => legalToday(world),
  });
  apiRoutes(routes, world, keep, calls, parts);
  simulatorRoutes(routes, world, keep, known, calls);
  return routes;
}

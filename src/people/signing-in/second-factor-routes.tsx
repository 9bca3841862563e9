import { Hono } from "hono";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { registeredPasskeys } from "../account/account.ts";
import { safeBack, startPage } from "../web/back.ts";
import type { Env, Routes } from "../web/env.ts";
import { requireSignedIn } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import { SecondFactorPage } from "./second-factor-page.tsx";

/** Where an agent gives the second factor that the settings ask for, or registers it the first time. */
export function secondFactorRoutes(world: World): Routes {
  const routes = new Hono<Env>();
  routes.get(urls.accountSecondFactor.pattern, async (c) => {
    const visitor = requireSignedIn(c);
    const back = safeBack(c.req.query("retour"), world.origin);
    if (c.get("session")?.lacksSecondFactor !== true) return c.redirect(back ?? startPage(visitor), 303);
    const keys = await registeredPasskeys(world, visitor.person.id);
    const page = <SecondFactorPage hasKey={keys.length > 0} back={back} />;
    return respondPage(c, world, { title: "Second facteur", scripts: ["passkey"] }, page);
  });
  return routes;
}

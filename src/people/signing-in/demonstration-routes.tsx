import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { readForm, text } from "#src/platform/http/forms.ts";
import type { World } from "#src/platform/world.ts";
import { urls } from "#src/urls.ts";
import { safeBack } from "../web/back.ts";
import type { Env, Routes } from "../web/env.ts";
import { notFound } from "../web/guard.ts";
import { respondPage } from "../web/page.tsx";
import {
  chosenFirst,
  type DemonstrationPerson,
  demonstrationPeople,
  isDemonstrationPerson,
  type Situations,
} from "./demonstration.ts";
import { DemonstrationPage } from "./demonstration-page.tsx";
import { isSecure, SESSION_DAYS } from "./session-cookie.ts";
import { startSession } from "./sessions.ts";

/** Entry without proof of identity: these addresses exist in demonstration only, and open fictional people only. */
export function demonstrationRoutes(world: World, situations: Situations): Routes {
  const routes = new Hono<Env>();
  if (!world.config.demo) return routes;

  routes.get(urls.demonstration.pattern, async (c) => {
    const people = await demonstrationPeople(world);
    const ids = new Set(people.flatMap((one) => one.memberships.map((membership) => membership.organisationId)));
    const found = await situations(world, [...ids]);
    const situationsFor = (one: DemonstrationPerson) => [
      ...new Set(one.memberships.flatMap(({ organisationId }) => found.get(organisationId) ?? [])),
    ];
    const members = people.filter((one) => one.agentRoles.length === 0);
    const back = safeBack(c.req.query("retour"), world.origin);
    return respondPage(
      c,
      world,
      { title: "Entrer dans la démonstration" },
      <DemonstrationPage
        agents={people.filter((one) => one.agentRoles.length > 0)}
        members={chosenFirst(members.map((one) => ({ ...one, situations: situationsFor(one) })))}
        back={back}
      />,
    );
  });

  routes.post(urls.demonstration.pattern, async (c) => {
    const fields = await readForm(c);
    const personId = text(fields, "personne");
    if (!(await isDemonstrationPerson(world, personId))) notFound();
    const session = await startSession(world, personId, {
      userAgent: c.req.header("user-agent") ?? null,
      isStrong: true,
    });
    setCookie(c, session.name, session.value, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: isSecure(world.origin),
      maxAge: SESSION_DAYS * 24 * 3600,
    });
    // Back to what was being done; else the sign-in page knows where each person begins.
    return c.redirect(safeBack(text(fields, "retour"), world.origin) ?? urls.signIn.href(), 303);
  });

  return routes;
}

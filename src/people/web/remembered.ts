import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { today } from "#src/platform/clock.ts";
import type { PageKey } from "#src/platform/http/remembered-pages.ts";
import type { World } from "#src/platform/world.ts";
import type { Visitor } from "../visitor.ts";
import type { Env, RequestContext } from "./env.ts";
import { flashCookieName } from "./flash.ts";

/**
 * For a GET route of signed-in people: the page is kept for this person while nothing that it shows changes.
 * `subject` is the application it is about, "*" for a list. A page that tells what was just done is written anew.
 */
export function remembered(world: World, subject: (c: RequestContext) => string): MiddlewareHandler<Env> {
  return world.pages.remember((c): PageKey | null => {
    const context = c as RequestContext;
    const visitor = context.get("visitor");
    if (visitor.person === null || getCookie(context, flashCookieName(context)) !== undefined) return null;
    return { reader: readerKey(visitor), subject: subject(context), edition: today(world.clock).toString() };
  });
}

/** After an act, whoever did it sees it at once. */
export function forgetAfterActs(world: World): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    const { person } = c.get("visitor");
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && person !== null) world.pages.forgetReader(`${person.id} `);
  };
}

/** The person with the name and rights they have: a change of either makes other pages. */
function readerKey(visitor: Visitor): string {
  return `${visitor.person?.id} ${visitor.person?.name} ${JSON.stringify([visitor.agentRoles, visitor.memberships])}`;
}

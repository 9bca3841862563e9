import { HTTPException } from "hono/http-exception";
import { urls } from "#src/urls.ts";
import { FORBIDDEN } from "../organisations/organisation-act.ts";
import { isAgent, type SignedVisitor } from "../visitor.ts";
import type { RequestContext } from "./env.ts";

/** The page or row is not there, or not for this visitor: the same answer, without a hint. */
export function notFound(): never {
  throw new HTTPException(404);
}

/** The visitor may see this but not do that. */
export function forbidden(): never {
  throw new HTTPException(403);
}

/** What an act answered, once it is known that the visitor still had the right to it under the lock. */
export function allowed<T>(outcome: T | typeof FORBIDDEN): T {
  return outcome === FORBIDDEN ? forbidden() : (outcome as T);
}

/**
 * The signed-in visitor; anyone else is led to sign in and then back. Who sends a form gets a plain 401: the page that
 * says it keeps what they typed, and a script, led to the sign-in page, would believe that all went well.
 */
export function requireSignedIn(c: RequestContext): SignedVisitor {
  const visitor = c.get("visitor");
  const isForm = c.req.method === "POST";
  const back = isForm ? undefined : new URL(c.req.url).pathname + new URL(c.req.url).search;
  if (visitor.person === null) {
    if (isForm || c.req.header("accept") === "application/json") throw new HTTPException(401);
    const why = c.get("session")?.wasIdle === true ? IDLE : undefined;
    throw new HTTPException(401, { res: c.redirect(urls.signIn.href({}, { retour: back, error: why }), 303) });
  }
  if (c.get("session")?.lacksSecondFactor === true && !isOnTheWay(c.req.path)) {
    if (isForm || c.req.header("accept") === "application/json") throw new HTTPException(401);
    throw new HTTPException(401, { res: c.redirect(urls.accountSecondFactor.href({}, { retour: back }), 303) });
  }
  // Whoever is new says their name before anything else: it stands on all they do.
  if (visitor.person.name === "" && c.req.path !== urls.accountName.href()) {
    throw new HTTPException(401, { res: c.redirect(urls.accountName.href({}, { retour: back }), 303) });
  }
  return visitor as SignedVisitor;
}

/** Why the sign-in page comes: the session was let idle. */
export const IDLE = "idle";

/** What a person does before their second factor: give it, or say their name. */
function isOnTheWay(path: string): boolean {
  return path === urls.accountSecondFactor.href() || path === urls.accountName.href();
}

/** The signed-in agent who reads files; members of the public get the 404 of a page that is not theirs. */
export function requireAgent(c: RequestContext): SignedVisitor {
  const visitor = requireSignedIn(c);
  return isAgent(visitor) ? visitor : notFound();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A part of the path that must be an id: anything else is a page that is not there. */
export function idParam(c: RequestContext, name: string): string {
  const value = c.req.param(name) ?? "";
  return UUID.test(value) ? value : notFound();
}

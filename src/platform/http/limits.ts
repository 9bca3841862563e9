import type { MiddlewareHandler } from "hono";
import type { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";

/** Most forms are small; a route that streams files checks its own size. */
const FORM_BYTES = 2 * 1024 * 1024;

/**
 * Refuses addresses that no page can have, and bodies over the limit, save where `/pieces` or a signed agreement streams
 * a file and counts for itself.
 */
export function limits(make: typeof bodyLimit): MiddlewareHandler {
  const small = make({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new HTTPException(413);
    },
  });
  return (c, next) => {
    // No id and no word of ours holds a NUL, and PostgreSQL takes none.
    if (new URL(c.req.url).pathname.includes("%00")) throw new HTTPException(404);
    // A reading has no body: to look for one would make the whole request anew.
    const isReading = c.req.method === "GET" || c.req.method === "HEAD";
    return isReading || streamsFile(c.req.path) ? next() : small(c, next);
  };
}

function streamsFile(path: string): boolean {
  return /\/(pieces|signature)$|^\/demandes\/[^/]+\/convention$/.test(path);
}

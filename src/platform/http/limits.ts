import type { MiddlewareHandler } from "hono";
import type { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";

/** Most forms are small; a route that streams files checks its own size. */
const FORM_BYTES = 2 * 1024 * 1024;

/** Refuses bodies over the limit, save where `/pieces` or a signed agreement streams a file and counts for itself. */
export function limits(make: typeof bodyLimit): MiddlewareHandler {
  const small = make({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new HTTPException(413);
    },
  });
  return (c, next) => (streamsFile(c.req.path) ? next() : small(c, next));
}

function streamsFile(path: string): boolean {
  return /\/(pieces|signature|convention)$/.test(path);
}

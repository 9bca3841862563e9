import type { Context, MiddlewareHandler, Next } from "hono";
import { HTTPException } from "hono/http-exception";

/** Most forms are small; a route that streams files checks its own size. */
const FORM_BYTES = 2 * 1024 * 1024;
/**
 * What is too long is read on, and dropped, so that who sends it hears the answer: so much, so long. A minute, for a slow
 * line or a busy machine: ten seconds cut some who would have heard.
 */
const MOST_DROPPED = 64 * 1024 * 1024;
const LONGEST_WAIT_MS = 60_000;

/**
 * Refuses addresses that no page can have, and bodies over the limit, save where `/pieces` or a signed agreement streams
 * a file and counts for itself.
 */
export function limits(): MiddlewareHandler {
  return (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    // A reading has no body: to look for one would make the whole request anew.
    const isReading = c.req.method === "GET" || c.req.method === "HEAD";
    // No id and no word of ours holds a NUL, and PostgreSQL takes none: what is asked is asked again without it.
    if (pathname.includes("%00")) throw new HTTPException(404);
    if (search.includes("%00")) {
      if (!isReading) throw new HTTPException(404);
      return Promise.resolve(c.redirect(search.replaceAll("%00", "")));
    }
    return isReading || streamsFile(c.req.path) ? next() : small(c, next);
  };
}

async function small(c: Context, next: Next): Promise<void> {
  const { body, headers } = c.req.raw;
  if (body === null) return next();
  const told = headers.has("transfer-encoding") ? null : headers.get("content-length");
  if (told !== null && Number(told) <= FORM_BYTES) return next();
  const reader = body.getReader();
  const kept = told === null ? await readSome(reader) : null;
  if (kept === null) {
    await dropRest(reader);
    throw new HTTPException(413);
  }
  c.req.raw = new Request(c.req.raw, { body: kept });
  return next();
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** A body whose length was not told; null where it passes the limit. */
async function readSome(reader: BodyReader): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > FORM_BYTES) return null;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** An answer given while the body still arrives cuts the connection under its sender, who then never reads it. */
async function dropRest(reader: BodyReader): Promise<void> {
  const late = Date.now() + LONGEST_WAIT_MS;
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), LONGEST_WAIT_MS);
  try {
    let dropped = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      dropped += part.value.length;
      if (dropped > MOST_DROPPED || Date.now() > late) return;
    }
  } catch {
    // Who sent it is gone: there is nobody to tell.
  } finally {
    clearTimeout(timer);
  }
}

function streamsFile(path: string): boolean {
  return /\/(pieces|signature)$|^\/demandes\/[^/]+\/convention$/.test(path);
}

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const deflate = promisify(gzip);
/** Below this a packet is a packet. */
const WORTH_BYTES = 1024;
const COMPRESSIBLE = /^(text\/|application\/(problem\+)?json|image\/svg)/;
/** Quick rather than tight: the processor is scarcer than the line. */
const LEVEL = 4;

/** A page's bytes as they go over the line. */
export async function compress(body: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await deflate(body, { level: LEVEL }));
}

/**
 * Compresses written pages and answers as one buffer, off the main thread. What streams (downloads, exports) or is
 * compressed already passes as it is. A page that was just written hands its text by the variable `html`, so that it
 * is not read back from its Response.
 */
export function compressed(): MiddlewareHandler<{ Variables: { html?: string } }> {
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (c.req.method === "HEAD" || headers.has("content-encoding") || headers.has("content-disposition")) return;
    if (!COMPRESSIBLE.test(headers.get("content-type") ?? "") || !accepts(c.req.header("accept-encoding"))) return;
    const body = c.get("html") ?? Buffer.from(await c.res.arrayBuffer());
    const { status } = c.res;
    headers.append("vary", "accept-encoding");
    if (body.length < WORTH_BYTES) {
      c.res = new Response(body, { status, headers });
      return;
    }
    headers.set("content-encoding", "gzip");
    headers.delete("content-length");
    c.res = new Response(await compress(body), { status, headers });
  };
}

function accepts(encodings: string | undefined): boolean {
  return encodings !== undefined && /\bgzip\b/.test(encodings);
}

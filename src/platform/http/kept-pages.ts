import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";

interface Kept {
  readonly body: string;
  readonly brotli: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
}

export interface Keeping {
  /** True where the page is the same for everyone who asks like this. */
  readonly same: (c: Context) => boolean;
  /** Pages are written anew when this changes (a new day, for what depends on the date). */
  readonly edition: () => string;
}

/**
 * Public pages that do not vary are rendered and compressed once, then answered from memory.
 * Put it on routes whose paths are few: one entry is kept a path. Only 200s that say "public" are kept.
 */
export function keepPages(keeping: Keeping): MiddlewareHandler {
  const pages = new Map<string, Kept>();
  let edition = "";
  return async (c, next) => {
    if (c.req.method !== "GET" || c.req.url.includes("?") || !keeping.same(c)) return next();
    if (edition !== keeping.edition()) {
      pages.clear();
      edition = keeping.edition();
    }
    const found = pages.get(c.req.path);
    if (found !== undefined) return answer(c, found);
    await next();
    const cacheControl = c.res.headers.get("cache-control") ?? "";
    if (c.res.status !== 200 || !cacheControl.startsWith("public")) return;
    const page = keep(await c.res.text(), c.res.headers.get("content-type") ?? "", cacheControl);
    pages.set(c.req.path, page);
    c.res = answer(c, page);
  };
}

function keep(body: string, type: string, cacheControl: string): Kept {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const gzip = new Uint8Array(gzipSync(body, { level: 9 }));
  return { body, brotli: new Uint8Array(brotliCompressSync(body, quality)), gzip, type, cacheControl, etag };
}

function answer(c: Context, page: Kept): Response {
  const headers: Record<string, string> = { "cache-control": page.cacheControl, etag: page.etag };
  if (c.req.header("if-none-match") === page.etag) return new Response(null, { status: 304, headers });
  headers["content-type"] = page.type;
  headers.vary = "accept-encoding, cookie";
  const accepted = c.req.header("accept-encoding") ?? "";
  if (/\bbr\b/.test(accepted)) return new Response(page.brotli, { headers: { ...headers, "content-encoding": "br" } });
  if (/\bgzip\b/.test(accepted))
    return new Response(page.gzip, { headers: { ...headers, "content-encoding": "gzip" } });
  return new Response(page.body, { headers });
}

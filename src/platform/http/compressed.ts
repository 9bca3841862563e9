import { transcode } from "node:buffer";
import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { accepts } from "hono/accepts";

/** Below this a packet is a packet. */
const WORTH_BYTES = 1024;
const COMPRESSIBLE = /^(text\/|application\/(problem\+)?json|image\/svg)/;

/** Most pages fit in it once compressed. */
const ZSTD_BUFFER = 32 * 1024;

/** Quick rather than tight: the processor is scarcer than the line. zstd takes half the time of gzip and leaves less. */
const compressors = {
  zstd: (bytes: Uint8Array) => {
    // Tables and buffer of a page's own size: those of a longer text cost a quarter more.
    const params = { [constants.ZSTD_c_compressionLevel]: 1 };
    return zstdCompressSync(bytes, { params, pledgedSrcSize: bytes.length, chunkSize: ZSTD_BUFFER });
  },
  gzip: (bytes: Uint8Array) => gzipSync(bytes, { level: 3 }),
};
const BEST_FIRST = ["zstd", "gzip"] as const;
export type Encoding = (typeof BEST_FIRST)[number];

/** What was last read: most browsers say the same. */
let last: { readonly header: string | undefined; readonly encoding: Encoding | null } | null = null;

/** The best of our encodings that this browser reads; null where it reads none. */
export function encodingFor(c: Context): Encoding | null {
  const header = c.req.header("accept-encoding");
  if (last === null || last.header !== header) last = { header, encoding: negotiate(c) };
  return last.encoding;
}

function negotiate(c: Context): Encoding | null {
  const best = accepts(c, {
    header: "Accept-Encoding",
    supports: [...BEST_FIRST],
    default: "",
    match: (accepted, { supports }) =>
      supports.find((one) => accepted.some(({ type, q }) => type.toLowerCase() === one && q > 0)) ?? "",
  });
  return best === "" ? null : (best as Encoding);
}

/** Pages are laid out one after the other in the same bytes: a new buffer for each costs more than its encoding. */
const desk = Buffer.allocUnsafe(1024 * 1024);

/** A page's bytes as they go over the line. At once: handing a page over to another thread takes longer. */
export function compress(body: string | Uint8Array, encoding: Encoding): Uint8Array<ArrayBuffer> {
  return compressors[encoding](typeof body === "string" ? encode(body) : body);
}

/**
 * UTF-8 by way of UTF-16, which is how a page with a typographic apostrophe lies in memory: the copy and the conversion
 * together take a third of what writing UTF-8 from the string takes. Half a character alone cannot be converted so.
 */
function encode(text: string): Uint8Array {
  if (text.length * 2 > desk.length) return Buffer.from(text);
  try {
    return transcode(desk.subarray(0, desk.write(text, "utf16le")), "utf16le", "utf8");
  } catch {
    return Buffer.from(text);
  }
}

/**
 * Compresses written pages and answers as one buffer. What streams (downloads, exports) or is compressed already passes
 * as it is. A page that was just written hands its text by the variable `html`, so that it is not read back from its
 * Response.
 */
export function compressed(): MiddlewareHandler<{ Variables: { html?: string } }> {
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (c.req.method === "HEAD" || headers.has("content-encoding") || headers.has("content-disposition")) return;
    const encoding = encodingFor(c);
    if (encoding === null || !COMPRESSIBLE.test(headers.get("content-type") ?? "")) return;
    const body = c.get("html") ?? Buffer.from(await c.res.arrayBuffer());
    const { status } = c.res;
    headers.append("vary", "accept-encoding");
    if (body.length < WORTH_BYTES) {
      replace(c, new Response(body, { status, headers }));
      return;
    }
    headers.set("content-encoding", encoding);
    headers.delete("content-length");
    replace(c, new Response(compress(body, encoding), { status, headers }));
  };
}

/** Answers this instead. Set over another, an answer is read and copied to join their headers: these are joined already. */
export function replace(c: Context, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}

import { PassThrough, Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { cleanText } from "#text/index.ts";

/** A file of a form, as it arrives: read it or it stops the rest. */
export interface Arriving {
  readonly name: string;
  readonly bytes: Readable;
}

/**
 * Reads the one file of a multipart form as a stream: nothing of it is held in memory. Returns what `keep` makes of
 * it, or null when the form holds no file; the other fields go into `fields`. A cut connection ends the file’s stream
 * with an error.
 */
export async function streamFile<T>(
  c: Context,
  keep: (file: Arriving) => Promise<T>,
  fields: Map<string, string> = new Map(),
): Promise<T | null> {
  const contentType = c.req.header("content-type") ?? "";
  const { body } = c.req.raw;
  if (!contentType.startsWith("multipart/form-data") || body === null) throw new HTTPException(400);
  const parser = parserFor(contentType);
  const source = Readable.fromWeb(body as ReadableStream<Uint8Array>);
  return new Promise<T | null>((resolve, reject) => {
    let hasFile = false;
    const onward = new PassThrough();
    const fail = () => {
      const cut = new HTTPException(400);
      onward.destroy(cut);
      reject(cut);
    };
    // A refused file is left unread: the rest of the request flows on to nowhere, so that the answer can be heard.
    onward.on("error", () => undefined);
    parser.on("file", (_field, bytes, name) => {
      bytes.on("error", fail);
      // A field left empty travels as a file without a name.
      if (hasFile || name === undefined || name === "") {
        bytes.resume();
        return;
      }
      hasFile = true;
      onward.on("close", () => {
        bytes.unpipe(onward);
        bytes.resume();
      });
      bytes.pipe(onward);
      keep({ name, bytes: onward }).then((kept) => {
        // The fields that follow the file come at once; the rest of a file that was refused is not waited for.
        whenFinished.then(() => resolve(kept));
        setTimeout(() => resolve(kept), 2000).unref();
      }, reject);
    });
    parser.on("field", (name, value) => fields.set(name, cleanText(value)));
    const whenFinished = new Promise<void>((done) => {
      parser.on("finish", () => done());
    });
    whenFinished.then(() => {
      if (!hasFile) resolve(null);
    });
    parser.on("error", fail);
    source.on("error", fail);
    source.pipe(parser);
  });
}

function parserFor(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { files: 2, fields: 20, fieldSize: 10_000, parts: 30, headerPairs: 50 },
    });
  } catch {
    throw new HTTPException(400);
  }
}

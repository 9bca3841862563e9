import { PassThrough, Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { cleanText } from "#text/index.ts";

/** What is written beside the files of a form: as much as in a form without a file. */
const MOST_WRITTEN = 2 * 1024 * 1024;

/** A file of a form, as it arrives: read it or it stops the rest. */
export interface Arriving {
  /** The name of its field. */
  readonly field: string;
  readonly name: string;
  readonly bytes: Readable;
}

/** The one file of a form: what `keep` makes of it, or null when the form holds no file. */
export async function streamFile<T>(
  c: Context,
  keep: (file: Arriving) => Promise<T>,
  fields: Map<string, string> = new Map(),
): Promise<T | null> {
  const [first] = (await streamFiles(c, 1, keep, fields)).values();
  return first ?? null;
}

/**
 * Reads the files of a multipart form as streams, one a field and `most` in all: nothing of them is held in memory.
 * Returns what `keep` makes of each, by its field; the other fields go into `fields`. A cut connection ends the file’s
 * stream with an error.
 */
export async function streamFiles<T>(
  c: Context,
  most: number,
  keep: (file: Arriving) => Promise<T>,
  fields: Map<string, string>,
): Promise<ReadonlyMap<string, T>> {
  const contentType = c.req.header("content-type") ?? "";
  const { body } = c.req.raw;
  if (!contentType.startsWith("multipart/form-data") || body === null) throw new HTTPException(400);
  const parser = parserFor(contentType);
  const source = Readable.fromWeb(body as ReadableStream<Uint8Array>);
  return new Promise<ReadonlyMap<string, T>>((resolve, reject) => {
    const kept = new Map<string, T>();
    const keeping = new Map<string, Promise<unknown>>();
    const cutAll: (() => void)[] = [];
    const fail = () => {
      for (const cut of cutAll) cut();
      reject(new HTTPException(400));
    };
    parser.on("file", (field, bytes, name) => {
      bytes.on("error", fail);
      // A field left empty travels as a file without a name.
      if (keeping.size === most || keeping.has(field) || name === undefined || name === "") {
        bytes.resume();
        return;
      }
      const onward = new PassThrough();
      // A refused file is left unread: the rest of the request flows on to nowhere, so that the answer can be heard.
      onward.on("error", () => undefined);
      onward.on("close", () => {
        bytes.unpipe(onward);
        bytes.resume();
      });
      cutAll.push(() => onward.destroy(new HTTPException(400)));
      bytes.pipe(onward);
      const work = keep({ field, name, bytes: onward }).then((one) => {
        kept.set(field, one);
        // What follows a file that was read is waited for; the rest of a file that was refused is not.
        if (!onward.readableEnded) setTimeout(() => resolve(kept), 2000).unref();
      });
      work.catch(reject);
      keeping.set(field, work);
    });
    let written = 0;
    parser.on("field", (name, value, _isNameCut, isCut) => {
      written += value.length;
      if (!isCut && written <= MOST_WRITTEN) fields.set(name, cleanText(value));
      else {
        // Half of what was written is never taken for the whole of it.
        for (const cut of cutAll) cut();
        reject(new HTTPException(413));
      }
    });
    parser.on("finish", () => {
      Promise.all(keeping.values()).then(() => resolve(kept), reject);
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
      limits: { files: 4, fields: 250, fieldSize: MOST_WRITTEN, parts: 260, headerPairs: 50 },
    });
  } catch {
    throw new HTTPException(400);
  }
}

import type { MiddlewareHandler } from "hono";
import type { Changes } from "../database/changes.ts";
import { compress, encodingFor, replace } from "./compressed.ts";

/** Whose page it is, what it is about, and the legal day it was written for. */
export interface PageKey {
  /** The person it was written for, with the rights they had: nobody else is ever shown it. */
  readonly reader: string;
  /** The application it shows, or "*" for a list. */
  readonly subject: string;
  readonly edition: string;
}

export interface RememberedPages {
  /** For a GET route: answers from memory while nothing shown has changed. A null key is neither kept nor looked up. */
  remember(key: (c: Parameters<MiddlewareHandler>[0]) => PageKey | null): MiddlewareHandler;
  /** A person who has just acted sees what they did, even before the database's word of it comes back. */
  forgetReader(reader: string): void;
}

interface Entry extends PageKey {
  readonly compressed: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
  readonly writtenAt: number;
}

const MEBIBYTE = 1024 * 1024;
/** Pages of those who are signed in. */
export const MEMBERS_CAPACITY = 64 * MEBIBYTE;
/** Anybody fills this one by varying an address: it is small, and drops nobody else's pages. */
export const STRANGERS_CAPACITY = 8 * MEBIBYTE;
/** Whatever the database says, no page is older than this. */
const LIFETIME_MS = 60_000;

/**
 * Keeps written pages in memory, each for its own reader, until the database announces a change of what they show.
 * A page whose writing began before a change of what it shows is not kept. Nothing is kept while changes cannot be heard. Past `capacity`
 * bytes the oldest are dropped.
 */
export function rememberPages(changes: Changes, capacity: number): RememberedPages {
  const entries = new Map<string, Entry>();
  /** Pages being written: who asks for the same one meanwhile waits for it rather than have it written twice. */
  const writing = new Map<string, Promise<void>>();
  /** Those that a change met while they were written: they are answered, and not kept. */
  const inProgress = new Set<{ readonly key: PageKey; isStale: boolean }>();
  let bytes = 0;

  function drop(name: string, entry: Entry): void {
    entries.delete(name);
    bytes -= entry.compressed.length;
  }

  function dropWhere(test: (page: PageKey) => boolean): void {
    for (const page of inProgress) page.isStale ||= test(page.key);
    for (const [name, entry] of entries) if (test(entry)) drop(name, entry);
  }

  function keep(name: string, entry: Entry): void {
    const before = entries.get(name);
    if (before) drop(name, before);
    entries.set(name, entry);
    bytes += entry.compressed.length;
    for (const [oldest, old] of entries) {
      if (bytes <= capacity) break;
      drop(oldest, old);
    }
  }

  changes.subscribe((subject) => {
    dropWhere((page) => subject === "*" || page.subject === subject || page.subject === "*");
  });

  return {
    forgetReader: (reader) => dropWhere((page) => page.reader.startsWith(reader)),
    remember: (keyOf) => async (c, next) => {
      const encoding = encodingFor(c);
      const key = changes.heard ? keyOf(c) : null;
      if (encoding === null || key === null) return next();
      const name = `${key.reader}\n${key.edition}\n${encoding}\n${c.req.url}`;
      // Only who must wait yields: two that come at one moment would both find nobody writing.
      const underWay = writing.get(name);
      if (underWay !== undefined) await underWay;
      const found = entries.get(name);
      if (found !== undefined) {
        if (Date.now() - found.writtenAt < LIFETIME_MS) return answerWith(found.compressed, found.headers);
        drop(name, found);
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      if (!writing.has(name)) writing.set(name, promise);
      const page = { key, isStale: false };
      inProgress.add(page);
      try {
        await next();
        if (c.res.status !== 200 || c.res.headers.has("set-cookie") || c.res.headers.has("content-encoding")) return;
        const html = c.get("html") as string | undefined;
        const compressed = compress(html ?? Buffer.from(await c.res.arrayBuffer()), encoding);
        const headers = new Headers(c.res.headers);
        headers.set("content-encoding", encoding);
        headers.set("vary", "accept-encoding, cookie");
        headers.delete("content-length");
        if (!page.isStale) keep(name, { ...key, compressed, headers, writtenAt: Date.now() });
        replace(c, answerWith(compressed, headers));
      } finally {
        inProgress.delete(page);
        if (writing.get(name) === promise) writing.delete(name);
        resolve();
      }
    },
  };
}

/** Headers of its own: what is added to one answer (its number, a cookie) is not of the next one's. */
function answerWith(compressed: Uint8Array<ArrayBuffer>, headers: Headers): Response {
  return new Response(compressed, { headers: new Headers(headers) });
}

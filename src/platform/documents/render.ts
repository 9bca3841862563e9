import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RenderReply } from "./render-worker.ts";
import { sourceRoot } from "./source-root.ts";
import type { Template } from "./template.ts";
import type { Logo } from "./typesetter.ts";

export interface RenderOptions {
  readonly logo?: Logo;
  /** Marks each page as a draft without legal value. */
  readonly preview?: boolean;
}

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
}

interface Pending {
  readonly path: string;
  readonly resolve: (rendered: RenderedPdf) => void;
  readonly reject: (error: Error) => void;
}

const pending = new Map<number, Pending>();
let lastId = 0;
let thread: Worker | undefined;

/**
 * Sets a document as PDF/UA-1. The same template, data and options always give the same bytes: the only date in it is
 * the data's own. Rejects when the layout and the data do not fit, which is a bug. The thread starts at the first call
 * and never keeps the process alive by itself.
 */
export function renderPdf<Data>(
  template: Template<Data>,
  data: Data,
  options: RenderOptions = {},
): Promise<RenderedPdf> {
  return new Promise((resolve, reject) => {
    const worker = currentThread();
    const id = ++lastId;
    pending.set(id, { path: template.path, resolve, reject });
    worker.ref();
    worker.postMessage({ id, job: { path: template.path, data, ...options } });
  });
}

function currentThread(): Worker {
  if (thread) return thread;
  const started = new Worker(join(sourceRoot(), "platform/documents/render-worker.ts"), { execArgv: [] });
  started.on("message", (reply: RenderReply) => settle(started, reply));
  started.on("error", (error) => abandon(started, error));
  started.on("exit", () => abandon(started, new Error("The typesetting thread stopped.")));
  thread = started;
  return started;
}

function settle(worker: Worker, reply: RenderReply): void {
  const asked = pending.get(reply.id);
  pending.delete(reply.id);
  if (pending.size === 0) worker.unref();
  if (!asked) return;
  if ("error" in reply) asked.reject(new Error(`The document ${asked.path} cannot be set: ${reply.error}`));
  else asked.resolve({ pdf: reply.pdf, sha256: reply.sha256 });
}

/** A broken thread answers all that waits with its error; the next document starts another. */
function abandon(worker: Worker, error: unknown): void {
  if (thread !== worker) return;
  thread = undefined;
  for (const asked of pending.values()) asked.reject(error instanceof Error ? error : new Error(String(error)));
  pending.clear();
}

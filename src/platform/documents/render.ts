import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RenderReply } from "./render-worker.ts";
import { sourceRoot } from "./source-root.ts";
import type { DocumentTemplate } from "./template.ts";
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

/** A thread that sets pages, with what it was asked and has not answered. */
interface Press {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
  /** Closes a thread beside the first once it has rested. */
  rest?: NodeJS.Timeout;
}

/** Two processors share a run of letters; one thread alone stays, for what comes now and then. */
const MOST = Math.min(2, availableParallelism());
const RESTS_AFTER = 30_000;

const presses: Press[] = [];
let lastId = 0;

/**
 * Sets a document as PDF/UA-1. The same template, data and options always give the same bytes: the only date in it is
 * the data's own. Rejects when the layout and the data do not fit, which is a bug. A thread starts at the first call,
 * another while that one works; none keeps the process alive by itself.
 */
export function renderPdf<Data>(
  template: DocumentTemplate<Data>,
  data: Data,
  options: RenderOptions = {},
): Promise<RenderedPdf> {
  return new Promise((resolve, reject) => {
    const press = freestPress();
    const id = ++lastId;
    press.pending.set(id, { path: template.path, resolve, reject });
    clearTimeout(press.rest);
    press.worker.ref();
    press.worker.postMessage({ id, job: { path: template.path, data, ...options } });
  });
}

function freestPress(): Press {
  const [freest] = [...presses].sort((a, b) => a.pending.size - b.pending.size);
  const isThere = freest !== undefined && (freest.pending.size === 0 || presses.length >= MOST);
  return isThere ? freest : startPress();
}

function startPress(): Press {
  const worker = new Worker(join(sourceRoot(), "platform/documents/render-worker.ts"), { execArgv: [] });
  const press: Press = { worker, pending: new Map() };
  worker.on("message", (reply: RenderReply) => settle(press, reply));
  worker.on("error", (error) => abandon(press, error));
  worker.on("exit", () => abandon(press, new Error("The typesetting thread stopped.")));
  presses.push(press);
  return press;
}

function settle(press: Press, reply: RenderReply): void {
  const { pending, worker } = press;
  const asked = pending.get(reply.id);
  pending.delete(reply.id);
  if (pending.size === 0) {
    worker.unref();
    if (press !== presses[0]) press.rest = setTimeout(() => void worker.terminate(), RESTS_AFTER).unref();
  }
  if (!asked) return;
  if ("error" in reply) asked.reject(new Error(`The document ${asked.path} cannot be set: ${reply.error}`));
  else asked.resolve({ pdf: reply.pdf, sha256: reply.sha256 });
}

/** A broken thread answers all that waits for it with its error; the next document starts another. */
function abandon(press: Press, error: unknown): void {
  const at = presses.indexOf(press);
  if (at < 0) return;
  presses.splice(at, 1);
  clearTimeout(press.rest);
  for (const asked of press.pending.values()) asked.reject(error instanceof Error ? error : new Error(String(error)));
  press.pending.clear();
}

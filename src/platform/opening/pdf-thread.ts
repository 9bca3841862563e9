import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { sourceRoot } from "../documents/source-root.ts";
import type { PdfReply } from "./pdf-worker.ts";

/** What opening one file may take. A scan of twenty megabytes takes a second and a tenth of this memory. */
export interface Bounds {
  /** Of a processor: a file is not heavy because the machine is busy. */
  readonly milliseconds: number;
  readonly bytes: number;
}

const usual: Bounds = { milliseconds: 30_000, bytes: 400_000_000 };
const LOOK_EACH_MS = 50;
/** How much longer than its own time a file may wait for a processor that others use. */
const PATIENCE = 10;

let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Why a PDF does not open, null when it does. One at a time: what is measured is the one that is open. */
export function whyPdfStaysShut(bytes: Uint8Array, bounds: Bounds = usual): Promise<PdfReply> {
  const turn = last.then(() => ask(bytes, bounds));
  last = turn.catch(() => undefined);
  return turn;
}

function ask(bytes: Uint8Array, bounds: Bounds): Promise<PdfReply> {
  const worker = currentThread();
  const before = worked(worker);
  const end = Date.now() + bounds.milliseconds * PATIENCE;
  const weight = process.memoryUsage.rss() + bounds.bytes;
  return new Promise<PdfReply>((resolve, reject) => {
    let isOver = false;
    const letGo = () => {
      if (!isOver) abandon(() => resolve("inflates"));
    };
    const watch = setInterval(async () => {
      if (Date.now() > end || process.memoryUsage.rss() > weight) return letGo();
      if ((await worked(worker)) - (await before) > bounds.milliseconds) letGo();
    }, LOOK_EACH_MS);
    const leave = () => {
      isOver = true;
      clearInterval(watch);
      worker.off("message", told).off("error", failed);
      worker.unref();
    };
    const abandon = (answer: () => void) => {
      leave();
      thread = undefined;
      worker.terminate().finally(answer);
    };
    const told = (why: PdfReply) => {
      leave();
      resolve(why);
    };
    const failed = (error: NodeJS.ErrnoException) =>
      abandon(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve("inflates") : reject(error)));
    worker.on("message", told).on("error", failed);
    worker.ref();
    worker.postMessage(bytes);
  });
}

/** Milliseconds of a processor that a thread took so far; none where it has not begun, or is over. */
async function worked(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  return (user + system) / 1_000;
}

/** Started at the first file, kept for the next ones, never what keeps the process alive. */
function currentThread(): Worker {
  thread ??= new Worker(join(sourceRoot(), "platform/opening/pdf-worker.ts"), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return thread;
}

import { parentPort } from "node:worker_threads";
import { openPdf } from "./pdf.ts";
import type { Unopened } from "./unopened.ts";

/** Why the bytes that were sent do not open, null when they do. */
export type PdfReply = Unopened | null;

/** The thread that opens PDFs, so that a hostile one can be stopped and holds up no request. */
parentPort?.on("message", async (bytes: Uint8Array) => {
  const reply: PdfReply = await openPdf(bytes);
  parentPort?.postMessage(reply);
});

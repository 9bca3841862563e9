import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { createTypesetter, type TypesettingJob } from "./typesetter.ts";

/** The thread that sets pages, so that a long report never holds up a request. */
export interface RenderRequest {
  readonly id: number;
  readonly job: TypesettingJob;
}

export type RenderReply =
  | { readonly id: number; readonly pdf: Uint8Array; readonly sha256: string }
  | { readonly id: number; readonly error: string };

const typesetter = createTypesetter();

parentPort?.on("message", ({ id, job }: RenderRequest) => {
  parentPort?.postMessage(answer(id, job));
});

function answer(id: number, job: TypesettingJob): RenderReply {
  try {
    const pdf = typesetter.pdf(job);
    return { id, pdf, sha256: createHash("sha256").update(pdf).digest("hex") };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

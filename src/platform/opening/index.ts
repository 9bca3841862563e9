import { whyArchiveStaysShut } from "./archive.ts";
import { whyImageStaysShut } from "./image.ts";
import { whyPdfStaysShut } from "./pdf-thread.ts";
import type { Unopened } from "./unopened.ts";

export { startsAsPdf } from "./pdf-start.ts";
/** Whether what was received opens for who must read it: tried here as its software would, in bounded time and memory. */
export type { Unopened } from "./unopened.ts";

/** Why a file of that media type does not open; null when it does, and for the old formats, which nothing here opens. */
export async function whyShut(mediaType: string, bytes: Uint8Array): Promise<Unopened | null> {
  if (mediaType === "application/pdf") return whyPdfStaysShut(bytes);
  if (mediaType.startsWith("image/")) return whyImageStaysShut(bytes);
  return isArchive(mediaType) ? whyArchiveStaysShut(bytes) : null;
}

function isArchive(mediaType: string): boolean {
  return /openxmlformats|opendocument/.test(mediaType);
}

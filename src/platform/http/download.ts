import { Readable } from "node:stream";
import { HTTPException } from "hono/http-exception";
import type { World } from "#src/platform/world.ts";

/** Where the bytes lie, and what they are sent as. */
interface Downloadable {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Streams a stored file. Only PDF and pictures are ever shown in place: the rest is always a download. */
export function downloadResponse(world: Pick<World, "files">, file: Downloadable, inPlace: boolean): Response {
  const shown = inPlace && (file.mediaType === "application/pdf" || /^image\/(png|jpeg|webp)$/.test(file.mediaType));
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return new Response(Readable.toWeb(world.files.read(file.fileId)) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": shown || file.mediaType === "application/pdf" ? file.mediaType : "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** A PDF made for this answer alone: a preview is never kept. */
export function pdfResponse(pdf: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** A file in quarantine is read by nobody. */
export function refuseQuarantined(scan: string): void {
  if (scan === "pending" || scan === "infected") throw new HTTPException(409);
}

import { Readable } from "node:stream";
import { HTTPException } from "hono/http-exception";
import type { ByteRange } from "#src/platform/files.ts";
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

/**
 * A video or its captions, played in place: a player asks for the part that it shows, and some play nothing of a server
 * that sends only the whole.
 */
export function mediaResponse(world: Pick<World, "files">, file: Downloadable, asked: string | undefined): Response {
  const range = readRange(asked, file.size);
  const body = Readable.toWeb(world.files.read(file.fileId, range ?? undefined)) as ReadableStream<Uint8Array>;
  const length = range === null ? file.size : range.end - range.start + 1;
  return new Response(body, {
    status: range === null ? 200 : 206,
    headers: {
      "content-type": file.mediaType === "text/vtt" ? "text/vtt; charset=utf-8" : file.mediaType,
      "content-length": String(length),
      "accept-ranges": "bytes",
      ...(range === null ? {} : { "content-range": `bytes ${range.start}-${range.end}/${file.size}` }),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** One range that holds; anything else is answered by the whole, as a server may. */
function readRange(asked: string | undefined, size: number): ByteRange | null {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? "") ?? [];
  if (from === "" && to === "") return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : null;
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

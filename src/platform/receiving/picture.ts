import { Readable } from "node:stream";
import { LARGEST_FILE } from "./file-types.ts";
import type { ReceivedFile, Store } from "./receive.ts";

/** What a photograph is taken as. */
export const PICTURE_TYPES: readonly string[] = ["image/jpeg"];

/** Wide enough for a whole screen; what a telephone takes weighs ten times as much. */
const MOST_ACROSS = 1600;

/**
 * A picture to be shown to all, drawn again: upright, no larger than a screen, and without what a telephone writes into
 * it (where it was taken, when, by which telephone). The bytes that came are forgotten.
 */
export async function drawAgain(world: Store, received: ReceivedFile): Promise<ReceivedFile> {
  const { default: sharp } = await import("sharp");
  try {
    const came = Buffer.concat(await world.files.read(received.stored.id).toArray());
    const drawn = await sharp(came)
      .rotate()
      .resize(MOST_ACROSS, MOST_ACROSS, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
    const stored = await world.files.write(Readable.from([drawn]), LARGEST_FILE);
    return { ok: true, stored, name: received.name.replace(/\.[^.]+$/, ".webp"), mediaType: "image/webp" };
  } finally {
    await world.files.remove(received.stored.id);
  }
}

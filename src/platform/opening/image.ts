import type { Unopened } from "./unopened.ts";

/** Twice what the largest telephones take; a drawing of more pixels than this is no paper. */
const MOST_PIXELS = 250_000_000;

/** Decodes a picture to its last line; null when it holds. It is drawn small on the way, so little of it is held at once. */
export async function whyImageStaysShut(bytes: Uint8Array): Promise<Unopened | null> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  const picture = sharp(bytes, { failOn: "error", limitInputPixels: MOST_PIXELS, sequentialRead: true });
  try {
    await picture.resize(16, 16, { fit: "fill", fastShrinkOnLoad: false }).raw().toBuffer();
    return null;
  } catch (error) {
    return error instanceof Error && error.message.includes("pixel limit") ? "inflates" : "damaged";
  }
}

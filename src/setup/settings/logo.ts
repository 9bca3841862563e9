import { createHash } from "node:crypto";
import sharp from "sharp";
import type { FunderLogo } from "#src/platform/settings/funder.ts";

/** Bytes taken of a picture that somebody sends. */
export const LARGEST_LOGO = 300 * 1024;
/** Pixels: enough for a letter's head at 300 dots an inch. */
const [WIDEST, HIGHEST] = [1_200, 400];

/** The picture drawn again as PNG: what else the file held (scripts, places) stays out. Null where it is no picture. */
export async function readLogo(bytes: Uint8Array): Promise<FunderLogo | null> {
  if (bytes.length === 0 || bytes.length > LARGEST_LOGO) return null;
  try {
    const drawn = await sharp(bytes, { density: 300, limitInputPixels: 20_000_000 })
      .resize({ width: WIDEST, height: HIGHEST, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer();
    return { base64: drawn.toString("base64"), sha256: createHash("sha256").update(drawn).digest("hex") };
  } catch {
    return null;
  }
}

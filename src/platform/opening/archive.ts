import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import type { Unopened } from "./unopened.ts";

/** What the parts of an office file may weigh together once inflated. */
const MOST_BYTES = 200_000_000;
/** Where OpenDocument says that its parts are under a password. */
const MANIFEST = "META-INF/manifest.xml";

/** Inflates an office file's parts one by one and keeps none; null when they all hold. What its index announces is not believed. */
export async function whyArchiveStaysShut(bytes: Uint8Array, most: number = MOST_BYTES): Promise<Unopened | null> {
  let left = most;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      validateEntrySizes: false,
    });
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return "protected";
      const part = await inflate(zip, entry, left);
      if (part === null) return "inflates";
      left -= part.size;
      if (entry.fileName === MANIFEST && part.head.includes("encryption-data")) return "protected";
    }
    return null;
  } catch {
    return "damaged";
  }
}

const HEAD_BYTES = 100_000;

/** How much a part weighs and how it begins; null as soon as it passes `most`. */
async function inflate(zip: ZipFile, entry: Entry, most: number) {
  const stream = await zip.openReadStreamPromise(entry);
  let [size, head] = [0, ""];
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > most) return null;
    if (head.length < HEAD_BYTES) head += (chunk as Buffer).toString("latin1");
  }
  return { size, head };
}

import type { Readable } from "node:stream";
import { fileTypeFromStream } from "file-type";
import { type FileStore, type StoredBytes, TooLarge } from "../files.ts";
import { startsAsPdf, whyShut } from "../opening/index.ts";
import { LARGEST_FILE, type Recognised, recognise, sayShut, tidyName } from "./file-types.ts";

export interface Store {
  readonly files: FileStore;
}

/** Bytes that were received whole and are what their name says. */
export interface ReceivedFile {
  readonly ok: true;
  readonly stored: StoredBytes;
  readonly name: string;
  readonly mediaType: string;
}

export type Received = ReceivedFile | { readonly ok: false; readonly message: string };

/**
 * Streams a file into the store, then tells its real type from its bytes. Nothing is kept of a file that is refused.
 * Rejects when the stream is cut: nothing is kept then either.
 */
export async function receiveFile(
  world: Store,
  bytes: Readable,
  givenName: string,
  accept: readonly string[],
  most = LARGEST_FILE,
): Promise<Received> {
  const name = tidyName(givenName);
  let stored: StoredBytes;
  try {
    stored = await world.files.write(bytes, most);
  } catch (error) {
    if (error instanceof TooLarge)
      return {
        ok: false,
        message: `il dépasse ${most / 1_000_000}\u00a0Mo. Compressez-le ou partagez-le en deux.`,
      };
    throw error;
  }
  try {
    const verdict = await look(world, stored, name, accept);
    if (verdict.ok) return { ok: true, stored, name, mediaType: verdict.mediaType };
    await world.files.remove(stored.id);
    return verdict;
  } catch (error) {
    await world.files.remove(stored.id);
    throw error;
  }
}

/** Whether bytes are what their name says, and open. */
async function look(world: Store, stored: StoredBytes, name: string, accept: readonly string[]): Promise<Recognised> {
  if (stored.size === 0) return { ok: false, message: "ce fichier est vide." };
  const recognised = recognise(name, await realType(world, stored), accept);
  if (!recognised.ok) return recognised;
  const { mediaType } = recognised;
  if (mediaType.startsWith("video/")) return recognised;
  const bytes = Buffer.concat(await world.files.read(stored.id).toArray());
  if (mediaType === "text/vtt" && !bytes.includes("-->"))
    return { ok: false, message: "il ne contient aucun sous-titre." };
  const why = await whyShut(mediaType, bytes);
  return why === null ? recognised : { ok: false, message: sayShut(why) };
}

/** The media type that the bytes show; archives are looked into, so that a renamed one does not pass. */
async function realType(world: Store, { id, head }: StoredBytes): Promise<string | null> {
  if (startsAsPdf(head)) return "application/pdf";
  const stream = world.files.read(id);
  try {
    return (await fileTypeFromStream(stream))?.mime ?? null;
  } catch {
    return null;
  } finally {
    stream.destroy();
  }
}

import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What is known of bytes once they are safely kept. */
export interface StoredBytes {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
  /** First bytes, enough to tell the real type. */
  readonly head: Uint8Array;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes by id. Kept once and never changed: a replacement is another id. */
export interface FileStore {
  /** Streams bytes in. Rejects with TooLarge past `limit` bytes, and keeps nothing when the stream is cut. */
  write(bytes: ReadableStream<Uint8Array> | Readable, limit: number): Promise<StoredBytes>;
  /** Keeps bytes under an id they already had (a restore); returns their SHA-256. */
  adopt(id: string, bytes: Readable): Promise<string>;
  /** The bytes, or those from one place to another, both counted. */
  read(id: string, range?: ByteRange): Readable;
  remove(id: string): Promise<void>;
  /** Puts bytes in the trash: they are read no more, and may be taken back by hand until it is emptied. */
  discard(id: string): Promise<void>;
  /** Removes what was put in the trash more than so many milliseconds ago. */
  emptyTrash(age: number): Promise<void>;
  /** Ids of what was kept more than so many milliseconds ago. */
  olderThan(age: number): AsyncIterable<string>;
  /** Lets go of what a killed process had begun to receive. */
  forgetCut(): Promise<void>;
}

export class TooLarge extends Error {}

/** The disk is full, read-only or gone: nothing was kept, and whoever sends it again later may succeed. */
export class StoreFailure extends Error {}

const HEAD_BYTES = 4100;
/** Beside the shelves, which are named by two digits: what is being received, and what awaits its removal. */
const PARTIAL = "partial";
const TRASH = "trash";

/** Keeps files under a folder, two levels deep by id. A file appears there whole or not at all (write, fsync, rename). */
export function diskFileStore(folder: string): FileStore {
  const pathOf = (id: string) => join(folder, id.slice(-2), id);
  async function keep(id: string, bytes: Readable, limit: number) {
    const partial = join(folder, PARTIAL, id);
    try {
      await mkdir(dirname(partial), { recursive: true });
      const measured = measure(limit);
      await pipeline(bytes, measured.stream, createWriteStream(partial));
      await flush(partial);
      await mkdir(dirname(pathOf(id)), { recursive: true });
      await rename(partial, pathOf(id));
      // A power cut must not take back the name of a file that the database already speaks of.
      await flush(dirname(pathOf(id)));
      return measured.result();
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw isOfDisk(error) ? new StoreFailure("the file store keeps nothing", { cause: error }) : error;
    }
  }
  return {
    olderThan: (age) => olderThan(folder, age),
    forgetCut: () => removeOlder(join(folder, PARTIAL), SILENCE_MS),
    async write(bytes, limit) {
      const id = randomUUID();
      return { id, ...(await keep(id, bytes instanceof Readable ? bytes : Readable.fromWeb(bytes as never), limit)) };
    },
    adopt: async (id, bytes) => (await keep(checkedId(id), bytes, Number.POSITIVE_INFINITY)).sha256,
    read: (id, range) => createReadStream(pathOf(checkedId(id)), range),
    remove: (id) => rm(pathOf(checkedId(id)), { force: true }),
    discard: (id) => discard(pathOf(checkedId(id)), join(folder, TRASH, id)),
    emptyTrash: (age) => removeOlder(join(folder, TRASH), age),
  };
}

async function* olderThan(folder: string, age: number): AsyncIterable<string> {
  const before = Date.now() - age;
  for (const shelf of await readdir(folder).catch(() => [])) {
    if (shelf === PARTIAL || shelf === TRASH) continue;
    for (const id of await readdir(join(folder, shelf)).catch(() => [])) {
      const kept = (await stat(join(folder, shelf, id)).catch(() => null))?.mtimeMs;
      if (kept !== undefined && kept < before && ID.test(id)) yield id;
    }
  }
}

const ID = /^[0-9a-f-]{36}$/;

/** No byte for an hour: whoever was receiving it is gone. Another process may be receiving the others. */
const SILENCE_MS = 3_600_000;

async function discard(path: string, trashed: string): Promise<void> {
  await mkdir(dirname(trashed), { recursive: true });
  // Its age in the trash is counted from now; cut between the two, it is only young on its shelf.
  await utimes(path, new Date(), new Date());
  await rename(path, trashed);
}

async function removeOlder(folder: string, age: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const touched = (await stat(path).catch(() => null))?.mtimeMs;
    if (touched !== undefined && touched < Date.now() - age) await rm(path, { force: true });
  }
}

function checkedId(id: string): string {
  if (!ID.test(id)) throw new Error(`not a file id: ${id}`);
  return id;
}

/** Codes of a disk that refuses to write, whoever sends the bytes. */
const OF_DISK = new Set([
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EACCES",
  "EPERM",
  "EIO",
  "ENOTDIR",
  "ENOENT",
  "EEXIST",
  "EMFILE",
]);

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && OF_DISK.has((error as NodeJS.ErrnoException).code ?? "");
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function measure(limit: number) {
  const hash = createHash("sha256");
  const head: Buffer[] = [];
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
      size += chunk.length;
      hash.update(chunk);
      if (size > limit) done(new TooLarge(`more than ${limit} bytes`));
      else done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest("hex"), head: new Uint8Array(Buffer.concat(head)) }) };
}

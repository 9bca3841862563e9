import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
const NAME = "essaim-tests-";
const NEEDED_BYTES = 2 ** 31;

/**
 * Tests make thousands of small files, PostgreSQL's first of all: in memory, where the machine has room, they cost a
 * fifth of what the disk asks. Everything that this process and its children put in the temporary folder goes there,
 * and goes away with it.
 */
export function keepTemporaryFilesInMemory(): void {
  // Set already: by this, for the tests' workers, or by who runs them.
  if (process.env.TMPDIR !== undefined || !hasRoom()) return;
  forgetDead();
  const folder = join(MEMORY, NAME + process.pid);
  mkdirSync(folder, { recursive: true });
  // Open to the account that PostgreSQL runs under when root starts it.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}

function hasRoom(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > NEEDED_BYTES;
}

/** What runs that were killed left there. */
function forgetDead(): void {
  for (const name of readdirSync(MEMORY).filter((one) => one.startsWith(NAME))) {
    if (!isAlive(Number(name.slice(NAME.length)))) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Someone else's process: it lives.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The data folder already serves another process; the message is one sentence for the person who starts this one. */
export class FolderInUse extends Error {}

/** One process, told from a later one that the machine gave the same number. */
interface FolderOwner {
  readonly pid: number;
  readonly startedAt: string;
}

const FILE = "service.pid";

/**
 * Makes this process the owner of a data folder until the returned function is called. A process that was killed
 * owns nothing any more. Throws FolderInUse where another one lives.
 */
export function own(folder: string): () => void {
  const path = join(folder, FILE);
  const mine = `${path}.${process.pid}`;
  writeFileSync(
    mine,
    JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) ?? "" } satisfies FolderOwner),
  );
  try {
    // A link is made whole or not at all, by one process alone.
    for (let tries = 0; !linked(mine, path); tries++) {
      const other = liveOwner(folder);
      if (other !== null || tries > 5) throw new FolderInUse(sentence(folder, other));
      setAside(path, `${mine}.old`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** The number of the process that owns a folder and lives; null where there is none, or it is this one. */
export function liveOwner(folder: string): number | null {
  const owner = read(join(folder, FILE));
  if (owner === null || owner.pid === process.pid) return null;
  return startOf(owner.pid) === owner.startedAt ? owner.pid : null;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes away what a dead process left; another may have just done it. */
function setAside(path: string, aside: string): void {
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function read(path: string): FolderOwner | null {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(path, "utf8")) as Partial<FolderOwner>;
    return typeof pid === "number" && typeof startedAt === "string" ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}

/** When a process began, in the machine's own ticks ("" where the machine does not say); null for one that is gone. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return null;
  }
  if (process.platform !== "linux") return "";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces: fields are counted after it; a zombie (Z) lives no more.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? "");
  } catch {
    return null;
  }
}

function sentence(folder: string, pid: number | null): string {
  const who = pid === null ? "un autre service" : `un autre service (processus ${pid})`;
  return `Le dossier de données ${folder} est déjà ouvert par ${who} : arrêtez-le, ou donnez un autre dossier par ESSAIM_DATA_DIR.`;
}

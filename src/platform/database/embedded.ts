import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { keepServer } from "./kept-server.ts";
import { liveOwner, own } from "./owner.ts";
import { type Account, clusterFolder, ownedFolder, reachableBinaries, serverAccount } from "./server-account.ts";
import { UnusableData } from "./unusable.ts";

/** A PostgreSQL server of our own: its binaries come with the npm packages, its data live in one folder. */
export interface EmbeddedDatabase {
  /** Connection string for the application's role (never a superuser: row level security must bind it). */
  readonly url: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Forgets the database that is there. */
  readonly afresh?: boolean;
  /** Hears the last words of a server that died by itself, and is launched again. */
  readonly tell?: (lastWords: string) => void;
  /** A file beside the packages that hold other binaries than ours: tests try the versions that operators have. */
  readonly binariesFrom?: string;
}

/**
 * Starts the embedded server on `folder`, making the cluster at the first call. It listens on a Unix socket only.
 * A server left behind by a killed process is stopped first; one that dies by itself later is launched again. Throws
 * FolderInUse where another process lives on the folder, UnusableData where a secret of the cluster is missing, an
 * Error with a French sentence where the server cannot start.
 */
export async function startEmbedded(folder: string, options: StartOptions = {}): Promise<EmbeddedDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const disown = own(folder);
  try {
    return await start(folder, options, disown);
  } catch (error) {
    disown();
    throw error;
  }
}

/** The server that another process already runs on `folder`, for a command beside it; null where none lives. */
export function joinEmbedded(folder: string): EmbeddedDatabase | null {
  if (liveOwner(folder) === null) return null;
  const [, , , , socketFolder = ""] = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n");
  return { url: urlOf(readFileSync(passwordFileOf(folder), "utf8").trim(), socketFolder), stop: async () => undefined };
}

async function start(folder: string, options: StartOptions, disown: () => void): Promise<EmbeddedDatabase> {
  const account = serverAccount();
  const cluster = clusterFolder(folder, account);
  const binaries = reachableBinaries(account, options.binariesFrom ?? import.meta.url);
  if (!existsSync(join(cluster, "PG_VERSION"))) {
    newSecret(passwordFileOf(folder));
    initialise(cluster, binaries, account, newSecret(superuserFileOf(folder)));
  }
  const password = readSecret(folder, passwordFileOf(folder));
  const superuser = readSecret(folder, superuserFileOf(folder));
  await stopLeftover(cluster);
  const socketFolder = mkdtempSync(join(tmpdir(), "essaim-"));
  if (account) chownSync(socketFolder, account.uid, account.gid);
  const closeSocket = () => rmSync(socketFolder, { recursive: true, force: true });
  try {
    const launched = () => launch(binaries, cluster, socketFolder, account);
    const server = await keepServer(launched, options.tell ?? (() => undefined));
    try {
      await createApplicationRole(socketFolder, superuser, password, options.afresh === true);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      url: urlOf(password, socketFolder),
      async stop() {
        await server.stop();
        closeSocket();
        disown();
      },
    };
  } catch (error) {
    closeSocket();
    throw error;
  }
}

function passwordFileOf(folder: string): string {
  return join(folder, "postgres.secret");
}

/** The superuser's own secret: who holds the service's cannot switch row level security off with it. */
function superuserFileOf(folder: string): string {
  return join(folder, "postgres.superuser.secret");
}

/** Connection string of the superuser, for what the service itself never does: tests make and drop databases. */
export function superuserUrl(folder: string, { url }: EmbeddedDatabase): string {
  const address = new URL(url);
  address.username = "postgres";
  address.password = readFileSync(superuserFileOf(folder), "utf8").trim();
  address.pathname = "/postgres";
  return address.href;
}

function newSecret(path: string): string {
  const secret = randomBytes(24).toString("base64url");
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}

/** Both secrets are made with the cluster: where one is missing, the cluster is older than it, or it was lost. */
function readSecret(folder: string, path: string): string {
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  throw new UnusableData(
    `Le dossier ${folder} tient une base de données, mais pas le secret ${basename(path)} qui l’ouvre. Si une version antérieure à la première publication a fait ce dossier, renommez-le et relancez le service, qui en fera un neuf ; sinon, remettez ce fichier depuis votre sauvegarde du dossier.`,
  );
}

function urlOf(password: string, socketFolder: string): string {
  return `postgres://essaim:${password}@localhost/essaim?host=${encodeURIComponent(socketFolder)}`;
}

function initialise(cluster: string, native: string, account: Account | null, password: string): void {
  // Made beside and put in place once whole: a making that was cut short leaves no half cluster behind.
  const making = `${cluster}.new`;
  rmSync(making, { recursive: true, force: true });
  ownedFolder(making, account);
  const handed = join(mkdtempSync(join(tmpdir(), "essaim-making-")), "secret");
  writeFileSync(handed, password, { mode: 0o600 });
  if (account) {
    chownSync(dirname(handed), account.uid, account.gid);
    chownSync(handed, account.uid, account.gid);
  }
  try {
    execFileSync(
      join(native, "bin", "initdb"),
      [
        `--pgdata=${making}`,
        "--username=postgres",
        `--pwfile=${handed}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--data-checksums",
      ],
      { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...(account ?? {}) },
    );
    renameSync(making, cluster);
  } finally {
    rmSync(dirname(handed), { recursive: true, force: true });
  }
}

/** A server whose owner was killed still holds the cluster: it is asked to stop, so that ours may start. */
async function stopLeftover(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || !isPostgres(pid)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; existsSync(pidFile) && waited < 15_000; waited += 50) await pause(50);
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

function launch(native: string, cluster: string, socketFolder: string, account: Account | null): ChildProcess {
  const options = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    max_connections: "100",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    random_page_cost: "1.1",
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A group of its own: Ctrl+C reaches the service first, which then stops the server in good order.
  return spawn(join(native, "bin", "postgres"), ["-D", cluster, ...flags], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
    detached: true,
    ...(account ?? {}),
  });
}

async function createApplicationRole(
  socketFolder: string,
  superuser: string,
  password: string,
  afresh: boolean,
): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ host: socketFolder, user: "postgres", password: superuser, database: "postgres" });
  await client.connect();
  try {
    if (afresh) await client.query("DROP DATABASE IF EXISTS essaim WITH (FORCE)");
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'essaim'");
    if (rowCount) return;
    const quoted = client.escapeLiteral(password);
    await client.query(
      `DO $$ BEGIN CREATE ROLE essaim LOGIN PASSWORD ${quoted}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await client.query("CREATE DATABASE essaim OWNER essaim");
  } finally {
    await client.end();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

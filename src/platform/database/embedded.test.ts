import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { type EmbeddedDatabase, joinEmbedded, startEmbedded, superuserUrl } from "./embedded.ts";
import { UnusableData } from "./unusable.ts";

const folders: string[] = [];
let running: EmbeddedDatabase | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const folder of folders.splice(0)) removeCluster(folder);
});

function removeCluster(folder: string): void {
  const cluster = join(folder, "postgres");
  if (existsSync(cluster) && lstatSync(cluster).isSymbolicLink())
    rmSync(readlinkSync(cluster), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function folderOf(mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), "essaim-embedded-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

it.each([
  ["open to all", 0o755],
  ["closed, as root's home is", 0o700],
])("keeps its data from one start to the next in a folder %s", async (_name, mode) => {
  const folder = folderOf(mode);
  running = await startEmbedded(folder);
  await ask(running.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await running.stop();
  running = await startEmbedded(folder);
  expect(await ask(running.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

it("stops the server that a killed process left behind, and loses nothing it had acknowledged", async () => {
  const folder = folderOf(0o755);
  const program = `import { startEmbedded } from ${JSON.stringify(import.meta.resolve("./embedded.ts"))};
    console.log((await startEmbedded(${JSON.stringify(folder)})).url);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((done) =>
    other.stdout.once("data", (line: Buffer) => done(String(line).trim())),
  );
  await ask(url, "CREATE TABLE kept AS SELECT 'acquis' AS word");
  const gone = new Promise((done) => other.once("exit", done));
  other.kill("SIGKILL");
  await gone;
  expect(await ask(url, "SELECT word FROM kept")).toEqual([{ word: "acquis" }]);
  running = await startEmbedded(folder);
  expect(await ask(running.url, "SELECT word FROM kept")).toEqual([{ word: "acquis" }]);
  await expect(ask(url, "SELECT 1")).rejects.toThrow();
});

it("launches again a server that died by itself, with all it had acknowledged, and says its last words", async () => {
  const folder = folderOf(0o755);
  const heard: string[] = [];
  running = await startEmbedded(folder, { tell: (lastWords) => heard.push(lastWords) });
  await ask(running.url, "CREATE TABLE kept AS SELECT 0 AS deaths");
  await expect(ask(running.url, "SELECT 'un\nsecret' FROM nulle_part")).rejects.toThrow();
  for (let deaths = 1; deaths <= 2; deaths++) {
    process.kill(serverOf(folder), "SIGKILL");
    await expect.poll(() => heard.length).toBeGreaterThanOrEqual(deaths);
    const { url } = running;
    const answers = async () => ask(url, `UPDATE kept SET deaths = deaths + 1 RETURNING deaths`).catch(() => null);
    await expect.poll(answers, { timeout: 20_000 }).toEqual([{ deaths }]);
  }
  expect(heard[0]).toContain("ready to accept connections");
  expect(heard[0]).not.toMatch(/secret|nulle_part/);
  const last = serverOf(folder);
  await running.stop();
  expect(() => process.kill(last, 0)).toThrow(/ESRCH/);
  expect(existsSync(join(folder, "postgres/postmaster.pid"))).toBe(false);
});

it("stops while it waits to launch a dead server again", async () => {
  const folder = folderOf(0o755);
  const died = new Promise<string>((done) => {
    void startEmbedded(folder, { tell: done }).then((server) => {
      running = server;
      process.kill(serverOf(folder), "SIGKILL");
    });
  });
  await died;
  await running?.stop();
  // Nothing is launched any more: another may take the folder at once.
  running = await startEmbedded(folder);
  expect(await ask(running.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("starts afresh where the making of its cluster was cut short", async () => {
  const folder = folderOf(0o755);
  mkdirSync(join(folder, "postgres.new"));
  writeFileSync(join(folder, "postgres.new/PG_VERSION"), "18");
  running = await startEmbedded(folder);
  expect(await ask(running.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(existsSync(join(folder, "postgres.new"))).toBe(false);
});

it.each(["postgres.superuser.secret", "postgres.secret"])(
  "says what to do with a folder whose cluster has no %s, and leaves it as it is",
  async (secret) => {
    const folder = folderOf(0o755);
    const made = await startEmbedded(folder);
    await made.stop();
    const kept = readFileSync(join(folder, secret), "utf8");
    rmSync(join(folder, secret));
    const refused = startEmbedded(folder);
    await expect(refused).rejects.toThrow(UnusableData);
    await expect(refused).rejects.toThrow(`pas le secret ${secret}`);
    await expect(refused).rejects.toThrow(/renommez-le et relancez le service/);
    expect(existsSync(join(folder, secret))).toBe(false);
    writeFileSync(join(folder, secret), kept);
    running = await startEmbedded(folder);
    expect(await ask(running.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  },
);

it("never empties a folder that holds something else", async () => {
  const folder = folderOf(0o755);
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres/précieux.txt"), "à garder");
  await expect(startEmbedded(folder)).rejects.toThrow(/ENOTEMPTY/);
  expect(readFileSync(join(folder, "postgres/précieux.txt"), "utf8")).toBe("à garder");
});

it("gives the application a role that is no superuser, behind a password of its own", async () => {
  const folder = folderOf(0o755);
  running = await startEmbedded(folder);
  expect(await ask(running.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([
    { rolsuper: false },
  ]);
  const password = readFileSync(join(folder, "postgres.secret"), "utf8");
  await expect(ask(running.url.replace(password, "autre"), "SELECT 1")).rejects.toThrow(/password/);
});

it("keeps the superuser behind another secret, which is left nowhere else", async () => {
  const folder = folderOf(0o755);
  // Other servers are made meanwhile in the folder that all share.
  const aside = folderOf(0o1777);
  vi.stubEnv("TMPDIR", aside);
  onTestFinished(() => void vi.unstubAllEnvs());
  running = await startEmbedded(folder);
  const [own, superuser] = ["postgres.secret", "postgres.superuser.secret"].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  );
  expect(superuser).not.toBe(own);
  expect(statSync(join(folder, "postgres.superuser.secret")).mode & 0o077).toBe(0);
  const url = superuserUrl(folder, running);
  expect(await ask(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await expect(ask(url.replace(superuser ?? "", own ?? ""), "SELECT 1")).rejects.toThrow(/password/);
  expect(readdirSync(aside).filter((name) => name.startsWith("essaim-making-"))).toEqual([]);
});

it("refuses a folder on which another process lives, and lets a command beside it use its server", async () => {
  const folder = folderOf(0o755);
  running = await startEmbedded(folder);
  const record = join(folder, "service.pid");
  const mine = readFileSync(record, "utf8");
  // The parent of this process lives, and has its own start.
  writeFileSync(record, recordOf(process.ppid));
  await expect(startEmbedded(folder)).rejects.toThrow(/déjà ouvert par un autre service \(processus \d+\)/);
  expect(await ask(joinEmbedded(folder)?.url ?? "", "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  writeFileSync(record, mine);
  expect(joinEmbedded(folder)).toBeNull();
});

it("takes the folder of a process that is gone, were its number given to another", async () => {
  const folder = folderOf(0o755);
  writeFileSync(join(folder, "service.pid"), JSON.stringify({ pid: process.ppid, startedAt: "1" }));
  running = await startEmbedded(folder);
  await running.stop();
  expect(existsSync(join(folder, "service.pid"))).toBe(false);
});

function serverOf(folder: string): number {
  return Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

function recordOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const startedAt = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return JSON.stringify({ pid, startedAt });
}

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { packageRoot } from "#src/places.ts";
import { newDataDir, removeData, type Service, startService } from "#test/support/service.ts";
import { quietly } from "./folder.ts";

/** How the service starts and stops: clear sentences, a clean end, one process a data folder. */
const folder = newDataDir();
const started: Service[] = [];
afterAll(async () => {
  for (const service of started) await service.stop();
  removeData(folder);
});

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** Runs a command of the service to its end. */
function run(command: readonly string[], env: Readonly<Record<string, string>>, stopAfter?: RegExp): Promise<Ended> {
  const child = spawn(process.execPath, [join(packageRoot, "dist/cli.js"), ...command], {
    cwd: packageRoot,
    env: { PATH: process.env.PATH, NODE_ENV: "development", ESSAIM_LOG_LEVEL: "error", PORT: "0", ...quietly, ...env },
  });
  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    if (stopAfter?.test(said)) child.kill("SIGTERM");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  return new Promise((done) => child.once("exit", (status) => done({ status, said })));
}

function serverIn(dataDir: string): number | null {
  const file = join(dataDir, "postgres/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const safe = {
  NODE_ENV: "production",
  ESSAIM_DEMO: "false",
  ESSAIM_SECRET: "un-secret-propre-a-ce-service-0123456789",
  ESSAIM_ORIGIN: "https://aides.exemple.fr",
};

it.each([
  ["demonstration accounts", { ESSAIM_DEMO: "true" }, /comptes de démonstration sont interdits en production/],
  ["the default secret", { ESSAIM_SECRET: "" }, /ESSAIM_SECRET : donnez un secret propre/],
  [
    "a plain origin",
    { ESSAIM_ORIGIN: "http://aides.exemple.fr" },
    /ESSAIM_ORIGIN : donnez l’adresse publique en https/,
  ],
  ["no origin", { ESSAIM_ORIGIN: "" }, /ESSAIM_ORIGIN/],
])("production refuses to start with %s", async (_what, wrong, sentence) => {
  const { status, said } = await run(["serve"], { ...safe, ...wrong, ESSAIM_DATA_DIR: folder });
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
  expect(serverIn(folder)).toBeNull();
});

it.each(["demarrer", "constructor"])("an unknown command, %s, is told which ones there are", async (command) => {
  const { status, said } = await run([command], {});
  expect([status, said.trim()]).toEqual([
    2,
    expect.stringMatching(`^Commande inconnue : ${command}\\. Essayez : aide, .*\\.$`),
  ]);
});

it("an older Node is told which one is needed, before any module that it could not read", async () => {
  const older = `Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.19.0"}})`;
  const { status, said } = await run(["serve"], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}`,
    ESSAIM_DATA_DIR: folder,
  });
  expect(said).toMatch(/^Il faut Node 24 au moins ; celui-ci est le 20\.19\.0\./);
  expect(said).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
  expect(serverIn(folder)).toBeNull();
});

it.each([
  [["simulate", "/nulle/part.json"], /^Le fichier \/nulle\/part\.json ne peut pas être lu : il n’existe pas\.$/m],
  [["simulate", join(packageRoot, "README.md")], /README\.md n’est pas du JSON/],
  [["simulate", packageRoot], /ne peut pas être lu : c’est un dossier/],
])("essaim %j says in a sentence what is wrong with the file it was given", async (command, sentence) => {
  const { status, said } = await run(command, { ESSAIM_DATA_DIR: folder });
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
});

it("says which setting is wrong, and starts nothing", async () => {
  const { status, said } = await run(["serve"], { PORT: "beaucoup", ESSAIM_DATA_DIR: folder });
  expect(said).toMatch(/^Configuration refusée.\nPORT : valeur refusée/);
  expect(status).toBe(1);
});

it("says that the database does not answer, without its password", async () => {
  const { status, said } = await run(["serve"], {
    DATABASE_URL: "postgres://essaim:un-mot-de-passe@127.0.0.1:9/essaim",
  });
  expect(said).toMatch(/^La base de données ne répond pas \(connect ECONNREFUSED 127\.0\.0\.1:9\)\. .*DATABASE_URL/);
  expect(said).not.toMatch(/un-mot-de-passe|\n\s+at /);
  expect(status).toBe(1);
});

it.each(["SIGINT", "SIGTERM"] as const)("stops within seconds on %s and leaves no process behind", async (signal) => {
  const service = await startService({ dataDir: folder, env: quietly });
  started.push(service);
  const postgres = serverIn(folder);
  expect(postgres !== null && lives(postgres)).toBe(true);
  const asked = performance.now();
  process.kill(service.pid, signal);
  expect(await service.stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(15_000);
  expect(service.output()).toContain("Arrêt demandé");
  expect(postgres !== null && lives(postgres)).toBe(false);
  expect(serverIn(folder)).toBeNull();
  expect(existsSync(join(folder, "service.pid"))).toBe(false);
});

it("told to stop while the demonstration is being loaded, it stops, and makes all of it again at the next start", {
  timeout: 480_000,
}, async () => {
  const cut = newDataDir();
  try {
    const first = run(["serve"], { ESSAIM_DATA_DIR: cut, ESSAIM_DEMO: "true" });
    const mark = join(cut, "demonstration.unfinished");
    for (const end = Date.now() + 120_000; !existsSync(mark) && Date.now() < end; ) {
      await new Promise((done) => setTimeout(done, 20));
    }
    const owner = (JSON.parse(readFileSync(join(cut, "service.pid"), "utf8")) as { pid: number }).pid;
    process.kill(owner, "SIGTERM");
    const { status, said } = await first;
    expect(said).toContain("Arrêt demandé");
    expect(said).not.toContain("prêt");
    expect(status).toBe(0);
    expect(serverIn(cut)).toBeNull();
    expect(existsSync(mark)).toBe(true);
    const next = await run(["serve"], { ESSAIM_DATA_DIR: cut, ESSAIM_DEMO: "true" }, /prêt/);
    expect(next.said).toContain("Données de démonstration chargées");
    expect(existsSync(mark)).toBe(false);
  } finally {
    removeData(cut);
  }
});

it("says that the port is taken, and leaves nothing running", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const { status, said } = await run(["serve"], { PORT: port, ESSAIM_DATA_DIR: folder });
  other.close();
  expect(said).toContain(
    "Ce port est déjà pris par un autre programme : arrêtez-le, ou donnez un autre port par PORT.",
  );
  expect(said).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
  expect(serverIn(folder)).toBeNull();
});

it("refuses the data folder of a service that lives, which goes on; commands beside it use its database", async () => {
  const service = await startService({ dataDir: folder, env: quietly });
  started.push(service);
  const postgres = serverIn(folder);
  const second = await run(["serve"], { ESSAIM_DATA_DIR: folder });
  expect(second.said).toContain(`est déjà ouvert par un autre service (processus ${service.pid})`);
  expect(second.status).toBe(1);
  const verified = await run(["journal", "verify"], { ESSAIM_DATA_DIR: folder });
  expect(verified.said).toMatch(/0 anomalie/);
  expect(verified.status).toBe(0);
  expect(serverIn(folder)).toBe(postgres);
  expect(await (await fetch(`${service.origin}/healthz`)).json()).toEqual({ status: "ok", database: true });
  expect(await service.stop()).toBe(0);
});

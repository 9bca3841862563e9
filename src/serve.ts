import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { systemClock } from "#src/platform/clock.ts";
import type { Config } from "#src/platform/config.ts";
import type { World } from "#src/platform/world.ts";
import { loadDemo } from "./demo/index.ts";
import { demonstrationPeople } from "./people/signing-in/demonstration.ts";
import { agentRoleWords } from "./people/web/index.ts";
import { urls } from "./urls.ts";
import { startWeb } from "./web.ts";
import { startWorker } from "./worker.ts";
import { openWorld } from "./world.ts";

/** Stands in the data folder while the demonstration is loaded. Found at a start, it tells that it was cut short. */
const UNFINISHED = "demonstration.unfinished";

/**
 * Runs the whole service until told to stop (SIGINT, SIGTERM): database, pages and background work, in this order;
 * stopped in the other. Prints the address once people may come. Told to stop while it starts, it stops as cleanly.
 */
export async function serve(config: Config): Promise<undefined> {
  const started = performance.now();
  const { told, isTold } = stopSignal();
  const port = config.port || (await freePort());
  const afresh = wasCutShort(config);
  const { world, close } = await openWorld({ ...config, port }, systemClock, { afresh });
  const running: { stop(): Promise<void> }[] = [];
  try {
    if (afresh) await rm(join(config.dataDir, "files"), { recursive: true, force: true });
    await world.files.forgetCut();
    await Promise.race([openDoors(world, running, isTold, started), told]);
    await told;
    process.stdout.write("Arrêt demandé : fin des travaux en cours.\n");
  } finally {
    for (const one of running) await one.stop();
    await close();
  }
}

/** Opens the doors one after the other, unless told to stop meanwhile; `running` holds those that are open. */
async function openDoors(
  world: World,
  running: { stop(): Promise<void> }[],
  isTold: () => boolean,
  started: number,
): Promise<void> {
  const { config } = world;
  if (config.demo) await fillWithDemonstration(world);
  if (isTold()) return;
  const web = await startWeb(world);
  running.push(web);
  if (isTold()) return;
  running.push(await startWorker(world));
  const address = config.origin ?? `http://localhost:${web.port}`;
  process.stdout.write(`Essaim est prêt (${Math.round(performance.now() - started)} ms) : ${address}\n`);
  if (config.demo) process.stdout.write(await demonstrationAccounts(world, address));
}

/**
 * The demonstration is made by many acts: a start that was cut short left some of them. No one could come in
 * meanwhile, so all of it is forgotten and made again.
 */
function wasCutShort(config: Config): boolean {
  return config.demo && config.databaseUrl === null && existsSync(join(config.dataDir, UNFINISHED));
}

async function fillWithDemonstration(world: World): Promise<void> {
  const mark = join(world.config.dataDir, UNFINISHED);
  if (world.config.databaseUrl === null && (await isEmpty(world))) await writeFile(mark, "");
  const loaded = await loadDemo(world);
  await rm(mark, { force: true });
  if (loaded) process.stdout.write("Données de démonstration chargées (fictives).\n");
}

async function isEmpty(world: World): Promise<boolean> {
  return (await world.pool.query("SELECT 1 FROM person LIMIT 1")).rowCount === 0;
}

/** Who can be entered as, without a password, and where. */
async function demonstrationAccounts(world: World, address: string): Promise<string> {
  const people = await demonstrationPeople(world);
  const agents = people.filter((person) => person.agentRoles.length > 0);
  const members = people.filter((person) => person.agentRoles.length === 0);
  const lines = [
    ...agents.map((one) => `  ${one.name} — ${one.agentRoles.map((role) => agentRoleWords[role]).join(", ")}`),
    ...members
      .slice(0, 3)
      .map((one) => `  ${one.name} — ${one.memberships.map((two) => two.organisationName).join(", ")}`),
    `  et ${Math.max(0, members.length - 3)} autres personnes d’organismes.`,
  ];
  return [`Comptes de démonstration, ouverts à tous sur ${address}${urls.demonstration.href()} :`, ...lines, ""].join(
    "\n",
  );
}

/** Port 0 asks for any free one; it is chosen first, since the links of mails carry it. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function stopSignal(): { readonly told: Promise<void>; readonly isTold: () => boolean } {
  let isTold = false;
  const told = new Promise<void>((done) => {
    const hear = () => {
      isTold = true;
      done();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, hear);
  });
  return { told, isTold: () => isTold };
}
